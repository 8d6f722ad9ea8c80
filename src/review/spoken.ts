/** Names of fields and recurrences as people say them. */
import type { Language } from "../model/finding.ts";
import { flatTables } from "../model/flat.ts";
import { words } from "./words.ts";

const columnsOf = (table: string): (typeof flatTables)[number]["columns"] => flatTables.find(({ name }) => name === table)?.columns ?? {};
const known = { ...columnsOf("notices"), ...columnsOf("tasks") };
const ofDeadline = columnsOf("deadlines");

/** `deadlines.1.due` is 时限2：最晚日期; in English a field has its own name. */
export function fieldName(field: string, language: Language): string {
  if (field === "drop" || field === "add") return words[field][language];
  if (language === "en") return field;
  const [, k, own = ""] = /^deadlines\.(\d+)\.(\w+)$/u.exec(field) ?? [];
  return k === undefined ? (known[field]?.zh ?? field) : `时限${Number(k) + 1} ${ofDeadline[own]?.zh ?? own}`;
}

const recurrences: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "FREQ=DAILY": { zh: "每天", en: "every day" },
  "FREQ=WEEKLY": { zh: "每周", en: "every week" },
  "FREQ=MONTHLY": { zh: "每月", en: "every month" },
  "FREQ=MONTHLY;INTERVAL=3": { zh: "每季度", en: "every quarter" },
  "FREQ=MONTHLY;INTERVAL=6": { zh: "每半年", en: "every half-year" },
  "FREQ=YEARLY": { zh: "每年", en: "every year" },
};

/** A rule of RFC 5545 in words where it is a plain one. */
export function recurrence(rrule: string, language: Language): string {
  return recurrences[rrule]?.[language] ?? rrule;
}
