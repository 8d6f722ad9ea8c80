import { describe, expect, test } from "vitest";
import { beginsWord, boundaries } from "../../../src/rules/deadlines/boundaries.ts";
import { findDeadlines } from "../../../src/normalise/deadlines/find.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";

const context = { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-06-08" } as const;

test("each character has one row", () => {
  expect(new Set(boundaries.map(({ begins }) => begins)).size).toBe(boundaries.length);
  expect(boundaries.flatMap(({ examples }) => examples).length).toBeGreaterThan(100);
});

/** Times that may stand before the character of a row. */
const timesBefore: Readonly<Record<string, readonly string[]>> = {
  inside: ["2021年", "三年", "年", "30天", "3个工作日"], before: ["2021年", "年底", "6月", "10日"], after: ["2021年", "9月1日"], bottom: ["6月", "2021年", "年"], end: ["月", "季度", "三季度", "2021年"],
  close: ["2021年", "年"], early: ["2021年", "6月", "年"], middle: ["2021年"], between: ["3月和9月"], until: ["2021年12月31日"], from: ["2021年", "从7月"],
};

describe.each(boundaries)("words with $begins", ({ id, begins, examples, not }) => {
  const times = timesBefore[id] ?? [];

  test.each(examples)("%s is a word: no time takes its first character", (word) => {
    expect(beginsWord(word, 0)).toBe(true);
    for (const time of times) {
      for (const text of [`${time}${word}`, `推进${time}${word}，加强${time}${word}。`]) {
        for (const { text: read } of [...parseDeadline(text, context), ...findDeadlines(text, context)]) expect(read === text || !read.endsWith(begins)).toBe(true);
      }
      expect(findDeadlines(`推进${time}${word}。`, context)).toEqual([]);
    }
  });

  test.each(not)("%s begins with the end of the time", (words) => {
    expect(words.startsWith(begins)).toBe(true);
    expect(beginsWord(words, 0)).toBe(false);
  });
});
