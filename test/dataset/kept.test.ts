/** What says nothing about a notice takes nothing away: a limit of the machine, a file or folder that cannot be read for now. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { giveUp } from "../../src/batch/give-up.ts";
import { readJob } from "../../src/batch/read-job.ts";
import { buildDataset, type Building, type Built } from "../../src/dataset/build.ts";
import type { Change, Issue, RunLock } from "../../src/dataset/edition.ts";
import { readOverrides } from "../../src/dataset/correct/overrides.ts";
import type { Reader } from "../../src/dataset/gather/reader.ts";
import { NoSources } from "../../src/dataset/gather/sources.ts";
import { verify } from "../../src/dataset/keep/verify.ts";
import { diagnose } from "../../src/model/context.ts";
import type { FindingCode } from "../../src/model/finding.ts";
import { readLookups } from "../../src/read/lookups.ts";
import { ndjson } from "./delta-checks.ts";
import { here } from "./five-versions.ts";
import { emptyFolder, settingsOf } from "./folders.ts";

type Files = Readonly<Record<string, string>>;

/** What fails this time: files by name, each with the code. */
type Faults = Readonly<Record<string, FindingCode>>;

function readerOf(faults: Faults = {}, code = "test"): Reader {
  return {
    code,
    jobs: 1,
    read: async (job) => {
      const whole = { ...job, pretty: false, output: null, kept: null };
      const fault = faults[job.files[0].name];
      const answer = fault === undefined ? await readJob(whole) : await giveUp(whole, diagnose(fault, { params: { milliseconds: "200", megabytes: "256", times: "3", reason: "TypeError" } }), null);
      if (answer.kept || answer.json === null) throw new Error("nothing was read");
      return answer.json.trimEnd();
    },
    files: here,
    close: () => undefined,
  };
}

function page(number: string, title: string, tasks: readonly string[], unit = "市审改办"): string {
  const rows = tasks.map((words, i) => `<tr><td>${i + 1}</td><td>${words}</td><td>${unit}</td><td>${i + 6}月底前</td></tr>`).join("");
  return `<!DOCTYPE html><meta charset="utf-8"><h1>示例市人民政府办公室关于印发${title}的通知</h1><p>${number}</p><table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>${rows}</table>`;
}

const flood = page("示政办发〔2021〕7号", "防汛抗旱任务分解表", ["检查水库大坝安全。", "储备防汛物资器材。"]);
const service = page("示政办发〔2021〕8号", "政务服务任务分解表", ["建设政务服务大厅自助区。", "公开行政许可事项清单。", "推动电子证照共享应用。"]);
const parks = page("示政办发〔2021〕9号", "口袋公园建设任务分解表", ["新建口袋公园三处。", "改造街头绿地五处。"]);
const buses = page("示政办发〔2021〕10号", "校车安全任务分解表", ["排查校车安全隐患。", "组织驾驶人员培训。"]);
const all: Files = { "a.html": flood, "b.html": service, "sub/c.html": parks, "sub/d.html": buses };

function plant(folder: string, files: Files): void {
  const sources = join(folder, "sources");
  rmSync(sources, { recursive: true, force: true });
  mkdirSync(sources, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(sources, name)), { recursive: true });
    writeFileSync(join(sources, name), text);
  }
}

interface With extends Partial<Pick<Building, "options" | "allowLoss">> {
  readonly faults?: Faults;
  readonly code?: string;
  readonly lookups?: string;
  readonly overrides?: string;
  readonly settings?: string;
}

/** Builds from what lies in `sources`. */
async function build(folder: string, { faults = {}, code, lookups, overrides = "[]\n", settings = "formats: [ndjson, csv]\n", options = {}, allowLoss = false }: With = {}): Promise<Built> {
  const read = lookups === undefined ? null : readLookups(lookups).lookups;
  const made = readOverrides(overrides);
  expect(made.troubles).toEqual([]);
  return buildDataset({
    sources: join(folder, "sources"), out: join(folder, "out"), manifest: null, settings: settingsOf(settings), settingsText: null, gold: null, options, allowLoss, reader: readerOf(faults, code), now: "2026-11-01T00:00:00Z",
    corrections: { lookups: lookups === undefined || read === null ? null : { text: lookups, lookups: read }, overrides: overrides === "[]\n" ? null : { text: overrides, overrides: made.overrides }, pairs: new Map() },
  });
}

