import { describe, expect, test } from "vitest";
import { columnKind, columnRules, looksLikeTime } from "../../src/rules/columns.ts";

describe.each(columnRules)("column $id", (rule) => {
  test.each([...rule.examples])("%s", (header) => {
    expect(columnKind(header)).toBe(rule.kind);
  });
});

test("each example is claimed by one row only", () => {
  for (const { id, examples } of columnRules) {
    for (const example of examples) {
      const words = example.normalize("NFKC").replace(/\s/gu, "");
      const claimed = columnRules.filter(({ pattern }) => pattern.test(words)).map((rule) => rule.id);
      expect(claimed, example).toEqual([id]);
    }
  }
});

test.each([
  ["建设内容及目标", "content"],
  ["目标任务和工作措施", "detail"],
])("%s joins two headers", (header, kind) => {
  expect(columnKind(header)).toBe(kind);
});

test.each(["责任单位", "姓名", "2020年", "各级政府部门要高度重视"])("%s is no header of these", (header) => {
  expect(columnKind(header)).toBeNull();
});

test.each(["年底前", "2021年6月底前", "持续推进", "三季度"])("%s looks like a time", (words) => {
  expect(looksLikeTime(words)).toBe(true);
});

test.each(["县教育局", "完成农村公路改造100公里，年内通车，并做好后续养护工作，确保质量。"])("%s does not", (words) => {
  expect(looksLikeTime(words)).toBe(false);
});
