import { describe, expect, test } from "vitest";
import { gridOf, tablesToCsv } from "../../src/emit/tables-csv.ts";
import { viewTables } from "../../src/emit/tables.ts";
import type { Cell, NoticeDocument, NumberLabel, Paragraph, Table } from "../../src/model/document.ts";
import type { Fragment } from "../../src/model/position.ts";
import { expectValidTables } from "../validate-output.ts";

/** Builds a document by hand: words are appended to one text, each with a place of its own. */
function writer() {
  let text = "";
  const fragments: Fragment[] = [];

  const paragraph = (words: string, label: NumberLabel | null = null): Paragraph => {
    if (text !== "") text += "\n";
    const span = { start: text.length, end: text.length + words.length };
    text += words;
    fragments.push({ span, place: { source: 0, kind: "element", path: `/p[${fragments.length + 1}]`, start: 0, end: words.length } });
    return { kind: "paragraph", span, label, level: null, align: null, bold: [], breakBefore: false };
  };

  const cell = (position: [r0: number, r1: number, c0: number, c1: number], blocks: Cell["blocks"], header = false): Cell => {
    const [r0, r1, c0, c1] = position;
    const span = { start: blocks[0]?.span.start ?? text.length, end: blocks.at(-1)?.span.end ?? text.length };
    return { r0, r1, c0, c1, span, blocks, header };
  };

  const table = (rows: number, columns: number, cells: readonly Cell[], more: Partial<Table> = {}): Table => ({
    kind: "table",
    span: { start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 },
    rows,
    columns,
    cells,
    missing: [],
    headerRows: 0,
    caption: null,
    parts: [{ rows: [0, rows], page: null, bbox: null }],
    method: "markup",
    confidence: 1,
    place: [],
    ...more,
  });

  const document = (blocks: NoticeDocument["blocks"]): NoticeDocument => {
    return { source: 0, text, blocks, fragments, meta: [], links: [], pages: null, charset: "utf-8" };
  };

  return { paragraph, cell, table, document };
}

function twoTables(): NoticeDocument {
  const { paragraph, cell, table, document } = writer();
  const caption = paragraph("任务分工表");
  const first = table(
    3,
    3,
    [
      cell([0, 1, 0, 1], [paragraph("序号")], true),
      cell([0, 1, 1, 3], [paragraph("任务")], true),
      cell([1, 3, 0, 1], [paragraph("1")]),
      cell([1, 2, 1, 2], [paragraph("编制清单", { text: "（一）", level: 1 }), paragraph("公开")]),
      cell([1, 2, 2, 3], []),
      cell([2, 3, 1, 2], [paragraph("=1+1")]),
    ],
    { caption, headerRows: 1, missing: [{ row: 2, column: 2 }] },
  );
  const outside = paragraph("外层");
  const inner = table(1, 1, [cell([0, 1, 0, 1], [paragraph("内层")])]);
  const second = table(1, 1, [cell([0, 1, 0, 1], [outside, inner])]);
  return document([caption, first, second]);
}

const view = (document: NoticeDocument | null) => viewTables({ name: "a.html", format: "html", document, diagnostics: [] });

describe("viewTables", () => {
  test("satisfies both judges", () => {
    expectValidTables(view(twoTables()));
    expectValidTables(view(null));
  });

  test("shows cells with positions, words, labels and places", () => {
    const [first] = view(twoTables()).tables;
    expect(first).toMatchObject({ index: 0, parent: null, caption: { text: "任务分工表" }, rows: 3, columns: 3, headerRows: 1, missing: [{ row: 2, column: 2 }] });
    expect(first?.cells[3]).toMatchObject({
      r0: 1,
      r1: 2,
      c0: 1,
      c1: 2,
      text: "（一）编制清单\n公开",
      paragraphs: [
        { label: { text: "（一）", level: 1 }, text: "编制清单" },
        { label: null, text: "公开" },
      ],
    });
    expect(first?.cells[3]?.place).toHaveLength(2);
    expect(first?.cells[4]).toMatchObject({ text: "", paragraphs: [], place: [] });
  });

  test("lists a nested table after its parent and points at the cell", () => {
    const { tables } = view(twoTables());
    expect(tables.map(({ index, parent }) => ({ index, parent }))).toEqual([
      { index: 0, parent: null },
      { index: 1, parent: null },
      { index: 2, parent: { table: 1, row: 0, column: 0 } },
    ]);
    expect(tables[1]?.cells[0]).toMatchObject({ text: "外层\n内层", tables: [2], paragraphs: [{ text: "外层" }] });
  });

  test("tells a file without tables from one that gave nothing", () => {
    const { paragraph, document } = writer();
    expect(view(document([paragraph("通知")])).status).toBe("empty");
    expect(view(null).status).toBe("failed");
  });
});

describe("tablesToCsv", () => {
  const { tables } = view(twoTables());

  test("writes merged cells once, parts tables by an empty line and disarms formulas", () => {
    expect(tablesToCsv(tables)).toBe('序号,任务,\n1,"（一）编制清单\n公开",\n,\'=1+1,\n\n"外层\n内层"\n\n内层\n');
  });

  test("fills merged cells on demand", () => {
    expect(gridOf(tables[0]!, true)).toEqual([
      ["序号", "任务", "任务"],
      ["1", "（一）编制清单\n公开", ""],
      ["1", "=1+1", ""],
    ]);
  });

  test("leaves formulas as they are on demand", () => {
    expect(tablesToCsv(tables, { escapeFormulas: false })).toContain("\n,=1+1,\n");
  });

  test("writes for Excel", () => {
    const lines = tables.slice(2).map((table) => ({ ...table, cells: table.cells.map((cell) => ({ ...cell, text: "一\n二" })) }));
    expect(tablesToCsv(lines, { excel: true })).toBe('\uFEFF"一\n二"\r\n');
    const csv = tablesToCsv(tables.slice(2), { excel: true });
    expect(csv).toBe("\uFEFF内层\r\n");
  });

  test("gives nothing for nothing", () => {
    expect(tablesToCsv([])).toBe("");
  });
});
