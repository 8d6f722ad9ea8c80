/** A document without pages as one column of blocks, tables as grids, every character on the colour of its owner. */
import type { Block, Cell, NoticeDocument, Table } from "../../model/document.ts";
import type { Language } from "../../model/finding.ts";
import type { Span } from "../../model/position.ts";
import { paragraphsOf } from "../../model/quote.ts";
import { element, label, picture } from "./elements.ts";
import { legend, legendHeight, widthOf, type Mark, type Owners } from "./owners.ts";
import { breakLines, drawLines, fontSize, lineHeight } from "./words.ts";

const gutter = 92;
const bodyWidth = 1000;
const gap = 8;
const padding = 4;

const marks: readonly Mark[] = [
  { stroke: "#37474f", dash: null, zh: "单元格", en: "cell" },
  { stroke: "#1565c0", dash: null, zh: "表格各段", en: "part of a table" },
  { stroke: "#9e9e9e", dash: "2 2", zh: "缺失格", en: "missing slot" },
];

/** Draws all blocks of a document. */
export function drawColumn(document: NoticeDocument, owners: Owners, title: string, language: Language): string {
  const drawn: string[] = [];
  let y = legendHeight + gap;
  let tables = 0;
  for (const [index, block] of document.blocks.entries()) {
    const name = block.kind === "table" ? `T${tables++} ${block.rows}×${block.columns}` : block.kind === "furniture" ? block.rule : `¶${index}`;
    drawn.push(label(4, y + fontSize, shortened(name), { "font-size": 8, fill: "#616161" }));
    const { content, height } = drawBlock(document, block, owners, y);
    drawn.push(...content);
    y += height + gap;
  }
  return picture(gutter + bodyWidth + gap, y + gap, [...legend(title, marks, language), ...drawn]);
}

function shortened(name: string): string {
  return name.length <= 18 ? name : `${name.slice(0, 17)}…`;
}

interface Drawn {
  readonly content: readonly string[];
  readonly height: number;
}

function drawBlock(document: NoticeDocument, block: Block, owners: Owners, y: number): Drawn {
  if (block.kind === "table") return drawTable(document, block, owners, y);
  const printed = block.kind === "paragraph" ? (block.label?.text ?? "") : "";
  const indent = widthOf(printed) * fontSize;
  const lines = breakLines(document, block.span, bodyWidth - indent);
  const number = printed === "" ? [] : [label(gutter, y + fontSize, printed, { "font-size": fontSize, fill: "#6d4c41" })];
  return { content: [...number, ...drawLines(document, lines, owners, gutter + indent, y)], height: lines.length * lineHeight };
}

function drawTable(document: NoticeDocument, table: Table, owners: Owners, y: number): Drawn {
  const caption = table.caption === null ? [] : breakLines(document, table.caption.span, bodyWidth);
  const top = y + caption.length * lineHeight;
  const xs = edges(columnWidths(table), gutter);
  const cells = table.cells.map((cell) => ({ cell, lines: cellLines(document, cell, (xs[cell.c1] ?? 0) - (xs[cell.c0] ?? 0) - 2 * padding) }));
  const ys = edges(rowHeights(table, cells), top);
  const box = (r0: number, r1: number, c0: number, c1: number): { x: number; y: number; width: number; height: number } => {
    const [x, upper] = [xs[c0] ?? 0, ys[r0] ?? 0];
    return { x, y: upper, width: (xs[c1] ?? x) - x, height: (ys[r1] ?? upper) - upper };
  };
  const content = [
    ...drawLines(document, caption, owners, gutter, y),
    ...table.missing.map(({ row, column }) => element("rect", { ...box(row, row + 1, column, column + 1), fill: "none", stroke: "#9e9e9e", "stroke-dasharray": "2 2" })),
    ...cells.flatMap(({ cell, lines }) => {
      const at = box(cell.r0, cell.r1, cell.c0, cell.c1);
      const frame = element("rect", { ...at, fill: cell.header ? "#eceff1" : "none", stroke: "#37474f", "stroke-width": 0.8 });
      return [frame, ...drawLines(document, lines, owners, at.x + padding, at.y + padding)];
    }),
    ...table.parts.flatMap(({ rows: [from, to], page }, i) => {
      const at = box(from, to, 0, table.columns);
      const bar = element("line", { x1: at.x - 4, y1: at.y + 1, x2: at.x - 4, y2: at.y + at.height - 1, stroke: "#1565c0", "stroke-width": 3 });
      const words = `${i + 1}/${table.parts.length}${page === null ? "" : ` p${page}`}`;
      return table.parts.length < 2 ? [] : [bar, label(at.x - 40, at.y + fontSize + (i === 0 ? lineHeight : 0), words, { "font-size": 8, fill: "#1565c0" })];
    }),
  ];
  return { content, height: (ys.at(-1) ?? top) - y };
}

function cellLines(document: NoticeDocument, cell: Cell, width: number): Span[] {
  return paragraphsOf(cell.blocks).flatMap((paragraph) => breakLines(document, paragraph.span, width));
}

/** Widths by the longest words of each column, all together as wide as the body. */
function columnWidths(table: Table): number[] {
  const wanted = Array.from({ length: table.columns }, () => 40);
  for (const { c0, c1, span } of table.cells) {
    if (c1 === c0 + 1) wanted[c0] = Math.max(wanted[c0] ?? 0, Math.min(500, (span.end - span.start) * 3 + 36));
  }
  const sum = wanted.reduce((total, width) => total + width, 0);
  return wanted.map((width) => (width * bodyWidth) / Math.max(sum, 1));
}

/** Heights that hold the lines of all cells; a merged cell stretches its last row. */
function rowHeights(table: Table, cells: readonly { readonly cell: Cell; readonly lines: readonly Span[] }[]): number[] {
  const heights = Array.from({ length: table.rows }, () => lineHeight + 2 * padding);
  const ordered = [...cells].sort((a, b) => a.cell.r1 - a.cell.r0 - (b.cell.r1 - b.cell.r0));
  for (const { cell, lines } of ordered) {
    const needed = lines.length * lineHeight + 2 * padding;
    let held = 0;
    for (let r = cell.r0; r < cell.r1; r++) held += heights[r] ?? 0;
    const last = cell.r1 - 1;
    if (held < needed) heights[last] = (heights[last] ?? 0) + needed - held;
  }
  return heights;
}

function edges(sizes: readonly number[], start: number): number[] {
  const found = [start];
  for (const size of sizes) found.push((found.at(-1) ?? start) + size);
  return found;
}
