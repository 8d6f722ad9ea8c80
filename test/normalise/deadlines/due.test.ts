import { expect, test } from "vitest";
import type { Deadline } from "../../../src/model/notice.ts";
import { taskDue } from "../../../src/normalise/deadlines/due.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";

const context = { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-06-08" } as const;

function deadlines(words: string, origin: Deadline["origin"]): Deadline[] {
  return parseDeadline(words, context).map((reading) => ({ ...reading, origin, place: [] }));
}

test.each([
  ["latest of the cell", [...deadlines("8月底前、9月底前", "cell"), ...deadlines("年底前", "text")], "2020-09-30"],
  ["text where the cell has none", [...deadlines("持续推进", "cell"), ...deadlines("8月底前", "text")], "2020-08-31"],
  ["header counts as cell", [...deadlines("10月底前", "header"), ...deadlines("年底前", "text")], "2020-10-31"],
  ["inherited counts as cell", [...deadlines("10月底前", "inherited"), ...deadlines("年底前", "text")], "2020-10-31"],
  ["interval counts", deadlines("全年", "cell"), "2020-12-31"],
  ["recurring and relative never", [...deadlines("每月5日前", "cell"), ...deadlines("三年内", "cell"), ...deadlines("持续推进", "cell")], null],
  ["a start does not feed it when a finish exists", deadlines("12月底前开工，9月底前完工", "cell"), "2020-09-30"],
  ["a start alone does", deadlines("5月底前开工", "cell"), "2020-05-31"],
  ["what is named backwards does not", [...deadlines("上季度", "cell"), ...deadlines("去年底前", "cell")], null],
  ["nothing", [], null],
])("%s", (_, of, due) => {
  expect(taskDue(of)).toBe(due);
});
