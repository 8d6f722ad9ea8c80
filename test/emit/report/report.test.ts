/** The report: what needs eyes first, on a terminal and as one page that can do no harm. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as cheerio from "cheerio";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { excerpt, withCaret } from "../../../src/emit/report/excerpt.ts";
import { markup } from "../../../src/emit/report/markup.ts";
import { spotsInWords } from "../../../src/emit/report/spots.ts";
import { diagnose } from "../../../src/model/context.ts";
import { parseNotice } from "../../../src/pipeline.ts";
import { failed, nastyResult, writtenText } from "../results.ts";

const page = `<!DOCTYPE html><meta charset="utf-8"><h1>任务分工</h1>
<table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>
<tr><td>1</td><td>编制公开清单</td><td>市财政局</td><td>适时推进并甲乙丙丁</td></tr>
<tr><td>2</td><td>公开预算</td><td>市财政局</td><td>按月或按季度</td></tr></table>`;
const read = () => parseNotice({ name: "notice.html", bytes: new TextEncoder().encode(page) });

describe("as text", () => {
  test("puts the worst first and shows words with a caret under them", async () => {
    const result = await read();
    const [first] = result.tasks;
    const told = { ...result, diagnostics: [diagnose("segment/no-task"), diagnose("deadline/unrecognized", { actual: "甲乙丙丁", place: first?.place ?? [] })] };
    const lines = (await writtenText("report", [told, failed])).split("\n");
    expect(lines[0]).toMatch(/^2 个文件，2 项任务，错误 1，警告 1/u);
    expect(lines[1]).toBe("  notice.html  已读，任务 2，警告 1，存疑 1，提示 1");
    expect(lines[2]).toBe("  scan.pdf  读不出内容，任务 0，错误 1");
    const order = ["错误 1", "警告 1", "存疑 1", "提示 1"].map((heading) => lines.indexOf(heading));
    expect(order.every((at, i) => at > (order[i - 1] ?? 0))).toBe(true);
    const at = lines.findIndex((line) => line.includes("deadline/unrecognized"));
    expect(lines[at]).toMatch(/^notice\.html {2}表格第2行第2格 · \/html\/body\/table\/.+ {2}任务 1 {2}警告 {2}deadline\/unrecognized$/u);
    expect(lines.slice(at + 1, at + 4)).toEqual(["  没有规则能读懂完成时限“甲乙丙丁”。", "  │ 适时推进并甲乙丙丁", "  │           ^^^^^^^^"]);
  });

  test("speaks English", async () => {
    const text = await writtenText("report", [await read(), failed], { language: "en" });
    expect(text).toContain("2 files, 2 tasks, error 1");
    expect(text).toContain("There is no file “scan.pdf”.");
    expect(text).toMatch(/“按月或按季度” was read as .+; it may also mean /u);
  });

  test("says when nothing needs eyes", async () => {
    const clean = { ...(await read()), tasks: [], diagnostics: [] };
    expect(await writtenText("report", [clean])).toContain("没有需要核对的内容。");
  });

  test("says the same of many pages once", async () => {
    const finding = (number: number) => diagnose("pdf/needs-ocr", { params: { page: String(number) }, place: [{ source: 0, kind: "page", page: number, bbox: [0, 0, 1, 1] }] });
    const text = await writtenText("report", [{ ...failed, diagnostics: Array.from({ length: 17 }, (_, i) => finding(i + 1)) }]);
    expect(text.match(/pdf\/needs-ocr/gu)).toHaveLength(1);
    expect(text).toContain("\n错误 17\n");
    expect(text).toContain("另有 16 处：第 2 页、第 3 页");
  });

  test("lets no file steer the terminal", async () => {
    expect(await writtenText("report", [await nastyResult()])).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u);
  });
});

describe("marks", () => {
  const doubtful = async (name: string, bytes: Uint8Array, marks: boolean) => cheerio.load(await writtenText("report-html", [await parseNotice({ name, bytes }, { marks })]));
  const seed = (name: string) => new Uint8Array(readFileSync(new URL(`../../../corpus/seeds/files/${name}`, import.meta.url)));

  test("of pages: where a finding stands, drawn and in words; where a value stands, at its cell", async () => {
    const result = await parseNotice({ name: "wanzheng-66.pdf", bytes: seed("wanzheng-66.pdf") }, { marks: true });
    const $ = cheerio.load(await writtenText("report-html", [result]));
    const [mark] = result.marks!.tasks[4]![`deadlines.${result.tasks[4]!.deadlines.findIndex(({ alternatives }) => alternatives.length > 0)}`]!;
    if (mark === undefined || !("page" in mark)) throw new Error("no page");
    const [left, top, right, bottom] = mark.bbox;
    const box = $("article.doubt svg.spot rect.own");
    expect(["x", "y", "width", "height"].map((name) => Number(box.attr(name)))).toEqual([left, top, right - left, bottom - top].map((points) => Math.round(points * 10) / 10));
    expect($("article.doubt svg.spot").attr("viewBox")).toBe(`0 0 ${[result.marks!.pages[mark.page - 1]!.width, result.marks!.pages[mark.page - 1]!.height].map((points) => Math.round(points * 10) / 10).join(" ")}`);
    expect($("article.doubt svg.spot rect.row").length).toBeGreaterThan(0);
    expect($("article.doubt svg.spot").attr("aria-label")).toBe("第3页上的位置");
    const words = `第3页，距上${((top / 72) * 2.54).toFixed(1)}、距左${((left / 72) * 2.54).toFixed(1)}厘米`;
    expect($("article.doubt header").text()).toContain(words);
    expect($(".ledger tbody tr").eq(4).find(`td[title*="${words}"]`).text()).toContain("按月或按季度");
    expect($(".ledger tbody tr").length).toBe(result.tasks.length);
  });

  test("of elements: the element and its characters", async () => {
    const $ = await doubtful("notice.html", new TextEncoder().encode(page), true);
    expect($("article.doubt header").text()).toContain("表格第3行第4格，第1–6字");
    expect($("article svg.spot").length).toBe(0);
    expect($(".ledger tbody tr").eq(1).find("td").map((_, cell) => $(cell).attr("title") ?? "").get()).toContain("表格第3行第4格，第1–6字");
  });

  test("a result without them is reported as before", async () => {
    const $ = await doubtful("notice.html", new TextEncoder().encode(page), false);
    expect($("article.doubt header").text()).toContain("表格第3行第4格 · /html/body/table");
    expect($("svg.spot, td[title]").length).toBe(0);
  });

  test("names three places of a value at most", () => {
    const marks = [1, 2, 3, 4].map((n) => ({ source: 0, path: `a/sheet1.xml#A${n}`, start: 0, end: 2 }));
    expect([spotsInWords(marks, "zh"), spotsInWords(marks.slice(0, 1), "en"), spotsInWords([], "zh")]).toEqual(["第1个工作表 A1，第1–2字；第1个工作表 A2，第1–2字；第1个工作表 A3，第1–2字…", "sheet 1, A1, characters 1–2", ""]);
  });
});

describe("an excerpt", () => {
  test.each([
    ["乙", ["甲乙丙"], "甲乙丙", "  ^^"],
    ["b乙", ["a\nab乙丙\nc"], "ab乙丙", " ^^^"],
    ["丁", ["甲乙丙"], "丁", "^^"],
    ["ｅ́", ["甲ｅ́"], "甲ｅ́", "  ^^"],
  ])("of %j in %j is %j", (words, texts, line, carets) => {
    expect(withCaret(excerpt(words, texts))).toEqual([line, carets]);
  });

  test("is one line of bounded width, the caret under the words, whatever stands there", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", minLength: 1 }), fc.string({ unit: "grapheme" }), (before, words, after) => {
        const found = excerpt(words, [before + words + after]);
        const [line, carets] = withCaret(found);
        expect(line).not.toMatch(/[\n\r]/u);
        expect(stringWidth(line)).toBeLessThanOrEqual(24 + 60 + 24 + 3 + 2);
        expect(carets.trimStart()).toMatch(/^\^+$/u);
        expect(carets.length - carets.trimStart().length).toBe(stringWidth(found.before));
      }),
    );
  });
});

/** What the elements of pictures have. */
const drawing = new Set("xmlns viewBox role aria-labelledby font-family font-size font-weight text-anchor id x y x1 y1 x2 y2 width height fill stroke stroke-width patternUnits patternTransform".split(" "));