const fileOf = (folder: string, version: string, name: string): string => join(folder, "out", "artifacts", version, name);
const changesOf = (folder: string, { outcome: { version } }: Built): Change[] => ndjson<Change>(fileOf(folder, version, "delta.ndjson"));
const issuesOf = (folder: string, { outcome: { version } }: Built): Issue[] => ndjson<Issue>(fileOf(folder, version, "issues.ndjson"));
const lockOf = (folder: string, { outcome: { version } }: Built): RunLock => JSON.parse(readFileSync(fileOf(folder, version, "run.lock.json"), "utf8")) as RunLock;
const countsOf = (changes: readonly Change[]): string[] => [...new Set(changes.map(({ op, causes, certain }) => `${op} ${causes.join("+")}${certain ? "" : "?"}`))].sort();

/** All notices stand, marked, without a change; then the next good build says what is true. */
async function expectKept(folder: string, built: Built, items: readonly string[], first: Built): Promise<void> {
  expect(built.outcome.status).toBe("success");
  expect(changesOf(folder, built)).toEqual([]);
  expect(readFileSync(fileOf(folder, built.outcome.version, "notices.ndjson"), "utf8")).toBe(readFileSync(fileOf(folder, first.outcome.version, "notices.ndjson"), "utf8"));
  expect(issuesOf(folder, built).filter(({ code }) => code === "dataset/kept-reading").map(({ item }) => item)).toEqual(items);
  expect(built.kept.map(({ item }) => item)).toEqual(items);
  for (const item of items) expect(lockOf(folder, built).items.find((one) => one.item === item)).toMatchObject({ key: null, kept: first.outcome.version });
  expect(await verify(join(folder, "out"))).toEqual([]);
}

const lookups = "units:\n  - exact: 市审改办\n    name: 示例市审批制度改革办公室\n";

