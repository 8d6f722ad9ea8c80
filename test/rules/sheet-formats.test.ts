import { expect, test } from "vitest";
import { builtInFormats } from "../../src/rules/sheet-formats.ts";

test("the formats that every workbook may name are all there", () => {
  const numbers = Object.keys(builtInFormats).map(Number);
  expect(numbers).toEqual([...Array.from({ length: 23 }, (_, i) => i), ...Array.from({ length: 32 }, (_, i) => i + 27)]);
});
