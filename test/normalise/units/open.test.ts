import { expect, test } from "vitest";
import { readOpen } from "../../../src/normalise/units/open.ts";
import { openWords } from "../../../src/rules/units/words.ts";

test.each(openWords.examples)("%s opens a list", (words) => expect(readOpen(`市财政局${words}`)).toEqual({ start: 4, rest: 4 + words.length }));

test("behind 等和 the list goes on", () => {
  const words = "商务部等和各有关省级人民政府";
  expect(words.slice(readOpen(words)?.rest)).toBe("各有关省级人民政府");
});

test.each(["市高等教育处", "等级保护办公室", "中等职业学校", "平等协商办"])("%s does not open a list", (words) => expect(readOpen(words)).toBeNull());
