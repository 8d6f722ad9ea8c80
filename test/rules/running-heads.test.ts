import { describe, expect, test } from "vitest";
import { isLayout, layoutLines, layoutMarks, marginContent, marginDefaults, marginFurniture, marginRule, type MarginRow } from "../../src/rules/running-heads.ts";

const claims = ({ pattern }: MarginRow, text: string): boolean => pattern.test(text.replace(/\s+/gu, ""));

describe.each([...marginContent, ...marginFurniture, ...layoutMarks, ...layoutLines])("$id", (row) => {
  test("explains its examples and nothing that looks alike", () => {
    expect(row.examples).not.toHaveLength(0);
    for (const example of row.examples) expect(claims(row, example), example).toBe(true);
    for (const other of row.not) expect(claims(row, other), other).toBe(false);
  });
});

test.each(marginContent.flatMap(({ margins, examples }) => examples.flatMap((example) => margins.map((margin) => [example, margin] as const))))(
  "“%s” in the %s is part of the notice",
  (example, margin) => {
    expect(marginRule(example, margin)).toBeNull();
  },
);

test.each(marginFurniture.flatMap(({ id, examples }) => examples.map((example) => [example, id] as const)))("“%s” is %s", (example, id) => {
  expect(marginRule(example, "footer")).toBe(id);
});

test("document numbers are part of the notice wherever they stand", () => {
  for (const margin of ["first-header", "header", "footer"] as const) expect(marginRule("示政办〔2031〕7号", margin)).toBeNull();
});

test("other lines are running heads and feet", () => {
  expect(marginRule("2021年重点工作任务分工", "header")).toBe(marginDefaults.header);
  expect(marginRule("示例市政务公开领导小组办公室编", "footer")).toBe(marginDefaults.footer);
});

test.each([
  [["示例市人民政府办公室", "文件"], true],
  [["示政办〔2021〕3号", "签发人：张某"], true],
  [["抄送：市委各部门。", "示例市人民政府办公室", "2021年3月5日印发"], true],
  [["市财政局", "市教育局"], false],
  [["任务", "责任单位", "示政办〔2021〕3号"], false],
  [["落实示政办〔2021〕3号文件，完善公开目录，及时更新权责清单并向社会公布，接受监督，年底前完成并报送", "市财政局"], false],
  [[], false],
] as const)("%j is a letterhead or colophon: %s", (lines, expected) => {
  expect(isLayout(lines)).toBe(expected);
});
