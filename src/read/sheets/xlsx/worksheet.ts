/** One worksheet of a workbook (ECMA-376 part 1, 18.3): its cells as they are shown, merges, what is hidden. */
import type { XmlElement } from "../../xml.ts";
import { plainLook, type Look } from "../look.ts";
import { cellAt, rangeAt, type CellRun, type Floating, type Range, type Sheet, type SheetCell, pathOf } from "../sheet.ts";
import type { Shower } from "../shown.ts";
import { marginWords } from "../margins.ts";
import { inLook, runsOf, unescaped, type StringRun } from "./strings.ts";

/** What the cells of all sheets refer to. */
export interface Shared {
  readonly strings: readonly (readonly StringRun[])[];
  readonly looks: readonly Look[];
  readonly shower: Shower;
}

type Own = Pick<Sheet, "cells" | "merges" | "hiddenRows" | "hiddenColumns" | "uncalculated" | "unseen" | "pictures" | "margins">;

/** Elements of a worksheet that hold nothing to be seen in its cells. */
export const unneeded: ReadonlySet<string> = new Set(["x:extLst", "x:conditionalFormatting", "x:dataValidations", "x:sheetViews", "x:rPh", "x:phoneticPr", "x:ignoredErrors", "x:hyperlinks"]);

/** A worksheet of its rows, which are read already, and of what stands around them. */
export function readWorksheet(root: XmlElement, { hiddenRows, cells, uncalculated, unseen, pictures }: RowReader): Own {
  return {
    cells,
    merges: mergesOf(root.child("x:mergeCells")),
    hiddenRows,
    hiddenColumns: hiddenColumnsOf(root),
    uncalculated,
    unseen,
    pictures,
    margins: marginsOf(root.child("x:headerFooter")),
  };
}

function mergesOf(element: XmlElement | null): Range[] {
  return (element?.children ?? []).map(({ attributes }) => rangeAt(attributes["ref"] ?? "")).filter((range) => range !== null);
}

/** Excel's number of columns. */
const mostColumns = 16_384;

