/** Small files that give large results: each is bounded, says so, and loses no word. */
import { describe, expect, test } from "vitest";
import { writeResults, outputs } from "../../src/emit/outputs.ts";
import { openScratch } from "../../src/cli/scratch.ts";
import { parseNotice, type NoticeInput } from "../../src/pipeline.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { docx, p, tbl, tc, tr } from "../read/docx/build.ts";
import { expectValid } from "../validate-output.ts";

const limit = 60_000;
const rows = 200;
const long = (name: string): string => `${name}始${"推进政务公开工作".repeat(150)}${name}终`;
const units = Array.from({ length: 300 }, (_, i) => `第${i}县财政局`).join("、");
const each = (make: (i: number) => string): string => Array.from({ length: rows }, (_, i) => make(i)).join("");
const html = (body: string): NoticeInput => ({ name: "a.html", bytes: new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8"><h1>关于印发2026年重点工作任务分工的通知</h1>${body}`) });
const head = "<tr><th>类别</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>";
const row = (i: number): string => `<td>推进第${i}项。</td><td>市财政局</td><td>6月底前</td></tr>`;
const word = (rowsOf: readonly string[]): NoticeInput => ({ name: "a.docx", bytes: docx({ body: p("关于印发2026年重点工作任务分工的通知") + tbl(rowsOf, [1, 1, 1, 1]) }) });
const cells = (...words: readonly string[]): string[] => words.map((one) => tc(p(one)));

/** Input, and the words that must still stand in the result. */
const amplifiers: Readonly<Record<string, readonly [input: NoticeInput, words: readonly string[]]>> = {
  "a cell merged over all rows": [html(`<table>${head}<tr><td rowspan=${rows}>${long("甲")}</td>${each((i) => (i === 0 ? row(i) : `<tr>${row(i)}`))}</table>`), ["甲始", "甲终", "推进第199项"]],
  "two columns merged over all rows": [html(`<table><tr><th>类别</th>${head.slice(4)}<tr><td rowspan=${rows}>${long("甲")}</td><td rowspan=${rows}>${long("乙")}</td>${each((i) => (i === 0 ? row(i).slice(row(i).indexOf("<td>市")) : `<tr>${row(i).slice(row(i).indexOf("<td>市"))}`))}</table>`), ["甲始", "甲终", "乙始", "乙终"]],
  "a cell merged over rows and columns": [html(`<table><tr><th colspan=2>类别</th>${head.slice(4 + "<th>类别</th>".length)}<tr><td rowspan=${rows} colspan=2>${long("甲")}</td>${each((i) => (i === 0 ? row(i) : `<tr>${row(i)}`))}</table>`), ["甲始", "甲终", "推进第199项"]],
  "a group row above all rows": [html(`<table>${head}<tr><td colspan=4>一、${long("甲")}</td></tr>${each((i) => `<tr><td>类${i}</td>${row(i)}`)}</table>`), ["甲始", "甲终", "推进第199项"]],
  "a long header": [html(`<table>${head.replace("类别", `类别（${long("甲")}）`)}${each((i) => `<tr><td>类${i}</td>${row(i)}`)}</table>`), ["甲始", "甲终", "推进第199项"]],
  "units merged over all rows": [html(`<table><tr><th>工作任务</th><th>责任单位</th></tr><tr><td>推进第0项。</td><td rowspan=${rows}>${units}</td></tr>${each((i) => (i === 0 ? "" : `<tr><td>推进第${i}项。</td></tr>`))}</table>`), ["第0县财政局", "第299县财政局", "推进第199项"]],
  "a long task beside many units": [html(`<table><tr><th>工作任务</th><th>责任单位</th></tr><tr><td>${long("甲")}。</td><td>${units}</td></tr></table>`), ["甲始", "甲终", "第299县财政局"]],
  "thousands of units in one list": [html(`<table>${head}<tr><td>类</td><td>推进。</td><td>${Array.from({ length: 4_000 }, (_, i) => `第${i}县财政局`).join("、")}</td><td>6月底前</td></tr></table>`), ["第0县财政局", "第3999县财政局"]],
  "a heading above all items": [html(`<p>一、${long("甲")}</p>${each((i) => `<p>${i + 1}．推进第${i}项工作。（市财政局牵头，6月底前完成）</p>`)}`), ["甲始", "甲终", "推进第199项"]],
  "more tasks than there is room for": [html(`<table>${head}${each((i) => `<tr><td>类${i}</td>${row(i)}`)}</table>`), ["推进第0项", "推进第199项"]],
  "a DOCX cell merged over all rows": [
    word([tr(cells("类别", "工作任务", "责任单位", "完成时限")), ...Array.from({ length: rows }, (_, i) => tr([tc(p(i === 0 ? long("甲") : ""), `<w:vMerge${i === 0 ? ' w:val="restart"' : ""}/>`), ...cells(`推进第${i}项。`, "市财政局", "6月底前")]))]),
    ["甲始", "甲终", "推进第199项"],
  ],
  "a DOCX group row": [word([tr(cells("类别", "工作任务", "责任单位", "完成时限")), tr([tc(p(`一、${long("甲")}`), '<w:gridSpan w:val="4"/>')]), ...Array.from({ length: rows }, (_, i) => tr(cells(`类${i}`, `推进第${i}项。`, "市财政局", "6月底前")))]), ["甲始", "甲终", "推进第199项"]],
};

const said = ({ diagnostics }: ParseResult): number => diagnostics.filter(({ code }) => code === "limit/result").length;

describe.each(Object.entries(amplifiers))("%s", (_, [input, words]) => {
  test("gives a result within the limit that says so and holds every word", async () => {
    const whole = await parseNotice(input);
    expect(said(whole)).toBe(0);
    expect(JSON.stringify(whole).length).toBeGreaterThan(limit * 1.3);
    const bounded = await parseNotice(input, { limits: { resultCharacters: limit } });
    expectValid(bounded);
    expect(bounded.status).toBe("partial");
    expect(said(bounded)).toBeGreaterThan(0);
    expect(JSON.stringify([bounded.notice, bounded.tasks]).length).toBeLessThan(limit);
    expect(JSON.stringify(bounded).length).toBeLessThan(4 * limit);
    for (const one of words) expect(JSON.stringify(bounded)).toContain(one);
    const { characters, claimed, furniture, unclaimed } = bounded.coverage;
    expect(claimed + furniture + unclaimed.reduce((sum, { text }) => sum + text.replace(/\s/gu, "").length, 0)).toBe(characters);
  });

  test("is bounded in every form", async () => {
    const result = await parseNotice(input, { limits: { resultCharacters: limit } });
    for (const { id } of outputs) {
      for (const table of ["tasks", "assignments", "deadlines", "notices"] as const) {
        let size = 0;
        for await (const piece of writeResults(id, [result], { headers: null, language: "zh", table, pretty: false, escapeFormulas: true, openScratch })) size += piece.length;
        expect(size, `${id} ${table}`).toBeLessThan(12 * limit);
      }
    }
  });
});

test("a notice within the limit is as it was", async () => {
  const [input] = amplifiers["more tasks than there is room for"] ?? [];
  expect(await parseNotice(input!, { limits: { resultCharacters: 10_000_000 } })).toEqual(await parseNotice(input!));
});
