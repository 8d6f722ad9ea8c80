/** Cells under 备注 that say who helps and until when, where no column of the table does: 县公安局配合，9月15日前完成. */
import type { AllocationDraft, TimeDraft } from "../../model/draft.ts";
import { partOf, type Quote } from "../../model/quote.ts";
import { columnKind, looksLikeTime } from "../../rules/columns.ts";
import { remarkRoles, remarkTime } from "../../rules/remarks.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
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
  const cells = cellsUsedAs(entry, layout, "other").filter(({ column }) => isRemark(layout[column]?.header ?? null));
  return cells.map(({ quote }) => readRemark(quote)).find((said) => said !== null) ?? nothing;
}

/** Whether a column stands under 备注, 说明 or the like. */
export function isRemark(header: string | null): boolean {
  return header !== null && columnKind(header) === "remark";
}

/** What one remark says, null where any of its clauses says something else. */
export function readRemark(words: Quote): Said | null {
  const allocations: AllocationDraft[] = [];
  const times: TimeDraft[] = [];
  for (const match of words.text.matchAll(/[^，,；;。\n]+/gu)) {
    const clause = partOf(words, match.index, match.index + match[0].length);
    const time = timeOf(clause);
    if (time !== null) times.push({ quote: time, origin: "cell", share: null });
    else if (allocates(clause)) allocations.push({ quote: clause, role: null, header: null, origin: "clause" });
    else return null;
  }
  return { allocations, times };
}

function timeOf(clause: Quote): Quote | null {
  const text = clause.text.trim();
  const time = remarkTime.pattern.exec(text)?.groups?.["time"];
  if (time === undefined || !looksLikeTime(reading(time))) return null;
  const start = clause.text.indexOf(time);
  return partOf(clause, start, start + time.length);
}

function allocates({ text }: Quote): boolean {
  return remarkRoles.pattern.test(text.trim()) && recogniseAllocation(text)?.strength === "strong";
}
