/** The examples of docs/library.md and of the doc comments are run as they stand. */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import * as deadlines from "../src/deadlines.ts";
import * as fengong from "../src/index.ts";

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

/** Calls with the answer that the comment behind them promises. */
function examplesOf(text: string): [call: string, answer: string][] {
  const lines = text.replace(/\n \* \/\/ /g, " // ").split("\n");
  return lines.flatMap((line) => {
    const match = /((?:parseDeadline|findDeadlines)\(".+?);? \/\/ (.+?)$/.exec(line);
    return match === null ? [] : [[match[1] ?? "", match[2] ?? ""] as [string, string]];
  });
}

const all = ["docs/library.md", "src/deadlines.ts"].flatMap((path) => examplesOf(read(path)));

describe("documented examples", () => {
  test("there are some of each", () => {
    expect(all.length).toBeGreaterThan(7);
  });

  test.each(all)("%s", (call, answer) => {
    const given: unknown = runInNewContext(call, { parseDeadline: deadlines.parseDeadline, findDeadlines: deadlines.findDeadlines });
    expect(JSON.parse(JSON.stringify(given))).toEqual(JSON.parse(answer));
  });
});

test("the same functions stand at both doors", () => {
  expect(fengong.parseDeadline).toBe(deadlines.parseDeadline);
  expect(fengong.findDeadlines).toBe(deadlines.findDeadlines);
  expect(Object.keys(deadlines).sort()).toEqual(["findDeadlines", "parseDeadline"]);
});

test("the package names both doors", () => {
  const { exports }: { exports: Record<string, unknown> } = JSON.parse(read("package.json"));
  expect(exports["./deadlines"]).toEqual({ types: "./dist/deadlines.d.ts", default: "./dist/deadlines.js" });
});

test("without any context nothing is assumed", () => {
  expect(deadlines.parseDeadline("9月底前")).toMatchObject([{ due: null, yearFrom: "none", warnings: ["no-year"] }]);
  expect(deadlines.parseDeadline("2020年9月底前")).toMatchObject([{ due: "2020-09-30", yearFrom: "text" }]);
});

describe("what is no argument is a TypeError that names it", () => {
  test.each([
    [undefined, {}, "text: must be a string (it is undefined)"],
    [null, {}, "text: must be a string (it is null)"],
    [["9月"], {}, "text: must be a string (it is Array)"],
    ["9月", null, "context: must be an object (it is null)"],
    ["9月", "2020", 'context: must be an object (it is "2020")'],
    ["9月", { year: "2020" }, 'context.year: must be a whole number of four digits (it is "2020")'],
    ["9月", { year: 20 }, "context.year: must be a whole number of four digits (it is 20)"],
    ["9月", { year: Number.NaN }, "context.year: must be a whole number of four digits (it is NaN)"],
    ["9月", { issued: "2020-02-30" }, 'context.issued: must be a real date, YYYY-MM-DD (it is "2020-02-30")'],
    ["9月", { issued: new Date(0) }, "context.issued: must be a real date, YYYY-MM-DD (it is Date)"],
    ["9月", { yeer: 2020 }, 'context: has no "yeer"; it may have year, issued, dateIssued, workYear'],
    ["9月", { workYear: 2020 }, "context.workYear: "],
  ])("%j %j", (text, context, said) => {
    for (const read of [deadlines.parseDeadline, deadlines.findDeadlines]) {
      expect(() => read(text as string, context as deadlines.DeadlineContext)).toThrow(TypeError);
      expect(() => read(text as string, context as deadlines.DeadlineContext)).toThrow(said);
    }
  });

  test("a notice, names without a value and null where the type has it are context", async () => {
    const { notice } = await fengong.parseNotice({ name: "a.html", bytes: new TextEncoder().encode("<h1>2021年任务分工</h1><p>一、编制清单。（市财政局牵头，6月底前完成）</p>") });
    expect(deadlines.parseDeadline("9月底前", notice)[0]?.due).toBe("2021-09-30");
    expect(deadlines.parseDeadline("9月底前", { workYear: null, dateIssued: null, year: 2020, issued: undefined as never })[0]?.due).toBe("2020-09-30");
  });
});
