/** What gold accepts beside its first answer, and what it still does not. */
import { describe, expect, test } from "vitest";
import type { Task } from "../../src/model/notice.ts";
import { judgeDeadlines, readsAs } from "./deadlines.ts";
import { readGold, type GoldTask } from "./gold.ts";
import { perfectDeadline, perfectTask, unit } from "./perfect.ts";
import { judgeTask, recordAbove, type Allowance } from "./task-fields.ts";
import { judgeUnits } from "./units.ts";

function goldTask(values: object): GoldTask {
  const [task] = readGold({ notice: {}, tasks: [{ text: "全面梳理", ...values }] }).tasks;
  if (task === undefined) throw new Error("no task");
  return task;
}

type Names = { readonly lead?: string[]; readonly support?: string[]; readonly responsible?: string[]; readonly others?: string[] };

function withUnits(gold: GoldTask, { lead = [], support = [], responsible = [], others = [] }: Names): Task {
  const task = perfectTask(gold, 0);
  const guides = others.map((name) => ({ unit: unit(name), role: "指导" }));
  const roles = { lead: lead.map(unit), support: support.map(unit), responsible: responsible.map(unit) };
  return { ...task, assignment: { ...task.assignment, ...roles, others: guides } };
}

const clause = { text: "甲局、乙局负责" };

describe("units", () => {
  const rows: readonly (readonly [what: string, units: object, got: Names, right: boolean])[] = [
    ["lead by rule, a single unit as responsible", { ...clause, lead: ["甲局"], responsibleAlternative: ["甲局"] }, { responsible: ["甲局"] }, true],
    ["the same without the alternative", { ...clause, lead: ["甲局"] }, { responsible: ["甲局"] }, false],
    ["an alternative lead", { ...clause, responsible: ["甲局"], support: ["乙局"], leadAlternative: ["甲局"] }, { lead: ["甲局"], support: ["乙局"] }, true],
    ["a further lead", { ...clause, responsible: ["甲局"], leadAlternative: ["丙局"] }, { lead: ["丙局"], responsible: ["甲局"] }, true],
    ["another lead", { ...clause, responsible: ["甲局"], leadAlternative: ["丙局"] }, { lead: ["丁局"], responsible: ["甲局"] }, false],
    ["other words of the units", { ...clause, responsible: ["甲局"], unitsAlternative: { responsible: ["甲局(见附件4)"] } }, { responsible: ["甲局（见附件4）"] }, true],
    ["another role", { ...clause, lead: ["甲局"], roleAlternative: { support: ["甲局"] } }, { support: ["甲局"] }, true],
    ["all of a role in another", { ...clause, lead: ["甲局"], responsible: ["乙局"], roleAlternative: { responsible: "support" } }, { lead: ["甲局"], support: ["乙局"] }, true],
    ["all of a role in a third", { ...clause, lead: ["甲局"], responsible: ["乙局"], roleAlternative: { responsible: "support" } }, { lead: ["甲局", "乙局"] }, false],
    ["a list without the lead that a note makes", { ...clause, lead: ["甲局"], unranked: ["甲局"] }, { responsible: ["甲局"] }, true],
    ["the same where no note makes it", { ...clause, lead: ["甲局"] }, { responsible: ["甲局"] }, false],
    ["no source", { ...clause, responsible: ["甲局"], source: null }, { responsible: ["甲局"] }, true],
    ["a unit that is mentioned", { ...clause, responsible: ["甲局"], mentioned: ["丙局"] }, { responsible: ["甲局", "丙局"] }, true],
    ["a unit by rule", { ...clause, lead: ["甲局"], responsibleByRule: ["丙局"] }, { lead: ["甲局"], responsible: ["丙局"] }, true],
    ["guidance among others", { ...clause, responsible: ["甲局"], guidance: ["丙局"] }, { responsible: ["甲局"], others: ["丙局"] }, true],
    ["no unit where it is optional", { ...clause, responsible: ["甲局"], optional: true }, {}, true],
    ["another unit where it is optional", { ...clause, responsible: ["甲局"], optional: true }, { responsible: ["丙局"] }, false],
    ["field words as single units", { ...clause, responsible: ["教育、公安等部门"], fieldWords: ["教育", "公安"] }, { responsible: ["教育部门", "公安部门"] }, true],
    ["doers loosely, whatever their role", { text: null, responsible: ["各地各部门"], source: "subject" }, { lead: ["各地各部门"] }, true],
    ["a list after 主要考核 strictly", { ...clause, responsible: ["甲局"], source: "assessed" }, { lead: ["甲局"] }, false],
    ["nothing where nothing is printed", { text: null }, { responsible: ["丙局"] }, false],
  ];
  test.each(rows)("%s", (_, units, names, right) => {
    const gold = goldTask({ units });
    const members = judgeUnits(gold, withUnits(gold, names), "1").filter(({ field }) => field === "units" || field === "subjectUnits");
    expect(members.every((judgement) => judgement.right)).toBe(right);
  });

  test("doers are weak whatever the answer bases them on", () => {
    const gold = goldTask({ units: { text: null, responsible: ["甲局"], source: "subject" } });
    const task = withUnits(gold, { lead: ["甲局"] });
    const fields = judgeUnits(gold, { ...task, assignment: { ...task.assignment, basis: "clause" } }, "1").map(({ field }) => field);
    expect(fields).toEqual(["subjectUnits"]);
  });

  test("marks are compared only where units are printed", () => {
    const gold = goldTask({ units: { text: null, responsible: ["甲局"], source: "subject" } });
    expect(judgeUnits(gold, perfectTask(gold, 0), "1").map(({ field }) => field)).toEqual(["subjectUnits"]);
  });
});

