/** The pictures show the numbers that they were given, all of them, and need no colour. */
import * as cheerio from "cheerio";
import { describe, expect, test } from "vitest";
import { openPicturing, type PictureFacts } from "../../../src/emit/pictures/facts.ts";
import { picturesOf } from "../../../src/emit/pictures/pictures.ts";
import { diagnose } from "../../../src/model/context.ts";
import type { ParseResult, Task } from "../../../src/model/notice.ts";
import { deadlineOf, taskOf } from "../../build-notice.ts";
import { failed } from "../results.ts";

const unit = (name: string) => ({ text: name, name, kind: "agency" as const, function: null, division: null, members: [], basis: [], place: [] });
const task = (id: string, fields: Partial<Task>): Task => taskOf({ id, ...fields });
const led = (name: string): Pick<Task, "assignment"> => ({ assignment: { ...taskOf().assignment, lead: [unit(name)] } });

const result: ParseResult = {
  ...failed,
  status: "success",
  tasks: [
    task("n/1", { due: "2021-04-30", deadlines: [deadlineOf()], ...led("市财政局") }),
    task("n/2", { due: "2021-04-30", deadlines: [deadlineOf({ warnings: ["ambiguous"] })], ...led("市财政局") }),
    task("n/3", { due: "2021-06-30", ...led("<b>市教育局</b>") }),
    task("n/4", { deadlines: [deadlineOf({ kind: "ongoing", ongoing: true, due: null })] }),
    task("n/5", { deadlines: [deadlineOf({ kind: "recurring", rrule: "FREQ=MONTHLY", due: null })] }),
    task("n/6", {}),
  ],
  diagnostics: [{ ...diagnose("deadline/unrecognized", { actual: "甲" }), task: "n/6" }],
};

function factsOf(...results: readonly ParseResult[]): PictureFacts {
  const picturing = openPicturing();
  for (const one of results) picturing.add(one);
  return picturing.done();
}

test("tasks are counted once each, by month, by unit, and by the most urgent thing said of them", () => {
  expect(factsOf(result)).toMatchObject({
    tasks: 6,
    months: [{ month: "2021-04", split: { sure: 1, doubtful: 1 } }, { month: "2021-06", split: { sure: 1, doubtful: 0 } }],
    undated: { recurring: 1, ongoing: 1, other: 1 },
    units: [{ name: "市财政局", lead: 2, responsible: 0 }, { name: "<b>市教育局</b>", lead: 1, responsible: 0 }],
    certainty: { clear: 4, doubt: 1, warning: 1, error: 0 },
  });
});

describe.each(["zh", "en"] as const)("in %s", (language) => {
  const pictures = picturesOf(factsOf(result), language);

  test.each(pictures)("$id is well formed, has title and description, and its numbers as a table", ({ svg, title, description, head, rows }) => {
    const $ = cheerio.load(svg, { xml: true });
    expect($("svg > title").text()).toBe(title);
    expect($("svg > desc").text()).toBe(description);
    expect($("b").length).toBe(0);
    for (const row of rows) expect(row).toHaveLength(head.length);
  });

  test.each(pictures)("$id is grey: no colour says anything", ({ svg }) => {
    for (const [, hex = ""] of svg.matchAll(/#([0-9a-f]{6})\b/giu)) expect(new Set(hex.match(/../gu)).size).toBe(1);
  });
});

test("a month between two others has its empty column, and each column its number", () => {
  const [due] = picturesOf(factsOf(result), "zh");
  expect(due?.rows).toEqual([["2021-04", "1", "1"], ["2021-05", "0", "0"], ["2021-06", "1", "0"], ["按周期", "1", ""], ["长期", "1", ""], ["没有写明或定不下来", "1", ""]]);
});

test("many years are columns of years, and a slip of a century makes no thousand of them", () => {
  const far = (due: string): ParseResult => ({ ...result, tasks: [task("n/1", { due })] });
  const rows = picturesOf(factsOf(far("2021-04-30"), far("2035-12-31")), "zh")[0]?.rows ?? [];
  expect(rows).toHaveLength(15);
  expect(picturesOf(factsOf(far("2021-04-30"), far("9999-12-31")), "zh")[0]?.rows).toHaveLength(2);
});

test("nothing is drawn of nothing", () => {
  expect(picturesOf(factsOf(failed), "zh")).toEqual([]);
});
