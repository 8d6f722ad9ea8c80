import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseNotice, readDocument, type ParseOptions, type ParseResult } from "../src/index.ts";
import { expectValid } from "./validate-output.ts";

const seed = (name: string): Uint8Array => readFileSync(new URL(`../corpus/seeds/files/${name}`, import.meta.url));
const page = (body: string): Uint8Array => new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8"><title>t</title><body>${body}</body>`);
const parse = async (bytes: Uint8Array, options?: ParseOptions): Promise<ParseResult> => {
  const result = await parseNotice({ name: "page.html", bytes }, options);
  expectValid(result);
  return result;
};

describe("a clean notice", () => {
  test.each(["wanzheng-66.html", "liutiliucu-4.html", "wuhu-kaoping.html"])("%s gives no finding", async (name) => {
    const result = await parse(seed(name));
    expect(result.status).toBe("success");
    expect(result.diagnostics).toEqual([]);
    expect(result.coverage.unclaimed).toEqual([]);
  });

  test("the same bytes give the same answer", async () => {
    const bytes = seed("guichi-2018.html");
    expect(await parse(bytes)).toEqual(await parse(bytes));
  });
});

describe("status", () => {
  test("empty: readable, and nothing is allocated", async () => {
    expect((await parse(page("<p>某市2019年部分节假日安排的通知</p><p>五一放假四天。</p>"))).status).toBe("empty");
  });

  test("failed: nothing readable, with the reason, and no field made up", async () => {
    const result = await parse(new Uint8Array([0, 1, 2, 0xfe, 0, 7]));
    expect(result.status).toBe("failed");
    expect(result.diagnostics).toHaveLength(1);
    expect(result.notice.title).toBeNull();
    expect(result.tasks).toEqual([]);
  });
});

describe("options", () => {
  const table = page("<h1>重点工作任务分解表</h1><table><tr><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr><tr><td>完成道路改造，打通断头路。</td><td>市住建局</td><td>6月底前</td></tr></table>");

  test("a year that the file does not say stays open, with a finding", async () => {
    const result = await parse(table);
    expect(result.tasks[0]?.due).toBeNull();
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["deadline/no-year"]);
  });

  test("a year that stays open in a document without any task is said beside its time alone", async () => {
    const { status, notice, diagnostics } = await parse(page("<h1>城区环卫保洁服务合同</h1><p>甲方：某市城管局</p><p>乙方：某某保洁公司</p><p>乙方应于6月底前完成设备进场。</p>"));
    expect([status, notice.kind, diagnostics]).toEqual(["empty", "other", []]);
    expect(notice.sections.flatMap(({ deadlines }) => deadlines).map(({ text, warnings }) => [text, warnings])).toEqual([["6月底前", ["no-year"]]]);
  });

  test("a year that stays open in the aims of a plan without any task is said all the same", async () => {
    const { notice, tasks, diagnostics } = await parse(page("<h1>某市扬尘治理行动方案</h1><p>各单位要于6月底前完成自查。</p>"));
    expect([notice.kind === "other", tasks.length > 0 || diagnostics.some(({ code }) => code === "deadline/no-year")]).toEqual([false, true]);
  });

  test.each(["30曰前", "15日前", "下一季度末"])("a month that stays open is said: %s", async (time) => {
    const { tasks, diagnostics } = await parse(page(`<h1>某市2021年任务分解表</h1><table><tr><th>任务<th>责任单位<th>完成时限<tr><td>建成平台<td>市财政局<td>${time}</table>`));
    expect([tasks.map(({ due }) => due), diagnostics.map(({ code, actual }) => [code, actual])]).toEqual([[null], [["deadline/no-month", time]]]);
  });

  test("a year from the caller is used and named as such", async () => {
    const [task] = (await parse(table, { year: 2021 })).tasks;
    expect(task?.due).toBe("2021-06-30");
    expect(task?.deadlines[0]?.yearFrom).toBe("option");
  });

  test("what the file says goes before what the caller says", async () => {
    const result = await parse(seed("wanzheng-66.html"), { year: 1999 });
    expect(result.notice.workYear).toEqual({ year: 2020, basis: "title" });
  });

  test("limits are the caller's", async () => {
    const result = await parse(table, { limits: { bytes: 10 } });
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["limit/bytes"]);
  });
});

test("a document can be had without its meaning", async () => {
  const { format, document, diagnostics } = await readDocument({ name: "66.html", bytes: seed("wanzheng-66.html") });
  expect(format?.id).toBe("html");
  expect(document?.blocks.filter(({ kind }) => kind === "table")).toHaveLength(1);
  expect(diagnostics).toEqual([]);
});
