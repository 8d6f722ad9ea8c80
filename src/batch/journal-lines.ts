/** The lines of a journal of any size, as bytes: neither the file nor a line that never ends is held in memory as a whole. */
import { createReadStream } from "node:fs";

/** A line longer than this, in bytes, is no entry. */
export const longestLine = 4_000_000;

/** A line, without its line feed; null for one that is too long to be an entry. */
export interface JournalLine {
  readonly bytes: Buffer | null;
  /** Where it begins in the file. */
  readonly offset: number;
  readonly length: number;
}

/** Tells of each line in order; says whether the last one was cut off. Throws what the file system throws. */
export async function eachLine(path: string, tell: (line: JournalLine) => void): Promise<{ readonly torn: boolean }> {
  const pieces: Buffer[] = [];
  let [offset, length] = [0, 0];
  const add = (piece: Buffer): void => {
    if (length <= longestLine) pieces.push(piece);
    length += piece.length;
  };
  const end = (): void => {
    const [only] = pieces;
    const whole = length > longestLine ? null : pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
    if (length > 0) tell({ bytes: whole, offset, length });
    pieces.length = 0;
    [offset, length] = [offset + length + 1, 0];
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      if (at > from) add(chunk.subarray(from, at));
      end();
      from = at + 1;
    }
    // A copy, so that a piece does not hold its whole chunk.
    if (from < chunk.length) add(Buffer.from(chunk.subarray(from)));
  }
  const torn = length > 0;
  if (torn) end();
  return { torn };
}
