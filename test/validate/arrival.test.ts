/** What a claim owns must arrive in a field: rows and headings that nothing stands below, and every fixture of segmenting. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inspectNotice, type Inspection } from "../../src/pipeline.ts";
import { openContext } from "../../src/model/context.ts";
import { normalise } from "../../src/normalise/normalise.ts";
import { atOnce } from "../../src/model/steps.ts";
import { segment } from "../../src/segment/segment.ts";
import { findLost } from "../../src/validate/arrival.ts";
import { measureCoverage } from "../../src/validate/coverage.ts";
import { lostLines } from "../arrival.ts";
import { documentOf, type Sketch } from "../segment/build-document.ts";

async function read(name: string, text: string): Promise<Inspection> {
  return inspectNotice({ name, bytes: new TextEncoder().encode(text) });
}

const title = "<h1>关于印发2026年重点工作任务分工的通知</h1>";
const header = "<tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>";
const rows = ["推进政务公开工作", "推进简政放权工作", "推进数据共享工作"].map((words, i) => `<tr><td>${i + 1}</td><td>${words}。</td><td>市审改办</td><td>${i + 6}月底前</td></tr>`);
const wide = (words: string): string => `<tr><td colspan=4>${words}</td></tr>`;
const table = (...parts: readonly string[]): string => `${title}<table>${header}${parts.join("")}</table>`;
const [first = "", second = "", third = ""] = rows;

/** What becomes of a full-width row: a task, the heading of the rows below, or body text, with a finding or without. */
describe("a full-width row", () => {
  test.each<[string, string, { tasks?: string[]; paths?: string[]; sections?: string[]; doubt?: boolean }]>([
    ["a whole task at the end", table(first, wide("（一）市财政局牵头做好经费保障，9月底前完成")), { tasks: ["市财政局牵头做好经费保障，9月底前完成"] }],
    ["a whole task between rows", table(first, wide("由市财政局牵头，于10月底前完成经费保障。"), second), { tasks: ["由市财政局牵头，于10月底前完成经费保障。"] }],
    ["a whole task above the rows", table(wide("市委宣传部负责编制宣传方案，3月底前印发。"), first), { tasks: ["市委宣传部负责编制宣传方案，3月底前印发。"] }],
    ["a task with its bracket and nothing below", table(first, wide("4.做好经费保障，9月底前完成。（市财政局）")), { tasks: ["做好经费保障，9月底前完成。"] }],
    ["the same with rows below is their heading", table(wide("一、经费保障，9月底前完成（市财政局）"), first), { paths: ["一、经费保障，9月底前完成（市财政局）"] }],
    ["a heading with rows", table(wide("一、公开"), first, wide("二、放权"), second), { paths: ["一、公开", "二、放权"] }],
    ["a heading at the end", table(first, wide("二、其他事项")), { sections: ["二、其他事项"], doubt: true }],
    ["a heading before one of its rank", table(wide("一、防汛抗旱"), wide("二、公开"), first), { paths: ["二、公开"], sections: ["一、防汛抗旱"], doubt: true }],
    ["a heading over a heading over rows", table(wide("一、改革"), wide("（一）公开"), first), { paths: ["一、改革", "（一）公开"] }],
    ["a sentence that allocates nothing", table(first, wide("二、本年度不再单列防汛抗旱任务，另行发文明确。")), { sections: ["二、本年度不再单列防汛抗旱任务，另行发文明确。"], doubt: true }],
    ["a rule about all tasks", table(first, wide("三、全部任务由市财政局按季度通报进展情况。")), { sections: ["三、全部任务由市财政局按季度通报进展情况。"] }],
    ["a note", table(first, wide("注：逾期通报。"), second), { sections: ["注：逾期通报。"] }],
    ["a deadline for all that each row overrules", table(wide("完成时限均为2026年12月底前"), first), { sections: ["完成时限均为2026年12月底前"] }],
    ["two captions", `${title}<table>${wide("甲区任务表")}${wide("填报单位：市府办")}${header}${first}</table>`, { sections: ["填报单位：市府办"] }],
    ["only headings", table(wide("一、公开"), wide("二、放权")), { sections: ["序号\n工作任务\n责任单位\n完成时限\n一、公开\n二、放权"] }],
  ])("%s", async (_, page, { tasks = [], paths = [], sections = [], doubt = false }) => {
    const { document, draft, result } = await read("a.html", page);
    const texts = result.tasks.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(tasks));
    expect(texts.length).toBe((page.match(/<td>市审改办/gu) ?? []).length + tasks.length);
    expect([...new Set(result.tasks.flatMap(({ path }) => path))]).toEqual(paths);
    const told = result.notice.sections.map(({ text }) => text);
    expect(told).toEqual(expect.arrayContaining(sections));
    expect(result.diagnostics.some(({ code }) => code === "table/heading-without-task")).toBe(doubt);
    expect(result.coverage.unclaimed).toEqual([]);
    if (document !== null) expect(lostLines({ document, claims: draft.claims, ...result })).toEqual([]);
  });

  test("its lead and its date are read", async () => {
    const { result } = await read("a.html", table(first, second, third, wide("（一）市财政局牵头做好经费保障，9月底前完成")));
    const task = result.tasks.at(-1);
    expect(task).toMatchObject({ label: "（一）", due: "2026-09-30" });
    expect(task?.assignment.lead.map(({ text }) => text)).toEqual(["市财政局"]);
  });
});

