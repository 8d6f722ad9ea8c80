/** `fengong rules`: what the ids in results mean. */
import { ruleEntries, ruleEntry, type RuleEntry } from "../emit/rules.ts";
import type { Language } from "../model/finding.ts";
import type { Ended } from "./command.ts";
import type { Surroundings } from "./options.ts";
import { writeData } from "./run.ts";

const groups: Readonly<Record<RuleEntry["of"], Readonly<Record<Language, string>>>> = {
  deadline: { zh: "时限（deadlines[].basis）", en: "Deadlines (deadlines[].basis)" },
  unit: { zh: "单位（lead、support、responsible 的 basis）", en: "Units (basis of lead, support, responsible)" },
  notice: { zh: "通知（evidence、workYear、jurisdiction 的 basis）", en: "Notice (basis of evidence, workYear, jurisdiction)" },
  link: { zh: "文字相同的任务（links 的 basis）", en: "Tasks with equal words (basis of links)" },
  finding: { zh: "问题（diagnostics[].code）", en: "Findings (diagnostics[].code)" },
};

const labels = {
  zh: { source: "出处：", examples: "如：", not: "不是：", severity: { error: "错误", warning: "警告", info: "提示" }, comma: "、" },
  en: { source: "source: ", examples: "such as: ", not: "not: ", severity: { error: "error", warning: "warning", info: "info" }, comma: ", " },
} as const;

/** Prints the explanation of each id, or of all. An id that no result gives is wrong usage: nothing is printed. */
export async function printRules(ids: readonly string[], format: "text" | "json", surroundings: Surroundings): Promise<Ended> {
  const unknown = ids.filter((id) => ruleEntry(id) === null);
  if (unknown.length > 0) return { wrong: "noRule", detail: unknown.join(" ") };
  const chosen = ids.length === 0 ? ruleEntries() : ids.flatMap((id) => ruleEntry(id) ?? []);
  const { language } = surroundings;
  const text = format === "json" ? `${JSON.stringify(chosen, null, 2)}\n` : ids.length === 0 ? listOf(chosen, language) : chosen.map((entry) => wholeOf(entry, language)).join("\n");
  await writeData(text, { streams: surroundings });
  return { exit: "ok", wrong: null };
}

/** A line an id, under the heading of what it is said of. */
function listOf(entries: readonly RuleEntry[], language: Language): string {
  return (["deadline", "unit", "notice", "link", "finding"] as const)
    .map((of) => `${groups[of][language]}\n${entries.filter((entry) => entry.of === of).map((entry) => `  ${entry.id}  ${entry[language]}\n`).join("")}`)
    .join("\n");
}

function wholeOf(entry: RuleEntry, language: Language): string {
  const { source, examples, not, comma, severity } = labels[language];
  const lines = [
    entry.id,
    `  ${entry.severity === null ? "" : `${severity[entry.severity]}  `}${entry[language]}`,
    entry.source === null ? null : `  ${source}${entry.source[language]}`,
    entry.examples.length === 0 ? null : `  ${examples}${entry.examples.join(comma)}`,
    entry.not.length === 0 ? null : `  ${not}${entry.not.join(comma)}`,
  ];
  return `${lines.filter((line) => line !== null).join("\n")}\n`;
}
