/** Draws the rows of a made table as operators of a PDF page. */
import { song } from "../read/pdf/objects.ts";
import type { Align } from "./generator.ts";
import { edgesOf, type Sheet, type SheetCell } from "./sheet.ts";
import { isLatin, widthOf } from "./type.ts";

/** The fonts that `show` uses. */
export const fonts = `/F1 ${song} /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>`;

/** Words with their left end and base line; Latin letters in a Latin font. */
export function show(text: string, x: number, y: number, size: number): string {
  let at = x;
  return (text.match(/[ -~]+|[^ -~]+/gu) ?? [])
    .map((run) => {
      const drawn = `BT /${isLatin(run.charAt(0)) ? "F2" : "F1"} ${size} Tf 1 0 0 1 ${two(at)} ${two(y)} Tm ${isLatin(run.charAt(0)) ? literal(run) : hex(run)} Tj ET\n`;
      at += widthOf(run) * size;
      return drawn;
    })
    .join("");
}

function literal(text: string): string {
  return `(${text.replace(/[()\\]/gu, "\\$&")})`;
}

function hex(text: string): string {
  return `<${[...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("")}>`;
}

function two(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The operators for a sheet with its upper left corner there (origin at the bottom left of the page). */
export function drawSheet(sheet: Sheet, left: number, top: number): string {
  const xs = edgesOf(sheet.table).map((x) => left + x);
  const ys = [top];
  for (const height of sheet.heights) ys.push((ys.at(-1) ?? 0) - height);
  return fills(sheet, xs, ys) + rules(sheet, xs, ys) + sheet.cells.map((cell) => cellWords(sheet, cell, xs, ys)).join("");
}

function fills({ table, rows }: Sheet, xs: readonly number[], ys: readonly number[]): string {
  if (table.layout.fill === "none") return "";
  const [x0, x1] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const drawn = rows.map((row, i) => {
    const kind = table.rows[row];
    const [y0, y1] = [ys[i + 1] ?? 0, ys[i] ?? 0];
    const header = kind === "header";
    if (!header && table.layout.fill === "bands" && row % 2 === 0) return "";
    const colour = header && table.whiteHeader ? "0.2 0.35 0.6" : header ? "0.75 0.82 0.92" : "0.9 0.93 0.97";
    return `${colour} rg ${two(x0)} ${two(y0)} ${two(x1 - x0)} ${two(y1 - y0)} re f\n`;
  });
  return `${drawn.join("")}0 g\n`;
}

/** Lines between slots, where no cell lies across them. */
function rules(sheet: Sheet, xs: readonly number[], ys: readonly number[]): string {
  const { table } = sheet;
  const white = table.layout.fill === "all";
  const owner = owners(sheet);
  let drawn = "";
  for (let row = 0; row < ys.length; row++) {
    for (let column = 0; column + 1 < xs.length; column++) {
      const across = row > 0 && row < ys.length - 1 && owner(row - 1, column) === owner(row, column);
      if (!across && hasFloor(sheet, row, owner(row - 1, column), owner(row, column))) drawn += rule(xs[column] ?? 0, ys[row] ?? 0, xs[column + 1] ?? 0, ys[row] ?? 0, table.thin);
    }
  }
  for (let column = 0; column < xs.length; column++) {
    for (let row = 0; row + 1 < ys.length; row++) {
      const side = column === 0 || column === xs.length - 1;
      const wanted = side ? table.layout.sides : table.layout.columnLines && owner(row, column - 1) !== owner(row, column);
      if (wanted) drawn += rule(xs[column] ?? 0, ys[row + 1] ?? 0, xs[column] ?? 0, ys[row] ?? 0, table.thin);
    }
  }
  return white ? `1 g 1 G 1 w\n${drawn}0 g 0 G\n` : `0.5 w\n${drawn}`;
}

function hasFloor({ table, rows, heights }: Sheet, row: number, above: SheetCell | undefined, below: SheetCell | undefined): boolean {
  const { ends, headLine, rowLines } = table.layout;
  if (row === 0 || row === heights.length) return ends;
  const [upper, lower] = [table.rows[rows[row - 1] ?? 0], table.rows[rows[row] ?? 0]];
  if (upper === "header" && lower === "header") return above !== below && headLine;
  return upper === "header" ? headLine : rowLines;
}

function owners({ cells }: Sheet): (row: number, column: number) => SheetCell | undefined {
  const slots = new Map<string, SheetCell>();
  for (const cell of cells) {
    for (let row = cell.r0; row < cell.r1; row++) for (let column = cell.c0; column < cell.c1; column++) slots.set(`${row},${column}`, cell);
  }
  return (row, column) => slots.get(`${row},${column}`);
}

function rule(x0: number, y0: number, x1: number, y1: number, thin: boolean): string {
  if (!thin) return `${two(x0)} ${two(y0)} m ${two(x1)} ${two(y1)} l S\n`;
  return `${two(x0 - 0.24)} ${two(y0 - 0.24)} ${two(x1 - x0 + 0.48)} ${two(y1 - y0 + 0.48)} re f\n`;
}

function cellWords({ table, rows }: Sheet, { r0, r1, c0, c1, lines }: SheetCell, xs: readonly number[], ys: readonly number[]): string {
  const { size, leading, padding, columns, headerAlign } = table;
  const header = table.rows[rows[r0] ?? 0] === "header";
  const spans = c1 > c0 + 1;
  const align = (header && headerAlign === "center") || (header && spans) ? "center" : spans ? "left" : (columns[c0]?.align ?? "left");
  const [x0, x1] = [(xs[c0] ?? 0) + padding.x * size, (xs[c1] ?? 0) - padding.x * size];
  const room = (ys[r0] ?? 0) - (ys[r1] ?? 0) - 2 * padding.y * size;
  const slack = room - size * (1 + (lines.length - 1) * leading);
  const valign = header ? "middle" : table.valign;
  const first = (ys[r0] ?? 0) - padding.y * size - (valign === "top" ? 0 : valign === "middle" ? slack / 2 : slack) - 0.86 * size;
  const drawn = lines.map((line, i) => show(line, startOf(align, x0, x1, widthOf(line) * size), first - i * leading * size, size)).join("");
  return header && table.whiteHeader ? `1 g\n${drawn}0 g\n` : drawn;
}

function startOf(align: Align, x0: number, x1: number, width: number): number {
  return align === "left" ? x0 : align === "right" ? x1 - width : (x0 + x1 - width) / 2;
}
