/** One line for one change of meaning, with the number and the words of the task. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { openChangelog } from "../../../src/dataset/publish/changelog.ts";
import type { Change, Issue } from "../../../src/dataset/edition.ts";
import { sentencesOf, tellChanges, type Names } from "../../../src/dataset/publish/sentences.ts";
import { readSettings, settingsSchema } from "../../../src/dataset/correct/settings.ts";
import { settingsKeys, settingsTemplate } from "../../../src/dataset/correct/settings-keys.ts";
import { openCounting } from "../../../src/dataset/publish/statistics.ts";
import { versionMeant } from "../../../src/dataset/keep/versions.ts";
import { changesText } from "../../../src/cli/dataset-words.ts";

const mod = (field: string, before: Change["before"], after: Change["after"], part: Partial<Change> = {}): Change => ({ op: "MOD", notice: "n", task: "n/abc123", field, before, after, causes: ["source"], certain: true, ...part });
const names: Names = { title: "关于2021年重点工作分工的通知", tasks: new Map([["n/abc123", { number: "1", text: "编制公开清单并按月报送进展" }]]) };

/** All that follows from one new date and one new unit. */
const both: readonly Change[] = [
  mod("support", "市教育局", "市教育局；市税务局"),
  mod("allocation", "市财政局牵头，市教育局配合", "市财政局牵头，市教育局、市税务局配合"),
  mod("time", "4月底前", "5月底前"),
  mod("due", "2021-04-30", "2021-05-31"),
  mod("units", "[1]", "[2]"),
  mod("deadlines", "[1]", "[2]"),
  mod("columns", "[1]", "[2]"),
];

test("a new date and a new unit are two changes of meaning, not seven", () => {
  expect(sentencesOf(both, "zh")).toEqual(["完成时限 4月底前 → 5月底前", "配合单位 + 市税务局"]);
  expect(sentencesOf(both, "en")).toEqual(["due 4月底前 → 5月底前", "support + 市税务局"]);
});

test.each([
  [[mod("due", "2021-04-30", "2021-05-31"), mod("deadlines", "[1]", "[2]")], ["完成时限 2021-04-30 → 2021-05-31"]],
  [[mod("due", null, "2021-05-31")], ["完成时限 无 → 2021-05-31"]],
  [[mod("deadlines", "[1]", "[2]")], ["时限的读法有改动"]],
  [[mod("lead", "甲局；乙局", "乙局；丙局")], ["牵头单位 + 丙局、− 甲局"]],
  [[mod("lead", "甲局；乙局", "乙局；甲局")], ["牵头单位 次序有改动"]],
  [[mod("units", "[1]", "[2]")], ["单位的类别或所属区划有改动"]],
  [[mod("openEnded", false, true)], ["有等字 否 → 是"]],
  [[mod("kind", "task", "assessment")], ["类别 任务 → 考评项"]],
  [[mod("columns", "[1]", "[2]")], ["表格其他栏有改动"]],
  [[mod("columns", "[1]", "[2]"), mod("text", "旧", "新")], ["任务内容 旧 → 新"]],
  [[mod("sections", "1 × a", "2 × b", { task: null })], ["正文有改动"]],
  [[mod("text", `${"甲".repeat(80)}旧${"乙".repeat(80)}`, `${"甲".repeat(80)}新${"乙".repeat(80)}`)], ["任务内容 …甲甲甲甲甲甲甲甲旧乙乙乙乙乙乙乙乙… → …甲甲甲甲甲甲甲甲新乙乙乙乙乙乙乙乙…"]],
  [[mod("", null, "编制", { op: "ADD", field: null })], ["新增"]],
  [[mod("", "n/1", "n/2", { op: "REKEY", field: null })], ["标识 n/1 → n/2"]],
])("%j", (changes, sentences) => {
  expect(sentencesOf(changes, "zh")).toEqual(sentences);
});

test("a task is called by its number and words; one that is gone by the words that went", () => {
  const gone: Change = { ...mod("", "清理规范收费", null, { task: "n/gone" }), op: "DEL", field: null };
  expect(tellChanges([...both, gone], names, "zh").map(({ called }) => called)).toEqual(["任务1“编制公开清单并按月报送进展”", "任务“清理规范收费”"]);
});

