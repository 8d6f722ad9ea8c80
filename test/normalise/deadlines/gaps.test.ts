/** Times of which a part is left open: what is printed beside the gap gives no day. */
import { expect, test } from "vitest";
import { findDeadlines } from "../../../src/normalise/deadlines/find.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";

const context = { year: 2031, issued: "2031-01-15" };
const dues = (text: string): (string | null)[] => parseDeadline(text, context).map(({ due }) => due);

test.each([
  "2031年×月×日前", "2031年　月　日前", "2031年某月前", "2031年__月底前", "2031年 月底前", "（　）月底前", "？月底前", "+月底前", "干月底前", "6月×日前",
  "2031年6月　日前", "2031年11*月15日前", "第三季度某月底前", "2031年（ ）月（ ）日",
])("%s has no day", (text) => {
  const readings = parseDeadline(text, context);
  expect(readings.length).toBeGreaterThan(0);
  expect(dues(text)).toEqual(readings.map(() => null));
});

test.each(["20××年6月底前完成整改。", "某年6月底前完成整改。", "？月底前完成整改。"])("%s binds nothing to a day", (text) => {
  expect(findDeadlines(text, context).filter(({ due }) => due !== null)).toEqual([]);
});

test.each([
  ["月底前", "2031-01-31"], ["（月底前）", "2031-01-31"], ["2031年（6月底前）", "2031-06-30"], ["陆月底前", "2031-06-30"], ["拾贰月底前", "2031-12-31"], ["2031年", "2031-12-31"],
  ["2031年月度调度", "2031-12-31"], ["6月", "2031-06-30"], ["2031年3月—6月", "2031-06-30"], ["一周年内", "2032-01-15"],
])("%s keeps its day", (text, due) => {
  expect(dues(text)).toContain(due);
});
