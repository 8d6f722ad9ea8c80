/**
 * Gives merged cells their rows back: separated values hold the words of a merged cell once and leave the other rows blank. Labels that group rows
 * go on over blank cells; where they do, blank unit and deadline cells beside a task do too, as in every plain text.
 */
import { expectationOf, isHeaderRow } from "../../text/header.ts";
import type { Range } from "../sheet.ts";

/** The ranges that blank cells continue, and how many unit and deadline cells are among them. */
export interface Joined {
  readonly merges: readonly Range[];
  readonly cells: number;
}

const isBlank = (field: string | undefined): boolean => field === undefined || field.trim() === "";

/** Finds them below the first row that reads as a header; none without such a row. */
export function joinBlanks(records: readonly (readonly string[])[]): Joined {
  const header = records.findIndex((record) => isHeaderRow(record));
  const kinds = (records[header] ?? []).map((words) => expectationOf(words));
  const wordy = kinds.flatMap((kind, column) => (kind === "words" || kind === "task" ? [column] : []));
  const body = wordy.at(-1);
  if (body === undefined) return { merges: [], cells: 0 };
  const groups = kinds.flatMap((kind, column) => (kind === "group" && column < body ? [column] : []));
  const leads = [kinds.indexOf("number"), ...wordy.slice(0, -1)].filter((column) => column !== -1 && column < body);
  const open = new Stretches();
  const rows = records.map((record, row) => ({ record, row })).slice(header + 1);
  for (const { record, row } of rows) {
    if (isBlank(record[body])) open.close();
    else {
      goOn(groups, record, row, open, true);
      if (wordy.length > 1 && leads.every((column) => isBlank(record[column]))) goOn(leads, record, row, open, false);
      else for (const column of leads) open.begin(column, row);
    }
  }
  const labels = open.ranges();
  if (labels.length === 0) return { merges: [], cells: 0 };
  const beside = kinds.flatMap((kind, column) => (kind === "units" || kind === "time" ? [column] : []));
  const values = new Stretches();
  for (const { record, row } of rows) {
    if (isBlank(record[body])) values.close();
    else for (const column of beside) goOn([column], record, row, values, false);
  }
  const joined = values.ranges();
  return { merges: [...labels, ...joined], cells: joined.reduce((sum, { r0, r1 }) => sum + r1 - r0 - 1, 0) };
}

/** A filled cell begins a stretch, a blank one goes on with it; an outer label ends those inside it. */
function goOn(columns: readonly number[], record: readonly string[], row: number, open: Stretches, nested: boolean): void {
  for (const [i, column] of columns.entries()) {
    if (isBlank(record[column])) open.extend(column, row);
    else {
      open.begin(column, row);
      if (nested) for (const inner of columns.slice(i + 1)) if (isBlank(record[inner])) open.end(inner);
    }
  }
}

/** Cells of one column that follow each other and are one. */
class Stretches {
  readonly #open = new Map<number, { readonly r0: number; r1: number }>();
  readonly #found: Range[] = [];

  begin(column: number, row: number): void {
    this.end(column);
    this.#open.set(column, { r0: row, r1: row + 1 });
  }

  extend(column: number, row: number): void {
    const stretch = this.#open.get(column);
    if (stretch !== undefined && stretch.r1 === row) stretch.r1 = row + 1;
  }

  end(column: number): void {
    const stretch = this.#open.get(column);
    if (stretch !== undefined && stretch.r1 - stretch.r0 > 1) this.#found.push({ ...stretch, c0: column, c1: column + 1 });
    this.#open.delete(column);
  }

  close(): void {
    for (const column of [...this.#open.keys()]) this.end(column);
  }

  ranges(): readonly Range[] {
    this.close();
    return this.#found;
  }
}
