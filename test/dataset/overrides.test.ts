import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parseNotice } from "../../src/index.ts";
import type { Deadline, ParseResult } from "../../src/model/notice.ts";
import { taskDue } from "../../src/normalise/deadlines/due.ts";
import { Refusal } from "../../src/dataset/corrected-due.ts";
import { valuesOf } from "../../src/dataset/fields.ts";
import { applyOverrides, readOverrides, type Override } from "../../src/dataset/overrides.ts";
import { noticeFields, taskFields } from "../../src/dataset/settable.ts";
import { expectValid } from "../validate-output.ts";

const same = (id: string): string => id;
let result: ParseResult;
let id = "";

beforeAll(async () => {
  const name = "wanzheng-66.html";
  result = await parseNotice({ name, bytes: new Uint8Array(readFileSync(new URL(`../../corpus/seeds/files/${name}`, import.meta.url))) });
  id = result.tasks[0]?.id ?? "";
});

const override = (part: Partial<Override>): Override => ({ id, field: "due", expected: null, value: "2020-12-31", reason: "电话核实", person: "张三", date: "2026-11-01", ...part });

function unrefused<T>(made: T | Refusal): T {
  if (made instanceof Refusal) throw new Error(made.reason);
  return made;
}

/** A correction of `due` and the deadline it comes from stay one truth; where that cannot be, it is refused. */
describe("a corrected due date", () => {
  const by = (due: string | null, more: Partial<Deadline> = {}): Partial<Deadline> => ({ kind: "by", due, origin: "cell", ...more });
  const rows: readonly (readonly [name: string, deadlines: readonly Partial<Deadline>[], value: string | null, then: readonly (string | null)[] | null])[] = [
    ["one deadline", [by("2026-06-30")], "2026-07-31", ["2026-07-31"]],
    ["taken away", [by("2026-06-30")], null, [null]],
    ["where nothing gives a day", [], "2026-07-31", ["2026-07-31"]],
    ["beside words that no rule reads", [by(null, { kind: "unrecognized" })], "2026-07-31", ["2026-07-31", null]],
    ["an interval", [by("2026-06-30", { kind: "interval", start: "2026-03-01" })], "2026-07-31", ["2026-07-31"]],
    ["an interval that would end before it starts", [by("2026-06-30", { kind: "interval", start: "2026-03-01" })], "2026-02-28", ["2026-02-28"]],
    ["the later of two", [by("2026-06-30"), by("2026-09-30")], "2026-10-31", ["2026-06-30", "2026-10-31"]],
    ["the later of two to a day that still is the later", [by("2026-06-30"), by("2026-09-30")], "2026-07-31", ["2026-06-30", "2026-07-31"]],
    ["the later of two to a day before the other", [by("2026-06-30"), by("2026-09-30")], "2026-05-31", null],
    ["the later of two taken away", [by("2026-06-30"), by("2026-09-30")], null, null],
    ["the cell, whatever the text says", [by("2026-06-30"), by("2026-12-31", { origin: "text" })], "2026-05-31", ["2026-05-31", "2026-12-31"]],
    ["the text alone", [by("2026-06-30", { origin: "text" })], "2026-07-31", ["2026-07-31"]],
    ["two that say the same day", [by("2026-06-30"), by("2026-06-30")], "2026-05-31", null],
    ["a day to begin by", [by("2026-03-31", { bound: "start" })], "2026-04-30", ["2026-04-30"]],
  ];

  test.each(rows)("%s", (_, given, value, then) => {
    const [sample] = result.tasks.flatMap((task) => task.deadlines);
    const deadlines = given.map((part): Deadline => ({ ...sample!, start: null, bound: "finish", ...part }));
    const task = { ...result.tasks[0]!, deadlines, due: taskDue(deadlines) };
    const { result: corrected, applied, refused } = applyOverrides({ ...result, tasks: [task] }, [override({ expected: task.due, value })], same);
    const [after] = corrected.tasks;
    expect(after?.due).toBe(taskDue(after?.deadlines ?? []));
    expect(after?.due).toBe(then === null ? task.due : value);
    expect(after?.deadlines.map(({ due }) => due)).toEqual(then ?? deadlines.map(({ due }) => due));
    expect([applied.length, refused.length]).toEqual(then === null ? [0, 1] : [1, 0]);
    expectValid(corrected);
  });
});

