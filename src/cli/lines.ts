/** The lines of a stream, each taken only when the one before is done with. */
import type { Readable } from "node:stream";

/** A line of UTF-8 text, or null for one that is longer than allowed and was not kept. */
export async function* linesOf(stream: Readable, limit: number): AsyncGenerator<string | null, void, void> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = (): string | null => {
    const line = size > limit ? null : Buffer.concat(parts).toString("utf8").replace(/\r$/u, "");
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of stream as AsyncIterable<Buffer | string>) {
    let rest = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      add(rest.subarray(0, end));
      yield take();
      rest = rest.subarray(end + 1);
    }
    add(rest);
  }
  if (size > 0) yield take();

  function add(piece: Buffer): void {
    size += piece.length;
    if (size <= limit) parts.push(piece);
    else parts = [];
  }
}
