/** One page of a document: what the reader saw on it, and which field took it. Points, origin at the top left. */
import type { Block, Cell, NoticeDocument, PageDrawing, Table } from "../../model/document.ts";
import type { Language } from "../../model/finding.ts";
import type { Box, Fragment } from "../../model/position.ts";
import { firstFragmentAfter } from "../../model/quote.ts";
import { partOfBox } from "../marks/lines.ts";
import { element, label, picture } from "./elements.ts";
import { legend, legendHeight, widthOf, type Mark, type Owners } from "./owners.ts";

const marks: readonly Mark[] = [
  { stroke: "#000000", dash: null, zh: "线条", en: "ruling line" },
  { stroke: "#607d8b", dash: "1 1", zh: "字符框", en: "box of a character" },
  { stroke: "#2e7d32", dash: null, zh: "单元格", en: "cell" },
  { stroke: "#00838f", dash: "3 2", zh: "单元格文字", en: "words of a cell" },
  { stroke: "#1565c0", dash: null, zh: "表格（本页部分）", en: "table (part on this page)" },
  { stroke: "#d500f9", dash: "6 2", zh: "跨页单元格", en: "cell on several pages" },
];

/** A4, for pages of which the reader tells no size. */
const usual = { width: 595, height: 842 };

/** Pictures are drawn larger than the page, so that small type can be read. */
const scale = 1.6;

/** Draws one page, counted from 1. */
export function drawPage(document: NoticeDocument, owners: Owners, page: number, title: string, language: Language): string {
  const drawing = document.drawing?.find((one) => one.page === page) ?? null;
  const fragments = document.fragments.filter(({ place }) => place.kind === "page" && place.page === page);
  const size = sizeOf(drawing, fragments);
  const content = [
    element("rect", { x: 0, y: 0, width: size.width, height: size.height, fill: "none", stroke: "#9e9e9e" }),
    ...fragments.flatMap((fragment) => drawFragment(document, fragment, owners)),
    ...(drawing?.lines ?? []).map((line) => drawRuling(line)),
    ...(drawing?.glyphs ?? []).map((box) => element("rect", { ...grown(box, 0), fill: "none", stroke: "#607d8b", "stroke-width": 0.25, "stroke-dasharray": "1 1" })),
    ...(drawing?.cells ?? []).map((box) => element("rect", { ...grown(box, -1.2), fill: "none", stroke: "#2e7d32", "stroke-width": 0.8 })),
    ...tablesIn(document.blocks).flatMap((table, index) => drawTable(document, table, index, page)),
  ];
  const legendSize = { width: Math.max(size.width * scale, 980), height: legendHeight };
  const sheet = element("g", { transform: `translate(0 ${legendHeight}) scale(${scale})` }, `\n${content.join("\n")}\n`);
  return picture(legendSize.width, size.height * scale + legendHeight, [...legend(title, marks, language), sheet]);
}

function sizeOf(drawing: PageDrawing | null, fragments: readonly Fragment[]): { width: number; height: number } {
  if (drawing !== null) return { width: drawing.width, height: drawing.height };
  let { width, height } = usual;
  for (const { place } of fragments) {
    if (place.kind !== "page") continue;
    width = Math.max(width, place.bbox[2] + 20);
    height = Math.max(height, place.bbox[3] + 20);
  }
  return { width, height };
}

/** The words of a fragment in its box; where several fields share them, the box is parted as marks are. */
function drawFragment(document: NoticeDocument, fragment: Fragment, owners: Owners): string[] {
  const { span, place, advances } = fragment;
  if (place.kind !== "page") return [];
  const { bbox } = place;
  return owners.runs(span).flatMap((run) => {
    const text = document.text.slice(run.start, run.end);
    if (text.trim() === "") return [];
    const [left, top, right, bottom] = partOfBox(fragment, bbox, run.start, run.end);
    const box = { x: left, y: top, width: right - left, height: bottom - top };
    const shade = element("rect", { ...box, fill: run.group.colour, "fill-opacity": 0.55, stroke: run.group.colour, "stroke-width": 0.3 });
    if (advances?.axis === "y") return [shade];
    const type = { "font-size": Math.min((bottom - top) * 0.9, box.width / Math.max(widthOf(text), 0.5)), textLength: box.width, lengthAdjust: "spacingAndGlyphs", fill: "#212121" };
    return [shade, label(box.x, bottom - (bottom - top) * 0.18, text, type)];
  });
}

function drawRuling([x0, y0, x1, y1]: Box): string {
  const [width, height] = [x1 - x0, y1 - y0];
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const ends = width >= height ? { x1: x0, y1: y, x2: x1, y2: y } : { x1: x, y1: y0, x2: x, y2: y1 };
  return element("line", { ...ends, stroke: "#000000", "stroke-width": Math.min(Math.max(Math.min(width, height), 0.4), 3), "stroke-opacity": 0.75 });
}

function tablesIn(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => (block.kind === "table" ? [block, ...block.cells.flatMap((cell) => tablesIn(cell.blocks))] : []));
}

function drawTable(document: NoticeDocument, table: Table, index: number, page: number): string[] {
  const parts = table.parts.flatMap((part, i) => (part.page === page ? [{ ...part, name: `T${index} ${i + 1}/${table.parts.length} r${part.rows[0]}–${part.rows[1]}` }] : []));
  const cells = cellBoxes(document, table, page);
  if (parts.length === 0 && cells.length === 0) return [];
  return [
    ...cells.flatMap(({ cell, box, several }) => {
      const frame = { ...grown(box, 1.5), fill: "none", stroke: several ? "#d500f9" : "#00838f", "stroke-width": several ? 1.4 : 0.6, "stroke-dasharray": several ? "6 2" : "3 2" };
      return [element("rect", frame), label(box[0] - 1, box[1] - 2, `${cell.r0},${cell.c0}`, { "font-size": 3.5, fill: "#00838f" })];
    }),
    ...parts.flatMap(({ bbox, name }) => {
      const box = bbox ?? hullOf(cells.map((one) => one.box));
      if (box === null) return [];
      return [element("rect", { ...grown(box, 3), fill: "none", stroke: "#1565c0", "stroke-width": 1.2 }), label(box[0], box[1] - 5, name, { "font-size": 6, fill: "#1565c0" })];
    }),
  ];
}

/** Where the words of each cell stand on a page. Empty cells have no box of their own. */
function cellBoxes(document: NoticeDocument, table: Table, page: number): { cell: Cell; box: Box; several: boolean }[] {
  return table.cells.flatMap((cell) => {
    const boxes: Box[] = [];
    let elsewhere = false;
    for (let i = firstFragmentAfter(document.fragments, cell.span.start); i < document.fragments.length; i++) {
      const fragment = document.fragments[i];
      if (fragment === undefined || fragment.span.start >= cell.span.end) break;
      if (fragment.place.kind === "page" && fragment.place.page === page) boxes.push(fragment.place.bbox);
      else elsewhere = true;
    }
    const box = hullOf(boxes);
    return box === null ? [] : [{ cell, box, several: elsewhere }];
  });
}

function hullOf(boxes: readonly Box[]): Box | null {
  let hull: Box | null = null;
  for (const box of boxes) hull = hull === null ? box : [Math.min(hull[0], box[0]), Math.min(hull[1], box[1]), Math.max(hull[2], box[2]), Math.max(hull[3], box[3])];
  return hull;
}

function grown([left, top, right, bottom]: Box, by: number): { x: number; y: number; width: number; height: number } {
  return { x: left - by, y: top - by, width: right - left + 2 * by, height: bottom - top + 2 * by };
}