describe("a limit of the machine, in a build of which something else is new", () => {
  const limits: readonly FindingCode[] = ["limit/time", "limit/stall", "limit/memory", "limit/killed", "internal/crash"];

  test.each(limits)("%s with the cache removed and one more source", async (fault) => {
    const folder = emptyFolder();
    plant(folder, { "a.html": flood, "b.html": service });
    const first = await build(folder);
    rmSync(join(folder, "out", "cache"), { recursive: true });
    plant(folder, { "a.html": flood, "b.html": service, "c.html": "<p>空</p>" });
    const second = await build(folder, { faults: { "a.html": fault, "b.html": fault, "c.html": fault } });
    await expectKept(folder, second, ["b.html", "a.html"].sort(), first);
    expect(second.failed.map(({ item }) => item)).toEqual(["c.html"]);
    plant(folder, { "a.html": flood, "b.html": service });
    const third = await build(folder);
    expect(countsOf(changesOf(folder, third))).toEqual([]);
    expect(await verify(join(folder, "out"))).toEqual([]);
  });

  test.each<[what: string, change: With, cause: string]>([
    ["new lookups", { lookups }, "MOD lookup"],
    ["a new program", { code: "next" }, ""],
    ["other options", { options: { year: 2019 } }, ""],
    ["a correction", { overrides: "- id: 示政办发-2021-7\n  field: validity\n  expected: null\n  value: 有效\n  reason: 查对\n  person: 张三\n  date: 2024-06-01\n" }, "MOD override"],
  ])("limit/time with %s: no cause is invented, and the true one is told by the build that can read", async (_, change, cause) => {
    const folder = emptyFolder();
    plant(folder, all);
    const first = await build(folder);
    rmSync(join(folder, "out", "cache"), { recursive: true });
    const faults = { "a.html": "limit/time", "b.html": "limit/time", "sub/c.html": "limit/time", "sub/d.html": "limit/time" } as const;
    const second = await build(folder, { ...change, faults });
    await expectKept(folder, second, ["a.html", "b.html", "sub/c.html", "sub/d.html"].sort((a, b) => readingOrder(first, folder, a) - readingOrder(first, folder, b)), first);
    const third = await build(folder, change);
    expect(countsOf(changesOf(folder, third))).toEqual(cause === "" ? [] : [cause]);
    expect(third.kept).toEqual([]);
    expect(await verify(join(folder, "out"))).toEqual([]);
  });

  function readingOrder(first: Built, folder: string, item: string): number {
    return readFileSync(fileOf(folder, first.outcome.version, "notices.ndjson"), "utf8").split("\n").findIndex((line) => line.includes(`"item":"${item}"`));
  }

  test("kept twice, with the source changed meanwhile, the change is told from what was read", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    const first = await build(folder);
    const changed = { ...all, "b.html": service.replace("推动电子证照共享应用", "推动电子证照互认应用") };
    plant(folder, changed);
    const second = await build(folder, { faults: { "b.html": "limit/memory" } });
    await expectKept(folder, second, ["b.html"], first);
    const third = await build(folder, { faults: { "b.html": "limit/killed" }, lookups });
    expect(lockOf(folder, third).items.find(({ item }) => item === "b.html")?.kept).toBe(first.outcome.version);
    expect(changesOf(folder, third).map(({ notice }) => notice)).not.toContain("示政办发-2021-8");
    const fourth = await build(folder, { lookups });
    const told = changesOf(folder, fourth);
    expect(new Set(told.map(({ notice }) => notice))).toEqual(new Set(["示政办发-2021-8"]));
    expect(countsOf(told)).toEqual(["MOD lookup", "MOD source"].concat(countsOf(told).filter((one) => one.startsWith("REKEY"))).sort());
    expect(await verify(join(folder, "out"))).toEqual([]);
  });

  test("kept while the version of its reading is pruned: that one stays", async () => {
    const folder = emptyFolder();
    const settings = "formats: [ndjson, csv]\nkeep: 1\n";
    plant(folder, all);
    await build(folder, { settings });
    for (const value of ["一", "二", "三"]) {
      plant(folder, { ...all, "a.html": flood.replace("检查水库", `检查第${value}水库`) });
      await build(folder, { settings, faults: { "b.html": "limit/time" } });
    }
    const last = await build(folder, { settings, lookups });
    expect(changesOf(folder, last).every(({ certain }) => certain)).toBe(true);
    expect(countsOf(changesOf(folder, last).filter(({ notice }) => notice === "示政办发-2021-8"))).toEqual(["MOD lookup"]);
    expect(await verify(join(folder, "out"))).toEqual([]);
  });

  test("one of two sources of a notice: the notice rests, and is not told from the other one", async () => {
    const folder = emptyFolder();
    plant(folder, { ...all, "z/b.html": service.replace("市审改办", "市审改办、市数据局") });
    const first = await build(folder);
    rmSync(join(folder, "out", "cache"), { recursive: true });
    plant(folder, { ...all, "x.html": "<p>新文件</p>", "z/b.html": service.replace("市审改办", "市审改办、市数据局") });
    await expectKept(folder, await build(folder, { faults: { "b.html": "limit/time", "x.html": "limit/time" } }), ["b.html"], first);
  });

  test("a source that was moved meanwhile", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    const first = await build(folder);
    const { "b.html": moved = "", ...others } = all;
    plant(folder, { ...others, "new/b.html": moved });
    await expectKept(folder, await build(folder, { faults: { "new/b.html": "limit/time" } }), ["b.html"], first);
    const third = await build(folder);
    expect(countsOf(changesOf(folder, third))).toEqual([]);
  });

  test("in the very first build: nothing is published of it, and it is added when it can be read", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    const first = await build(folder, { faults: { "b.html": "limit/time" } });
    expect(first.outcome.status).toBe("success");
    expect(first.failed).toEqual([{ item: "b.html", reason: "limit/time" }]);
    const second = await build(folder);
    expect(countsOf(changesOf(folder, second))).toEqual(["ADD source"]);
    expect(await verify(join(folder, "out"))).toEqual([]);
  });

  test("of more than half of all sources in the first build: it is not published", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    const { outcome } = await build(folder, { faults: { "a.html": "limit/time", "b.html": "limit/time", "sub/c.html": "limit/time" } });
    expect(outcome).toMatchObject({ status: "failed", gates: { gates: expect.arrayContaining([expect.objectContaining({ gate: "failedShare", passed: false })]) as unknown } });
  });

  test("in reading an old source with the new program alone: its cause stays open, and none is invented", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    await build(folder);
    plant(folder, { ...all, "b.html": service.replace("公开行政许可事项清单", "公开行政许可事项目录") });
    // The old bytes come from the cache, by the name they had: only they meet the limit.
    const reader = readerOf({}, "next");
    const slow: Reader = { ...reader, read: async (job) => (job.files[0].bytes === undefined ? reader.read(job) : readerOf({ "b.html": "limit/time" }, "next").read(job)) };
    const second = await buildDataset({ sources: join(folder, "sources"), out: join(folder, "out"), manifest: null, settings: settingsOf("formats: [ndjson, csv]\n"), settingsText: null, gold: null, options: {}, reader: slow, now: "2026-11-01T00:00:00Z", corrections: { lookups: null, overrides: null, pairs: new Map() } });
    expect(countsOf(changesOf(folder, second)).filter((one) => !one.endsWith("parser+source?"))).toEqual([]);
    expect(changesOf(folder, second).some(({ op }) => op === "DEL" || op === "ADD")).toBe(false);
  });

  test("other options say that they are the cause", async () => {
    const folder = emptyFolder();
    plant(folder, { "a.html": flood.replaceAll(/（?〔2021〕7号/gu, "") });
    await build(folder, { options: { year: 2020 } });
    const second = await build(folder, { options: { year: 2021 } });
    expect(changesOf(folder, second).length).toBeGreaterThan(0);
    expect(countsOf(changesOf(folder, second))).toEqual(["MOD parser"]);
  });
});

