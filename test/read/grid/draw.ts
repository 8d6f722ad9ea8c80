/**
 * Pages drawn with characters: `-`, `|` and `+` are ruling lines, everything else is text.
 * A half-width character is 6 points wide, a line of the drawing 14 points high; Chinese characters are 12 points wide.
 */
import { atOnce } from "../../../src/model/steps.ts";
import { compose } from "../../../src/read/grid/compose.ts";
import type { Glyph, PageInk, Rule } from "../../../src/read/grid/ink.ts";
import { isChinese } from "../../../src/read/grid/lines.ts";
import { layOutPage } from "../../../src/read/grid/page.ts";
import type { NoticeDocument } from "../../../src/model/document.ts";
import { checkInvariants, outline } from "../pdf/reading.ts";

const [across, down, size] = [6, 14, 12];
/** Space left of the drawing, and right of its longest line, in points. */
const margin = 60;

/** A page of a drawing. `double` draws each line twice, 3 points apart; `dashed` draws it in pieces. */
export function draw(drawing: string, { number = 1, style = "plain" }: { readonly number?: number; readonly style?: "plain" | "double" | "dashed" } = {}): PageInk {
  const rows = drawing.replace(/^\n/u, "").split("\n").map(cellsOf);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  for (const [r, row] of rows.entries()) {
    for (const [c, text] of row.entries()) if (text !== "" && !/[-|+\s]/u.test(text)) glyphs.push(glyphAt(text, c, r));
    for (const [from, to] of runs(row, "-")) rules.push({ axis: "horizontal", at: (r + 0.5) * down, from: margin + (from + 0.5) * across, to: margin + (to + 0.5) * across });
  }
  for (let c = 0; c < width; c++) {
    for (const [from, to] of runs(rows.map((row) => row[c] ?? " "), "|")) rules.push({ axis: "vertical", at: margin + (c + 0.5) * across, from: (from + 0.5) * down, to: (to + 0.5) * down });
  }
  return { number, width: width * across + 2 * margin, height: Math.max((rows.length + 4) * down, 842), glyphs, asides: [], rules: rules.flatMap((rule) => inStyle(rule, style)) };
}

/** One entry a half width; the second half of a Chinese character is empty. */
function cellsOf(row: string): string[] {
  return [...row].flatMap((character) => (isChinese(character) ? [character, ""] : [character]));
}

function glyphAt(text: string, column: number, row: number): Glyph {
  const left = margin + column * across;
  return { text, left, top: row * down + 1, right: left + (isChinese(text) ? size : across), bottom: row * down + 1 + size, bold: false, type: { size, direction: 0, artifact: false, mark: null, run: null, tint: 0 } };
}

/** Runs of a line character and crossings, from the first to the last. */
function runs(row: readonly string[], stroke: "-" | "|"): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < row.length; i++) {
    let end = i;
    while (end < row.length && (row[end] === stroke || row[end] === "+")) end++;
    if (end - i > 1 && row.slice(i, end).includes(stroke)) found.push([i, end - 1]);
    i = Math.max(i, end);
  }
  return found;
}

function inStyle(rule: Rule, style: "plain" | "double" | "dashed"): Rule[] {
  if (style === "plain") return [rule];
  if (style === "double") return [{ ...rule, at: rule.at - 1.5 }, { ...rule, at: rule.at + 1.5 }];
  const pieces: Rule[] = [];
  for (let from = rule.from; from < rule.to; from += 4) pieces.push({ ...rule, from, to: Math.min(from + 2, rule.to) });
  pieces.push({ ...rule, from: rule.to - 1 });
  return pieces;
}

/** What is read of drawn pages, as short lines. */
export function readDrawing(...drawings: readonly string[]): string[] {
  return readInk(drawings.map((drawing, i) => draw(drawing, { number: i + 1 })));
}

export function readInk(pages: readonly PageInk[]): string[] {
  const { text, blocks, fragments } = atOnce(compose(pages.map((page) => layOutPage(page)), 0));
  const document: NoticeDocument = { source: 0, text, blocks, fragments, meta: [], links: [], pages: pages.length, charset: null };
  checkInvariants(document);
  return outline(document);
}
