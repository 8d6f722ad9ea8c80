import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readStream, streamNames } from "../../src/read/compound-file.ts";
import { compoundFile, compoundFileOf } from "./containers.ts";

const filled = (length: number, seed: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8) * 7 + seed) & 255);
const streams = { Workbook: filled(9000, 1), "1Table": filled(4096, 2), Small: filled(100, 3), Tiny: filled(1, 4), Empty: new Uint8Array() };

test("streams of every length come back byte for byte", () => {
  const file = compoundFileOf(streams);
  expect(streamNames(file)).toEqual(Object.keys(streams));
  for (const [name, bytes] of Object.entries(streams)) expect(readStream(file, name)).toEqual({ bytes, whole: true });
  expect(readStream(file, "WORKBOOK")?.bytes).toEqual(streams.Workbook);
  expect(readStream(file, "Other")).toBeNull();
});

test("a table of more than 109 sectors goes on in a chain of its own", () => {
  const bytes = filled(8_000_000, 5);
  const file = compoundFileOf({ Workbook: bytes, Small: filled(70, 6) });
  expect(Buffer.compare(readStream(file, "Workbook")?.bytes ?? new Uint8Array(), bytes)).toBe(0);
  expect(readStream(file, "Small")).toEqual({ bytes: filled(70, 6), whole: true });
});

test("streams of an embedded object are not those of the file", () => {
  const file = compoundFileOf({ Workbook: filled(5000, 1) }, { WordDocument: filled(5000, 2) });
  expect(streamNames(file)).toEqual(["Workbook", "MBD00000001"]);
  expect(readStream(file, "WordDocument")).toBeNull();
});

test("other bytes are no compound file", () => {
  expect(readStream(new TextEncoder().encode("x".repeat(600)), "Workbook")).toBeNull();
  expect(readStream(compoundFile("Workbook"), "Workbook")?.bytes).toHaveLength(0);
});

test("a stream whose chain breaks off gives what is there, and says so", () => {
  const file = compoundFileOf({ Workbook: streams.Workbook });
  // The allocation table stands in the last sector; the stream takes the first 18.
  new DataView(file.buffer).setUint32(file.length - 512 + 4 * 9, 0xffffffff, true);
  expect(readStream(file, "Workbook")).toEqual({ bytes: streams.Workbook.subarray(0, 5120), whole: false });
  for (let length = file.length; length > 0; length -= 97) readStream(file.slice(0, length), "Workbook");
});

test("chains, directories and tables that bite their tails end", () => {
  const file = compoundFileOf({ Workbook: streams.Workbook, Small: streams.Small });
  for (let at = 0; at + 4 <= file.length; at += 4) {
    for (const value of [0, 1, 5, 0x7fffffff, 0xffffffff]) {
      const broken = Uint8Array.from(file);
      new DataView(broken.buffer).setUint32(at, value, true);
      for (const name of ["Workbook", "Small"]) expect(readStream(broken, name)?.bytes.length ?? 0).toBeLessThanOrEqual(file.length);
    }
  }
});

test("a .doc of an office has its streams, whole", () => {
  const file = Uint8Array.from(readFileSync(new URL("../../corpus/seeds/files/guichi-2018.doc", import.meta.url)));
  expect(streamNames(file)).toContain("WordDocument");
  for (const name of ["WordDocument", "1Table", "Data"]) expect(readStream(file, name)?.whole).toBe(true);
});
