/** Each gate barks once and stays quiet once; the report says what fell, by how much, and which notices. */
import { describe, expect, test } from "vitest";
import { checkGates, gates, gatesText, type Measured } from "../../../src/dataset/publish/gates.ts";
import { openGold, readGold } from "../../../src/dataset/correct/gold.ts";
import type { GateSettings } from "../../../src/dataset/correct/settings.ts";
import { openCounting } from "../../../src/dataset/publish/statistics.ts";
import { rowsOf } from "../../../src/dataset/publish/tables.ts";
import { twoNotices } from "../editions.ts";

const counting = openCounting({ version: "0002-bbbbbbbb", previous: "0001-aaaaaaaa" });
for (const record of twoNotices) counting.notice(record, rowsOf(record));
const statistics = counting.done();
const sound: Measured = {
  statistics,
  before: statistics,
  coverage: { characters: 100, claimed: 90, furniture: 0, unclaimed: 10, failedReadings: [], notices: [{ notice: "甲", characters: 50, claimed: 40, furniture: 0, unclaimed: 10 }, { notice: "乙", characters: 50, claimed: 50, furniture: 0, unclaimed: 0 }] },
  facts: { failed: ["甲"], disagreeing: ["乙"], unknownDeadlines: ["丙"], unknownUnits: ["丁"], stale: ["戊"], staleOverrides: 2, gone: ["己"], shrunk: ["庚"], lost: [], cut: [], silent: [], kept: [], unread: [], resting: [], personal: [], publishers: [] },
  gold: { total: 4, wrong: [{ task: "甲/1", field: "due", value: "2021-06-30", found: "2021-06-29" }] },
};
const larger = { ...sound, before: { ...statistics, notices: { ...statistics.notices, total: 4 }, tasks: { ...statistics.tasks, total: 10 } } };
const shrunk = { ...larger, statistics: { ...statistics, changes: { ...statistics.changes, tasks: { ADD: 0, MOD: 0, DEL: 7, REKEY: 0 } } } };
const telling = { ...sound, facts: { ...sound.facts, personal: [{ where: "甲", rule: "mobile", field: "result.tasks.text" }] } };

/** A gate, settings at which it falls, those at which it does not, what is measured, and a notice it names. */
const rows: readonly (readonly [gate: string, falls: GateSettings, stands: GateSettings, measured: Measured, names: string | null])[] = [
  ["notices", { notices: { min: 3 } }, { notices: { min: 2, max: 2 } }, sound, "己"],
  ["notices", { notices: { max: 1 } }, { notices: { max: 2 } }, sound, null],
  ["tasks", { tasks: { min: 4 } }, { tasks: { min: 3 } }, sound, "庚"],
  ["fill", { fill: { "tasks.due": 1, "notices.documentNumber": 0.6 } }, { fill: { "tasks.due": 1, "notices.documentNumber": 0.5 } }, sound, null],
  ["unclaimed", { unclaimed: 0.09 }, { unclaimed: 0.1 }, sound, "甲"],
  ["noticesDrop", { noticesDrop: 0.49 }, { noticesDrop: 0.5 }, larger, "己"],
  ["tasksDrop", { tasksDrop: 0.69 }, { tasksDrop: 0.7 }, larger, "庚"],
  ["deleted", { deleted: 0.6 }, { deleted: 0.7 }, shrunk, "庚"],
  ["lostNotices", { lostNotices: 0 }, { lostNotices: 1 }, { ...sound, facts: { ...sound.facts, lost: ["己"] } }, "己"],
  ["shrunkNotices", { shrunkNotices: 0 }, { shrunkNotices: 1 }, { ...sound, facts: { ...sound.facts, cut: ["庚"] } }, "庚"],
  ["lostSources", { lostSources: 0 }, { lostSources: 1 }, { ...sound, facts: { ...sound.facts, silent: ["b.html"] } }, "b.html"],
  ["failedShare", { failedShare: 0.3 }, { failedShare: 0.4 }, sound, "甲"],
  ["keptReadings", { keptReadings: 0 }, { keptReadings: 1 }, { ...sound, facts: { ...sound.facts, kept: ["b.html"] } }, "b.html"],
  ["unknownDeadlines", { unknownDeadlines: 0.3 }, { unknownDeadlines: 0.375 }, sound, "丙"],
  ["unknownUnits", { unknownUnits: 0 }, { unknownUnits: 0 }, { ...sound, statistics: { ...statistics, assignments: { ...statistics.assignments, unknownAgencies: 1 } } }, "丁"],
  ["failedReadings", { failedReadings: 0 }, { failedReadings: 1 }, sound, "甲"],
  ["disagreements", { disagreements: 0 }, { disagreements: 1 }, sound, "乙"],
  ["staleOverrides", { staleOverrides: 1 }, { staleOverrides: 2 }, sound, "戊"],
  ["personal", {}, {}, telling, "甲"],
  ["gold", { gold: { min: 0.8 } }, { gold: { min: 0.75 } }, sound, null],
];