test("a row that names its units behind a category alone is a task of its own", async () => {
  const { result } = await read("a.html", `${title}<table><tr><th>类别</th><th>工作任务</th><th>责任单位</th></tr><tr><td>公开</td><td>推进政务公开</td><td>市府办</td></tr><tr><td>经费保障</td><td></td><td>市财政局</td></tr></table>`);
  expect(result.tasks.map(({ text, assignment }) => [text, ...assignment.responsible.map((unit) => unit.text)])).toEqual([["推进政务公开", "市府办"], ["经费保障", "市财政局"]]);
});

/** Words that nothing stands below, in other shapes than a full-width row. */
test.each<[string, string, string]>([
  ["a category whose rows are blank", "a.html", `${title}<table><tr><th>类别</th><th>工作任务</th><th>责任单位</th></tr><tr><td>防汛抗旱</td><td></td><td></td></tr><tr><td>公开</td><td>推进政务公开</td><td>市府办</td></tr></table>`],
  ["a merged category whose rows are blank", "a.html", `${title}<table><tr><th>类别</th><th>工作任务</th><th>责任单位</th></tr><tr><td>公开</td><td>推进政务公开</td><td>市府办</td></tr><tr><td rowspan=2>防汛抗旱</td><td></td><td></td></tr><tr><td></td><td></td></tr></table>`],
  ["a heading with the period below", "a.txt", "某市防溺水工作方案\n一、时间安排\n2026年5月1日至9月30日。\n二、工作任务\n（一）防汛抗旱。（市水利局）\n"],
  ["a heading over a closing order", "a.txt", "某市防汛抗旱工作方案\n一、工作任务\n（一）做好值守工作。（市水利局）\n二、其他事项\n本方案自印发之日起施行。\n"],
  ["a heading over a list of units", "a.txt", "某市防汛抗旱工作方案\n一、考评对象\n市水利局、市财政局、市民政局。\n二、工作任务\n（一）做好值守工作。（市水利局）\n"],
  ["a damaged list of units", "a.txt", "某市防汛抗旱工作方案\n一、考评对象\n市水利局、市财政局、市民\ufffd\ufffd、防汛抗旱3#、Ж。\n二、工作任务\n（一）做好值守工作。（市水利局）\n"],
  ["a part with a weight", "a.txt", "某市防汛抗旱考评方案\n一、值守情况（15%）\n1.做好值守工作。（市水利局）\n2.做好巡查工作。（市水利局）\n"],
  ["a record that states a field twice", "a.html", `<p>发布日期：2026-03-05</p><p>发布时间：2026-03-06 10:21</p>${table(first)}`],
  ["a record with two index numbers", "a.html", `<p>索引号：A0001/2026-1</p><p>信息索引：防汛抗旱-2</p>${table(first)}`],
  ["a heading at the end of the text", "a.txt", "某市防汛抗旱工作方案\n一、工作任务\n（一）做好值守工作。（市水利局）\n二、联系方式\n"],
])("%s arrives", async (_, name, text) => {
  const { document, draft, result } = await read(name, text);
  if (document === null) throw new TypeError("nothing was read");
  expect(lostLines({ document, claims: draft.claims, ...result })).toEqual([]);
  expect(result.coverage.unclaimed).toEqual([]);
});

test("what no field holds is listed, whoever claimed it", async () => {
  const { document, draft, result } = await read("a.html", table(first));
  if (document === null) throw new TypeError("nothing was read");
  const without = { notice: result.notice, tasks: result.tasks.map((task) => ({ ...task, text: "", columns: [] })) };
  const lost = findLost(document, draft.claims, without);
  expect(lost.map(({ start, end }) => document.text.slice(start, end))).toContain("推进政务公开工作");
  const context = openContext();
  const coverage = measureCoverage(document, draft.claims, lost, context);
  expect(coverage.claimed + coverage.furniture + coverage.unclaimed.reduce((sum, { text }) => sum + text.length, 0)).toBe(coverage.characters);
  expect(context.diagnostics.map(({ code }) => code)).toContain("segment/unclaimed-text");
  expect(lostLines({ document, claims: draft.claims, ...without, coverage })).toEqual([]);
  expect(lostLines({ document, claims: draft.claims, ...without, coverage: { ...coverage, unclaimed: [] } })).toContain("tasks.text: 推进政务公开工作。");
});

describe.each(["table", "outline"])("fixtures of segmenting: %s", (folder) => {
  const directory = new URL(`../segment/${folder}/fixtures/`, import.meta.url);
  test.each(readdirSync(directory))("%s", (name) => {
    const { document: sketches } = JSON.parse(readFileSync(new URL(name, directory), "utf8")) as { document: Sketch[] };
    const document = documentOf(sketches);
    const context = openContext();
    const draft = atOnce(segment(document, context));
    const reading = atOnce(normalise(draft, document, context));
    const coverage = measureCoverage(document, draft.claims, findLost(document, draft.claims, reading), context);
    expect(lostLines({ document, claims: draft.claims, ...reading, coverage })).toEqual([]);
    expect(coverage.unclaimed).toEqual([]);
  });
});
