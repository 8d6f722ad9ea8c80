/**
 * A table that a converter cut into one `w:tbl` a page: joined as the tables of pages are joined (`read/grid`), with the same
 * knowledge of repeated headers, split rows and merged cells that go on. Two tables that stand for themselves stay two.
 */
import { columnKind } from "../../rules/columns.ts";
import { isPageNumber } from "../../rules/page-furniture.ts";
import { readUnitHeader } from "../../rules/units/headers.ts";
import type { GrowingCell } from "../grid/growing-cell.ts";
import { missingSlots } from "../grid/lattice.ts";
import { endsSentence } from "../grid/paragraphs.ts";
import { profileOf, serialNumber, type Profile } from "../grid/profile.ts";
import { headerHeight } from "../grid/repeated-header.ts";
import { readSeam } from "../grid/seam.ts";
import { paragraphsIn, textOf, type CellDraft, type Draft, type ParagraphDraft, type TableDraft } from "./drafts.ts";

/** Joins tables between which nothing stands but printed page numbers. `limit` is the most slots of a table. */
export function joinCutTables(drafts: readonly Draft[], limit: number): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const at = joined.findLastIndex((one) => !numbersPage(one));
    const last = joined[at];
    const both = last?.kind === "table" && draft.kind === "table" ? join(last, draft, limit) : null;
    if (both === null) joined.push(draft);
    else joined.splice(at, Infinity, ...joined.slice(at + 1).map(asFurniture), ...both);
  }
  return joined;
}

/** A converter prints the number of the page where the page ended: — 2 —. */
function numbersPage(draft: Draft): boolean {
  return draft.kind === "paragraph" && draft.label === null && isPageNumber(textOf(draft));
}

function asFurniture(draft: Draft): Draft {
  return draft.kind === "paragraph" ? { ...draft, rule: "docx:page-number" } : draft;
}

/** Each part is compared with all before it; documents of more pages stay in several tables. */
const mostParts = 300;

/** Both tables as one, behind the words of a header that was printed again; null when they are two. */
function join(above: TableDraft, below: TableDraft, limit: number): Draft[] | null {
  if (above.columns < 2 || above.columns !== below.columns || !sameEdges(above, below)) return null;
  if (above.parts.length >= mostParts || (above.rows + below.rows) * above.columns > limit) return null;
  const upper = above.cells.map(grow);
  const lower = below.cells.map(grow);
  if (headRow(upper, 5) === -1) return null;
  const header = headerHeight(upper, lower, below.rows);
  if (header === 0 && headRow(lower, 1) !== -1) return null;
  const body = lower.filter(({ r0 }) => r0 >= header);
  const profile = profileOf([upper.filter(({ r0 }) => r0 > headRow(upper, 5)), body.map((cell) => ({ ...cell, r0: cell.r0 - header }))], above.columns);
  const own = profileOf([upper.filter(({ r0 }) => r0 > headRow(upper, 5))], above.columns);
  if (!numberingGoesOn(upper, body, own, header > 0)) return null;
  return new Joiner(above, below, upper, lower, header, profile).join();
}

/** A cell with where it grew from. */
interface Grown extends GrowingCell {
  readonly draft: CellDraft;
}

function grow(draft: CellDraft): Grown {
  const { r0, r1, c0, c1 } = draft;
  return { r0, r1, c0, c1, words: wordsOf(draft), pieces: [], nested: [], openBelow: false, draft };
}

function wordsOf({ blocks }: CellDraft): string {
  return paragraphsIn(blocks).map((paragraph) => (paragraph.label?.text ?? "") + textOf(paragraph)).join("").replace(/\s+/gu, "");
}

/** Columns may be this much apart in twentieths of a point: a converter measures each page by itself. */
const near = 120;

function sameEdges({ edges: one }: TableDraft, { edges: other }: TableDraft): boolean {
  if (one === null || other === null) return true;
  return one.every((edge, i) => Math.abs(edge - (one[0] ?? 0) - ((other[i] ?? 0) - (other[0] ?? 0))) <= near);
}

/** The first of the leading rows that heads columns, -1 when none does. */
function headRow(cells: readonly Grown[], most: number): number {
  for (let row = 0; row < most; row++) {
    const words = cells.filter(({ r0, words: own }) => r0 === row && own !== "").map((cell) => cell.words);
    const known = words.filter((word) => word.length <= 24 && (columnKind(word) !== null || readUnitHeader(word) !== null));
    if (known.length >= 2 && known.length * 2 >= words.length) return row;
  }
  return -1;
}

/**
 * Running numbers go on with the next one, or a piece of the last row has none. Without numbers only a table that prints no header of its own goes on:
 * one with the same header again may be another attachment.
 */