describe("a file or folder that cannot be read for now", () => {
  const blocked: readonly (readonly [what: string, items: readonly string[], block: (sources: string) => void])[] = [
    ["a pipe", ["b.html"], (sources) => replaceBy(join(sources, "b.html"), (path) => execFileSync("mkfifo", [path]))],
    ["a device", ["b.html"], (sources) => replaceBy(join(sources, "b.html"), (path) => symlinkSync("/dev/null", path))],
    ["a link that leads nowhere", ["b.html"], (sources) => replaceBy(join(sources, "b.html"), (path) => symlinkSync("/no/such/place", path))],
    ["a link that leads out of the folder", ["b.html"], (sources) => replaceBy(join(sources, "b.html"), (path) => { writeFileSync(join(sources, "../elsewhere.html"), service); symlinkSync("../elsewhere.html", path); })],
    ["a link to itself", ["b.html"], (sources) => replaceBy(join(sources, "b.html"), (path) => symlinkSync("b.html", path))],
    ["a folder of that name", ["b.html"], (sources) => replaceBy(join(sources, "b.html"), (path) => mkdirSync(path))],
    ["a share that is not mounted", ["sub/d.html", "sub/c.html"], (sources) => replaceBy(join(sources, "sub"), (path) => mkdirSync(path))],
    ["a share that is not mounted, with a hidden file below", ["sub/d.html", "sub/c.html"], (sources) => replaceBy(join(sources, "sub"), (path) => { mkdirSync(path); writeFileSync(join(path, ".keep"), ""); })],
    ["a folder that was moved out, with a link in its place", ["sub/d.html", "sub/c.html"], (sources) => { renameSync(join(sources, "sub"), join(sources, "../moved")); symlinkSync("../moved", join(sources, "sub")); }],
    ["a folder that is a link to itself", ["sub/d.html", "sub/c.html"], (sources) => replaceBy(join(sources, "sub"), (path) => symlinkSync("sub", path))],
  ];

  function replaceBy(path: string, make: (path: string) => void): void {
    rmSync(path, { recursive: true });
    make(path);
  }

  test.each(blocked)("%s", async (_, items, block) => {
    const folder = emptyFolder();
    plant(folder, all);
    const first = await build(folder);
    block(join(folder, "sources"));
    await expectKept(folder, await build(folder), items, first);
    plant(folder, all);
    const third = await build(folder);
    expect(countsOf(changesOf(folder, third))).toEqual([]);
    expect(third.kept).toEqual([]);
  });

  test("a folder whose name has a number of a person, empty now", async () => {
    const folder = emptyFolder();
    plant(folder, { ...all, "联系13812345678/e.html": page("示政办发〔2021〕11号", "森林防火任务分解表", ["巡查重点林区。"]) });
    const first = await build(folder);
    replaceBy(join(folder, "sources", "联系13812345678"), (path) => mkdirSync(path));
    await expectKept(folder, await build(folder), ["联系***********/e.html"], first);
    replaceBy(join(folder, "sources", "联系13812345678"), () => undefined);
    expect(countsOf(changesOf(folder, await build(folder)))).toEqual(["DEL source"]);
  });

  test("a file larger than is read now", async () => {
    const folder = emptyFolder();
    plant(folder, { ...all, "b.html": `${service}<!--${"x".repeat(5000)}-->` });
    const first = await build(folder, { options: { limits: { bytes: 1 << 20 } } });
    await expectKept(folder, await build(folder, { options: { limits: { bytes: 4000 } } }), ["b.html"], first);
  });

  test.each<[what: string, make: (sources: string) => void]>([
    ["missing", (sources) => rmSync(sources, { recursive: true })],
    ["moved away", (sources) => renameSync(sources, `${sources}-old`)],
    ["empty", (sources) => plantNothing(sources)],
    ["of empty folders", (sources) => { plantNothing(sources); mkdirSync(join(sources, "sub/deeper"), { recursive: true }); }],
    ["of files that are no documents", (sources) => { plantNothing(sources); writeFileSync(join(sources, "Thumbs.db"), "x"); }],
    ["of hidden files", (sources) => { plantNothing(sources); writeFileSync(join(sources, ".nfs0001"), "x"); }],
    ["a file", (sources) => { rmSync(sources, { recursive: true }); writeFileSync(sources, flood); }],
    ["a pipe", (sources) => { rmSync(sources, { recursive: true }); execFileSync("mkfifo", [sources]); }],
    ["a link that leads nowhere", (sources) => { rmSync(sources, { recursive: true }); symlinkSync("/no/such/place", sources); }],
    ["a link to itself", (sources) => { rmSync(sources, { recursive: true }); symlinkSync("sources", sources); }],
  ])("a source folder that is %s is refused, and nothing is changed", async (_, make) => {
    const folder = emptyFolder();
    plant(folder, all);
    await build(folder);
    const index = readFileSync(join(folder, "out", "versions.json"), "utf8");
    make(join(folder, "sources"));
    await expect(build(folder)).rejects.toThrow(NoSources);
    expect(readFileSync(join(folder, "out", "versions.json"), "utf8")).toBe(index);
  });

  function plantNothing(sources: string): void {
    rmSync(sources, { recursive: true });
    mkdirSync(sources);
  }

  test("a manifest that cannot be read is not taken for none", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    mkdirSync(join(folder, "sources", "manifest.json"));
    await expect(build(folder)).rejects.toThrow(/manifest\.json/u);
  });
});

