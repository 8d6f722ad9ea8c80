/** Cells and rows of a sheet as XML. Text stands in the cells themselves, so that a row is written and forgotten. */
import type { Column } from "../../model/column.ts";
import type { Language } from "../../model/finding.ts";
import type { FlatValue } from "../../model/flat.ts";
import { dateOf } from "../dates.ts";
import { shownValue } from "../shown-value.ts";
import { columnName, looks, xmlText } from "./parts.ts";

/** Most characters of one cell in Excel, and what stands at the end of a longer one. */
const longest = 32_767;
const cut: Readonly<Record<Language, string>> = { zh: "……（超出单元格上限，全文见 JSON）", en: "… (longer than a cell can be; the JSON has it in full)" };

/** Heights of rows, in points; Excel knows no higher row. */
const lineHeight = 17;
const highest = 409;

/** Days from the day that spreadsheets count from to 1970-01-01. */
const epoch = 25_569;
const day = 86_400_000;

/** A cell: how it looks, and what stands in it. Numbers and dates are numbers. */
export interface Cell {
  readonly look: (typeof looks)[keyof typeof looks];
  readonly value: string | number;
}

/** What a cell needs to know of its column. */
export interface Placing {
  readonly column: Column;
  readonly headers: Language;
  /** How text looks. */
  readonly look?: Cell["look"];
}

/** The cell of a value; null for an empty one. */
export function cellOf(given: FlatValue, { column, headers, look = looks.text }: Placing): Cell | null {
  const value = shownValue(given, column, headers);
  if (value === null || value === "") return null;
  if (typeof value === "number") return { look: looks.number, value };
  if (column.type === "date") return { look: looks.date, value: dateOf(value).getTime() / day + epoch };
  return { look, value: value.length > longest ? value.slice(0, longest - cut[headers].length) + cut[headers] : value };
}

/** A row, counted from 1. Its height fits the wrapped words: not every program finds it out by itself. */
export function rowXml(number: number, cells: readonly (Cell | null)[], widths: readonly number[]): string {
  let [xml, height] = ["", lineHeight];
  for (const [i, cell] of cells.entries()) {
    if (cell === null) continue;
    xml += cellXml(`${columnName(i)}${number}`, cell);
    if (typeof cell.value === "string") height = Math.max(height, heightOf(cell.value, widths[i] ?? 1));
  }
  return `<row r="${number}" ht="${height}" customHeight="1">${xml}</row>`;
}

function cellXml(name: string, { look, value }: Cell): string {
  if (typeof value === "number") return `<c r="${name}" s="${look}"><v>${value}</v></c>`;
  if (value === "") return `<c r="${name}" s="${look}"/>`;
  return `<c r="${name}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${xmlText(escaped(value))}</t></is></c>`;
}

/** `_x0041_` in the text would be read as a character (ST_Xstring, ECMA-376 part 1, 22.9.2.19). */
function escaped(words: string): string {
  return words.replace(/_(?=x[\da-f]{4}_)/giu, "_x005F_");
}

function heightOf(words: string, width: number): number {
  const lines = words.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsTaken(line) / (width - 1))), 0);
  return Math.min(highest, lines * lineHeight);
}

/** How many characters of a narrow script a line is wide. */
export function columnsTaken(line: string): number {
  let taken = 0;
  for (const character of line) taken += character > "\u2E7F" ? 2 : 1;
  return taken;
}