describe("as HTML", () => {
  test("shows all tasks with their doubts beside them, and pictures that a screen reader reads", async () => {
    const $ = cheerio.load(await writtenText("report-html", [await read(), await read()]));
    const rows = $(".ledger").first().find("tbody tr").toArray().map((row) => $(row).find("td").toArray().map((cell) => $(cell).text()));
    expect(rows.map((row) => row.slice(0, 2))).toEqual([["1", "编制公开清单"], ["2", "公开预算"]]);
    expect(rows[1]?.[7]).toContain("也可读作");
    expect($("svg").length).toBe(3);
    for (const svg of $("svg").toArray()) {
      const ids = ($(svg).attr("aria-labelledby") ?? "").split(" ");
      expect($(svg).attr("role")).toBe("img");
      expect(ids.map((id) => $(svg).find(`#${id}`).text() !== "")).toEqual([true, true]);
      expect($(svg).closest("figure").find("details table tbody tr").length).toBeGreaterThan(0);
    }
    const all = $("[id]").toArray().map((element) => $(element).attr("id"));
    expect(new Set(all).size).toBe(all.length);
  });

  test("holds every value as text and nothing that runs, loads or sends", async () => {
    const html = await writtenText("report-html", [await nastyResult(), failed]);
    const $ = cheerio.load(html);
    expect($("script, img, iframe, object, embed, link, form, base, use, image, foreignObject, [src], [href], [onload], [onerror], [onmouseover]").length).toBe(0);
    expect($("*").toArray().flatMap((element) => Object.keys($(element).attr() ?? {})).filter((name) => !["lang", "charset", "http-equiv", "content", "name", "class"].includes(name) && !drawing.has(name))).toEqual([]);
    expect($("mark").text()).toContain("<script>alert(1)</script>");
    expect($("td").first().text()).toBe("<b>nasty</b>.html");
    expect($("style").text()).not.toMatch(/url\(|@import|https?:/u);
    expect(html).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u);
  });

  test("allows its own style by its hash and nothing else", async () => {
    const $ = cheerio.load(await writtenText("report-html", []));
    const policy = $("meta[http-equiv='Content-Security-Policy']").attr("content") ?? "";
    const hash = createHash("sha256").update($("style").text()).digest("base64");
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect($("head").children().get().map((element) => element.name)).toEqual(["meta", "meta", "meta", "title", "style"]);
  });

  test("has the language of its words", async () => {
    expect(cheerio.load(await writtenText("report-html", [failed], { language: "en" }))("html").attr("lang")).toBe("en");
    expect(await writtenText("report-html", [failed])).toContain("找不到文件");
  });

  test("escapes whatever is put into a template", () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const $ = cheerio.load(markup`<p title="${words}">${words}</p>`.html, null, false);
        const shown = words.replace(/\r\n?/gu, "\n").replace(/\0/gu, "");
        expect($.root().children()).toHaveLength(1);
        if (!words.includes("\0")) expect([$("p").text(), $("p").attr("title")]).toEqual([shown, shown]);
      }),
    );
  });
});
