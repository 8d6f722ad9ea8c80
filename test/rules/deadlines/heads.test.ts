import { expect, test } from "vitest";
import { canBegin, headOf } from "../../../src/rules/deadlines/heads.ts";

const noPiece = (name: string): never => {
  throw new Error(name);
};
const head = (pattern: string) => headOf(pattern, noPiece);

test.each([
  ["每(?:月|季度)", ["每月", "每季"], ["每年", "月每", "季度"]],
  ["(?:截[至止])?[到至]?月", ["截至", "截止", "到月", "月", "月底"], ["截月", "止到"]],
  ["(?<!防)汛期?(?!间)", ["汛期", "汛", "汛前"], ["防汛", "期汛"]],
  ["[0-9]{1,2}月(?:底|末)", ["0月"], ["0年", "月底"]],
  ["(?:19|20)[0-9]{2}年?[0-9]{1,2}月", ["0年", "0月"], ["0日"]],
  ["每隔?[0-9]{1,3}天", ["每0", "每隔"], ["每天", "0天"]],
  ["待(?<event>[^,。]{2,9}?)后", ["待规", "待后"], ["规待"]],
  ["(?<sep>[-/])a\\k<sep>\\(", ["-a", "/a"], ["a-", "-("]],
  ["十*一", ["十十", "十一", "一"], ["二一", "年十"]],
])("%s begins with %j, not with %j", (pattern, yes, no) => {
  expect(yes.filter((words) => !canBegin(head(pattern), words.charAt(0), words.charAt(1), true))).toEqual([]);
  expect(no.filter((words) => canBegin(head(pattern), words.charAt(0), words.charAt(1), true))).toEqual([]);
});

test.each([
  ["[0-9]{1,3}日?(?:之前|以前|前)", ["前", "0123456789"]],
  ["(?:起|开始|以后)", ["开起后", "始起后", "开以起", "始以起"]],
  ["[至到]?月{0,1}", []],
  ["[^,]+", []],
])("%s needs %j", (pattern, sets) => {
  const sorted = (words: readonly string[]) => words.map((set) => [...set].sort().join("")).sort();
  expect(sorted(head(pattern).needs)).toEqual(sorted(sets));
});

test("a piece is asked for by name", () => {
  expect(canBegin(headOf("{month:a}前", (name) => head(name === "month" ? "[0-9]{1,2}月" : "")), "0", "月", true)).toBe(true);
});
