/** Blank cells at the top of a page: the rest of a merged cell, or the cells of a heading. */
import { expect, test } from "vitest";
import { isRight, missesOf, read } from "../../notices/measure.ts";
import { choiceNames, plainest, settle, type Choices } from "../../notices/choices.ts";
import { makeNotice } from "../../notices/notice.ts";

const plain = Object.fromEntries(choiceNames.map((name) => [name, plainest(name)])) as Choices;

test.each<readonly [seed: string, what: string, choices: Partial<Choices>]>([
  ["w2-602", "go on in a merged time that the page cuts", { count: "5", group: "pair", merge: "time", pages: "cut" }],
  ["w2-850", "go on in a merged class that the page cuts", { count: "5", group: "class-merged", pages: "cut", extra: "blank-rows" }],
  ["w2-193", "are a heading's own where it is numbered otherwise than the row above", { columns: "name+detail", group: "sums", pages: "over" }],
  ["101-63", "mean the class above where nobody merges cells", { count: "5", number: "in-text", group: "class-blank", pages: "over" }],
])("%s: they %s", async (seed, _, choices) => {
  const reading = await read(makeNotice(`notice-${seed}`, settle({ ...plain, ...choices })), "pdf");
  expect(isRight(reading), missesOf(reading)).toBe(true);
});
