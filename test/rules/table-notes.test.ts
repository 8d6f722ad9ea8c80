import { describe, expect, test } from "vitest";
import { recogniseTableNote, tableNotes } from "../../src/rules/table-notes.ts";

describe.each(tableNotes)("full-width row $id", (note) => {
  test.each([...note.examples])("%s", (words) => {
    expect(recogniseTableNote(words)).toBe(note.means);
  });

  test.each([...note.not])("not %s", (words) => {
    expect(recogniseTableNote(words)).toBeNull();
  });
});
