import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import type { Deadline, ParseResult } from "../../../src/model/notice.ts";
import { taskDue } from "../../../src/normalise/deadlines/due.ts";
import { valuesOf } from "../../../src/dataset/fields.ts";
import { applyOverrides, readOverrides, type Setting } from "../../../src/dataset/correct/overrides.ts";
import { Refusal } from "../../../src/dataset/correct/refusal.ts";
import { noticeFields, taskFields } from "../../../src/dataset/correct/settable.ts";
import { expectValid } from "../../validate-output.ts";

const same = (id: string): string => id;
let result: ParseResult;
let id = "";

beforeAll(async () => {
  const name = "wanzheng-66.html";
  result = await parseNotice({ name, bytes: new Uint8Array(readFileSync(new URL(`../../../corpus/seeds/files/${name}`, import.meta.url))) });
  id = result.tasks[0]?.id ?? "";
});

const override = (part: Partial<Setting>): Setting => ({ id, field: "due", expected: null, value: "2020-12-31", reason: "电话核实", person: "张三", date: "2026-11-01", ...part });

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

  test("the correction of docs/datasets.md is accepted", () => {
    const page = readFileSync(new URL("../../../docs/datasets.md", import.meta.url), "utf8");
    const { overrides, troubles } = readOverrides(/```yaml\n(- \{ id.+?)```/su.exec(page)?.[1] ?? "nothing");
    expect(troubles).toEqual([]);
    expect(overrides).toMatchObject([{ field: "due", value: "2020-11-30" }]);
  });

  test.each([
    ["a field that cannot be set", row.replace("due", "ordinal"), 1, "must be one of kind, number"],
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

describe("of two corrections of one value", () => {
  test("the later holds", () => {
    const row = (value: string): string => `- { id: n/1, field: due, expected: 2020-10-31, value: ${value}, reason: 更正通知, person: 张三, date: 2026-11-01 }\n`;
    const { overrides, troubles } = readOverrides(row("2020-11-30") + row("2020-12-31"));
    expect(troubles).toEqual([]);
    expect(overrides).toMatchObject([{ value: "2020-12-31" }]);
  });
});

describe("one of several deadlines", () => {
  const several = (): ParseResult => {
    const [task] = result.tasks;
    const [sample] = result.tasks.flatMap(({ deadlines }) => deadlines);
    const deadlines = ["2020-06-30", "2020-09-30"].map((due): Deadline => ({ ...sample!, kind: "by", start: null, due }));
    return { ...result, tasks: [{ ...task!, deadlines, due: taskDue(deadlines) }] };
  };

  test("is corrected with the due date that follows from it", () => {
    const { result: after, applied } = applyOverrides(several(), [override({ field: "deadlines.1.due", expected: "2020-09-30", value: "2020-10-31" })], same);
    expect(after.tasks[0]?.deadlines.map(({ due }) => due)).toEqual(["2020-06-30", "2020-10-31"]);
    expect(after.tasks[0]?.due).toBe("2020-10-31");
    expect(applied).toMatchObject([{ field: "deadlines.1.due", before: "2020-09-30", after: "2020-10-31" }]);
    expectValid(after);
  });

  test.each([
    ["rrule", null, "FREQ=MONTHLY;BYMONTHDAY=-1"],
    ["kind", "by", "recurring"],
    ["start", null, "2020-09-01"],
    ["appliesTo", null, "市直部门"],
    ["ongoing", false, true],
  ])("%s", (field, expected, value) => {
    const { result: after, stale, refused } = applyOverrides(several(), [override({ field: `deadlines.1.${field}`, expected, value })], same);
    expect([stale, refused]).toEqual([[], []]);
    expect(after.tasks[0]?.deadlines[1]).toMatchObject({ [field]: value });
    expectValid(after);
  });

  test("that is not there, or would end before it starts, is refused", () => {
    const wrong = [override({ field: "deadlines.7.due", value: "2020-10-31" }), override({ field: "deadlines.1.start", value: "2021-01-01" })];
    expect(applyOverrides(several(), wrong, same).refused).toHaveLength(2);
    expect(readOverrides("- { id: n/1, field: deadlines.0.text, expected: a, value: b, reason: r, person: p, date: 2026-11-01 }").troubles).toHaveLength(1);
  });
});

test("kind, people and other roles are set as the tables write them", () => {
  const rows = [override({ field: "kind", expected: "task", value: "safeguard" }), override({ field: "people", value: "张三（县住建局 责任人）；李四（联系人）" }), override({ field: "others", value: "指导：市财政局；督导：市审计局" })];
  const { result: after, stale } = applyOverrides(result, rows, same);
  expect(stale).toEqual([]);
  expect(after.tasks[0]).toMatchObject({ kind: "safeguard", assignment: { people: [{ name: "张三", role: "责任人", unit: "县住建局" }, { name: "李四", role: "联系人", unit: null }], others: [{ role: "指导" }, { role: "督导" }] } });
  expect(valuesOf(after).tasks[0]?.values).toMatchObject({ people: "张三（县住建局 责任人）；李四（联系人）", others: "指导：市财政局；督导：市审计局" });
  expectValid(after);
});

describe("a task", () => {
  const signed = { reason: "看了原文", person: "张三", date: "2026-11-01" };
  const counted = ({ coverage }: ParseResult): number => coverage.claimed + coverage.furniture + coverage.unclaimed.reduce((sum, { text }) => sum + text.replace(/\s/gu, "").length, 0);

  test("that is none is dropped, and its words are listed", () => {
    const text = result.tasks[2]?.text ?? "";
    const { result: after, applied } = applyOverrides(result, [{ op: "drop", id: result.tasks[2]!.id, expected: text, ...signed }], same);
    expect(after.tasks.map(({ ordinal }) => ordinal)).toEqual(after.tasks.map((_, i) => i + 1));
    expect(after.tasks).toHaveLength(result.tasks.length - 1);
    expect(after.coverage.unclaimed.at(-1)?.text).toBe(text);
    expect(counted(after)).toBe(result.coverage.characters);
    expect(applied).toMatchObject([{ field: "task", before: text, after: null }]);
    expectValid(after);
    expect(applyOverrides(result, [{ op: "drop", id: result.tasks[2]!.id, expected: "别的", ...signed }], same).stale).toHaveLength(1);
  });

  test("that was missed is added behind another, where its words stand in the source", () => {
    const missed = applyOverrides(result, [{ op: "drop", id: result.tasks[2]!.id, expected: result.tasks[2]!.text, ...signed }], same).result;
    const add = { op: "add" as const, id: result.notice.id, after: result.tasks[1]!.id, words: result.tasks[2]!.text, fields: { text: result.tasks[2]!.text, number: "3", responsible: "省政府办公厅", due: "2020-12-31" }, ...signed };
    const { result: after, applied } = applyOverrides(missed, [add], same);
    expect(after.tasks[2]).toMatchObject({ id: result.tasks[2]!.id, ordinal: 3, number: "3", due: "2020-12-31", assignment: { responsible: [{ name: "省政府办公厅" }] } });
    expect(after.tasks[2]?.place).not.toEqual([]);
    expect(counted(after)).toBe(result.coverage.characters);
    expect(applied).toMatchObject([{ id: result.tasks[2]!.id, field: "task", before: null }]);
    expectValid(after);
  });

  test.each([
    ["words that stand nowhere", { words: "建设月球基地" }],
    ["behind a task that is not there", { after: "x/1" }],
  ])("is not added: %s", (_, part) => {
    const add = { op: "add" as const, id: result.notice.id, after: null, words: result.tasks[2]!.text, fields: { text: "建设" }, ...signed, ...part };
    expect(applyOverrides(result, [add], same).refused).toHaveLength(1);
  });

  test.each([
    ["without its text", "fields: { number: 3 }"],
    ["with a field that cannot be set", "fields: { text: a, ordinal: 3 }"],
    ["with a day that is none", "fields: { text: a, due: 2020-13-01 }"],
  ])("is refused with the file: %s", (_, fields) => {
    expect(readOverrides(`- { op: add, id: n, after: null, words: a, ${fields}, reason: r, person: p, date: 2026-11-01 }`).troubles).toHaveLength(1);
  });
});