test("diff is read like a newspaper: title, task, what changed, why, and the id that explain takes", () => {
  const text = changesText({ from: "0001-aaaaaaaa", to: "0002-bbbbbbbb", changes: both }, new Map([["n", names]]), "zh");
  expect(text.split("\n")).toEqual([
    "0001-aaaaaaaa → 0002-bbbbbbbb：1 份通知、1 项任务有变化",
    "",
    "关于2021年重点工作分工的通知 n",
    "  任务1“编制公开清单并按月报送进展”：完成时限 4月底前 → 5月底前；配合单位 + 市税务局 ← 来源 [abc123]",
    "",
  ]);
});

test("no words of a file steer the terminal", () => {
  const evil = "\u001B[2J\u202Eabc";
  const text = changesText({ from: null, to: "2", changes: [mod("text", evil, `${evil}x`), mod("lead", evil, null)] }, new Map([["n", { title: evil, tasks: new Map([["n/abc123", { number: evil, text: evil }]]) }]]), "zh");
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u);
});

describe("the CHANGELOG", () => {
  const changelog = openChangelog();
  for (const change of both) changelog.change(change);
  const statistics = openCounting({ version: "0002-bbbbbbbb", previous: "0001-aaaaaaaa" });
  for (const change of both) statistics.change(change);
  const issue: Issue = { code: "dataset/override-unknown", severity: "warning", params: { id: "n/x", field: "due" }, message: "", hint: null, actual: null, task: null, place: [], notice: null, item: null };
  const failed: Issue = { ...issue, code: "dataset/failed-reading", params: { reason: "空文件" }, item: "a.pdf" };
  const text = changelog.text(statistics.done(), { unread: [failed], resting: [issue] }, null);

  test("counts a task once, however many of its fields changed", () => {
    expect(text).toContain("| 修改 modified | 0 | 1 |");
  });

  test("says what changed in both languages", () => {
    expect(text).toContain("：完成时限 4月底前 → 5月底前；配合单位 + 市税务局 ← 来源");
    expect(text).toContain(": due 4月底前 → 5月底前; support + 市税务局 ← source");
  });

  test("names the sources that were not read and the corrections that rest", () => {
    expect(text).toMatch(/没有读出的来源[^]*a\.pdf：这份来源读不出通知（空文件）/u);
    expect(text).toMatch(/没有采用的人工更正[^]*没有标识为“n\/x”的任务或通知/u);
  });
});

describe("the beginning of a version's name", () => {
  const versions = { lastSuccessful: null, versions: ["0001-aaaaaaaa", "0012-bbbbbbbb", "0013-cccccccc"].map((version) => ({ version })) } as unknown as Parameters<typeof versionMeant>[1];
  test.each([
    ["0001-aaaaaaaa", "0001-aaaaaaaa"],
    ["0001", "0001-aaaaaaaa"],
    ["0012-b", "0012-bbbbbbbb"],
    ["001", null],
    ["2", null],
    ["", null],
  ])("%j means %j", (given, meant) => {
    expect(versionMeant(given, versions)?.version ?? null).toBe(meant);
  });
});

describe("dataset.yaml", () => {
  test("is documented key by key, none left out and none invented", () => {
    const gates = settingsSchema.shape.gates.unwrap().shape;
    const keys = [...Object.keys(settingsSchema.shape).filter((key) => key !== "gates"), ...Object.keys(gates).map((key) => `gates.${key}`)];
    expect(settingsKeys.map(({ key }) => key).sort()).toEqual(keys.sort());
    const page = readFileSync(new URL("../../../docs/datasets.md", import.meta.url), "utf8");
    for (const { key, yaml } of settingsKeys) expect(page).toContain(`| \`${key}\` | \`${yaml}\``);
    for (const { zh, en } of settingsKeys) expect(page).toContain(`| ${zh} ${en} |`);
  });

  test("as dataset init writes it means what no file means, and is right when every # is taken away", () => {
    const usual = readSettings(null).settings;
    expect(readSettings(settingsTemplate()).settings).toEqual(usual);
    const all = settingsTemplate().split("\n").filter((line) => /^# {1,3}[a-zA-Z]+:(?: |$)/u.test(line)).map((line) => line.slice(2)).join("\n");
    const { settings, troubles } = readSettings(all);
    expect(troubles).toEqual([]);
    expect(Object.keys(parse(all) as object)).toHaveLength(Object.keys(settingsSchema.shape).length);
    for (const { key, usual: same } of settingsKeys) {
      const at = (from: unknown): unknown => key.split(".").reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], from);
      if (same) expect([key, at(settings)]).toEqual([key, at(usual)]);
    }
  });

  test("names the keys that there are where one is wrong", () => {
    expect(readSettings("gates:\n  minTasks: 3\n").troubles[0]?.message).toMatch(/minTasks.*\(notices, tasks, /u);
  });
});
