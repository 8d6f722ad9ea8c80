/** What stands at the path of a published notice and is not that notice: never the same notice, and never published in its place. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withEngine } from "../../src/batch/engine.ts";
import { buildDataset, type Built } from "../../src/dataset/build.ts";
import type { Reader } from "../../src/dataset/gather/reader.ts";
import { verify } from "../../src/dataset/keep/verify.ts";
import { parseNotice, type NoticeInput } from "../../src/pipeline.ts";
import { here } from "./five-versions.ts";
import { emptyFolder, settingsOf } from "./folders.ts";

const reader: Reader = {
  code: "test",
  jobs: 1,
  read: async ({ files, options }) => {
    const inputs = files.map(({ path, name, role, label, uri, bytes }): NoticeInput => ({ name, role, label, uri, bytes: bytes ?? new Uint8Array(readFileSync(path)) }));
    return JSON.stringify(await parseNotice(inputs as [NoticeInput, ...NoticeInput[]], await withEngine(options)));
  },
  files: here,
  close: () => undefined,
};

function page(number: string | null, title: string, tasks: readonly string[]): string {
  const rows = tasks.map((words, i) => `<tr><td>${i + 1}</td><td>${words}</td><td>市审改办</td><td>${i + 6}月底前</td></tr>`).join("");
  return `<!DOCTYPE html><meta charset="utf-8"><h1>示例市人民政府办公室关于印发${title}的通知</h1>${number === null ? "" : `<p>${number}</p>`}<table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>${rows}</table>`;
}

const works = ["建设政务服务大厅自助区。", "公开行政许可事项清单。", "推动电子证照共享应用。", "开展窗口人员业务培训。", "完善好差评整改机制。"];
const notices: Readonly<Record<string, string>> = {
  "a.html": page("示政办发〔2021〕7号", "防汛抗旱任务分解表", ["检查水库大坝安全。", "储备防汛物资器材。"]),
  "b.html": page("示政办发〔2021〕8号", "政务服务任务分解表", works),
  "c.html": page(null, "口袋公园建设任务分解表", ["新建口袋公园三处。", "改造街头绿地五处。"]),
};
const wrapped = (title: string, body: string): string => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** What came to stand at a path, and the gate that stops it. */
const pages: readonly (readonly [name: string, file: string, text: string, gate: "lostNotices" | "shrunkNotices"])[] = [
  ["502", "b.html", wrapped("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>"), "lostNotices"],
  ["a log-in", "b.html", wrapped("统一身份认证平台", "<h2>用户登录</h2><form>用户名<input>密码<input type=password><button>登录</button></form>"), "lostNotices"],
  ["a check of the firewall", "c.html", wrapped("安全验证", "<p>您的访问行为异常，请完成下方验证后继续访问。事件编号：8f3a21</p>"), "lostNotices"],
  ["404 in Chinese", "b.html", wrapped("页面不存在", "<h1>404</h1><p>抱歉，您访问的页面不存在或已删除。</p><a>返回首页</a>"), "lostNotices"],
  ["no bytes", "b.html", "", "lostNotices"],
  ["an empty body", "c.html", wrapped("", ""), "lostNotices"],
  ["another notice", "c.html", page("示政办发〔2021〕9号", "校车安全任务分解表", ["排查校车安全隐患。", "组织驾驶人员培训。"]), "lostNotices"],
  ["the page of a neighbour", "b.html", notices["a.html"] ?? "", "lostNotices"],
  ["a list that names it", "c.html", wrapped("政策文件", `<ul>${["防汛抗旱", "政务服务", "口袋公园建设", "校车安全", "秸秆禁烧"].map((name) => `<li>示例市人民政府办公室关于印发${name}任务分解表的通知 2021-03-05</li>`).join("")}</ul>`), "lostNotices"],
  ["a shell that keeps title and number", "b.html", page("示政办发〔2021〕8号", "政务服务任务分解表", []), "shrunkNotices"],
  ["the first rows alone", "b.html", page("示政办发〔2021〕8号", "政务服务任务分解表", works.slice(0, 2)), "shrunkNotices"],
  ["a maintenance notice in JSON", "b.html", '{"code":503,"message":"系统维护中"}', "lostNotices"],
];

