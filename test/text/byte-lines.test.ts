/** Lines of bytes, wherever a stream is cut. */
import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLines } from "../../src/text/byte-lines.ts";

async function linesOf(bytes: Buffer, sizes: readonly number[]): Promise<{ readonly text: string; readonly start: number; readonly end: number }[]> {
  const chunks: Buffer[] = [];
  for (let [at, i] = [0, 0]; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  const lines = [];
  for await (const { bytes: line, start, end } of byteLines(Readable.from(chunks))) lines.push({ text: line.toString(), start, end });
  return lines;
}

test("are those between line feeds, however the stream is cut", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom("", "{}", "一二", "a\u2028b", "a\u2029", "\r", "a\rb", "\u0085")), fc.boolean(), fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), async (lines, ends, sizes) => {
      const text = `${lines.join("\n")}${ends ? "\n" : ""}`;
      const wanted = text.split("\n");
      if (wanted.at(-1) === "") wanted.pop();
      const found = await linesOf(Buffer.from(text), sizes);
      expect(found.map((line) => line.text)).toEqual(wanted);
      for (const { text: line, start } of found) expect(Buffer.from(text).subarray(start, start + Buffer.byteLength(line)).toString()).toBe(line);
      expect(found.map(({ start }) => start).slice(1)).toEqual(found.map(({ end }) => end).slice(0, -1));
    }),
  );
});
