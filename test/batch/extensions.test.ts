import { expect, test } from "vitest";
import { documentExtensions, isTaken } from "../../src/batch/extensions.ts";
import { formats } from "../../src/read/formats.ts";

test("the documents among the formats, and nothing else", () => {
  const known = formats.filter(({ mediaType }) => !mediaType.startsWith("image/")).flatMap(({ extensions }) => extensions);
  expect([...documentExtensions].sort()).toEqual([...new Set(known)].sort());
});

test.each([
  ["a/通知.HTML", true],
  ["a/b.docx", true],
  ["~$b.docx", false],
  [".hidden.html", false],
  ["style.css", false],
  ["scan.png", false],
  ["README", false],
])("%s taken: %s", (file, taken) => {
  expect(isTaken(file)).toBe(taken);
});
