import { describe, expect, test } from "vitest";
import { aboutPerson, announcesDeadlines, announcesWork, clockCell, columnKind, columnRules, contactHead, dayHead, findPeriod, headsShare, looksBinding, looksLikeTime, scoring, shareHead, termOfProject, termOfValidity, thirdOfMonth, timePart, timeParts, yearHead } from "../../src/rules/columns.ts";

describe.each(columnRules)("column $id", (rule) => {
  test.each([...rule.examples])("%s", (header) => {
    expect(columnKind(header)).toBe(rule.kind);
  });
});

describe.each([termOfProject, termOfValidity, aboutPerson, contactHead, thirdOfMonth])("$id", ({ pattern, examples, not }) => {
  test.each([...examples])("%s", (words) => expect(words).toMatch(pattern));
  test.each([...not])("not %s", (words) => expect(words).not.toMatch(pattern));
});

describe.each(timeParts)("$id", ({ kind, examples, not }) => {
  test.each([...examples])("%s", (words) => {
    expect(timePart(words)).toBe(kind);
  });

  test.each([...not])("not %s", (words) => {
    expect(timePart(words)).not.toBe(kind);
  });
});

test.each([...yearHead.examples])("%s heads a column of a year", (head) => {
  expect(yearHead.pattern.test(head)).toBe(true);
  expect(head.slice(...(findPeriod(head) ?? [0, 0]))).toMatch(/^20\d{2}年(?:度|前|底)?$/u);
});

test.each([...yearHead.not])("%s heads none", (head) => {
  expect(yearHead.pattern.test(head)).toBe(false);
});

test.each([...clockCell.examples])("%s is a time of the day", (words) => expect(words).toMatch(clockCell.pattern));

test.each([...clockCell.not])("%s is more than a time of the day", (words) => expect(words).not.toMatch(clockCell.pattern));

test.each([...dayHead.examples])("%s heads a column of days", (head) => {
  expect(columnKind(head)).toBe("period");
});

test.each([...dayHead.not])("%s heads no column of days", (head) => {
  expect(dayHead.pattern.test(head)).toBe(false);
});

test.each([["第一周（6月3日—6月9日）", "6月3日—6月9日"], ["第2周 (6.10-6.16)", "6.10-6.16"], ["6月上旬任务", "6月上旬"], ["6 月 15 日前", "6 月 15 日前"], ["第一季度目标", "第一季度"]])("%s is the period %s", (head, period) => {
  const found = findPeriod(head);
  expect(found === null ? null : head.slice(...found)).toBe(period);
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
  ["建设内容及目标", "aim"],
  ["工作内容及目标", "content"],
  ["目标任务和工作措施", "detail"],
])("%s joins two headers", (header, kind) => {
  expect(columnKind(header)).toBe(kind);
});

test.each(["责任单位", "姓名", "2020年", "各级政府部门要高度重视"])("%s is no header of these", (header) => {
  expect(columnKind(header)).toBeNull();
});

test.each([...scoring.examples])("%s gives points", (words) => {
  expect(scoring.pattern.test(words)).toBe(true);
});

test.each([...scoring.not])("%s gives none", (words) => {
  expect(scoring.pattern.test(words)).toBe(false);
});

test.each(["需协调事项", "需解决事项", "审批事项", "便民服务事项", "注意事项", "信访事项", "具体事项内容"])("%s is no head of tasks", (header) => {
  expect(columnKind(header)).not.toBe("task");
});

test.each(["年底前", "2021年6月底前", "持续推进", "三季度", "2031-05-31", "2031/6/15", "2031.6"])("%s looks like a time", (words) => {
  expect(looksLikeTime(words)).toBe(true);
});

test.each(["县教育局", "2031-20-1", "完成农村公路改造100公里，年内通车，并做好后续养护工作，确保质量。"])("%s does not", (words) => {
  expect(looksLikeTime(words)).toBe(false);
});

test.each(["重点任务", "工作措施", "整改措施", "民生实事", "主要工作内容"])("%s announces work", (header) => {
  expect(announcesWork(header)).toBe(true);
});

test.each(["项目内容", "工作时间", "评分标准", "服务要求", "工作岗位"])("%s does not", (header) => {
  expect(announcesWork(header)).toBe(false);
});

test.each(["完成时限", "时间节点", "完成时间", "进度要求"])("%s announces deadlines", (header) => {
  expect(announcesDeadlines(header)).toBe(true);
});

test.each(["时间", "日期", "开课学期"])("%s does not announce deadlines", (header) => {
  expect(announcesDeadlines(header)).toBe(false);
});

test.each(["2021年6月底前", "年底前", "持续推进", "三季度"])("%s binds", (words) => {
  expect(looksBinding(words)).toBe(true);
});

test.each(["9月12日", "9月4日—9月10日", "8:30-9:00", "2032年1月—12月", "第一单元"])("%s does not bind", (words) => {
  expect(looksBinding(words)).toBe(false);
});

test.each(["反馈时间", "答复时间", "上报时间", "文件印发时间"])("%s tells what was", (header) => {
  expect(columnKind(header)).not.toBe("time");
});

test.each(["拟印发时间", "应反馈时间", "报送时间"])("%s tells until when", (header) => {
  expect(columnKind(header)).toBe("time");
});

test.each([...shareHead.examples])("%s heads a share", (words) => {
  expect(shareHead.pattern.test(words)).toBe(true);
});

test.each([...shareHead.not])("%s heads none", (words) => {
  expect(shareHead.pattern.test(words)).toBe(false);
});

test("shares are of one kind", () => {
  expect([["近期任务", "远期任务"], ["上半年", "下半年"], ["工作任务", "具体措施"], ["存在问题", "牵头单位"]].map(headsShare)).toEqual([true, true, false, false]);
});
