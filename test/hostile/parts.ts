/** What lies inside containers: the parts of a ZIP file and the streams of a PDF, taken out, changed and put back. */
import { deflateSync, inflateRawSync, inflateSync } from "node:zlib";
import { zip } from "../read/docx/build.ts";

/** The parts of a ZIP file in good order. */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Uint8Array>();
  let at = file.readUInt32LE(file.lastIndexOf("PK\x05\x06", undefined, "latin1") + 16);
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [method, packed, name, extra, comment] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const data = file.subarray(start, start + packed);
    parts.set(file.toString("utf8", at + 46, at + 46 + name), method === 0 ? data : inflateRawSync(data));
    at += 46 + name + extra + comment;
  }
  return parts;
}

export function rezip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zip([...parts].map(([name, bytes]) => ({ name, bytes })));
}

/** A Flate stream of a PDF: where its packed bytes lie, and what they hold. */
export interface Stream {
  readonly start: number;
  readonly end: number;
  readonly content: Uint8Array;
}

/** The Flate streams of a PDF without predictors that unpack. */
export function streamsOf(bytes: Uint8Array): Stream[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const streams: Stream[] = [];
  for (const { index, 0: mark } of file.matchAll(/\bstream\r?\n/gu)) {
    const dictionary = file.slice(Math.max(0, index - 300), index);
    const start = index + mark.length;
    const end = file.indexOf("endstream", start);
    if (end === -1 || !dictionary.includes("FlateDecode") || file.slice(index - 3, index) === "end") continue;
    try {
      streams.push({ start, end, content: inflateSync(bytes.subarray(start, end)) });
    } catch {
      // Of another kind, or damaged already.
    }
  }
  return streams;
}

/** A PDF with other content in one of its streams. What fits is laid over the old bytes, so that all places remain true. */
export function withStream(bytes: Uint8Array, { start, end }: Stream, content: Uint8Array): Uint8Array {
  const packed = deflateSync(content);
  if (packed.length > end - start) return new Uint8Array(Buffer.concat([bytes.subarray(0, start), packed, Buffer.from("\n"), bytes.subarray(end)]));
  const changed = Uint8Array.from(bytes);
  changed.set(packed, start);
  changed.fill(0x20, start + packed.length, end);
  return changed;
}
