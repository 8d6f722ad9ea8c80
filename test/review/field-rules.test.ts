/** What a file without the program takes is what a file of corrections takes. */
import { expect, test } from "vitest";
import { valueIssue } from "../../src/dataset/correct/overrides.ts";
import { fieldRules } from "../../src/review/field-rules.ts";

/** As an input of HTML holds words to its pattern. */
const fits = (pattern: string, words: string): boolean => new RegExp(`^(?:${pattern})$`, "v").test(words);

const said: readonly (readonly [field: string, words: string, isFit: boolean])[] = [
  ["people", "张三（责任人）", true],
  ["people", "张三(责任人)", true],
  ["people", "李四（县住建局 责任人）", true],
  ["people", "张三（责任人）；李四（县住建局 责任人）", true],
  ["people", "张三（责任人）; 李四（联系人） ；", true],
  ["people", "欧阳 娜娜（组长）", true],
  ["people", "张三", false],
  ["people", "张三（）", false],
  ["people", "（责任人）", false],
  ["people", " （责任人）", false],
  ["people", "张三（责任人）；李四", false],
  ["people", "张三（责任人", false],
  ["people", "张三（责任人）（组长）", false],
  ["people", "张三（责任人）李四（组长）", false],
  ["others", "指导：市财政局；督导：市审计局", true],
  ["others", "市财政局", false],
  ["due", "2026-12-31", true],
  ["due", "2026-13-31", false],
  ["kind", "task", true],
  ["kind", "x", false],
];

test.each(said)("%s %s", (field, words, isFit) => {
  const pattern = fieldRules("zh")[field]?.pattern ?? ".*";
  expect([fits(pattern, words), valueIssue("a/1", field, words) === null]).toEqual([isFit, isFit]);
});

test("every field that refuses words has a form that a browser understands, and a sentence", () => {
  for (const [field, { takes, pattern, wrong }] of Object.entries(fieldRules("zh"))) {
    if (takes !== "words" || wrong === "") continue;
    expect(pattern, field).not.toBeNull();
    expect(fits(pattern ?? "", "？"), field).toBe(false);
  }
});
