/** ZIP containers, written entry by entry; nothing is held back but what is being compressed. */
import { Zip, ZipDeflate } from "fflate";
import type { Pieces } from "../output.ts";

/** One file of a container. */
export interface ZipEntry {
  readonly name: string;
  readonly pieces: AsyncIterable<string> | Iterable<string>;
}

/** Noon of the first day that ZIP knows, by the clock of whatever zone the writer is in: no entry tells when or where it was written. */
const moment = "1980-01-01T12:00:00";

/** The container. Compressed by the same JavaScript everywhere: what Node has built in gives other bytes on other processors. */
export async function* zipOf(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): Pieces {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    // Typed as never null; it is null unless the library is misused.
    if (error instanceof Error) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  for await (const { name, pieces } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = moment;
    zip.add(file);
    for await (const piece of pieces) {
      file.push(encoder.encode(piece));
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
