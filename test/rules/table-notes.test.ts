import { describe, expect, test } from "vitest";
import { addsUp, blanksRepeat, firstUnit, readRowRoles, recogniseTableNote, rowNote, signLine, signs, tableNotes } from "../../src/rules/table-notes.ts";

describe.each(tableNotes)("full-width row $id", (note) => {
  test.each([...note.examples])("%s", (words) => {
    expect(recogniseTableNote(words)).toBe(note.means);
  });

  test.each([...note.not])("not %s", (words) => {
    expect(recogniseTableNote(words)).toBeNull();
  });
});

test.each([...blanksRepeat.examples])("%s: blanks repeat", (words) => {
  expect(blanksRepeat.pattern.test(words)).toBe(true);
});

test.each([...blanksRepeat.not])("%s: they do not", (words) => {
  expect(blanksRepeat.pattern.test(words)).toBe(false);
});

test.each([...signLine.examples])("%s is signed", (words) => {
  expect(signs(words)).toBe(true);
});

test.each([...signLine.not])("%s is not", (words) => {
  expect(signs(words)).toBe(false);
});

test.each(["合计", "小计（万元）", "总计："])("%s adds up the rows above", (words) => {
  expect(addsUp(words.normalize("NFKC"))).toBe(true);
});

test.each(["合计划拨资金", "1", ""])("“%s” does not", (words) => {
  expect(addsUp(words)).toBe(false);
});

test.each([...rowNote.examples])("$words gives roles to rows", ({ words, numbers, units, role }) => {
  const [read] = readRowRoles(words);
  expect(read?.numbers).toEqual(numbers);
  expect(words.slice(...(read?.units ?? [0, 0]))).toBe(units);
  expect(read?.role).toBe({ 牵头: "lead", 负责: "responsible" }[role]);
});

test.each([...firstUnit.examples])("%s names a place in the row", (words) => {
  expect(firstUnit.pattern.test(words)).toBe(true);
});

test.each([...firstUnit.not])("%s names a unit", (words) => {
  expect(firstUnit.pattern.test(words)).toBe(false);
});

test.each([...rowNote.not])("%s gives none", (words) => {
  expect(readRowRoles(words)).toEqual([]);
});
