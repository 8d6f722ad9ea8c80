/** Formatting of characters and paragraphs by their place in the file: pages of 512 bytes (FKP, [MS-DOC] 2.9.33, 2.9.175). */
import { countBefore } from "../../model/sorted.ts";
import type { Bytes } from "./bytes.ts";
import { readPlex } from "./plex.ts";

/** A stretch of the file that is formatted alike. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  /** Where its changes stand in the stream; length 0 for none. */
  readonly at: number;
  readonly length: number;
  /** Style of a paragraph, 0 for characters. */
  readonly style: number;
}

const pageSize = 512;

/** The runs of characters. */
export function characterRuns(table: Bytes, stream: Bytes): FormattedRun[] {
  return runsOf(table, stream, 1, (start, end, place) => ({ start, end, at: place + 1, length: stream.u8(place), style: 0 }));
}

/** The runs of paragraphs: each begins with the number of a style. */
export function paragraphRuns(table: Bytes, stream: Bytes): FormattedRun[] {
  return runsOf(table, stream, 13, (start, end, place) => {
    const words = stream.u8(place);
    // A count of 0 says that the next byte counts.
    const at = place + (words === 0 ? 2 : 1);
    const size = words === 0 ? 2 * stream.u8(place + 1) : 2 * words - 1;
    return size < 2 ? { start, end, at, length: 0, style: 0 } : { start, end, at: at + 2, length: size - 2, style: stream.u16(at) };
  });
}

function runsOf(table: Bytes, stream: Bytes, rowSize: number, readRun: (start: number, end: number, place: number) => FormattedRun): FormattedRun[] {
  const { positions, data, at, count } = readPlex(table, 4);
  const pages = new Set<number>();
  for (let i = 0; i < count && i + 1 < positions.length; i++) pages.add((data.u32(at(i)) & 0x3fffff) * pageSize);
  const runs: FormattedRun[] = [];
  for (const page of pages) {
    if (page + pageSize > stream.length) continue;
    const rows = stream.u8(page + pageSize - 1);
    if (4 * (rows + 1) + rowSize * rows >= pageSize) continue;
    for (let i = 0; i < rows; i++) {
      const start = stream.u32(page + 4 * i);
      const end = stream.u32(page + 4 * i + 4);
      const stated = 2 * stream.u8(page + 4 * (rows + 1) + rowSize * i);
      if (end <= start) continue;
      runs.push(stated > 0 && stated < pageSize - 4 ? readRun(start, end, page + stated) : { start, end, at: 0, length: 0, style: 0 });
    }
  }
  return runs.sort((a, b) => a.start - b.start);
}

/** Finds runs by place; places that follow each other are found at once. */
export class RunFinder {
  readonly #runs: readonly FormattedRun[];
  #last = 0;

  constructor(runs: readonly FormattedRun[]) {
    this.#runs = runs;
  }

  /** The run that holds a place, null when none does. */
  at(place: number): FormattedRun | null {
    return this.#holding(this.#last, place) ?? this.#holding(this.#last + 1, place) ?? this.#holding(this.#lastBefore(place), place);
  }

  /** Where the next run behind a place begins; infinite when none does. */
  nextStart(place: number): number {
    const before = this.#lastBefore(place);
    return [this.#runs[before], this.#runs[before + 1]].find((run) => run !== undefined && run.start > place)?.start ?? Infinity;
  }

  #holding(index: number, place: number): FormattedRun | null {
    const run = this.#runs[index];
    if (run === undefined || place < run.start || place >= run.end) return null;
    this.#last = index;
    return run;
  }

  #lastBefore(place: number): number {
    return Math.max(0, countBefore(this.#runs, ({ start }) => start <= place) - 1);
  }
}
