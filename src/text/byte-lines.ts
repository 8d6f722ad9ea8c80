/** The lines of a stream of bytes. A line ends at a line feed and nowhere else: in JSON, U+2028 and a carriage return are letters like others. */

/** A line, without its line feed. */
export interface ByteLine {
  readonly bytes: Buffer;
  /** Byte at which it begins, and the byte after its line feed, counted from the start of the stream. */
  readonly start: number;
  readonly end: number;
}

/** Lines in order; the last may lack its line feed. */
export async function* byteLines(stream: AsyncIterable<Buffer>): AsyncGenerator<ByteLine, void, undefined> {
  let pieces: Buffer[] = [];
  let start = 0;
  const take = (last: Buffer): ByteLine => {
    const bytes = pieces.length === 0 ? last : Buffer.concat([...pieces, last]);
    const line = { bytes, start, end: start + bytes.length + 1 };
    [pieces, start] = [[], line.end];
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield take(chunk.subarray(from, at));
      from = at + 1;
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
  }
  if (pieces.length > 0) yield take(Buffer.alloc(0));
}
