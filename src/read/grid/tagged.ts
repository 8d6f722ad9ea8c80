/** Tables without lines that the file itself states: whoever reads it knows which characters stand in which cell. */
import { segmentsOf } from "./gutters.ts";
import { boxAround, type Glyph } from "./ink.ts";
import { linesOf, type Line } from "./lines.ts";
import { missingSlots } from "./lattice.ts";
import { plainText, type PageCell, type PageTable } from "./page-table.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** A cell of a stated table; rows and columns are half-open. */
export interface TaggedCell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  /** Numbers of the marked contents in it. */
  readonly marks: ReadonlySet<number>;
}

/** A table as the file states it. */
export interface TaggedTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly TaggedCell[];
}

/** Whether the text of a page beside its ruled tables has words in columns: there the file may know more. */
export function needsTags(lines: readonly Line[]): boolean {
  return lines.filter((line) => segmentsOf(line).length >= 2).length >= 2;
}

/** The stated tables that characters bear out, and the characters that are left. */
export function readTagged(tagged: readonly TaggedTable[], glyphs: readonly Glyph[], page: number): { tables: PageTable[]; rest: readonly Glyph[] } {
  const tables: PageTable[] = [];
  let rest = glyphs;
  for (const table of tagged) {
    const read = tableOf(table, rest, page);
    if (read === null) continue;
    tables.push(read);
    const marks = new Set(table.cells.flatMap((cell) => [...cell.marks]));
    rest = rest.filter(({ type: { mark } }) => mark === null || !marks.has(mark));
  }
  return { tables, rest };
}

/** Null when the cells do not stand in rows and columns on the page. */
function tableOf({ rows, columns, cells }: TaggedTable, glyphs: readonly Glyph[], page: number): PageTable | null {
  if (rows < 2 || columns < 2) return null;
  const byMark = Map.groupBy(glyphs, ({ type }) => type.mark);
  const filled = cells.map((cell) => ({ ...cell, glyphs: [...cell.marks].flatMap((mark) => byMark.get(mark) ?? []) }));
  const extents = filled.flatMap((cell) => {
    const box = boxAround(cell.glyphs.filter(({ text }) => text !== " "));
    return box === null ? [] : [{ cell, box }];
  });
  const across = edgesOf(columns, extents.map(({ cell: { c0, c1 }, box: [left, , right] }) => ({ first: c0, end: c1, from: left, to: right })));
  const down = edgesOf(rows, extents.map(({ cell: { r0, r1 }, box: [, top, , bottom] }) => ({ first: r0, end: r1, from: top, to: bottom })));
  if (across === null || down === null) return null;
  const read = filled.map(({ r0, r1, c0, c1, glyphs: own }): PageCell => {
    const lines = linesOf(own, page);
    return { r0, r1, c0, c1, lines, words: plainText(lines), nested: [], openBelow: false, room: { from: across[c0] ?? 0, to: across[c1] ?? 0 } };
  });
  const box = [across[0] ?? 0, down[0] ?? 0, across.at(-1) ?? 0, down.at(-1) ?? 0] as const;
  return { page, xs: across, ys: down, cells: read, missing: missingSlots(read, rows, columns), box: [...box], method: "markup", confidence: 0.9, irregular: 0 };
}

interface Extent {
  readonly first: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Edges halfway between neighbours; null when one has no words of its own or they overlap. */
function edgesOf(count: number, extents: readonly Extent[]): number[] | null {
  const own = Array.from({ length: count }, (_, i) => extents.filter(({ first, end }) => first === i && end === i + 1));
  const from = own.map((list) => smallest(list.map((extent) => extent.from)));
  const to = own.map((list) => largest(list.map((extent) => extent.to)));
  const edges = [from[0] ?? 0, ...from.slice(1).map((start, i) => ((to[i] ?? 0) + start) / 2), to.at(-1) ?? 0];
  const apart = from.every((start, i) => Number.isFinite(start) && (i === 0 || start >= (to[i - 1] ?? 0) - 1));
  return apart ? edges : null;
}
