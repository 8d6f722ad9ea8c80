/** The examples of the README and of the doc comments are run as they stand. */
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

const all = ["README.md", "src/normalise/deadlines/parse.ts", "src/normalise/deadlines/find.ts"].flatMap((path) => examplesOf(read(path)));

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
  expect(deadlines.parseDeadline("三年内", { issued: "2020-02-30" })).toMatchObject([{ due: null }]);
});
