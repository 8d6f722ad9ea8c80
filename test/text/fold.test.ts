import fc from "fast-check";
import { expect, test } from "vitest";
import { countInk, fold, folded, isBlank } from "../../src/text/fold.ts";

test("folds width and drops layout space, with the way back", () => {
  const { text, at } = fold("２０２０ 年\n（一）");
  expect(text).toBe("2020年(一)");
  expect(at(4)).toBe(5);
  expect(at(text.length)).toBe(10);
});

test("blanks at the beginning shift everything", () => {
  const { text, at } = fold("　（一）");
  expect([text, at(0), at(1), at(3)]).toEqual(["(一)", 1, 2, 4]);
});

test("one printed character may fold to several", () => {
  const { text, at } = fold("甲㈠乙");
  expect(text).toBe("甲(一)乙");
  expect([at(1), at(3), at(4)]).toEqual([1, 1, 2]);
});

test("characters outside the basic plane keep their two units", () => {
  expect(fold("𠮷\u3000山").at(2)).toBe(3);
});

test("every folded character leads to the printed one that it came from", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."甲乙 　\n（１a…㈠𠮷②") }), (printed) => {
      const { text, at } = fold(printed);
      for (let i = 0; i < text.length; i++) expect(at(i)).toBeLessThan(printed.length);
      for (let i = 1; i < text.length; i++) expect(at(i)).toBeGreaterThanOrEqual(at(i - 1));
      expect(at(text.length)).toBe(printed.length);
    }),
  );
});

test("ink is what a person sees", () => {
  expect(countInk(" 甲\u3000乙\n\u200b")).toBe(2);
  expect(isBlank("\u00a0\u3000")).toBe(true);
  expect(folded("责 任 单 位")).toBe("责任单位");
});
