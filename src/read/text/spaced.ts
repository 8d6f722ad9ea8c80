/** Tables whose columns are only lined up by spaces, under a header that is known by its words (pdftotext -layout and its like). */
import type { Span } from "../../model/position.ts";
import { pageFurnitureRule } from "../../rules/text-furniture.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { isHeaderRow } from "./header.ts";
import { isEmpty, stringOf, type Line, type Words } from "./lines.ts";
import { joinLines, paragraphsIn } from "./paragraphs.ts";
import type { Part, Region, Row } from "./rows.ts";
import { columnsOf } from "./width.ts";
import { largest } from "../../model/extremes.ts";

/** A piece of a line and where it stands, in columns of a terminal. */
interface Piece extends Span {
  readonly left: number;
  readonly right: number;
}

interface PieceLine {
  readonly pieces: readonly Piece[];
  /** A blank line or page number stands before it. */
  readonly parted: boolean;
  readonly page: number;
}

/** Fewest columns of a header that only spaces part. */
const fewestColumns = 3;

/** How often a search may fail: it may look through the rest of the file. */
const mostSearches = 32;

/** Finds the table of spaced columns that begins at a line, or null. */
export function spacedFinder(text: string, lines: readonly Line[]): (from: number) => Region | null {
  let searches = 0;
  return (from) => {
    const head = lines[from];
    if (searches >= mostSearches || head === undefined || head.end - head.start > longestLine || !isSpacedHeader(text, piecesOn(text, head))) return null;
    const region = spacedAt(text, lines, from);
    if (region === null) searches++;
    return region;
  };
}

/** Longer lines line nothing up. */
const longestLine = 2000;

function spacedAt(text: string, lines: readonly Line[], from: number): Region | null {
  const head = lines[from];
  if (head === undefined) return null;
  const header = piecesOn(text, head);
  const found: { pieceLine: PieceLine; header: boolean }[] = [];
  const furniture: { line: Line; rule: string }[] = [];
  let parted = false;
  let to = from + 1;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const rule = pageFurnitureRule(text.slice(line.start, line.end));
    if (isEmpty(text, line) || rule !== null) {
      if (rule !== null) furniture.push({ line, rule });
      parted = true;
      continue;
    }
    if (line.end - line.start > longestLine) break;
    const pieces = piecesOn(text, line);
    const repeats = isSpacedHeader(text, pieces) && pieces.length === header.length;
    if (!repeats && leaves(pieces, header, parted)) break;
    found.push({ pieceLine: { pieces, parted, page: line.page }, header: repeats });
    parted = false;
    to = i + 1;
  }
  const body = found.filter((one) => !one.header).map(({ pieceLine }) => pieceLine);
  if (body.filter(({ pieces }) => pieces.length >= 2).length < 2) return null;
  const borders = bordersOf(header, body);
  if (body.filter(({ pieces }) => pieces.some((piece) => crosses(piece, borders))).length * 10 > body.length) return null;
  const parts = cutParts(found, header, head.page).map((part) => layPart(text, part, borders));
  const end = lines[to - 1]?.end ?? head.end;
  return { lines: [from, to], parts, furniture: furniture.filter(({ line }) => line.end <= end) };
}

function isSpacedHeader(text: string, pieces: readonly Piece[]): boolean {
  return pieces.length >= fewestColumns && isHeaderRow(pieces.map(({ start, end }) => text.slice(start, end)));
}

/** The stretches of a line between gaps of three columns or more. */
function piecesOn(text: string, line: Line): Piece[] {
  const string = text.slice(line.start, line.end);
  const pieces: Piece[] = [];
  let at = 0;
  let column = 0;
  const add = (end: number): void => {
    const raw = string.slice(at, end);
    const own = raw.trimStart();
    const left = column + columnsOf(raw.slice(0, raw.length - own.length));
    const right = column + columnsOf(raw.trimEnd());
    if (own.trim() !== "") pieces.push({ start: line.start + at + raw.length - own.length, end: line.start + at + raw.trimEnd().length, left, right });
    column += columnsOf(raw);
    at = end;
  };
  for (const { index, 0: gap } of string.matchAll(/[ \u00a0\u3000]+/gu)) if (columnsOf(gap) >= 3) add(index + gap.length);
  add(string.length);
  return pieces;
}

/** Whether a piece stands in two columns: then the spaces do not show the columns. */
function crosses({ left, right }: Piece, borders: readonly number[]): boolean {
  return borders.some((border) => left < border - 3 && border + 3 < right);
}

/** Prose follows: a line that runs across the columns, or one line alone in the first column after a blank. */
function leaves(pieces: readonly Piece[], header: readonly Piece[], parted: boolean): boolean {
  const [first, ...more] = pieces;
  if (first === undefined || more.length > 0) return false;
  const crossed = header.filter(({ left, right }) => first.left < left && right < first.right).length;
  return crossed >= 2 || (parted && first.left < (header[1]?.left ?? 0) && first.right > (header[1]?.right ?? 0));
}

