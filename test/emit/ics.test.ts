/** The calendar: whole days, stable ids, doubts that say so, lines that RFC 5545 allows. Its rules are read by rrule, which is not ours. */
import rrule from "rrule";
import { beforeAll, describe, expect, test } from "vitest";
import { firstDay, withDay } from "../../src/emit/ics/recurrence.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { parseNotice } from "../../src/pipeline.ts";
import { failed, nastyResult, writtenText } from "./results.ts";

const page = (times: readonly string[]): string => `<!DOCTYPE html><meta charset="utf-8"><h1>关于印发2021年重点工作分工的通知</h1><p>2021年3月12日</p>
<table><tr><th>序号</th><th>工作任务</th><th>牵头单位</th><th>完成时限</th></tr>
${times.map((time, i) => `<tr><td>${i + 1}</td><td>编制第${i + 1}份清单</td><td>省财政厅</td><td>${time}</td></tr>`).join("")}</table>`;
const read = (times: readonly string[]): Promise<ParseResult> => parseNotice({ name: "a.html", bytes: new TextEncoder().encode(page(times)) }, { issued: "2021-03-12" });

/** The properties of the events, lines unfolded. */
function eventsIn(text: string): Map<string, string>[] {
  return text.replace(/\r\n /gu, "").split("BEGIN:VEVENT\r\n").slice(1).map((part) => new Map(part.split("\r\n").filter((line) => line.includes(":")).map((line) => [line.slice(0, line.search(/[:;]/u)), line.slice(line.indexOf(":") + 1)])));
}

let text = "";
let events: Map<string, string>[] = [];

beforeAll(async () => {
  text = await writtenText("ics", [await read(["4月底前", "每季度首月10日前", "按月", "持续推进", "6月前", "每月5日前"])]);
  events = eventsIn(text);
});

test("each line ends with CRLF and has at most 75 octets, and no character is cut", () => {
  const lines = text.split("\r\n");
  expect(lines.at(-1)).toBe("");
  expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes("\n"))).toBe(true);
  expect(text).not.toContain("\uFFFD");
  expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")).toBe(true);
});

test("days are whole days, as they were read; what has no day is counted and not invented", () => {
  expect(events[0]?.get("DTSTART")).toBe("20210430");
  expect(text).toContain("DTSTART;VALUE=DATE:20210430");
  expect(text).not.toMatch(/DTSTART[^;]*:\d{8}T/u);
  expect(events).toHaveLength(5);
  expect(text.replace(/\r\n /gu, "")).toContain("6 项任务，5 个日程；1 项任务的时限没有日子");
});

test("recurrences keep their rule and begin on a day that it names", () => {
  const quarterly = events[1];
  expect(quarterly?.get("RRULE")).toBe("FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10");
  for (const event of events.filter((one) => one.has("RRULE"))) {
    const [day = "", rule = ""] = [event.get("DTSTART"), event.get("RRULE")];
    const found = rrule.rrulestr(`DTSTART:${day}T000000Z\nRRULE:${rule}`).all((_, i) => i < 3);
    expect(found[0]?.toISOString().slice(0, 10).replaceAll("-", "")).toBe(day);
    expect(day >= "20210312").toBe(true);
  }
});

test("what is in doubt is tentative and says why; the rest is confirmed", () => {
  expect(events.map((event) => event.get("STATUS"))).toEqual(["CONFIRMED", "CONFIRMED", "TENTATIVE", "TENTATIVE", "CONFIRMED"]);
  expect(events[2]?.get("SUMMARY")).toMatch(/^待核：/u);
  expect(events[2]?.get("DESCRIPTION")).toContain("没有写日子");
  expect(events[3]?.get("DESCRIPTION")).toContain("也可读作 2021-06-30");
});

test("a deadline that moves keeps its UID; each has one of its own", async () => {
  const moved = eventsIn(await writtenText("ics", [await read(["5月底前"])]));
  expect(moved[0]?.get("UID")).toBe(events[0]?.get("UID"));
  expect(moved[0]?.get("DTSTART")).toBe("20210531");
  expect(new Set(events.map((event) => event.get("UID"))).size).toBe(events.length);
});

test("the same notice twice gives its events once", async () => {
  const result = await read(["4月底前"]);
  expect(eventsIn(await writtenText("ics", [result, result]))).toHaveLength(1);
});

test("words are escaped and steer nothing", async () => {
  const nasty = await writtenText("ics", [await nastyResult(), failed]);
  expect(nasty).toContain("a\\,b\\;c\"d");
  expect(nasty).toContain("两行\\n第二行");
  expect(nasty.replace(/\r\n/gu, "")).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/u);
});

describe("a rule without a day", () => {
  test.each([
    ["FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=-1", "2021-03-31"],
    ["FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "2021-03-31"],
    ["FREQ=MONTHLY;INTERVAL=6", "FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1", "2021-06-30"],
    ["FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", "2021-12-31"],
    ["FREQ=YEARLY;BYMONTH=9,10,11", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1", "2021-11-30"],
    ["FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=SU", "2021-03-14"],
    ["FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;BYDAY=FR", "2021-03-12"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29"],
  ])("%s becomes %s from %s", (rule, with_, day) => {
    expect(withDay(rule)).toBe(with_);
    expect(firstDay(withDay(rule) ?? "", "2021-03-12")).toBe(day);
  });

  test("every day is no date", () => {
    expect(withDay("FREQ=DAILY")).toBeNull();
  });
});