function plant(folder: string, files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

async function build(folder: string, files: Readonly<Record<string, string>>, settings = "formats: [ndjson, csv]\n"): Promise<Built> {
  const sources = join(folder, "sources");
  plant(sources, files);
  return buildDataset({ sources, out: join(folder, "out"), manifest: null, settings: settingsOf(settings), settingsText: null, corrections: { lookups: null, overrides: null, pairs: new Map() }, gold: null, options: {}, reader, now: "2026-11-01T00:00:00Z" });
}

function fallenIn({ outcome }: Built): string[] {
  return "gates" in outcome ? outcome.gates.gates.filter(({ passed }) => !passed).map(({ gate }) => gate) : [];
}

describe("without a dataset.yaml, at the path of a published notice", () => {
  test.each(pages)("%s", async (_, file, text, gate) => {
    const folder = emptyFolder();
    const first = await build(folder, notices);
    const second = await build(folder, { ...notices, [file]: text });
    expect(second.outcome.status).toBe("failed");
    expect(fallenIn(second)).toContain(gate);
    const [artifact] = [join(folder, "out", "artifacts", second.outcome.version)];
    expect(readFileSync(join(artifact, "rekeys.csv"), "utf8").trim().split("\n")).toHaveLength(1);
    const index = JSON.parse(readFileSync(join(folder, "out", "versions.json"), "utf8")) as { lastSuccessful: string };
    expect(index.lastSuccessful).toBe(first.outcome.version);
    expect((await build(folder, notices)).outcome).toMatchObject({ status: "unchanged", version: first.outcome.version });
    expect(await verify(join(folder, "out"))).toEqual([]);
  });
});

/** A page of few words: all but title, number, tasks and units stays. */
function small(number: string, title: string, rows: readonly (readonly [task: string, unit: string])[]): string {
  const lines = rows.map(([task, unit], i) => `<tr><td>${i + 1}</td><td>${task}</td><td>${unit}</td><td>${3 * i + 6}月底前</td></tr>`).join("");
  return `<!DOCTYPE html><meta charset="utf-8"><h1>${title}</h1><p>${number}</p><p>各县（市、区）政府，市政府各部门：</p><table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>${lines}</table><p>示例市人民政府办公室</p><p>2022年3月1日</p>`;
}

const title = "关于印发2022年重点工作任务分工的通知";
const care = [["推进社区养老服务设施建设", "市民政局"], ["完成老旧小区改造二十个", "市住建局"]] as const;
const flood = [["检修泵站", "市水务局"], ["疏浚河道", "市应急局"]] as const;

describe("a small notice, at the path of another", () => {
  const first = small("示政办〔2022〕15号", title, care);
  test.each([
    ["of other tasks under the same title", first, small("示政办〔2022〕18号", title, flood), false],
    ["of another title, the frame the same", first, small("示政办〔2022〕18号", "关于印发2022年防汛抗旱任务分工的通知", flood), false],
    ["of one task in two, renumbered", first, small("示政办〔2022〕18号", title, [care[0], flood[0]]), false],
    ["of the same tasks for other units, renumbered", first, small("示政办〔2022〕18号", title, [[care[0][0], "市水务局"], [care[1][0], "市应急局"]]), false],
    ["of the next year, with the same tasks", first, small("示政办〔2023〕15号", title.replace("2022", "2023"), care), false],
    ["of one task in two, without number at first", small("", title, care), small("示政办〔2022〕18号", title, [care[0], flood[0]]), false],
    ["with the number corrected", first, small("示政办〔2022〕16号", title, care), true],
    ["with the year of the number corrected", small("示政办〔2021〕15号", title, care), first, true],
    ["with number and a word corrected", first, small("示政办〔2022〕16号", title, [["推进社区养老服务设施建设。", "市民政局"], care[1]]), true],
    ["with number and title corrected", first, small("示政办〔2022〕16号", "关于印发2022年民生工作任务分工的通知", care), true],
    ["with its number printed later, and a task more", small("", title, care), small("示政办〔2022〕18号", title, [...care, flood[0]]), true],
  ])("%s", async (_, before, after, same) => {
    const folder = emptyFolder();
    await build(folder, { ...notices, "s.html": before });
    const second = await build(folder, { ...notices, "s.html": after });
    const rekeys = readFileSync(join(folder, "out", "artifacts", second.outcome.version, "rekeys.csv"), "utf8").trim().split("\n");
    expect([second.outcome.status, rekeys.length > 1]).toEqual(same ? ["success", true] : ["failed", false]);
    expect(fallenIn(second)).toEqual(same ? [] : expect.arrayContaining(["lostNotices"]));
  });
});

test("a notice that lost tasks and got another number is named by the id that had them", async () => {
  const folder = emptyFolder();
  const rows = [...works, ...care.map(([words]) => words)].map((words) => `${words}每季度向市政府办公室报告进展情况。`);
  await build(folder, { ...notices, "s.html": page(null, "便民服务任务分解表", rows) });
  const second = await build(folder, { ...notices, "s.html": page("示政办发〔2021〕12号", "便民服务任务分解表", rows.slice(0, 3)) });
  const artifact = join(folder, "out", "artifacts", second.outcome.version);
  const told = readFileSync(join(artifact, "issues.ndjson"), "utf8").split("\n").filter((line) => line.includes("dataset/shrunk-notice"));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/“notice-[0-9a-f]{16}”/u);
});

