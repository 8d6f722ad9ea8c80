import { describe, expect, test } from "vitest";
import { labelRow, labelRows, labelWords } from "../../../src/rules/metadata/labels.ts";
import { readLabels } from "../../../src/segment/front/page-record.ts";
import { documentOf } from "../../segment/build-document.ts";

describe.each(labelRows.map((row) => [row.id, row] as const))("label row %s", (_, row) => {
  test("has examples", () => {
    expect(row.examples).not.toHaveLength(0);
  });

  test.each(row.examples)("reads $line", ({ line, value }) => {
    const document = documentOf([line]);
    const entries = readLabels(document, { start: 0, end: line.length });
    expect(entries).toHaveLength(1);
    expect(entries[0]?.row?.id).toBe(row.id);
    expect(entries[0]?.value.text).toBe(value);
  });

  test("its words lead to a row of the same field", () => {
    for (const word of row.words) expect(labelRow(word)?.field).toBe(row.field);
  });
});

test("ids are unique, words are folded and sorted longest first", () => {
  expect(new Set(labelRows.map((row) => row.id)).size).toBe(labelRows.length);
  for (const word of labelWords) expect(word).toBe(word.normalize("NFKC").replace(/\s/gu, ""));
  expect([...labelWords].sort((a, b) => b.length - a.length)).toEqual(labelWords);
});