function hiddenColumnsOf(root: XmlElement): Set<number> {
  const hidden = new Set<number>();
  for (const { attributes } of root.child("x:cols")?.children ?? []) {
    if (!isTrue(attributes["hidden"]) && Number(attributes["width"] ?? 1) !== 0) continue;
    const last = Math.min(Number(attributes["max"]), mostColumns);
    for (let column = Math.max(1, Number(attributes["min"])); column <= last; column++) hidden.add(column - 1);
  }
  return hidden;
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

function marginsOf(element: XmlElement | null): string[] {
  return marginWords((element?.children ?? []).map(({ text }) => text));
}

/** Reads the rows of a worksheet one by one. `part` begins the paths of its cells. */
export class RowReader {
  readonly #part: string;
  readonly #shared: Shared;
  readonly #cells: SheetCell[] = [];
  readonly hiddenRows = new Set<number>();
  readonly uncalculated: { row: number; column: number }[] = [];
  readonly unseen: Floating[] = [];
  readonly pictures: Floating[] = [];
  #row = -1;
  #ordered = true;

  constructor(part: string, shared: Shared) {
    this.#part = part;
    this.#shared = shared;
  }

  /** Takes the next row. */
  read(element: XmlElement): void {
    const row = cellAt(`A${element.attributes["r"] ?? ""}`)?.row ?? this.#row + 1;
    this.#ordered &&= row > this.#row;
    this.#row = row;
    if (isTrue(element.attributes["hidden"]) || Number(element.attributes["ht"] ?? 1) === 0) this.hiddenRows.add(row);
    this.#readCells(element, row);
  }

  /** By row, then by column, each place once: no program writes them otherwise, but files say so. */
  get cells(): readonly SheetCell[] {
    return this.#ordered ? this.#cells : firstOfEach(this.#cells);
  }

  #readCells({ children, attributes }: XmlElement, row: number): void {
    const height = Number(attributes["ht"] ?? 0);
    let last = -1;
    for (const cell of children) {
      if (cell.name !== "x:c") continue;
      const column = cellAt(cell.attributes["r"] ?? "")?.column ?? last + 1;
      this.#ordered &&= column > last;
      last = column;
      this.#cell(cell, row, column, height);
    }
  }

  #cell(cell: XmlElement, row: number, column: number, height: number): void {
    const look = this.#shared.looks[Number(cell.attributes["s"] ?? 0)] ?? plainLook;
    const formula = cell.child("x:f");
    if (formula !== null && embedsPicture.test(formula.text)) {
      if (height >= highRow) this.pictures.push({ text: "", path: pathOf(this.#part, row, column) });
      return;
    }
    const value = cell.child("x:v");
    // Empty words are a result; an empty number is none.
    const isOpen = value === null || (value.text === "" && cell.attributes["t"] !== "str");
    if (formula !== null && isOpen && cell.child("x:is") === null) this.uncalculated.push({ row, column });
    const runs = this.#runs(cell, value?.text ?? "", look);
    if (runs.length > 0) this.#cells.push({ row, column, runs, align: look.align });
    else if (cell.attributes["t"] === "s" || cell.attributes["t"] === "inlineStr" || cell.attributes["t"] === "str") this.#hidden(cell, value?.text ?? "", pathOf(this.#part, row, column));
  }

  #runs(cell: XmlElement, value: string, look: Look): CellRun[] {
    const { strings, shower } = this.#shared;
    const type = cell.attributes["t"] ?? "n";
    if (type === "s" || type === "inlineStr") {
      const inline = cell.child("x:is");
      const runs = type === "s" ? strings[Number(value === "" ? -1 : value)] : inline === null ? [] : runsOf(inline);
      return (look.pattern === "General" || look.pattern === "@") && runs !== undefined ? inLook(runs, look) : this.#formatted(runs ?? [], look);
    }
    if (value === "") return [];
    const text = type === "str" ? shower.show(unescaped(value), look.pattern) : type === "b" ? (value === "1" || value === "true" ? "TRUE" : "FALSE") : type === "e" ? value : shower.show(numberOf(value, type), look.pattern);
    return text === "" ? [] : [{ text, bold: look.bold, struck: look.struck }];
  }

  /** A format shows nothing of a text. */
  #hidden(cell: XmlElement, value: string, path: string): void {
    const inline = cell.child("x:is");
    const runs = cell.attributes["t"] === "s" ? (this.#shared.strings[Number(value)] ?? []) : inline === null ? [] : runsOf(inline);
    const text = cell.attributes["t"] === "str" ? unescaped(value) : runs.map((run) => run.text).join("");
    if (text.trim() !== "") this.unseen.push({ text, path });
  }

  /** Formats may add words to a text, or hide it. */
  #formatted(runs: readonly StringRun[], look: Look): CellRun[] {
    const text = runs.map((run) => run.text).join("");
    const shown = this.#shared.shower.show(text, look.pattern);
    return shown === text ? inLook(runs, look) : shown === "" ? [] : [{ text: shown, bold: look.bold, struck: look.struck }];
  }
}

function firstOfEach(cells: readonly SheetCell[]): SheetCell[] {
  const kept: SheetCell[] = [];
  for (const cell of cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const last = kept.at(-1);
    if (last?.row !== cell.row || last.column !== cell.column) kept.push(cell);
  }
  return kept;
}

/** WPS keeps a picture inside a cell as a formula. */
const embedsPicture = /(?:^|\b)(?:_xlfn\.)?DISPIMG\(/u;
/** Points: a picture in a lower row is a seal or a small photograph. */
const highRow = 99;

/** Milliseconds of a day, and the day from which serial numbers count, as days before 1970. */
const day = { length: 86_400_000, epoch: 25_569 };
const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/u;

/** A number, or a date in the words of ISO 8601 as a serial number; other words as they are. */
function numberOf(value: string, type: string): number | string {
  const date = type === "d" ? isoDate.exec(value) : null;
  if (date !== null) {
    const [year = 0, month = 1, ofMonth = 1, hour = 0, minute = 0, second = 0] = date.slice(1).map((part) => Number(part));
    return Date.UTC(year, month - 1, ofMonth, hour, minute, second) / day.length + day.epoch;
  }
  const number = Number(value);
  return Number.isNaN(number) ? value : number;
}
