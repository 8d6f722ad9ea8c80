/** Recurrence rules as people say them. */
import { describe, expect, test } from "vitest";
import { doubtOf } from "../../../src/emit/report/entries.ts";
import { recurrence } from "../../../src/emit/report/recurrence.ts";
import { deadlineOf } from "../../build-notice.ts";

test.each([
  ["FREQ=DAILY", "每天", "every day"],
  ["FREQ=DAILY;INTERVAL=3", "每3天", "every 3 days"],
  ["FREQ=WEEKLY", "每周", "every week"],
  ["FREQ=WEEKLY;INTERVAL=2", "每2周", "every 2 weeks"],
  ["FREQ=WEEKLY;BYDAY=FR", "每周五", "every week on Friday"],
  ["FREQ=WEEKLY;BYDAY=MO,SU", "每周一、日", "every week on Monday, Sunday"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "每2周的周五", "every 2 weeks on Friday"],
  ["FREQ=MONTHLY", "每月", "every month"],
  ["FREQ=MONTHLY;INTERVAL=2", "每2个月", "every 2 months"],
  ["FREQ=MONTHLY;INTERVAL=3", "每季度", "every quarter"],
  ["FREQ=MONTHLY;INTERVAL=6", "每半年", "every half-year"],
  ["FREQ=MONTHLY;BYMONTHDAY=25", "每月25日", "every month on day 25"],
  ["FREQ=MONTHLY;BYMONTHDAY=5,20", "每月5日、20日", "every month on day 5, day 20"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "每月的最后一天", "every month on the last day"],
  ["FREQ=MONTHLY;BYMONTH=3,6;BYMONTHDAY=-1", "每年3月、6月的最后一天", "every year in March, June on the last day"],
  ["FREQ=YEARLY", "每年", "every year"],
  ["FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31", "每年1月31日", "every year in January on day 31"],
  ["FREQ=YEARLY;BYMONTH=9,10,11", "每年9月、10月、11月", "every year in September, October, November"],
  ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;UNTIL=20221231", "每年12月的最后一天，到2022-12-31为止", "every year in December on the last day, until 2022-12-31"],
])("%s is %s", (rrule, zh, en) => {
  expect([recurrence(rrule, "zh"), recurrence(rrule, "en")]).toEqual([zh, en]);
});

test.each(["FREQ=SECONDLY", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYSETPOS=-1", "FREQ=WEEKLY;BYDAY=2FR", "FREQ=MONTHLY;INTERVAL=3;BYMONTH=3", "FREQ=YEARLY;BYMONTH=x", "INTERVAL=2", "", "每月"])("%s is no rule of ours and stays as it is", (rrule) => {
  expect(recurrence(rrule, "zh")).toBe(rrule);
});

describe("a doubtful deadline", () => {
  test("is told in words, and so is its other reading", () => {
    const deadline = deadlineOf({ text: "按月或按季度", kind: "recurring", due: null, rrule: "FREQ=MONTHLY", alternatives: [{ due: null, rrule: "FREQ=MONTHLY;INTERVAL=3", reason: "either-or" }] });
    expect(doubtOf(deadline, "zh")).toMatch(/读作 每月，也可读作 每季度/u);
    expect(doubtOf(deadline, "en")).toMatch(/read as every month; it may also mean every quarter/u);
  });
});
