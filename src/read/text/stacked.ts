/** Tables that were written one cell a line, each behind a tab, with a blank line between the rows. */
import type { Span } from "../../model/position.ts";
import { isHeaderRow } from "./header.ts";
import { isEmpty, type Line } from "./lines.ts";
import { paragraphsIn } from "./paragraphs.ts";
import { stringsOf, type Region, type Row } from "./rows.ts";
import { addAll } from "../../model/add-all.ts";

/** Cells between two blank lines; `loose` lines before the first cell go on in the cell above. */
interface Chunk {
  readonly loose: Span[];
  readonly cells: Span[][];
  readonly from: number;
  to: number;
}

/** How often a search may fail: it looks through the rest of the file. */
const mostSearches = 32;

/** Finds the table of single-cell lines that begins at a line, or null. */
export function stackedFinder(text: string, lines: readonly Line[]): (from: number) => Region | null {
  let searches = 0;
  return (from) => {
    if (searches >= mostSearches) return null;
    const line = lines[from];
    if (line === undefined || !text.slice(line.start, line.end).includes("\t")) return null;
    const region = stackedAt(text, lines, from);
    if (region === null) searches++;
    return region;
  };
}

function stackedAt(text: string, lines: readonly Line[], from: number): Region | null {
  const opens = (i: number): boolean => {
    const line = lines[i];
    return line !== undefined && /^ {0,4}\t[^\t]*$/u.test(text.slice(line.start, line.end));
  };
  if (!opens(from) || !opens(from + 1) || !opens(from + 2)) return null;
  const chunks = chunksFrom(text, lines, from, opens);
  const width = commonSize(chunks);
  if (width === null) return null;
  const { rows, to } = joinChunks(chunks, width);
  const read = rows.map((cells): Row => cells.map((spans) => spans.flatMap((span) => paragraphsIn(text, span))));
  const [first, ...rest] = read;
  if (first === undefined || rest.length === 0) return null;
  const headed = isHeaderRow(stringsOf(text, first));
  const blanks = read.some((row) => row.some((cell) => cell.length === 0));
  if (!headed && !blanks) return null;
  return { lines: [from, to], parts: [{ header: headed ? first : null, rows: headed ? rest : read, width, page: 0 }], furniture: [] };
}

function chunksFrom(text: string, lines: readonly Line[], from: number, opens: (i: number) => boolean): Chunk[] {
  const chunks: Chunk[] = [];
  let open = false;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (!opens(i) && isEmpty(text, line)) {
      open = false;
      continue;
    }
    if (!open) chunks.push({ loose: [], cells: [], from: i, to: i + 1 });
    open = true;
    const chunk = chunks.at(-1);
    if (chunk === undefined) break;
    if (opens(i)) chunk.cells.push([line]);
    else (chunk.cells.at(-1) ?? chunk.loose).push(line);
    chunk.to = i + 1;
  }
  return chunks;
}

function commonSize(chunks: readonly Chunk[]): number | null {
  const counts = new Map<number, number>();
  for (const { cells } of chunks) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const best = [...counts].filter(([size, count]) => size >= 3 && count >= 2).sort(([a, x], [b, y]) => y - x || b - a)[0];
  return best?.[0] ?? null;
}

/** Joins chunks that a blank line inside a row parted. The table ends where other text follows a full row. */
function joinChunks(chunks: readonly Chunk[], width: number): { rows: Span[][][]; to: number } {
  const rows: Span[][][] = [];
  let to = chunks[0]?.from ?? 0;
  for (const { loose, cells, to: end } of chunks) {
    const last = rows.at(-1);
    const lacking = width - (last?.length ?? width);
    if (loose.length > 0) {
      if (lacking <= 0) break;
      last?.at(-1)?.push(...loose);
    }
    if (last !== undefined && lacking > 0 && (loose.length > 0 || cells.length === lacking)) addAll(last, cells);
    else if (cells.length > width && cells.length % width === 0) for (let i = 0; i < cells.length; i += width) rows.push(cells.slice(i, i + width));
    else if (cells.length > 0) rows.push([...cells]);
    to = end;
  }
  return { rows, to };
}