function numberingGoesOn(above: readonly Grown[], below: readonly Grown[], { serial }: Profile, headed: boolean): boolean {
  const numbers = (cells: readonly Grown[]): number[] =>
    cells.flatMap(({ c0, c1, words }) => (c0 === serial && c1 === c0 + 1 && serialNumber.test(words) ? [Number(/\d+/u.exec(words)?.[0])] : []));
  const last = numbers(above).at(-1);
  const next = numbers(below)[0];
  if (last !== undefined && next !== undefined) return next === last + 1;
  const blank = below.every(({ c0, words }) => c0 !== serial || words === "");
  return last === undefined ? !headed : blank;
}

class Joiner {
  readonly #above: TableDraft;
  readonly #below: TableDraft;
  readonly #upper: readonly Grown[];
  readonly #lower: readonly Grown[];
  readonly #header: number;
  readonly #profile: Profile;
  readonly #aside: ParagraphDraft[] = [];

  constructor(above: TableDraft, below: TableDraft, upper: readonly Grown[], lower: readonly Grown[], header: number, profile: Profile) {
    this.#above = above;
    this.#below = below;
    this.#upper = upper;
    this.#lower = lower;
    this.#header = header;
    this.#profile = profile;
  }

  join(): Draft[] {
    const head = this.#lower.filter(({ r0 }) => r0 < this.#header);
    for (const { draft } of head) this.#setAside(draft, "table:repeated-header");
    const body = this.#lower.filter(({ r0 }) => r0 >= this.#header).map((cell) => ({ ...cell, r0: cell.r0 - this.#header, r1: cell.r1 - this.#header }));
    const last = this.#upper.filter(({ r1 }) => r1 === this.#above.rows);
    const seam = readSeam(last, body, this.#profile, (column) => body.find(({ c0, c1, words }) => c0 === column && c1 === column + 1 && words !== "")?.words ?? "");
    const base = seam.splitRow ? this.#above.rows - 1 : this.#above.rows;
    const cells = new Map<GrowingCell, CellDraft>(this.#upper.map((cell) => [cell, cell.draft]));
    for (const cell of body) {
      const going = seam.continues.get(cell);
      const own = { ...cell.draft, r0: cell.r0 + base, r1: cell.r1 + base };
      if (going !== undefined) cells.set(going.cell, this.#extend(cells.get(going.cell) ?? own, own, going.repeated));
      else if (!(seam.splitRow && cell.r0 === 0)) cells.set(cell, own);
      else widen(cells, cell, own.r1);
    }
    return [...this.#aside, this.#table([...cells.values()], base)];
  }

  #extend(above: CellDraft, below: CellDraft, repeated: boolean): CellDraft {
    if (repeated) this.#setAside(below, "table:repeated-label");
    return { ...above, r1: Math.max(above.r1, below.r1), blocks: repeated ? above.blocks : joinBlocks(above.blocks, below.blocks) };
  }

  #setAside({ blocks }: CellDraft, rule: string): void {
    for (const paragraph of paragraphsIn(blocks)) if (paragraph.runs.length > 0) this.#aside.push({ ...paragraph, label: null, rule });
  }

  #table(cells: CellDraft[], base: number): TableDraft {
    const [above, below] = [this.#above, this.#below];
    const rows = base + below.rows - this.#header;
    return {
      ...above,
      elements: [...above.elements, ...below.elements],
      parts: [...above.parts, [above.rows, rows]],
      rows,
      cells: cells.sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0),
      missing: missingSlots(cells, rows, above.columns),
      confidence: Math.min(above.confidence, below.confidence),
    };
  }
}

/** An empty piece of a split row that has no cell of its columns above makes the cells above it longer. */
function widen(cells: Map<GrowingCell, CellDraft>, { c0, c1 }: Grown, r1: number): void {
  for (const [key, over] of cells) if (over.c0 >= c0 && over.c1 <= c1 && over.r1 === r1 - 1) cells.set(key, { ...over, r1 });
}

/** The words of a cell in two pieces; the last paragraph of the first goes on in the second unless its sentence ended. */
function joinBlocks(above: readonly Draft[], below: readonly Draft[]): readonly Draft[] {
  const last = above.at(-1);
  const [first, ...rest] = below;
  if (first === undefined) return above;
  const goesOn = last?.kind === "paragraph" && first.kind === "paragraph" && first.label === null && !endsSentence.test(textOf(last).trim());
  return goesOn ? [...above.slice(0, -1), { ...last, runs: [...last.runs, ...first.runs] }, ...rest] : [...above, ...below];
}
