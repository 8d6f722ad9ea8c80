/** What is wrong with a value that a person typed, in words for people. */
import type { z } from "zod";
import type { Language } from "../model/finding.ts";
import { fieldName } from "./spoken.ts";

type Words = Readonly<Record<Language, string>>;

const kinds: Readonly<Record<string, Words>> = {
  date: { zh: "不是日期，要写成 2026-12-31 这样", en: "is no day: write it as 2026-12-31" },
  number: { zh: "要是数字", en: "must be a number" },
  boolean: { zh: "要是 true（是）或 false（否）", en: "must be true or false" },
  empty: { zh: "不能空着", en: "must not be empty" },
  others: { zh: "要写成“角色：单位”，几个之间用“；”", en: "must be role：unit, several parted by ；" },
  people: { zh: "要写成“姓名（角色）”或“姓名（单位 角色）”，几个之间用“；”", en: "must be name（role） or name（unit role）, several parted by ；" },
  other: { zh: "不能这样写", en: "cannot be so" },
};

/** The sentence for an issue of a field. */
export function issueWords(issue: z.core.$ZodIssue, field: string, language: Language): string {
  const words = issue.code === "invalid_value" ? oneOf(issue.values) : (kinds[kindOf(issue, field)] ?? kinds["other"]);
  const name = fieldName(field, language);
  return language === "zh" ? `“${name}”${words?.zh ?? ""}。` : `${name} ${words?.en ?? ""}.`;
}

/** The sentence for something that must be filled in, by what it is called on the page. */
export function emptyWords(name: string, language: Language): string {
  return language === "zh" ? `“${name}”不能空着。` : `${name} must not be empty.`;
}

function kindOf(issue: z.core.$ZodIssue, field: string): string {
  if (field === "others" || field === "people") return field;
  if (issue.code === "invalid_format") return issue.format;
  // Nothing was typed: the field takes no null.
  if (issue.code === "too_small" || (issue.code === "invalid_type" && (issue.expected === "string" || issue.input === null))) return "empty";
  return issue.code === "invalid_type" ? issue.expected : "other";
}

function oneOf(values: readonly unknown[]): Words {
  const all = values.map(String).join("、");
  return { zh: `只能是 ${all} 之一`, en: `must be one of ${all}` };
}
