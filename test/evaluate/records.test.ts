/** Records as a whole: what makes one wrong, and when the answer said its doubt. */
import { expect, test } from "vitest";
import type { Diagnostic, ParseResult, Task } from "../../src/model/notice.ts";
import { readGold } from "./gold.ts";
import { judge } from "./judge.ts";
import { scoreOf, tally, type Judgement } from "./judgement.ts";
import { perfectResult, unit } from "./perfect.ts";
import { judgeRecords } from "./records.ts";

const table = "/html/body/table";
const gold = readGold({
  notice: {},
  tasks: ["全面梳理行政权力", "推进政策解读回应", "加强平台建设管理"].map((text, i) => ({
    number: String(i + 1),
    text,
    path: ["一、公开"],
    units: { text: "甲局", lead: ["甲局"] },
    deadlines: [{ text: "6月底前", kind: "by", end: "2020-06-30", where: "cell" }],
  })),
});

function answer(change: (tasks: Task[], result: ParseResult) => void = () => undefined): ParseResult {
  const result = structuredClone(perfectResult(gold, "any"));
  for (const [i, task] of result.tasks.entries()) task.place = [{ source: 0, kind: "element", path: `${table}/tr[${i + 1}]`, start: 0, end: 9 }];
  change(result.tasks, result);
  return result;
}

function second(tasks: readonly Task[]): Task {
  const [, task] = tasks;
  if (task === undefined) throw new Error("no second record");
  return task;
}

function finding(values: Partial<Diagnostic>): Diagnostic {
  return { code: "unit/unrecognized", severity: "warning", params: {}, message: "请核对。", hint: null, actual: null, task: null, place: [], ...values };
}

function verdicts(result: ParseResult, isKnown: (one: Judgement) => boolean = () => false): Judgement[] {
  return judgeRecords(judge(gold, result, "any"), result, isKnown);
}

const exact = (result: ParseResult): boolean[] => verdicts(result).filter(({ field }) => field === "exact").map(({ right }) => right);
const said = (result: ParseResult): boolean[] => verdicts(result).filter(({ field }) => field === "said").map(({ right }) => right);

test("the perfect answer is exact in every record", () => {
  expect(exact(answer())).toEqual([true, true, true]);
  expect(said(answer())).toEqual([]);
});

const losses: readonly (readonly [what: string, change: (task: Task) => void])[] = [
  ["number", (task) => (task.number = "9")],
  ["path", (task) => (task.path = [])],
  ["text", (task) => (task.text += "附加")],
  ["a role", (task) => task.assignment.support.push(...task.assignment.lead.splice(0))],
  ["a unit too many", (task) => task.assignment.support.push(unit("乙局"))],
  ["another day", (task) => task.deadlines.forEach((one) => (one.due = "2020-06-29"))],
  ["no time", (task) => (task.deadlines = [])],
];

test.each(losses)("one wrong field makes the record wrong: %s", (_, change) => {
  const result = answer((tasks) => change(second(tasks)));
  expect(exact(result)).toEqual([true, false, true]);
  expect(said(result)).toEqual([false]);
});

test.each<readonly [string, (task: Task) => void]>([
  ["heading", (task) => (task.heading = "标题")],
  ["columns", (task) => (task.columns = [{ header: "备注", text: "无" }])],
])("a field that is not asked for does not: %s", (_, change) => {
  expect(exact(answer((tasks) => change(second(tasks))))).toEqual([true, true, true]);
});

test("a record lost and one made up cost recall and precision", () => {
  const lost = answer((tasks) => tasks.splice(1, 1));
  const made = answer((tasks) => tasks.push({ ...second(tasks), ordinal: 4, text: "凭空编造出来的内容" }));
  const score = (result: ParseResult) => tally(verdicts(result)).get("exact") ?? scoreOf("exact", { right: 0, wrong: 0, missing: 0, invented: 0, gaps: 0 });
  expect([score(lost).precision, score(lost).recall]).toEqual([1, 2 / 3]);
  expect([score(made).precision, score(made).recall]).toEqual([3 / 4, 1]);
});

test("a known gap makes no record wrong", () => {
  const result = answer((tasks) => (second(tasks).number = "9"));
  expect(verdicts(result, ({ field }) => field === "number").every(({ right }) => right)).toBe(true);
});

const path = `${table}/tr[2]`;
const doubts: readonly (readonly [what: string, said: boolean, finding: (task: Task) => Partial<Diagnostic>])[] = [
  ["that names the record", true, ({ id }) => ({ task: id })],
  ["at its place", true, () => ({ place: [{ source: 0, kind: "element", path: `${path}/td[1]`, start: 0, end: 2 }] })],
  ["at another row", false, () => ({ place: [{ source: 0, kind: "element", path: `${table}/tr[3]`, start: 0, end: 2 }] })],
  ["about its table", true, () => ({ code: "table/unread-columns", place: [{ source: 0, kind: "element", path: `${table}/tr[3]/td[1]`, start: 0, end: 2 }] })],
  ["about another table", false, () => ({ code: "table/unread-columns", place: [{ source: 0, kind: "element", path: `${table}[2]/tr[3]`, start: 0, end: 2 }] })],
  ["about the notice", false, () => ({ code: "notice/sources-differ" })],
];

test.each(doubts)("a finding %s: %s", (_, expected, values) => {
  const result = answer((tasks, { diagnostics }) => {
    second(tasks).number = "9";
    diagnostics.push(finding(values(second(tasks))));
  });
  expect(said(result)).toEqual([expected]);
});

test("a doubt beside a time is said", () => {
  const result = answer((tasks) => second(tasks).deadlines.forEach((one) => Object.assign(one, { due: null, warnings: ["deadline/no-year"] })));
  expect(said(result)).toEqual([true]);
});

test("a record that was not found is said by its unclaimed words or by its table", () => {
  const silent = answer((tasks) => tasks.splice(1, 1));
  const unclaimed = answer((tasks, { coverage }) => {
    tasks.splice(1, 1);
    coverage.unclaimed.push({ text: "推进政策解读回应", place: { source: 0, kind: "element", path, start: 0, end: 8 } });
  });
  const doubted = answer((tasks, { diagnostics }) => {
    tasks.splice(1, 1);
    diagnostics.push(finding({ code: "table/irregular-cell", place: [{ source: 0, kind: "element", path: table, start: null, end: null }] }));
  });
  expect([silent, unclaimed, doubted].map(said)).toEqual([[false], [true], [true]]);
});

test("a day that is stated and not in gold is counted; one with a doubt is not", () => {
  const stated = (result: ParseResult) => tally(judge(gold, result, "any")).get("stated");
  const wrong = answer((tasks) => second(tasks).deadlines.forEach((one) => (one.due = "2020-06-29")));
  const doubted = answer((tasks) => second(tasks).deadlines.forEach((one) => Object.assign(one, { due: "2020-06-29", warnings: ["deadline/no-year"] })));
  expect([stated(answer()), stated(wrong), stated(doubted)].map((score) => [score?.right, score?.invented])).toEqual([[3, 0], [2, 1], [2, 0]]);
});
