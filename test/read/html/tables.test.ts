import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import type { Table } from "../../../src/model/document.ts";
import { cellText } from "../../../src/model/quote.ts";
import { read } from "../../../src/read/read.ts";
import { slotsOf } from "../grid-checks.ts";
import { outline, readBytes, readText, tablesOf } from "./reading.ts";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/tables/${name}`, import.meta.url)));
const json = (name: string): unknown => JSON.parse(new TextDecoder().decode(fixture(name)));

interface Expected {
  readonly before?: string;
  readonly text?: string;
  readonly grid?: (string | null)[][] | null;
  readonly nested?: string[][];
  readonly cells?: { text: string; r0: number; r1?: number; c0: number; c1?: number }[];
  readonly owner?: Record<string, string>;
}

const inputs = json("odd-tables.json") as Record<string, string>;
const answers = json("odd-tables.expected.json") as Record<string, Expected>;

describe("odd tables, as the HTML standard forms them", () => {
  test.each(Object.entries(answers))("%s", async (name, expected) => {
    const { document } = await readText(inputs[name] ?? "");
    const [table] = tablesOf(document);
    if (expected.grid === null) {
      expect(table).toBeUndefined();
      expect(document.text.replaceAll("\n", "")).toBe(expected.text);
      return;
    }
    if (table === undefined) throw new Error("no table");
    if (expected.before !== undefined) expect(outline(document)[0]).toBe(`p| ${expected.before}`);
    if (expected.nested !== undefined) {
      const inner = table.cells[0]?.blocks.find((block) => block.kind === "table");
      if (inner === undefined) throw new Error("no nested table");
      expect(slotsOf(document, inner)).toEqual(expected.nested);
      expect(table.cells.map((cell) => document.text.slice(cell.span.start, cell.span.end).split("\n")[0])).toEqual(expected.grid?.[0]);
    } else if (expected.grid !== undefined) {
      expect(slotsOf(document, table)).toEqual(expected.grid);
    }
    for (const { text, ...at } of expected.cells ?? []) {
      expect(table.cells.find((cell) => cellText(document, cell) === text)).toMatchObject(at);
    }
    for (const [slot, owner] of Object.entries(expected.owner ?? {})) {
      const [row, column] = slot.split(",").map(Number);
      expect(slotsOf(document, table)[row ?? 0]?.[column ?? 0]).toBe(owner);
    }
  });

  test("an overlap and short rows are reported", async () => {
    const codes = async (markup: string): Promise<string[]> => (await readText(markup)).context.diagnostics.map(({ code }) => code);
    expect(await codes(inputs["overlap"] ?? "")).toEqual(["table/overlap"]);
    expect(await codes(inputs["noTr"] ?? "")).toEqual(["table/short-row"]);
  });
});

interface TrueCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly t: string;
}

describe("the table of one notice in four disguises", () => {
  const truth = (json("truth-grid.json") as TrueCell[]).sort((a, b) => a.r - b.r || a.c - b.c);
  test.each(["notice-declared-gb2312.html", "notice-gb18030-undeclared.html", "notice-utf8-lying-gb2312.html", "fake-html-as.doc"])("%s", async (name) => {
    const { document } = await readBytes(fixture(name), name);
    const table = tablesOf(document).find((candidate) => candidate.columns === 6) as Table;
    const cells = table.cells.map((cell) => ({ r: cell.r0, c: cell.c0, rs: cell.r1 - cell.r0, cs: cell.c1 - cell.c0, t: cellText(document, cell) }));
    expect(cells).toEqual(truth);
  });
});

describe("rows and groups", () => {
  test("feet come last, heads are counted", async () => {
    const { document } = await readText(
      "<table><thead><tr><th>任务<th>单位</thead><tfoot><tr><td>合计<td>2</tfoot><tbody><tr><td>甲项<td>市财政局</tbody></table>",
    );
    const [table] = tablesOf(document);
    expect(table).toMatchObject({ headerRows: 1, rows: 3 });
    expect(table === undefined ? [] : slotsOf(document, table).at(-1)).toEqual(["合计", "2"]);
  });

  test("a row of th is a header without thead", async () => {
    const { document } = await readText("<table><tr><th>任务</th><th>单位</th></tr><tr><th>一</th><td>市财政局</td></tr></table>");
    expect(tablesOf(document)[0]?.headerRows).toBe(1);
  });

  test("a caption belongs to the table", async () => {
    const { document } = await readText("<table><caption>附表：任务<br>分工</caption><tr><td>甲</td><td>乙</td></tr></table>");
    const span = tablesOf(document)[0]?.caption?.span ?? { start: 0, end: 0 };
    expect(document.text.slice(span.start, span.end)).toBe("附表：任务\n分工");
  });

  test("hidden cells take no slot", async () => {
    const { document } = await readText('<table><tr><td>甲</td><td style="display:none">隐</td><td>乙</td></tr></table>');
    expect(tablesOf(document)[0]).toMatchObject({ columns: 2 });
    expect(document.text).toBe("甲\n乙");
  });

  test("automatic numbers in cells are labels", async () => {
    const { document } = await readText("<table><tr><td><ol start=3><li>梳理<li>公开</ol></td><td>市财政局</td></tr></table>");
    const [table] = tablesOf(document);
    expect(table === undefined ? [] : slotsOf(document, table)).toEqual([["3.梳理\n4.公开", "市财政局"]]);
  });

  test("more cells than the limit are reported", async () => {
    const context = openContext({ limits: { cells: 20 } });
    const bytes = new TextEncoder().encode(`<table>${"<tr><td>一<td>二".repeat(30)}</table>`);
    const { document } = await read({ name: "a.html", bytes, uri: null, role: "notice", label: null }, 0, context);
    expect(document?.blocks.map((block) => (block.kind === "table" ? block.cells.length : 0))).toEqual([20]);
    expect(context.diagnostics.map(({ code }) => code)).toContain("limit/cells");
  });

  test("tables made of blocks with display: table", async () => {
    const row = (...cells: string[]): string => `<div style="display:table-row">${cells.map((cell) => `<div style="display:table-cell">${cell}</div>`).join("")}</div>`;
    const { document } = await readText(`<div style="display:table">${row("任务", "单位")}${row("梳理清单", "市财政局")}</div>`);
    const [table] = tablesOf(document);
    expect(table?.method).toBe("repeated-blocks");
    expect(table === undefined ? [] : slotsOf(document, table)).toEqual([["任务", "单位"], ["梳理清单", "市财政局"]]);
  });

  test("tables drawn with repeated blocks", async () => {
    const row = (...cells: string[]): string => `<ul>${cells.map((cell) => `<li>${cell}</li>`).join("")}</ul>`;
    const { document } = await readText(`<div class="tab">${row("序号", "工作任务", "责任单位")}${row("1", "<p>梳理清单</p>", "市财政局")}${row("2", "公开预算", "")}</div>`);
    const [table] = tablesOf(document);
    expect(table).toMatchObject({ method: "repeated-blocks", confidence: 0.7 });
    expect(table === undefined ? [] : slotsOf(document, table)).toEqual([["序号", "工作任务", "责任单位"], ["1", "梳理清单", "市财政局"], ["2", "公开预算", ""]]);
  });

  test.each([
    ["news", `<ul>${'<li><div>某市召开会议</div><div>2020-01-02</div><div>市政府</div></li>'.repeat(4)}</ul>`],
    ["links", `<div>${'<ul><li><a href="/1">任务</a></li><li><a href="/2">单位</a></li><li><a href="/3">时限</a></li></ul>'.repeat(4)}</div>`],
    ["metadata", `<div>${"<div><div>索引号：</div><div>000</div><div>单位：</div></div>".repeat(3)}</div>`],
    ["sections", `<div>${"<div><div>工作任务</div><div>市财政局要加强预算公开，市教育局要加强招生信息公开。</div></div>".repeat(3)}</div>`],
  ])("%s are no table", async (_, markup) => {
    expect(tablesOf((await readText(markup)).document)).toEqual([]);
  });
});