describe("plain fields", () => {
  const rows: readonly (readonly [what: string, field: string, gold: object, got: Partial<Task>, right: boolean])[] = [
    ["number by position", "number", { number: null, numberByPosition: "17" }, { number: "17" }, true],
    ["no number where none is printed", "number", { number: null, numberByPosition: "17" }, { number: null }, true],
    ["another number by position", "number", { number: null, numberByPosition: "17" }, { number: "18" }, false],
    ["a label as number", "number", { number: null, label: "十二、" }, { number: "12" }, true],
    ["a label as Chinese number", "number", { number: null, label: "十二、" }, { number: "十二" }, true],
    ["another label as number", "number", { number: null, label: "十二、" }, { number: "13" }, false],
    ["no label where the number has it", "label", { number: null, label: "一、" }, { label: null, number: "1" }, true],
    ["no label", "label", { number: null, label: "一、" }, { label: null, number: null }, false],
    ["a label without its mark", "label", { label: "一、" }, { label: "一" }, true],
    ["the path as printed", "path", { path: ["一、公开"], pathPrinted: ["一、用权公开"] }, { path: ["一、用权公开"] }, true],
    ["the path with what a table inherits", "path", { path: ["甲"], pathInherited: ["甲", "（一）乙"] }, { path: ["甲", "（一）乙"] }, true],
    ["other words of a field", "columns", { fields: { 适用范围: "全部" }, fieldsAlternative: { 适用范围: "所有，全部均适用" } }, { columns: [{ header: "适用范围", text: "所有，全部均适用" }] }, true],
    ["the own heading last in gold's path", "path", { path: ["一、公开", "（一）解读。"] }, { path: ["一、公开"], label: "（一）", heading: "解读。" }, true],
    ["another own heading", "path", { path: ["一、公开", "（一）解读。"] }, { path: ["一、公开"], label: "（二）", heading: "解读。" }, false],
    ["the own heading last in our path", "path", { path: ["一、公开"], label: "（一）", heading: "解读。" }, { path: ["一、公开", "（一）解读。"] }, true],
    ["the heading in the path", "heading", { label: "（一）", heading: "解读。" }, { heading: null, path: ["（一）解读。"] }, true],
    ["no heading", "heading", { label: "（一）", heading: "解读。" }, { heading: null, path: [] }, false],
    ["text by sense", "text", { text: "甲 县直乙", textBySense: "甲乙" }, { text: "甲乙" }, true],
    ["主要考核 left out of an assessment", "text", { group: "assessment-item", text: "公开。主要考核甲局、乙局。" }, { text: "公开。" }, true],
    ["主要考核 left out of a task", "text", { group: "task", text: "公开。主要考核甲局、乙局。" }, { text: "公开。" }, false],
    ["more than 主要考核 left out", "text", { group: "assessment-item", text: "公开。主要考核甲局。及时更新。" }, { text: "公开。" }, false],
    ["a requirement is a task", "kind", { group: "requirement" }, { kind: "task" }, true],
    ["an item is no phase", "kind", { group: "item" }, { kind: "phase" }, false],
  ];
  test.each(rows)("%s", (_, field, values, got, right) => {
    const gold = goldTask(values);
    const judged = judgeTask(gold, { ...perfectTask(gold, 0), ...got }, 1, null).filter((judgement) => judgement.field === field);
    expect(judged.map((judgement) => judgement.right)).toEqual([right]);
  });

  test.each<readonly [string, Allowance["accept"], readonly string[], boolean]>([
    ["a sub-heading carried on", "inherit", ["七、保障", "（二）培训"], true],
    ["another sub-heading", "inherit", ["七、保障", "（三）考核"], false],
    ["a marker that is lost", "unmarked", ["保障"], true],
  ])("an allowance of one file: %s", (_, accept, path, right) => {
    const [gold, above] = [goldTask({ path: ["七、保障"] }), goldTask({ path: ["七、保障", "（二）培训"] })];
    const rightWith = (allowed: readonly Allowance[]): boolean | undefined =>
      judgeTask(gold, { ...perfectTask(gold, 0), path: [...path] }, 31, above, allowed).find(({ field }) => field === "path")?.right;
    expect(rightWith([{ file: "x", field: "path", records: [31], accept }])).toBe(right);
    expect(rightWith([{ file: "x", field: "path", records: [32], accept }])).toBe(false);
    expect(rightWith([])).toBe(false);
  });
});

