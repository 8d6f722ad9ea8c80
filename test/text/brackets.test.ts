import fc from "fast-check";
import { expect, test } from "vitest";
import { outerBrackets } from "../../src/text/brackets.ts";

const inner = (text: string): string[] => outerBrackets(text).map((bracket) => bracket.inner);

test.each([
  ["做好公开（市教育局）。", ["市教育局"]],
  ["各市、县（市、区）政府（含管委会（新区））", ["市、区", "含管委会（新区）"]],
  ["(市教育局）", ["市教育局"]],
  ["修订办法。［市教育局｝", ["市教育局"]],
  ["修订办法。〖市教育局（牵头）〗", ["市教育局（牵头）"]],
  ["《条例（试行）》规定（市司法局）", ["市司法局"]],
  ["“互联网（+）”", []],
  ["（没有关上", []],
  ["（跨行\n不算）（市财政局）", ["市财政局"]],
  ["清淤河道。（市水利局、\n市财政局）", ["市水利局、\n市财政局"]],
  ["清淤河道。（市水利局牵头， \n各县区配合）", ["市水利局牵头， \n各县区配合"]],
  ["清淤河道（重点是干流、\n2.检修泵站（市水务局）", ["市水务局"]],
  ["清淤河道（重点是干流，\n支流。随后检修）（市水务局）", ["市水务局"]],
])("%s", (text, expected) => {
  expect(inner(text)).toEqual(expected);
});

test("offsets cut out the bracket with both signs", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."（）()〔〕《》“”甲乙\n") }), (text) => {
      for (const { start, end, inner: words } of outerBrackets(text)) {
        expect(text.slice(start + 1, end - 1)).toBe(words);
        expect("（(〔").toContain(text.charAt(start));
        expect("）)〕").toContain(text.charAt(end - 1));
      }
    }),
  );
});