describe("gates", () => {
  test("each has its rows here", () => {
    expect([...new Set(rows.map(([gate]) => gate))]).toEqual(gates.map(({ id }) => id));
  });

  test.each(rows)("%s falls and stands", (gate, falls, stands, measured, names) => {
    const fallen = checkGates(falls, measured).gates.filter(({ passed }) => !passed);
    expect(fallen.map((outcome) => outcome.gate)).toEqual([gate]);
    if (names !== null) expect(fallen[0]?.notices).toContain(names);
    const quiet = gate === "personal" || gate === "unknownUnits" ? sound : measured;
    expect(checkGates(stands, quiet)).toMatchObject({ passed: true });
  });

  test("what compares with the version before stands when there is none", () => {
    expect(checkGates({ noticesDrop: 0, tasksDrop: 0, deleted: 0 }, { ...sound, before: null }).passed).toBe(true);
  });

  test("gold that was asked for and is missing is not met", () => {
    expect(checkGates({ gold: { min: 0.1 } }, { ...sound, gold: null }).passed).toBe(false);
  });

  test("the report is for people, in both languages, and never shows a number", () => {
    const text = gatesText(checkGates({ unclaimed: 0.05, gold: { min: 0.9 }, tasks: { min: 1 } }, telling));
    expect(text).toContain("✗ unclaimed  没有归入任何字段的字符所占比例 · share of characters that no field took\n    10% / 100  ≤ 5% (+5%)\n    甲\n");
    expect(text).toContain("✗ gold  与人工核对过的值相符的比例 · share of values that people checked and the version says\n    75% / 4  ≥ 90% (-15%)\n    甲/1 due: 2021-06-30 ≠ 2021-06-29\n");
    expect(text).toContain("    甲 result.tasks.text mobile\n");
    expect(text).toContain("✓ tasks");
    expect(text.indexOf("✗ gold")).toBeLessThan(text.indexOf("✓ tasks"));
  });
});

test("gold compares columns of tasks and notices", () => {
  const [, { id, result }] = [twoNotices[0]!, twoNotices[1]!];
  const csv = `task,field,value\n${result.tasks[0]!.id},due,2021-06-30\n${result.tasks[0]!.id},lead,市教育局\n${id},dateIssued,2021-03-15\n${id},validity,\n无,due,2021-01-01\n`;
  const values = readGold(csv);
  const gold = openGold(values ?? []);
  for (const record of twoNotices) gold.add(rowsOf(record));
  expect(gold.done()).toEqual({
    total: 5,
    wrong: [
      { task: result.tasks[0]!.id, field: "lead", value: "市教育局", found: "市财政局" },
      { task: id, field: "validity", value: "", found: "有效" },
      { task: "无", field: "due", value: "2021-01-01", found: null },
    ],
  });
  expect(readGold("id,value\n1,2\n")).toBeNull();
});
