/**
 * Gives merged cells their rows back. A plain text prints the words of a merged cell once and leaves the other rows blank;
 * a label may stand in the middle of the rows it covers, and is often printed again on the next page.
 */
import { readMarker } from "../../rules/markers.ts";
import { folded } from "../../text/fold.ts";
import type { Slot } from "./columns.ts";
import type { SlotRow } from "./joined.ts";
import { stringOf } from "./lines.ts";
import { isFilled } from "./unflatten.ts";

/** Marks blank cells that belong to the cell above, and moves labels to the first row they cover. Gives how many unit and time cells were joined. */
export function spread(rows: readonly SlotRow[], slots: readonly Slot[], text: string): number {
  const group = slots.findIndex(({ kind }) => kind === "group");
  const inner = slots.findIndex(({ kind }) => kind === "inner");
  if (group >= 0) {
    raiseLabels(rows, group, inner, text);
    fillDown(rows, group, null);
  }
  if (inner >= 0) fillDown(rows, inner, group >= 0 ? group : null);
  return joinBlanks(rows, slots, group);
}

function wordsIn(row: SlotRow | undefined, slot: number, text: string): string {
  return folded((row?.cells[slot] ?? []).map((words) => stringOf(text, words)).join(""));
}

/** A label whose rows begin above it, at the top of a page. */
function raiseLabels(rows: readonly SlotRow[], group: number, inner: number, text: string): void {
  let carried = "";
  for (let top = 0; top < rows.length; ) {
    const part = rows[top]?.part;
    let end = top + 1;
    while (end < rows.length && rows[end]?.part === part) end++;
    const labels = rows.slice(top, end).flatMap((row, i) => (isFilled(row.cells[group]) ? [top + i] : []));
    const [first] = labels;
    if (first !== undefined && first > top && coversTop({ rows, top, end, first, labels: labels.length, carried }, group, inner, text)) {
      const label = rows[first];
      const head = rows[top];
      if (label !== undefined && head !== undefined) {
        head.cells[group] = label.cells[group] ?? null;
        label.cells[group] = [];
      }
    }
    const last = labels.at(-1);
    if (last !== undefined) carried = wordsIn(rows[last === first && last > top && !isFilled(rows[last]?.cells[group]) ? top : last], group, text);
    top = end;
  }
}

interface Page {
  readonly rows: readonly SlotRow[];
  readonly top: number;
  readonly end: number;
  readonly first: number;
  readonly labels: number;
  readonly carried: string;
}

function coversTop({ rows, top, end, first, labels, carried }: Page, group: number, inner: number, text: string): boolean {
  const words = wordsIn(rows[first], group, text);
  if (words === carried || carried === "") return true;
  const below = inner < 0 ? null : readMarker(wordsIn(rows[top], inner, text));
  if (below !== null) return below.value === 1;
  return labels === 1 && Math.abs(first - (top + end - 1) / 2) < 1;
}

/** Blank label cells continue the label above; a new outer label ends the inner one. */
function fillDown(rows: readonly SlotRow[], slot: number, outer: number | null): void {
  let open = false;
  for (const [i, row] of rows.entries()) {
    const cell = row.cells[slot];
    const ended = outer !== null && isFilled(row.cells[outer]) && row.above[outer] !== true;
    if (row.above[slot] === true) continue;
    if (isFilled(cell)) open = true;
    else if (ended || (outer !== null && cell === null)) open = false;
    else if (open && i > 0) row.above[slot] = true;
  }
}

/**
 * Where the file leaves merged labels blank, a blank unit or deadline cell beside a task continues the cell above; and
 * a row with blank number and blank leading words continues the numbered row above it.
 */
function joinBlanks(rows: readonly SlotRow[], slots: readonly Slot[], group: number): number {
  const wordy = slots.flatMap(({ kind }, slot) => (kind === "words" ? [slot] : []));
  const lead = wordy.length > 1 ? wordy[0] : undefined;
  const body = wordy.at(-1);
  const number = slots.findIndex(({ kind }) => kind === "number");
  const merges = rows.some((row) => group >= 0 && row.above[group] === true);
  let joined = 0;
  if (body === undefined) return joined;
  for (const [i, row] of rows.entries()) {
    if (i === 0 || !isFilled(row.cells[body]) || row.above[body] === true) continue;
    const isBlank = (slot: number): boolean => row.cells[slot] !== null && !isFilled(row.cells[slot]) && row.above[slot] !== true;
    if (lead !== undefined && isBlank(lead) && (number < 0 || isBlank(number))) {
      for (const slot of [number, lead]) if (slot >= 0) row.above[slot] = true;
    }
    if (!merges || rows[i - 1]?.part !== row.part) continue;
    for (const [slot, { kind }] of slots.entries()) {
      if ((kind !== "units" && kind !== "time") || !isBlank(slot)) continue;
      row.above[slot] = true;
      joined++;
    }
  }
  return joined;
}