describe("what people take away", () => {
  test("one file of four goes, with its cause", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    await build(folder);
    rmSync(join(folder, "sources", "a.html"));
    const second = await build(folder);
    expect(second.outcome.status).toBe("success");
    expect(countsOf(changesOf(folder, second))).toEqual(["DEL source"]);
  });

  test("most of all falls at a gate, and goes when people say so", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    await build(folder);
    plant(folder, { "a.html": flood });
    expect((await build(folder)).outcome.status).toBe("failed");
    const third = await build(folder, { allowLoss: true });
    expect(third.outcome).toMatchObject({ status: "success", gates: { gates: expect.arrayContaining([expect.objectContaining({ gate: "noticesDrop", passed: true, waived: true })]) as unknown } });
    expect(readFileSync(fileOf(folder, third.outcome.version, "gates.txt"), "utf8")).toContain("– noticesDrop");
    expect((await build(folder)).outcome).toMatchObject({ status: "same", passed: true });
    expect(await verify(join(folder, "out"))).toEqual([]);
  });

  test("all of it, when people say so", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    await build(folder);
    plant(folder, {});
    const second = await build(folder, { allowLoss: true });
    expect(second.outcome.status).toBe("success");
    expect(countsOf(changesOf(folder, second))).toEqual(["DEL source"]);
  });

  test("all of a folder that still stands, when people say so", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    await build(folder);
    for (const name of ["c.html", "d.html"]) rmSync(join(folder, "sources", "sub", name));
    expect((await build(folder)).kept).toHaveLength(2);
    expect(countsOf(changesOf(folder, await build(folder, { allowLoss: true })))).toEqual(["DEL source"]);
  });

  test("a source of a notice that says something else now falls at a gate, though another still says the notice", async () => {
    const folder = emptyFolder();
    plant(folder, { ...all, "z/b.html": service });
    await build(folder);
    plant(folder, { ...all, "z/b.html": "<h1>用户登录</h1><p>请输入用户名和密码后继续访问本系统。</p>" });
    const { outcome } = await build(folder);
    expect(outcome).toMatchObject({ status: "failed", gates: { gates: expect.arrayContaining([expect.objectContaining({ gate: "lostSources", passed: false, notices: ["z/b.html"] })]) as unknown } });
  });
});

