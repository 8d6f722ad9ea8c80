/** Names of fields as people say them. */
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
