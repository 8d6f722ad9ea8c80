import { describe, expect, test } from "vitest";
import { findDeadlines, parseDeadline } from "../../../src/deadlines.ts";
import { findLimit } from "../../../src/rules/deadlines/grammar.ts";
import { events, holidays } from "../../../src/rules/deadlines/occasions.ts";

const context = { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-06-08" } as const;

test("no name stands in two rows", () => {
  const names = holidays.flatMap((rule) => rule.names.split(" "));
  expect(new Set(names).size).toBe(names.length);
});

test.each(holidays.flatMap(({ names }) => names.split(" ")))("%s前 is a last day in a cell, a bracket and running text", (name) => {
  const words = name === "新年" ? "农历新年前" : `${name}前`;
  const [cell] = parseDeadline(words, context);
  expect(cell?.due).toMatch(/^20/);
  for (const text of [`各单位要于${words}完成整改。`, `完成整改（县教育局，${words}）。`]) {
    expect(findDeadlines(text, context).map(({ text: read, due }) => [read, due])).toEqual([[words, cell?.due]]);
  }
  expect(findLimit(words)).toBe(0);
});

test.each(["完成十一项任务", "建设七一路", "改造八一小学", "落实六一二号文件", "二十一前完成", "新年工作计划"])("%s has no holiday", (text) => {
  expect(findDeadlines(`${text}。`, context)).toEqual([]);
});

describe.each(events)("event $id", ({ examples, not }) => {
  test.each(examples)("%s前 and %s后 have no day", (name) => {
    for (const side of ["前", "后"]) {
      const read = [...parseDeadline(name + side, context), ...findDeadlines(`各单位要在${name}${side}完成整改。`, context)];
      expect(read.map(({ kind, due, text }) => [kind, due, text])).toEqual([["event", null, name + side], ["event", null, name + side]]);
    }
    expect(findLimit(`${name}前`)).toBe(0);
  });

  test.each(not)("%s has no deadline", (text) => {
    expect(findDeadlines(`${text}。`, context)).toEqual([]);
  });
});