describe("what stands on the disk", () => {
  test("a last version that is damaged is not built on", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    const first = await build(folder);
    writeFileSync(fileOf(folder, first.outcome.version, "notices.ndjson"), "");
    plant(folder, { ...all, "e.html": flood.replaceAll("防汛抗旱", "森林防火") });
    await expect(build(folder)).rejects.toThrow(/changed file notices\.ndjson/u);
  });

  test("a lost index is made again, and the next version follows the last one", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    const first = await build(folder);
    rmSync(join(folder, "out", "versions.json"));
    plant(folder, { ...all, "e.html": page("示政办发〔2021〕11号", "森林防火任务分解表", ["巡查重点林区。"]) });
    const second = await build(folder);
    expect(second.mended).toMatchObject({ entered: [first.outcome.version], broken: [] });
    expect(second.outcome.version).toMatch(/^0002-/u);
    expect(countsOf(changesOf(folder, second))).toEqual(["ADD source"]);
    expect(await verify(join(folder, "out"))).toEqual([]);
  });

  test("a version that was complete when its build was killed is entered, whatever came since", async () => {
    const folder = emptyFolder();
    plant(folder, all);
    await build(folder);
    const index = readFileSync(join(folder, "out", "versions.json"), "utf8");
    plant(folder, { ...all, "e.html": page("示政办发〔2021〕11号", "森林防火任务分解表", ["巡查重点林区。"]) });
    const second = await build(folder);
    writeFileSync(join(folder, "out", "versions.json"), index);
    const third = await build(folder);
    expect(third).toMatchObject({ outcome: { status: "same", version: second.outcome.version, passed: true }, mended: { damage: null, entered: [second.outcome.version] } });
    expect(await verify(join(folder, "out"))).toEqual([]);
  });
});