test("a run of records that may carry on a sub-heading carries on the one above the run", () => {
  const tasks = [["一、甲", "（一）乙"], ["一、甲"], ["一、甲"]].map((path) => goldTask({ path }));
  const allowed: Allowance[] = [{ file: "x", field: "path", records: [2, 3], accept: "inherit" }];
  expect(recordAbove(tasks, 3, allowed)).toBe(tasks[0]);
  expect(recordAbove(tasks, 3, [])).toBe(tasks[1]);
  expect(recordAbove(tasks, 1, allowed)).toBeNull();
});

test("units that gold accepts beside its first answer may stand at the record", () => {
  const gold = goldTask({ units: { ...clause, responsible: ["甲局"] }, unitsAlternative: { responsible: ["各市政府"] } });
  const right = judgeUnits(gold, withUnits(gold, { responsible: ["各市政府"] }), "1").filter(({ field }) => field === "units");
  expect(right.map((one) => one.right)).toEqual([true]);
});

describe("deadlines", () => {
  test.each([
    ["a period with the same last day", { kind: "by", end: "2016-06-30" }, { kind: "interval", start: "2016-01-01", due: "2016-06-30" }, true],
    ["a period with another last day", { kind: "by", end: "2016-06-30" }, { kind: "interval", start: "2016-01-01", due: "2016-12-31" }, false],
    ["a last day for a period", { kind: "period", start: "2016-01-01", end: "2016-06-30" }, { kind: "by", start: null, due: "2016-06-30" }, true],
    ["a period that begins on another day", { kind: "period", start: "2016-01-01", end: "2016-06-30" }, { kind: "interval", start: "2016-02-01", due: "2016-06-30" }, false],
    ["an alternative", { kind: "unspecified", end: null, alternatives: [{ kind: "by", end: "2025-08-31" }] }, { kind: "by", due: "2025-08-31" }, true],
    ["another day than the alternative", { kind: "unspecified", end: null, alternatives: [{ kind: "by", end: "2025-08-31" }] }, { kind: "by", due: "2025-09-30" }, false],
    ["another first day", { kind: "recurring", start: "2020-01-01", recurrence: "FREQ=YEARLY", startAlternative: "2020-01-31" }, { start: "2020-01-31" }, true],
    ["a third first day", { kind: "recurring", start: "2020-01-01", recurrence: "FREQ=YEARLY", startAlternative: "2020-01-31" }, { start: "2020-02-28" }, false],
  ] as const)("%s", (_, values, got, right) => {
    const [one] = goldTask({ deadlines: [{ text: "上半年", ...values }] }).deadlines;
    if (one === undefined) throw new Error("no deadline");
    expect(readsAs(one, { ...perfectDeadline(one), ...got })).toBe(right);
  });

  test.each(["line", "header", "caption", "section row"])("the time of a %s may come from anywhere", (where) => {
    const gold = goldTask({ deadlines: [{ text: "6月底前", kind: "by", end: "2020-06-30", where }] });
    for (const origin of ["cell", "header", "text", "notice", "inherited"] as const) {
      const task = perfectTask(gold, 0);
      const judged = judgeDeadlines(gold, { ...task, deadlines: task.deadlines.map((one) => ({ ...one, origin })) }, "1", null);
      expect(judged.judgements.every(({ right }) => right)).toBe(true);
    }
  });

  test("an alternative recurrence, its parts in any order", () => {
    const gold = { text: "按月或按季度", kind: "recurring" as const, recurrence: "FREQ=MONTHLY", recurrenceAlternatives: ["FREQ=MONTHLY;INTERVAL=3"] };
    const got = perfectDeadline(gold);
    expect(readsAs(gold, { ...got, rrule: "INTERVAL=3;FREQ=MONTHLY" })).toBe(true);
    expect(readsAs(gold, { ...got, rrule: "FREQ=MONTHLY;INTERVAL=1" })).toBe(true);
    expect(readsAs(gold, { ...got, rrule: "FREQ=YEARLY" })).toBe(false);
  });

  test("every so many working days is a duration", () => {
    const gold = { text: "每20个工作日", kind: "recurring" as const, interval: { amount: 20, unit: "business-day" } };
    expect(readsAs(gold, { ...perfectDeadline(gold), rrule: null })).toBe(true);
    expect(readsAs(gold, { ...perfectDeadline(gold), duration: null })).toBe(false);
  });

  test("an end that holds only with its anchor may be lacking, but not differ", () => {
    const gold = { text: "一个月内", kind: "relative" as const, end: null, endIfAnchored: "2020-07-08", offset: { amount: 1, unit: "month", from: null } };
    const got = perfectDeadline(gold);
    expect(["2020-07-08", null, "2020-07-09"].map((due) => readsAs(gold, { ...got, due }))).toEqual([true, true, false]);
  });

  test("hours are counted as hours", () => {
    const gold = { text: "5小时内", kind: "relative" as const, end: null, offset: { amount: 5, unit: "hour", from: null } };
    expect(perfectDeadline(gold).duration).toBe("PT5H");
    expect(readsAs(gold, perfectDeadline(gold))).toBe(true);
    expect(readsAs(gold, { ...perfectDeadline(gold), duration: "P5D" })).toBe(false);
  });

  test("both ends of an interval count", () => {
    const gold = { text: "全年", kind: "period" as const, start: "2018-01-01", end: "2018-12-31" };
    expect(readsAs(gold, perfectDeadline(gold))).toBe(true);
    expect(readsAs(gold, { ...perfectDeadline(gold), start: null })).toBe(false);
    expect(readsAs(gold, { ...perfectDeadline(gold), kind: "by" })).toBe(true);
    expect(readsAs(gold, { ...perfectDeadline(gold), kind: "ongoing" })).toBe(false);
  });

  test.each(["cell", "header", "text"] as const)("the time line of a phase may come from a %s", (origin) => {
    const gold = goldTask({ group: "phase", deadlines: [{ text: "7月10日前", kind: "by", end: "2020-07-10", where: "text" }] });
    const got = perfectTask(gold, 0);
    const deadlines = got.deadlines.map((deadline) => ({ ...deadline, origin }));
    expect(judgeDeadlines(gold, { ...got, deadlines }, "1", null).judgements.filter(({ right }) => !right)).toEqual([]);
    const task = judgeDeadlines({ ...gold, group: "task" }, { ...got, deadlines }, "1", null);
    expect(task.judgements.every(({ right }) => right)).toBe(origin === "text");
  });
});
