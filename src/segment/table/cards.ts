/** Tables that print a label before each value: one card a record, or several cards below each other. */
import type { Cell, Table } from "../../model/document.ts";
import { addAll } from "../../model/add-all.ts";
import type { Grid, GridCell } from "./grid.ts";
import { areLabels, labelOf } from "./labels.ts";

interface Pair {
  readonly label: GridCell;
  readonly value: GridCell;
}

/** One card: what stands above it over the whole width, what stands at its left over all of its rows, its labels with their values. */
interface Card {
  readonly banner: GridCell | null;
  readonly side: GridCell | null;
  readonly pairs: Pair[];
}

/** The cards of a table, and full-width rows above and below them. */
interface Cards {
  readonly above: readonly GridCell[];
  readonly cards: readonly Card[];
  readonly below: readonly GridCell[];
}

/** The table with its labels as the header and a row for each record; null where labels and values do not alternate. */
export function turnCards(table: Table, grid: Grid): Table | null {
  const top = grid.row(0).filter(({ words }) => words !== "");
  if (top.filter((cell) => labelOf(cell) !== null).length * 2 > Math.max(top.length, 2)) return null;
  const found = cutCards(grid);
  const [first] = found?.cards ?? [];
  if (found === null || first === undefined || first.pairs.length < fewestPairs || !areCards(first.pairs)) return null;
  const { cards } = found;
  const places = placesOf(first);
  if (cards.some(({ pairs }) => pairs.length > first.pairs.length || pairs.some(({ label }) => !places.has(label.words)))) return null;
  return cards.some(({ side }) => (side === null) !== (first.side === null)) ? null : tableOf(table, found, first, places);
}

/** A card has no fewer labels than these. */
const fewestPairs = 3;

/** A running number at the left of a card. */
const sideNumber = /^(?:[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)]?[.、]?|第(?:\d{1,3}|[一二三四五六七八九十]{1,3})[号项件张])$/u;

function cutCards(grid: Grid): Cards | null {
  const cards: Card[] = [];
  const above: GridCell[] = [];
  let waiting: GridCell[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const cells = grid.row(row).filter(({ cell }) => cell.r0 === row);
    const [sole] = cells;
    if (cells.length === 1 && sole !== undefined) {
      (cards.length === 0 ? above : waiting).push(sole);
      continue;
    }
    const line = lineOf(cells);
    if (line === null) return null;
    const [{ label }] = line.pairs;
    const begins = label.words === cards[0]?.pairs[0]?.label.words;
    if (cards.length === 0 || begins) {
      if (waiting.length > 1) return null;
      cards.push({ banner: waiting[0] ?? null, side: line.side, pairs: [] });
      waiting = [];
    } else if (line.side !== null || waiting.length > 0) return null;
    if (!addPairs(line.pairs, cards)) return null;
  }
  const parted = cards.some(({ banner }) => banner !== null);
  const first = parted ? (above.pop() ?? null) : null;
  return { above, cards: cards.map((card, i) => (i === 0 ? { ...card, banner: first } : card)), below: waiting };
}

/** A label that came before begins the next record, also within a line. */
function addPairs(pairs: readonly Pair[], cards: Card[]): boolean {
  for (const [i, pair] of pairs.entries()) {
    const first = cards[0]?.pairs[0]?.label.words;
    if (i > 0 && pair.label.words === first) cards.push({ banner: null, side: null, pairs: [] });
    cards.at(-1)?.pairs.push(pair);
  }
  return cards.length > 0;
}

/** The labels of one row with their values, and the number at its left; null for any other row. */
function lineOf(cells: readonly GridCell[]): { readonly side: GridCell | null; readonly pairs: readonly [Pair, ...Pair[]] } | null {
  const [left, ...others] = cells;
  const side = left !== undefined && cells.length % 2 === 1 && left.cell.c0 === 0 && (left.cell.r1 - left.cell.r0 > 1 || sideNumber.test(left.words)) ? left : null;
  const printed = side === null ? cells : others;
  if (printed.length === 0 || printed.length % 2 !== 0 || printed.length > 6) return null;
  const pairs: Pair[] = [];
  for (let i = 0; i < printed.length; i += 2) {
    const [label, value] = [printed[i], printed[i + 1]];
    if (label === undefined || value === undefined || label.words === "") return null;
    pairs.push({ label, value });
  }
  const [first, ...more] = pairs;
  return first === undefined ? null : { side, pairs: [first, ...more] };
}

/** Where no value is a label itself and each column of labels has one that is known, half of the labels that are known do: a card has its own number, day and hand besides (派工单号, 派工日期, 验收人). */
const shareInCards = 0.5;

function areCards(pairs: readonly Pair[]): boolean {
  const labels = pairs.map(({ label }) => label);
  const known = new Set(labels.filter((label) => labelOf(label) !== null).map(({ cell }) => cell.c0));
  return areLabels(labels) || (pairs.every(({ value }) => labelOf(value) === null) && labels.every(({ cell }) => known.has(cell.c0)) && areLabels(labels, shareInCards));
}

/** Where each label of a card stands, by its words; of equal ones the first. */
function placesOf({ pairs }: Card): ReadonlyMap<string, number> {
  return new Map(pairs.map(({ label }, i) => [label.words, i] as const).reverse());
}

function tableOf(table: Table, { above, cards, below }: Cards, first: Card, places: ReadonlyMap<string, number>): Table {
  const shift = first.side === null ? 0 : 1;
  const columns = first.pairs.length + shift;
  const wide = ({ cell }: GridCell, row: number): Cell => ({ ...cell, r0: row, r1: row + 1, c0: 0, c1: columns });
  const cells: Cell[] = above.map(wide);
  let row = above.length;
  for (const [i, { banner, side, pairs }] of cards.entries()) {
    const at = (found: GridCell, label: GridCell, line: number): Cell => {
      const column = shift + (places.get(label.words) ?? -1);
      return { ...found.cell, r0: line, r1: line + 1, c0: column, c1: column + 1 };
    };
    // The first header stands above the name of the first card, the others stand below those of theirs.
    const [header, name] = banner === null ? [row, row] : i === 0 ? [row, row + 1] : [row + 1, row];
    const line = row + (banner === null ? 1 : 2);
    if (banner !== null) cells.push(wide(banner, name));
    if (side !== null) cells.push({ ...side.cell, r0: line, r1: line + 1, c0: 0, c1: 1 });
    for (const { label, value } of pairs) cells.push(at(label, label, header), at(value, label, line));
    row = line + 1;
  }
  addAll(cells, below.map((cell, i) => wide(cell, row + i)));
  return { ...table, rows: row + below.length, columns, cells: cells.sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0), missing: [], headerRows: 0 };
}
