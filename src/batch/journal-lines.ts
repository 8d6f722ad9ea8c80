/** The lines of a journal of any size, as bytes: neither the file nor a line that never ends is held in memory as a whole. */
import { open } from "node:fs/promises";

/** A line longer than this, in bytes, is no entry. */
export const longestLine = 4_000_000;

/** So much is read at a time. */
const roomBytes = 1 << 20;

/** A line, without its line feed; null for one that is too long to be an entry. The bytes stand only while it is told of. */
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
  const file = await open(path, "r");
  try {
    const room = Buffer.allocUnsafe(roomBytes);
    for (;;) {
      const { bytesRead } = await file.read(room, 0, room.length, null);
      if (bytesRead === 0) break;
      const chunk = room.subarray(0, bytesRead);
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        if (at > from) add(chunk.subarray(from, at));
        end();
        from = at + 1;
      }
      // A copy, since the next chunk takes its room.
      if (from < chunk.length) add(Buffer.from(chunk.subarray(from)));
    }
  } finally {
    await file.close();
  }
  const torn = length > 0;
  if (torn) end();
  return { torn };
}
