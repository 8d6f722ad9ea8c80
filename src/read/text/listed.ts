/** Tables that were saved one cell a line, with nothing between the cells but blank lines or a lone bar: pages copied or crawled as text. */
import { trimmed, type Line } from "./lines.ts";
import { expectationOf } from "./header.ts";
import { countsRowsOn, lastRowFits, type EndCell } from "./listed-end.ts";
import { paragraphsIn } from "./paragraphs.ts";
import type { Region, Row } from "./rows.ts";

/** A header has so many cells at least: fewer words on lines of their own are words of the text. */
const fewestColumns = 3;
const mostColumns = 10;
/** How often a search may fail: it looks through the rest of the file. */
const mostSearches = 32;

/** What stands at a line: a table, or a header below which the lines fall into no rows; null for anything else. */
export type Listed = { readonly region: Region } | { readonly unread: Line };

/** A line with words that is no lone bar, and its index. */
interface Cell extends EndCell {
  readonly line: Line;
  readonly index: number;
}

/** Finds the table of cells on lines of their own that begins at a line, or null. */
export function listedFinder(text: string, lines: readonly Line[]): (from: number) => Listed | null {
  let searches = 0;
  const cellFrom = (index: number): Cell | null => {
    let apart = false;
    for (let i = index; i < lines.length; i++) {
      const line = lines[i];
      if (line === undefined) return null;
      const { start, end } = trimmed(text, line);
      const words = text.slice(start, end);
      if (words === "") apart = true;
      else if (!/^[|｜]$/u.test(words)) return { line, index: i, words, apart };
    }
    return null;
  };
  return (from) => {
    const first = lines[from];
    if (first === undefined || searches >= mostSearches || first.end - first.start > 40) return null;
    const header = headerAt(cellFrom, from);
    if (header === null) return null;
    searches++;
    const found = rowsBelow(cellFrom, header);
    return found === null ? { unread: first } : { region: regionOf(text, header, found, from) };
  };
}

/** Known heads on lines of their own: a number, what to do, and who does it or until when. */
function headerAt(cellFrom: (index: number) => Cell | null, from: number): Cell[] | null {
  const heads: Cell[] = [];
  const kinds = new Set<string>();
  for (let cell = cellFrom(from); cell !== null && heads.length < mostColumns; cell = cellFrom(cell.index + 1)) {
    if (heads.length === 0 && cell.index !== from) return null;
    const kind = expectationOf(cell.words);
    if (kind === null || /[\d，,。；;：:]/u.test(cell.words)) break;
    kinds.add(kind);
    heads.push(cell);
  }
  const says = (kinds.has("task") || kinds.has("words")) && (kinds.has("units") || kinds.has("time"));
  return heads.length >= fewestColumns && says ? heads : null;
}

/** Rows that begin with 1, 2, 3 … and have a line for each head; headings of groups between them. Null where the lines fall into no such rows. */
function rowsBelow(cellFrom: (index: number) => Cell | null, header: readonly Cell[]): Cell[][] | null {
  if (expectationOf(header[0]?.words ?? "") !== "number") return null;
  const rows: Cell[][] = [];
  let number = 1;
  let next = cellFrom((header.at(-1)?.index ?? 0) + 1);
  while (next !== null) {
    if (groupHead.test(next.words)) {
      const behind = cellFrom(next.index + 1);
      if (behind?.words !== String(number)) break;
      rows.push([next]);
      next = behind;
    }
    if (next.words !== String(number)) break;
    const row: Cell[] = [];
    for (let cell: Cell | null = next; cell !== null && row.length < header.length; cell = cellFrom(cell.index + 1)) row.push(cell);
    if (row.length < header.length || row.slice(1).some(({ words }) => words === String(number + 1))) return null;
    rows.push(row);
    number++;
    next = cellFrom((row.at(-1)?.index ?? 0) + 1);
  }
  if (number <= 2 || countsOn(cellFrom, next, number)) return null;
  return lastRowFits(header.map(({ words }) => words), rows.filter(({ length }) => length > 1)) ? rows : null;
}

const groupHead = /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])/u;

/** More rows stand behind the last one that was found, before the head of another table: a number is missing, or a row has more lines than heads. */
function countsOn(cellFrom: (index: number) => Cell | null, from: Cell | null, number: number): boolean {
  for (let cell = from; cell !== null && expectationOf(cell.words) !== "number"; cell = cellFrom(cell.index + 1)) if (countsRowsOn(cell.words, number)) return true;
  return false;
}

function regionOf(text: string, header: readonly Cell[], rows: readonly (readonly Cell[])[], from: number): Region {
  const last = rows.at(-1)?.at(-1)?.index ?? from;
  const rowOf = (cells: readonly Cell[]): Row => header.map((_, column) => (cells[column] === undefined ? [] : paragraphsIn(text, cells[column].line)));
  return { lines: [from, last + 1], parts: [{ header: rowOf(header), rows: rows.map(rowOf), width: header.length, page: 0 }], furniture: [] };
}
