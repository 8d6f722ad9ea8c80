import { describe, expect, test } from "vitest";
import { addsUp, recogniseTableNote, tableNotes } from "../../src/rules/table-notes.ts";

describe.each(tableNotes)("full-width row $id", (note) => {
  test.each([...note.examples])("%s", (words) => {
    expect(recogniseTableNote(words)).toBe(note.means);
  });

  test.each([...note.not])("not %s", (words) => {
    expect(recogniseTableNote(words)).toBeNull();
  });
});

test.each(["合计", "小计（万元）", "总计："])("%s adds up the rows above", (words) => {
  expect(addsUp(words.normalize("NFKC"))).toBe(true);
});

test.each(["合计划拨资金", "1", ""])("“%s” does not", (words) => {
  expect(addsUp(words)).toBe(false);
});
