/** Reads pieces of a file that are mostly asked for one behind the other: a block at a time then, and no more than the piece where they jump about. */
import type { FileHandle } from "node:fs/promises";

/** Bytes of a block, and how many of them stand before the piece: who writes side by side writes nearly in order. */
const [blockBytes, before] = [262_144, 32_768];

/** Pieces of one file. */
export interface Blocks {
  /** What is made of the bytes from here on: `least` of them, or all to the end of the file. They stand only until that is made. */
  readonly from: <T>(offset: number, least: number, make: (bytes: Buffer) => T) => T | Promise<T>;
}

/** Begins to read. */
export function openBlocks(file: FileHandle): Blocks {
  const room = Buffer.allocUnsafe(blockBytes);
  let block: Buffer = room.subarray(0, 0);
  let [start, last] = [0, 0];
  let whole = false;
  let reading: Promise<unknown> = Promise.resolve();

  const known = (offset: number, least: number): Buffer | null => {
    const at = offset - start;
    return at >= 0 && (at + least <= block.length || (whole && at <= block.length)) ? block.subarray(at) : null;
  };
  const read = async (offset: number, length: number): Promise<void> => {
    const buffer = length <= blockBytes ? room : Buffer.allocUnsafe(length);
    [block, whole] = [room.subarray(0, 0), false];
    const { bytesRead } = await file.read(buffer, 0, length, offset);
    [block, start, whole] = [buffer.subarray(0, bytesRead), offset, bytesRead < length];
  };

  return {
    from: (offset, least, make) => {
      const there = known(offset, least);
      const isNear = Math.abs(offset - last) < blockBytes;
      last = offset;
      if (there !== null) return make(there);
      const begin = isNear ? Math.max(0, offset - before) : offset;
      // One after the other: all read into the same room.
      const made = reading.then(async () => {
        if (known(offset, least) === null) await read(begin, offset - begin + (isNear ? Math.max(least, blockBytes - before) : least));
        return make(block.subarray(offset - start));
      });
      reading = made.catch(() => undefined);
      return made;
    },
  };
}
