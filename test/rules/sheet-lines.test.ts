import { expect, test } from "vitest";
import { isSheetLine, sheetLine } from "../../src/rules/sheet-lines.ts";

test.each([...sheetLine.examples])("%s stands around a table", (words) => {
  expect(isSheetLine(words)).toBe(true);
});

test.each([...sheetLine.not])("%s does not", (words) => {
  expect(isSheetLine(words)).toBe(false);
});
