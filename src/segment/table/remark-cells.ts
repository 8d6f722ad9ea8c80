/** Cells under 备注 that say who helps and until when, where no column of the table does: 县公安局配合，9月15日前完成. */
import type { AllocationDraft, TimeDraft } from "../../model/draft.ts";
import { partOf, type Quote } from "../../model/quote.ts";
import { columnKind, looksLikeTime } from "../../rules/columns.ts";
import { remarkDone, remarkPlan, remarkRoles, remarkTime } from "../../rules/remarks.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { findLimit } from "../../rules/deadlines/grammar.ts";
import { reading } from "../../text/reading.ts";
import { cellsUsedAs, type Entry } from "./entries.ts";
import type { Layout } from "./layout.ts";

/** What the remarks of a row say of it. */
export interface Said {
  readonly allocations: readonly AllocationDraft[];
  readonly times: readonly TimeDraft[];
}

const nothing: Said = { allocations: [], times: [] };

/** Reads the remarks of a row, where they do nothing but say who and until when; any other remark stays a remark. */
export function saidInRemarks(entry: Entry, layout: Layout): Said {
  const said = cellsUsedAs(entry, layout, "other").map(({ column, quote }) => readAside(layout[column]?.header ?? null, quote));
  return said.find((one) => one !== null) ?? nothing;
}

/** Reads a cell under 备注, 说明 or the like; under 进展情况 only what looks ahead. Null for any other. */
function readAside(header: string | null, words: Quote): Said | null {
  const kind = header === null ? null : columnKind(header);
  const asked = kind === "remark" || (kind === "progress" && remarkPlan.pattern.test(words.text));
  return asked ? readRemark(words) : null;
}

/** Whether a cell under 备注 or 进展情况 prints a time that may bind the row, and was not read. */
export function isHalfRead(header: string | null, words: Quote): boolean {
  const kind = header === null ? null : columnKind(header);
  if ((kind !== "remark" && kind !== "progress") || readAside(header, words) !== null) return false;
  const binds = remarkPlan.pattern.test(words.text) || clausesOf(words).some(({ text }) => remarkDone.pattern.test(text.trim()));
  return binds || (kind === "remark" && findLimit(reading(words.text)) >= 0);
}

/** What one remark says, null where any of its clauses says something else. */
function readRemark(words: Quote): Said | null {
  const allocations: AllocationDraft[] = [];
  const times: TimeDraft[] = [];
  for (const clause of clausesOf(words)) {
    const time = timeOf(clause);
    if (time !== null) times.push(time);
    else if (allocates(clause)) allocations.push({ quote: clause, role: null, header: null, origin: "clause" });
    else return null;
  }
  return { allocations, times };
}

function clausesOf(words: Quote): Quote[] {
  return Array.from(words.text.matchAll(/[^，,；;。\n]+/gu), (match) => partOf(words, match.index, match.index + match[0].length));
}

function timeOf(clause: Quote): TimeDraft | null {
  const text = clause.text.trim();
  const limit = remarkTime.pattern.exec(text)?.groups?.["time"];
  const time = limit ?? remarkDone.pattern.exec(text)?.groups?.["time"] ?? (findLimit(text) === 0 && text.endsWith("前") ? text : undefined);
  if (time === undefined || !looksLikeTime(reading(time))) return null;
  const start = clause.text.indexOf(time);
  return { quote: partOf(clause, start, start + time.length), origin: "cell", share: null, ...(limit === undefined ? { ahead: true } : {}) };
}

function allocates({ text }: Quote): boolean {
  return remarkRoles.pattern.test(text.trim()) && recogniseAllocation(text)?.strength === "strong";
}
