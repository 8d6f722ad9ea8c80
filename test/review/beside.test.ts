/** What stands beside the tasks of a notice under review, with nobody looking. */
import { fileURLToPath } from "node:url";
import { writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { openSideBySide } from "../../src/review/beside.ts";
import { besideOf, type BesideView } from "../../src/review/beside-view.ts";
import { openShelf } from "../../src/review/shelf.ts";
import { routesOf } from "../../src/review/routes.ts";
import { openReview, type Opened, removeReviews } from "./open.ts";

afterAll(removeReviews);

const family = (name: string): string => fileURLToPath(new URL(`../lineage/notices/${name}.html`, import.meta.url));
const levels = ["canteens-nation", "canteens-province", "canteens-city"].map(family);

async function besideIn(review: Opened, n: number): Promise<{ readonly view: BesideView; readonly ids: readonly string[] }> {
  const all = await openSideBySide(review.shelf, "zh")(await review.store.load());
  const { notice, tasks } = (await review.shelf.notice(n))!.result;
  return { view: besideOf(notice.id, all, "zh"), ids: tasks.map(({ id }) => id) };
}

const plain = (html: string | undefined): string => (html ?? "").replaceAll(/<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ");

describe("three levels", () => {
  test("upward and downward, both with evidence, what differs, and none where there is none", async () => {
    const { view, ids } = await besideIn(openReview(levels), 1);
    const item = plain(view.rows[ids[10]!]);
    expect(item).toContain("上级或较早 国办发〔2031〕17号 第11项 ＝ 文字相同，且印有引用");
    expect(item).toContain("下级或较晚 蓬政办发〔2031〕55号 第10项 ＝ 文字相同，且印有引用");
    expect(item).toContain("27字相同（占本项75%、对方93%）；时限 2032-03-31 → 2032-06-30；单位 省数据局 → 市数据局；对方未见 “依托岭政通平台建设”；对方另有 “接入”");
    expect(view.rows[ids[10]!]).toMatch(/<q>[^<]*<mark>全省社区食堂信息系统，实现就餐记录、补贴发放和食品抽检一网通查<\/mark>。<\/q>/u);
    expect(plain(view.rows[ids[11]!])).toContain("上级或较早 未见相同文字： 国办发〔2031〕17号");
    expect(plain(view.rows[ids[11]!])).toContain("下级或较晚 未见相同文字： 蓬政办发〔2031〕55号");
    expect(view.alone).toContain(ids[11]);
    expect(view.alone).not.toContain(ids[10]);
  });

  test("the summary counts what is answered and quotes the printed reference", async () => {
    const { view, ids } = await besideIn(openReview(levels), 0);
    const answered = ids.filter((id) => view.rows[id]!.includes("蓬政办发〔2031〕55号 第"));
    expect(plain(view.summary)).toContain(`本通知 12 项中 ${answered.length} 项有相同文字，${12 - answered.length} 项没有。`);
    expect(plain(view.summary)).toContain("岭政办发〔2031〕42号写有“贯彻落实”");
    expect(plain(view.summary)).toContain("不等于没有办理");
  });
});

test("years of one place", async () => {
  const { view, ids } = await besideIn(openReview([2031, 2032, 2033].map((year) => family(`county-${year}`))), 1);
  expect(plain(view.rows[ids[1]!])).toContain("往年 青府办〔2031〕6号 第2项 ≈ 文字相同，未见引用");
  expect(plain(view.rows[ids[1]!])).toContain("后来的年份 青府办〔2033〕5号 第2项");
  expect(plain(view.rows[ids[4]!])).toMatch(/未见相同文字： 青府办〔203[13]〕/u);
});

test("one notice, and the same notice as two files, have nothing beside them", async () => {
  for (const files of [[levels[0]!], [levels[0]!, ["again.html", (await openReview([levels[0]!]).shelf.bytes(0, 0))!.toString()] as const]]) expect((await besideIn(openReview(files), 0)).view).toEqual({ summary: "", rows: {}, alone: [] });
});

test("notices of a dataset are compared by what was published, without their sources", async () => {
  const files = openReview(levels);
  const items = await Promise.all(files.shelf.items.map(async ({ name }, n) => ({ name, files: [], options: {}, record: (await files.shelf.notice(n))!.result })));
  const nothing = { read: () => Promise.reject(new Error("no source is read")), close: () => undefined };
  const { view } = await besideIn({ ...files, shelf: openShelf(items, nothing) }, 1);
  expect(view).toEqual((await besideIn(files, 1)).view);
});

test("notices that share nothing say so", async () => {
  const { view } = await besideIn(openReview([family("canteens-nation"), family("county-2032")]), 0);
  expect(view.rows).toEqual({});
  expect(plain(view.summary)).toContain("与其余 1 份通知未见相同文字，也未见引用");
});

test("a correction of a date stands in the comparison", async () => {
  const review = openReview(levels);
  const before = await besideIn(review, 1);
  writeFileSync(review.paths.overrides, `- { id: ${before.ids[10]!}, field: due, expected: "2032-03-31", value: "2032-06-30", reason: 更正, person: 张三, date: 2026-11-01 }\n`);
  const sideBySide = openSideBySide(review.shelf, "zh");
  const after = besideOf("岭政办发-2031-42", await sideBySide(await review.store.load()), "zh");
  expect(plain(before.view.rows[before.ids[10]!])).toContain("时限 2032-03-31 → 2032-06-30");
  expect(plain(after.rows[before.ids[10]!])).not.toContain("时限 2032-03-31 → 2032-06-30");
});

test("words of strangers are words", async () => {
  const hostile = (number: string, year: number): string => `<!doctype html><html><body><h1>某某市人民政府关于印发${year}年“&lt;img src=x onerror=alert(1)&gt;”任务分工的通知</h1><p>甲政发〔${year}〕${number}号</p><table><tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr><tr><td>1</td><td>建设基层政务公开工作专题&lt;/mark&gt;&lt;script&gt;alert(1)&lt;/script&gt;集中展现各领域公开信息，提供信息检索功能。</td><td>市财政局&quot;onclick=&quot;alert(1)</td><td>6月底前</td></tr></table></body></html>`;
  const { view, ids } = await besideIn(openReview([["a.html", hostile("1", 2031)], ["b.html", hostile("2", 2032)]]), 0);
  const all = view.summary + view.rows[ids[0]!]!;
  expect(plain(view.rows[ids[0]!])).toContain("字相同");
  expect(all).not.toMatch(/<(?:script|img)|<[^>]*onclick/u);
  expect(all).toContain("&lt;script&gt;");
});

test("the address needs the token and knows no notice that is not there", async () => {
  const review = openReview(levels);
  const app = routesOf({ ...review, token: "t", exchange: () => null, port: () => 80 });
  const ask = (path: string, token: string): Promise<Response> | Response => app.request(`http://127.0.0.1:80${path}`, { headers: { host: "127.0.0.1:80", authorization: `Bearer ${token}` } });
  expect((await ask("/api/beside/0", "")).status).toBe(401);
  expect((await ask("/api/beside/9", "t")).status).toBe(404);
  expect(Object.keys(((await (await ask("/api/beside/0", "t")).json()) as BesideView).rows)).toHaveLength(12);
});