/** The border between two headers: the middle of the widest stretch between their centres that fewest lines write on. */
function bordersOf(header: readonly Piece[], body: readonly PieceLine[]): number[] {
  const ink = new Uint32Array(longestLine * 2 + 1);
  for (const { pieces } of [{ pieces: header }, ...body]) {
    for (const { left, right } of pieces) for (let x = left; x < right && x < ink.length; x++) ink[x] = (ink[x] ?? 0) + 1;
  }
  return header.slice(1).map((piece, i) => {
    const before = header[i] ?? piece;
    const from = Math.floor((before.left + before.right) / 2);
    const to = Math.ceil((piece.left + piece.right) / 2);
    return widestGap(ink, from, to);
  });
}

function widestGap(ink: Uint32Array, from: number, to: number): number {
  let least = Infinity;
  for (let x = from; x < to; x++) least = Math.min(least, ink[x] ?? 0);
  let best: readonly [number, number] = [from, from];
  let start = -1;
  for (let x = from; x <= to; x++) {
    if (x < to && (ink[x] ?? 0) === least) {
      if (start < 0) start = x;
    } else if (start >= 0) {
      if (x - start > best[1] - best[0]) best = [start, x];
      start = -1;
    }
  }
  return (best[0] + best[1]) / 2;
}

interface RawPart {
  readonly header: readonly Piece[];
  readonly lines: PieceLine[];
  readonly page: number;
}

function cutParts(found: readonly { readonly pieceLine: PieceLine; readonly header: boolean }[], header: readonly Piece[], page: number): RawPart[] {
  const parts: RawPart[] = [{ header, lines: [], page }];
  for (const { pieceLine, header: repeats } of found) {
    if (repeats) parts.push({ header: pieceLine.pieces, lines: [], page: pieceLine.page });
    else parts.at(-1)?.lines.push(pieceLine);
  }
  return parts;
}

function layPart(text: string, { header, lines, page }: RawPart, borders: readonly number[]): Part {
  const printed = lines.map((line) => ({ ...line, cells: cellsOf(line.pieces, borders) }));
  const starts = rowStarts(text, printed);
  const rows: Span[][][] = [];
  for (const [i, { cells }] of printed.entries()) {
    if (starts[i] === true || rows.length === 0) rows.push(cells.map(() => []));
    for (const [c, pieces] of cells.entries()) rows.at(-1)?.[c]?.push(...pieces);
  }
  // A unit on each line is a list; other words read on from line to line.
  const wordsOf = (spans: readonly Span[]): Words[] => {
    const pieces = spans.flatMap((span) => paragraphsIn(text, span));
    if (pieces.length > 1 && pieces.every((piece) => recogniseAllocation(stringOf(text, piece)) !== null)) return pieces;
    const words = joinLines(text, pieces);
    return words.length > 0 ? [words] : [];
  };
  return { header: header.map((piece) => wordsOf([piece])), rows: rows.map((row): Row => row.map(wordsOf)), width: borders.length + 1, page };
}

function cellsOf(pieces: readonly Piece[], borders: readonly number[]): Piece[][] {
  const cells: Piece[][] = Array.from({ length: borders.length + 1 }, () => []);
  for (const piece of pieces) {
    const centre = (piece.left + piece.right) / 2;
    const column = borders.filter((border) => border <= centre).length;
    cells[column]?.push(piece);
  }
  return cells;
}

/** Rows begin at blank lines where these part one numbered row from the next, else at numbers, else at full lines. */
function rowStarts(text: string, lines: readonly { readonly cells: readonly Piece[][]; readonly parted: boolean }[]): boolean[] {
  const numbered = lines.map(({ cells }) => /^\d{1,3}[.、．]?$/u.test((cells[0] ?? []).map(({ start, end }) => text.slice(start, end)).join("")));
  const numbers = numbered.filter(Boolean).length;
  const bands = lines.map(({ parted }, i) => parted || i === 0);
  if (numbers >= 2) {
    const parted = bands.filter(Boolean).length;
    if (numbered[0] === true && parted !== numbers) return numbered;
    return parted === numbers ? bands : betweenNumbers(text, lines, numbered);
  }
  const most = largest(lines.map(({ cells }) => cells.filter((cell) => cell.length > 0).length));
  return lines.map(({ cells, parted }, i) => i === 0 || parted || ((cells[0]?.length ?? 0) > 0 && cells.filter((cell) => cell.length > 0).length === most));
}

/** Numbers stand in the middle of their rows: a row ends at the last finished sentence before the next number, else half way. */
function betweenNumbers(text: string, lines: readonly { readonly cells: readonly Piece[][] }[], numbered: readonly boolean[]): boolean[] {
  const starts = lines.map((_, i) => i === 0);
  const at = numbered.flatMap((is, i) => (is ? [i] : []));
  for (const [k, number] of at.slice(1).entries()) {
    const before = at[k] ?? 0;
    const between = lines.slice(before, number).map(({ cells }) => cells.some((cell) => cell.some(({ start, end }) => end - start > 2 && /[。；]$/u.test(text.slice(start, end)))));
    const finished = between.lastIndexOf(true);
    starts[finished >= 0 ? before + finished + 1 : Math.ceil((before + number) / 2)] = true;
  }
  return starts;
}