describe("the file", () => {
  const row = "- id: n/1\n  field: due\n  expected: 2020-10-31\n  value: 2020-11-30\n  reason: 更正通知\n  person: 张三\n  date: 2026-11-01\n";

  test("dates without quotes are the words they are", () => {
    expect(readOverrides(row)).toEqual({ overrides: [override({ id: "n/1", expected: "2020-10-31", value: "2020-11-30", reason: "更正通知" })], troubles: [] });
    expect(readOverrides(null)).toEqual({ overrides: [], troubles: [] });
  });

  test("the correction of the README is accepted", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const { overrides, troubles } = readOverrides(/```yaml\n(- \{ id.+?)```/su.exec(readme)?.[1] ?? "nothing");
    expect(troubles).toEqual([]);
    expect(overrides).toMatchObject([{ field: "due", value: "2020-11-30" }]);
  });

  test.each([
    ["a second correction of the same value", row + row, 8, "second correction"],
    ["a field that cannot be set", row.replace("due", "ordinal"), 1, "must be one of number"],
    ["a value that the field cannot take", row.replace("2020-11-30", "2020-02-30"), 1, "value"],
    ["a row without a person", row.replace("  person: 张三\n", ""), 1, "person"],
    ["no YAML", "- {", 1, ""],
  ])("is refused whole, with the line: %s", (_, text, line, words) => {
    const { overrides, troubles } = readOverrides(text);
    expect(overrides).toEqual([]);
    expect(troubles[0]?.line).toBe(line);
    expect(troubles[0]?.message).toContain(words);
  });
});

describe("a correction", () => {
  test("holds while the program reads what the person saw", () => {
    const { result: corrected, applied, stale } = applyOverrides(result, [override({ expected: result.tasks[0]?.due ?? null })], same);
    expect(corrected.tasks[0]?.due).toBe("2020-12-31");
    expect(applied).toMatchObject([{ id, field: "due", after: "2020-12-31", person: "张三" }]);
    expect(stale).toEqual([]);
    expectValid(corrected);
  });

  test("rests when the program reads something else", () => {
    const { result: corrected, applied, stale } = applyOverrides(result, [override({ expected: "1999-01-01" })], same);
    expect(corrected).toEqual(result);
    expect(applied).toEqual([]);
    expect(stale).toMatchObject([{ found: result.tasks[0]?.due ?? null }]);
  });

  test("follows an id that became another", () => {
    const { applied } = applyOverrides(result, [override({ id: "old/1", expected: result.tasks[0]?.due ?? null })], (old) => (old === "old/1" ? id : old));
    expect(applied).toMatchObject([{ id }]);
  });

  test("of units keeps what was read of those that stay", () => {
    const holder = result.tasks.find(({ assignment }) => assignment.responsible.length > 0)!;
    const unit = holder.assignment.responsible[0]!;
    const expected = holder.assignment.responsible.map(({ name }) => name).join("；");
    const { result: corrected } = applyOverrides(result, [override({ id: holder.id, field: "lead", expected: null, value: `${unit.name}；新单位` }), override({ id: holder.id, field: "responsible", expected, value: null })], same);
    const { lead, responsible } = corrected.tasks.find((task) => task.id === holder.id)?.assignment ?? {};
    expect(lead?.[0]).toEqual(unit);
    expect(lead?.[1]).toMatchObject({ name: "新单位", basis: ["override"] });
    expect(responsible).toEqual([]);
    expectValid(corrected);
  });

  test("every field that can be set is one that is compared, and takes the value that it has", () => {
    const read = valuesOf(result);
    for (const [field, { set }] of Object.entries(taskFields)) {
      const [task] = result.tasks;
      const value = read.tasks[0]?.values[field];
      expect(value, field).toBeDefined();
      const again = unrefused(set(task!, value ?? null));
      expect(valuesOf({ ...result, tasks: [again] }).tasks[0]?.values[field], field).toBe(value);
    }
    for (const [field, { set }] of Object.entries(noticeFields)) {
      const value = read.values[field];
      expect(value, field).toBeDefined();
      expect(valuesOf({ ...result, notice: unrefused(set(result.notice, value ?? null)) }).values[field], field).toBe(value);
    }
  });
});
