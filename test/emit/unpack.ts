/** What stands in a ZIP container, read by yauzl. */
import * as yauzl from "yauzl";

/** The parts of a container by name, and the times of its entries. */
export async function unpack(bytes: Uint8Array): Promise<{ parts: Map<string, string>; times: Set<number> }> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  const parts = new Map<string, string>();
  const times = new Set<number>();
  for await (const entry of zip.eachEntry()) {
    times.add(entry.lastModFileDate * 65_536 + entry.lastModFileTime);
    const local = new DataView(bytes.buffer, bytes.byteOffset + entry.relativeOffsetOfLocalHeader);
    times.add(local.getUint16(12, true) * 65_536 + local.getUint16(10, true));
    const chunks: Buffer[] = [];
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
    parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
  }
  return { parts, times };
}
