/** The rows say what the JSON says, nothing more and nothing less. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { flatten } from "../../src/emit/flatten.ts";
import { flatRowsSchema, flatTables } from "../../src/model/flat.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { complaints } from "../validate-output.ts";
import { corpusResults, failed, nastyResult } from "./results.ts";

let results: ParseResult[] = [];

beforeAll(async () => {
  results = [...(await corpusResults()), failed, await nastyResult()];
});

const joined = (words: readonly string[]): string | null => (words.length === 0 ? null : words.map((word) => word.trim()).join("；"));

test("every row satisfies both judges", () => {
  for (const [i, result] of results.entries()) {
    const rows = flatten(result, i + 1);
    expect(flatRowsSchema.safeParse(rows).error?.issues ?? []).toEqual([]);
    expect(complaints("flat.schema.json", rows)).toEqual([]);
  }
});

test("one row a task, with its words, units and date", () => {
  for (const result of results) {
    const { tasks } = flatten(result, 1);
    expect(tasks).toHaveLength(result.tasks.length);
    for (const [i, task] of result.tasks.entries()) {
      const { lead, support, responsible, others } = task.assignment;
      expect(tasks[i]).toMatchObject({
        taskId: task.id,
        ordinal: task.ordinal,
        number: task.number,
        path: task.path.length === 0 ? null : task.path.join(" / "),
        due: task.due,
        weight: task.weight,
        lead: joined(lead.map((unit) => unit.name)),
        support: joined(support.map((unit) => unit.name)),
        responsible: joined(responsible.map((unit) => unit.name)),
        others: joined(others.map(({ role, unit }) => `${role}：${unit.name}`)),
        time: joined(task.deadlines.map((deadline) => deadline.text)),
      });
      expect(tasks[i]?.text.replace(/\uFFFD/gu, "")).toBe(task.text.replace(/[\p{Cc}\uFFFD]/gu, (c) => (c === "\n" || c === "\t" ? c : "")).trim());
    }
  }
});

test("one row a task and unit, in the role it has", () => {
  for (const result of results) {
    const expected = result.tasks.flatMap(({ ordinal, assignment }) => [
      ...(["lead", "support", "responsible"] as const).flatMap((role) => assignment[role].map((unit) => [ordinal, role, null, unit.name, unit.text])),
      ...assignment.others.map(({ unit, role }) => [ordinal, "other", role, unit.name, unit.text]),
    ]);
    expect(flatten(result, 1).assignments.map((row) => [row.ordinal, row.role, row.roleWord, row.unit, row.unitText])).toEqual(expected);
  }
});

test("one row a deadline, those of sections and of the notice included", () => {
  for (const result of results) {
    const { deadlines } = flatten(result, 1);
    const all = [...(result.notice.period === null ? [] : [result.notice.period]), ...result.notice.sections.flatMap((section) => section.deadlines), ...result.tasks.flatMap((task) => task.deadlines)];
    expect(deadlines.map(({ text, kind, start, due, rrule, edtf }) => ({ text, kind, start, due, rrule, edtf }))).toEqual(all.map(({ text, kind, start, due, rrule, edtf }) => ({ text, kind, start, due, rrule, edtf })));
    expect(deadlines.filter((row) => row.holder === "task").every((row) => result.tasks[(row.ordinal ?? 0) - 1]?.id === row.taskId)).toBe(true);
  }
});

test("a file that could not be read is a row too", () => {
  const { notices, tasks } = flatten(failed, 3);
  expect(notices).toMatchObject([{ result: 3, file: "scan.pdf", status: "failed", errors: 1, sha256: null }]);
  expect(tasks).toEqual([]);
});

test("a finding is told of the task it stands in", async () => {
  const { tasks } = flatten(await nastyResult(), 1);
  expect(tasks[0]?.findings).toBe("deadline/unrecognized");
  expect(tasks[1]?.findings).toBeNull();
});

test("no control character and no half of a pair reaches a table", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (words) => {
      const [row] = flatten({ ...failed, notice: { ...failed.notice, title: `标题${words}` } }, 1).notices;
      const title = row?.title ?? "";
      expect(title.isWellFormed()).toBe(true);
      expect(title).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/u);
    }),
  );
});

describe("the columns", () => {
  test.each(flatTables)("of $name have headers and descriptions of their own in both languages", ({ columns, key, refers }) => {
    const all = Object.values(columns);
    expect(new Set(all.map((column) => column.zh)).size).toBe(all.length);
    for (const { zh, about } of all) expect([zh, about.zh, about.en].every((words) => words.trim() !== "")).toBe(true);
    for (const name of [...key, ...refers.flatMap((other) => other.columns)]) expect(Object.keys(columns)).toContain(name);
  });
});
