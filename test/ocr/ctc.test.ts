import { describe, expect, test } from "vitest";
import { decode } from "../../src/ocr/ctc.ts";

/** Rows of probabilities of: nothing, 甲, 乙, a blank. */
function steps(...rows: readonly (readonly number[])[]): Parameters<typeof decode>[0] {
  return { probabilities: Float32Array.from(rows.flat()), steps: rows.length, classes: 4 };
}
const alphabet = ["甲", "乙", " "];

describe("steps along a line become characters", () => {
  test("neighbours alike are one character, and two when nothing stands between them", () => {
    const read = decode(steps([1, 0, 0, 0], [0.25, 0.75, 0, 0], [0, 1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0]), alphabet);
    expect(read.map(({ text, from, to }) => [text, from, to])).toEqual([["甲", 0.2, 0.6], ["甲", 0.8, 1]]);
  });

  test("each with the most sure of its steps, and the runner-up there", () => {
    const [read] = decode(steps([0.25, 0.5, 0.25, 0], [0, 0.625, 0.375, 0]), alphabet);
    expect(read).toEqual({ text: "甲", from: 0, to: 1, probability: 0.625, other: { text: "乙", probability: 0.375 } });
  });

  test("blanks are none, and a line without steps has no characters", () => {
    expect(decode(steps([0, 0, 0, 1]), alphabet)).toEqual([]);
    expect(decode(steps(), alphabet)).toEqual([]);
  });
});
