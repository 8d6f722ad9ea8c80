import { describe, expect, test } from "vitest";
import { bare, bigramsOf, likeness, numberIn, plain, related, sameList, sameWords, similarity } from "./words.ts";

test.each([
  ["（一） 公开", "(一)公开"],
  ["“放管服”", "放管服"],
  ["，；：！", ",;:!"],
  ["〔2020〕\u200b6 6号", "〔2020〕66号"],
  ["《纲要》。", "《纲要》。"],
])("plain: %s", (words, folded) => {
  expect(plain(words)).toBe(folded);
});

test.each([
  ["（此件公开发布）", "此件公开发布"],
  ["市政务公开办。", "市政务公开办"],
  ["市政府（办公室）", "市政府(办公室)"],
])("bare: %s", (words, inner) => {
  expect(bare(words)).toBe(inner);
});

test("differences of words remain", () => {
  expect(sameWords("公开", "公示")).toBe(false);
  expect(sameWords("（二）公开", "(一)公开")).toBe(false);
  expect(sameList(["甲", "乙"], ["乙", "甲"])).toBe(false);
  expect(sameList(["甲"], ["甲", "乙"])).toBe(false);
  expect(related("", "甲")).toBe(false);
  expect(related("年底前", "2020年底前")).toBe(true);
});

test("likeness is the Dice coefficient of bigrams", () => {
  expect(likeness("甲乙丙", "甲乙丁")).toBe(0.5);
  expect(likeness("甲乙丙", "甲乙丙")).toBe(1);
  expect(similarity(bigramsOf(""), bigramsOf(""))).toBe(0);
});

describe("the number in a marker", () => {
  test.each([
    ["（一）", "1"],
    ["十、", "10"],
    ["（十二）", "12"],
    ["三十、", "30"],
    ["二十一", "21"],
    ["13.", "13"],
    ["第三阶段", "3"],
    ["附件", null],
  ])("%s", (marker, number) => {
    expect(numberIn(marker)).toBe(number);
  });
});
