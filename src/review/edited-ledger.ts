/**
 * The 台账 of a workbook, the sheet that people edit first. Its cells are words for people: what an edit of one sets is told only where
 * the cell leaves no doubt, all else is listed.
 */
import { ledgerOf } from "../emit/ledger/ledger.ts";
import { ledgerHeaders, ledgerKeys, ledgerRows } from "../emit/ledger/table.ts";
import type { Language } from "../model/finding.ts";
import type { FlatRow, FlatValue } from "../model/flat.ts";
import type { ParseResult, Task } from "../model/notice.ts";
import { dayOf } from "./day.ts";

/** A row of the 台账 as this program writes it, and the task that it tells; null for a remark. */
export interface LedgerRow {
  readonly cells: FlatRow;
  readonly task: Task | null;
  readonly result: ParseResult;
}

/** What an edit of a cell sets. */
export interface LedgerEdit {
  readonly field: string;
  readonly value: FlatValue;
}

/** The headers of the 台账, to its keys. */
export function ledgerColumns(language: Language): ReadonlyMap<string, string> {
  return new Map(ledgerHeaders(language).map((header, i) => [header, ledgerKeys[i] ?? ""]));
}

/** The rows by what tells them apart: source and number, and the words of a remark. A key that several rows have leads to none. */
export function ledgerByKey(results: readonly ParseResult[], language: Language): ReadonlyMap<string, LedgerRow | null> {
  const rows = new Map<string, LedgerRow | null>();
  for (const result of results) {
    for (const [i, cells] of ledgerRows(ledgerOf(result, language), language).entries()) {
      const key = ledgerKey((name) => String(cells[name] ?? ""));
      rows.set(key, rows.has(key) ? null : { cells, task: result.tasks[i] ?? null, result });
    }
  }
  return rows;
}

/** What tells a row of the 台账 apart. */
export function ledgerKey(words: (key: string) => string): string {
  const number = words("number").trim();
  return [words("source").trim(), number === "" ? words("check").trim() : number].join("\n");
}

/** What an edited cell sets; null where nobody can be sure. */
export function ledgerEdit(key: string, { before, after }: { readonly before: string; readonly after: string }, task: Task): LedgerEdit | null {
  if (key === "task") return textEdit(after, task);
  if (key === "lead" || key === "support") return namesEdit(key, before, after);
  if (key === "responsible") return responsibleEdit(before, after, task);
  return key === "due" ? dueEdit(before, after, task) : null;
}

function textEdit(after: string, { heading, text }: Task): LedgerEdit | null {
  const prefix = heading === null || text.startsWith(heading) ? "" : `${heading}\n`;
  const words = after.startsWith(prefix) ? after.slice(prefix.length).trim() : "";
  return words === "" ? null : { field: "text", value: words };
}

const open = /等$| etc\.$/u;

/** Names of units; whether others are meant too (等) is no name. */
function namesEdit(field: string, before: string, after: string): LedgerEdit | null {
  if (after.includes("\n") || open.test(before) !== open.test(after)) return null;
  const separator = before.includes("；") || after.includes("；") ? "；" : "、";
  const names = after.replace(open, "").split(separator).map((name) => name.trim());
  if (after.trim() === "") return { field, value: null };
  return names.includes("") || names.some((name) => /[，,；;：:]/u.test(name)) ? null : { field, value: names.join("；") };
}

/** Further lines are other roles, persons and 按职责分工: the first is of the units, where there are any. */
function responsibleEdit(before: string, after: string, { assignment }: Task): LedgerEdit | null {
  if (before === "") return namesEdit("responsible", before, after);
  if (assignment.responsible.length === 0) return null;
  const [[then = "", ...rest], [now = "", ...others]] = [before.split("\n"), after.split("\n")];
  return rest.join("\n") === others.join("\n") ? namesEdit("responsible", then, now) : null;
}

const lastDay = /^(.*)(?:（(\d{4}-\d{2}-\d{2})）| \((\d{4}-\d{2}-\d{2})\))$/u;

/** The day behind the printed words of one time, or a day alone where the task has at most one. */
function dueEdit(before: string, after: string, { deadlines }: Task): LedgerEdit | null {
  const [then, now] = [before === "" ? [] : before.split("\n"), after.split("\n")];
  const alone = dayOf(after.trim());
  if (alone !== undefined && deadlines.length < 2) return { field: "due", value: alone };
  const changed = now.flatMap((line, i) => (line === then[i] ? [] : [i]));
  const [at] = changed;
  if (at === undefined || changed.length > 1 || then.length !== now.length || then.length !== deadlines.length) return null;
  const [was, is] = [lastDay.exec(then[at] ?? ""), lastDay.exec((now[at] ?? "").trim())];
  const day = dayOf(is?.[2] ?? is?.[3] ?? "");
  if (is === null || day === undefined || is[1]?.trim() !== (was?.[1] ?? then[at] ?? "").trim()) return null;
  return { field: deadlines.length === 1 ? "due" : `deadlines.${at}.due`, value: day };
}
