/** Full-width rows that are a task by themselves: （一）市财政局牵头做好经费保障，9月底前完成. */
import type { AllocationDraft, TaskDraft } from "../../model/draft.ts";
import { partOf, type Quote } from "../../model/quote.ts";
import { readMarker } from "../../rules/markers.ts";
import { findTime } from "../../rules/units/times.ts";
import { folded } from "../../text/fold.ts";
import { clausesIn } from "../clauses.ts";
import type { Ledger } from "../ledger.ts";
import { cutItem } from "../item/item.ts";

/** A row as an item of running text. */
interface WholeRow {
  readonly marker: Quote | null;
  readonly number: string | null;
  readonly label: string | null;
  readonly words: Quote;
}

/** Whether a row says who does what until when, wherever in it. Below a heading of that kind no rows may follow. */
export function isWholeTask(row: Quote): boolean {
  return findTime(folded(row.text)) >= 0 && allocationsOf(readWholeRow(row).words).length > 0;
}

/** The same in a sentence that names its doer in front: a heading that tasks follow is not worded so. */
export function isSentenceTask(row: Quote): boolean {
  const { words } = readWholeRow(row);
  return /[，,。；;]/u.test(words.text) && cutItem([words]).parts.every(({ allocations }) => allocations.length === 0) && isWholeTask(row);
}

/** The fields of such a row, its words claimed. */
export function draftWholeRow(row: Quote, ledger: Ledger): Pick<TaskDraft, "number" | "label" | "text" | "columns" | "weight" | "allocations" | "times" | "prose" | "spans"> {
  const { marker, number, label, words } = readWholeRow(row);
  const { parts, times, weight, claims } = cutItem([words]);
  const [first] = parts;
  const text = parts.length === 1 && first !== undefined ? first.text : words;
  for (const span of marker?.spans ?? []) ledger.take(span, number === null ? "tasks.label" : "tasks.number");
  for (const claim of parts.length === 1 ? claims : []) for (const span of claim.quote.spans) ledger.take(span, claim.owner);
  for (const span of text.spans) ledger.take(span, "tasks.text");
  return { number, label, text, columns: [{ header: null, quote: row }], weight, allocations: allocationsOf(words), times, prose: [text], spans: row.spans };
}

function readWholeRow(row: Quote): WholeRow {
  const marker = readMarker(row.text);
  if (marker === null) return { marker: null, number: null, label: null, words: row };
  const numbered = marker.rule === "digit-dot";
  return {
    marker: partOf(row, 0, marker.end),
    number: numbered ? String(marker.value) : null,
    label: numbered ? null : marker.text,
    words: partOf(row, marker.end, row.text.length),
  };
}

function allocationsOf(words: Quote): AllocationDraft[] {
  const printed = cutItem([words]).parts.flatMap(({ allocations }) => allocations);
  return printed.length > 0 ? printed : clausesIn(words);
}