describe("what is no loss passes", () => {
  test.each<[string, Record<string, string>]>([
    ["the same again, with another sentence", { "b.html": `${notices["b.html"] ?? ""}<p>请认真贯彻落实。</p>` }],
    ["one task less", { "b.html": page("示政办发〔2021〕8号", "政务服务任务分解表", works.slice(1)) }],
    ["one task more", { "c.html": page(null, "口袋公园建设任务分解表", ["新建口袋公园三处。", "改造街头绿地五处。", "开放学校操场两处。"]) }],
    ["a notice more", { "d.html": page("示政办发〔2021〕9号", "校车安全任务分解表", ["排查校车安全隐患。"]) }],
  ])("%s", async (_, changed) => {
    const folder = emptyFolder();
    await build(folder, notices);
    expect((await build(folder, { ...notices, ...changed })).outcome.status).toBe("success");
  });

  test("a number that was printed later gives another id to the same notice", async () => {
    const folder = emptyFolder();
    await build(folder, notices);
    const { outcome } = await build(folder, { ...notices, "c.html": page("示政办发〔2021〕12号", "口袋公园建设任务分解表", ["新建口袋公园三处。", "改造街头绿地五处。"]) });
    expect(outcome.status).toBe("success");
    expect(readFileSync(join(folder, "out", "artifacts", outcome.version, "rekeys.csv"), "utf8")).toContain("2021-12");
  });

  test("a source that was taken away on purpose, up to half of all", async () => {
    const folder = emptyFolder();
    await build(folder, notices);
    const { "a.html": a = "", "b.html": b = "" } = notices;
    expect((await build(folder, { "a.html": a, "b.html": b })).outcome.status).toBe("success");
    const emptied = await build(folder, { "note.txt": "" });
    expect([emptied.outcome.status, fallenIn(emptied)]).toEqual(["failed", expect.arrayContaining(["noticesDrop", "deleted"])]);
  });

  test("a loss that the settings allow", async () => {
    const folder = emptyFolder();
    await build(folder, notices);
    const { outcome } = await build(folder, { ...notices, "c.html": pages[0]?.[2] ?? "" }, "formats: [ndjson, csv]\ngates: { lostNotices: 1 }\n");
    expect(outcome.status).toBe("success");
  });
});

test("tables that were made to disagree are found", async () => {
  const folder = emptyFolder();
  const { outcome } = await build(folder, notices);
  const artifact = join(folder, "out", "artifacts", outcome.version);
  const { disagreementIn } = await import("../../src/dataset/keep/agreement.ts");
  expect(await disagreementIn(artifact)).toBeNull();
  for (const [table, from, to] of [["tasks", "2021-06-30", "2021-07-01"], ["tasks", "市审改办", "市财政局"], ["assignments", "2021-06-30", "2021-07-01"], ["deadlines", "2021-06-30", "2021-07-01"], ["notices.ndjson", '"due":"2021-06-30"', '"due":"2021-07-01"']] as const) {
    const path = join(artifact, table.includes(".") ? table : `${table}.csv`);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, table === "tasks" || table === "notices.ndjson" ? text.replace(from, to) : text.replaceAll(from, to));
    expect(await disagreementIn(artifact), `${table} ${from}`).toContain(table.includes(".") ? table : `${table}.csv`);
    writeFileSync(path, text);
  }
});
