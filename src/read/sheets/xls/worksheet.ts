/** One worksheet of a workbook stream ([MS-XLS] 2.1.7.20.5): cells, merges, what is hidden, what floats over it. */
import { isLarge } from "../../large-picture.ts";
import { plainLook, type Look } from "../look.ts";
import { marginWords } from "../margins.ts";
import { pathOf, type CellRun, type Floating, type Range, type Sheet, type SheetCell } from "../sheet.ts";
import type { Shower } from "../shown.ts";
import { fontAt, type Globals } from "./globals.ts";
import { Records, type BiffRecord } from "./records.ts";
import { stringIn, StringReader, type BiffString } from "./strings.ts";

const ids = {
  formula: 0x06, formula3: 0x206, formula4: 0x406, eof: 0x0a, header: 0x14, footer: 0x15, note: 0x1c, object: 0x5d, columns: 0x7d, multiple: 0xbd, rich: 0xd6, merged: 0xe5, drawing: 0xec, shared: 0xfd, textObject: 0x1b6,
  number: 0x203, label: 0x204, boolean: 0x205, string: 0x207, row: 0x208, short: 0x27e, begin: 0x809,
} as const;

/** What a worksheet gives; `end`: where it breaks off, null when it is whole; `full`: it has more cells than are read. */
export interface ReadSheet extends Pick<Sheet, "cells" | "merges" | "hiddenRows" | "hiddenColumns" | "unseen" | "boxes" | "pictures" | "comments" | "margins"> {
  readonly end: number | null;
  readonly full: boolean;
}

/** Reads the sheet whose records begin at `start`. `part` begins the paths of its cells; at most `most` cells are read. */
export function readWorksheet(bytes: Uint8Array, start: number, { globals, shower, part, most }: Setting): ReadSheet {
  const reader = new SheetReader(new Records(bytes, start), { globals, shower, part, most });
  return reader.read();
}

export interface Setting {
  readonly globals: Globals;
  readonly shower: Shower;
  readonly part: string;
  readonly most: number;
}

const errors: Readonly<Record<number, string>> = { 0x00: "#NULL!", 0x07: "#DIV/0!", 0x0f: "#VALUE!", 0x17: "#REF!", 0x1d: "#NAME?", 0x24: "#NUM!", 0x2a: "#N/A", 0x2b: "#GETTING_DATA" };

/** Kinds of objects (2.5.143). */
const kinds = { picture: 8, comment: 25 } as const;

class SheetReader {
  readonly #records: Records;
  readonly #setting: Setting;
  readonly #cells: SheetCell[] = [];
  readonly #merges: Range[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  readonly #unseen: Floating[] = [];
  readonly #boxes: Floating[] = [];
  readonly #pictures: Floating[] = [];
  readonly #notes: { readonly path: string; readonly object: number }[] = [];
  readonly #noteTexts = new Map<number, string>();
  readonly #margins: string[] = [];
  /** The formula whose result comes in the next string. */
  #awaiting: { readonly row: number; readonly column: number; readonly look: Look } | null = null;
  #object: { readonly kind: number; readonly id: number } = { kind: 0, id: 0 };
  #objects = 0;
  #size = { width: 0, height: 0 };
  #full = false;

  constructor(records: Records, setting: Setting) {
    this.#records = records;
    this.#setting = setting;
  }

  read(): ReadSheet {
    const end = this.#walk();
    const comments = this.#notes.map(({ path, object }) => ({ path, text: (this.#noteTexts.get(object) ?? "").trim() })).filter(({ text }) => text !== "");
    return {
      cells: inOrder(this.#cells),
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
      unseen: this.#unseen,
      boxes: this.#boxes,
      pictures: this.#pictures,
      comments,
      margins: marginWords(this.#margins),
      end,
      full: this.#full,
    };
  }

  /** Reads the records to the end of the sheet; where they break off before it. Charts inside have a beginning and an end of their own. */
  #walk(): number | null {
    let depth = 0;
    for (let record = this.#records.next(); record !== null; record = this.#records.next()) {
      if (record.id === ids.begin) depth++;
      else if (record.id === ids.eof) {
        if (--depth <= 0) return null;
      } else if (depth <= 1) this.#record(record);
      if (this.#full) return null;
    }
    return this.#records.position;
  }

  #record({ id, data }: BiffRecord): void {
    const length = data.byteLength;
    if (id === ids.string) {
      const cell = this.#awaiting;
      if (cell !== null) this.#text(cell.row, cell.column, cell.look, stringIn([data, ...this.#records.continued()], 0));
      this.#awaiting = null;
    } else if (id === ids.multiple) this.#multiple(data);
    else if (id === ids.row) {
      if (length >= 14 && (data.getUint8(12) & 0x20) !== 0) this.#hiddenRows.add(data.getUint16(0, true));
    } else if (id === ids.columns) this.#columns(data);
    else if (id === ids.merged) this.#merged(data);
    else if (id === ids.header || id === ids.footer) {
      if (length > 3) this.#margins.push(stringIn([data, ...this.#records.continued()], 0).text);
    } else if (id === ids.drawing) this.#size = sizeIn(data) ?? this.#size;
    else if (id === ids.object) this.#floating(data);
    else if (id === ids.textObject) this.#textObject(data);
    else if (id === ids.note && length >= 8) this.#notes.push({ path: pathOf(this.#setting.part, data.getUint16(0, true), data.getUint16(2, true)), object: data.getUint16(6, true) });
    else if (length >= 7) this.#cell(id, data);
  }

  #cell(id: number, data: DataView): void {
    const [row, column, look] = [data.getUint16(0, true), data.getUint16(2, true), this.#lookAt(data.getUint16(4, true))];
    const length = data.byteLength;
    if (id === ids.shared && length >= 10) {
      const string = this.#setting.globals.strings[data.getUint32(6, true)];
      if (string !== undefined) this.#text(row, column, look, string);
    } else if (id === ids.number && length >= 14) this.#number(row, column, look, data.getFloat64(6, true));
    else if (id === ids.short && length >= 10) this.#number(row, column, look, shortNumber(data.getInt32(6, true)));
    else if (id === ids.label || id === ids.rich) this.#text(row, column, look, stringIn([data, ...this.#records.continued()], 6));
    else if (id === ids.boolean && length >= 8) this.#truth(row, column, look, data.getUint8(6), data.getUint8(7) !== 0);
    else if ((id === ids.formula || id === ids.formula3 || id === ids.formula4) && length >= 14) this.#formula(row, column, look, data);
  }

  #lookAt(number: number): Look {
    return this.#setting.globals.looks[number] ?? plainLook;
  }

  #formula(row: number, column: number, look: Look, data: DataView): void {
    this.#awaiting = null;
    if (data.getUint16(12, true) !== 0xffff) this.#number(row, column, look, data.getFloat64(6, true));
    else if (data.getUint8(6) === 0) this.#awaiting = { row, column, look };
    else if (data.getUint8(6) === 1 || data.getUint8(6) === 2) this.#truth(row, column, look, data.getUint8(8), data.getUint8(6) === 2);
  }

  #truth(row: number, column: number, look: Look, value: number, isError: boolean): void {
    this.#put(row, column, look, [{ text: isError ? (errors[value] ?? "#N/A") : value === 0 ? "FALSE" : "TRUE", bold: look.bold, struck: look.struck }]);
  }

  #number(row: number, column: number, look: Look, value: number): void {
    const text = Number.isFinite(value) ? this.#setting.shower.show(value, look.pattern) : "#NUM!";
    this.#put(row, column, look, [{ text, bold: look.bold, struck: look.struck }]);
  }

  #text(row: number, column: number, look: Look, { text, runs }: BiffString): void {
    const shown = this.#setting.shower.show(text, look.pattern);
    if (shown === "" && text.trim() !== "") this.#unseen.push({ text, path: pathOf(this.#setting.part, row, column) });
    const plain = { text: shown, bold: look.bold, struck: look.struck };
    this.#put(row, column, look, runs.length === 0 || shown !== text ? [plain] : this.#runs(text, runs, plain));
  }

  /** A text in runs; what stands before the first has the font of the cell. */
  #runs(text: string, runs: BiffString["runs"], plain: CellRun): CellRun[] {
    const found: CellRun[] = [{ ...plain, text: text.slice(0, runs[0]?.start ?? 0) }];
    for (const [i, { start, font }] of runs.entries()) found.push({ text: text.slice(start, runs[i + 1]?.start ?? text.length), ...fontAt(this.#setting.globals.fonts, font) });
    return found.filter((run) => run.text !== "");
  }

  #multiple(data: DataView): void {
    if (data.byteLength < 6) return;
    const [row, first] = [data.getUint16(0, true), data.getUint16(2, true)];
    for (let at = 4, column = first; at + 8 <= data.byteLength; at += 6, column++) this.#number(row, column, this.#lookAt(data.getUint16(at, true)), shortNumber(data.getInt32(at + 2, true)));
  }

  #put(row: number, column: number, look: Look, runs: readonly CellRun[]): void {
    if (runs.every(({ text }) => text === "")) return;
    if (this.#cells.length >= this.#setting.most) this.#full = true;
    else this.#cells.push({ row, column, runs, align: look.align });
  }

  #columns(data: DataView): void {
    if (data.byteLength < 10) return;
    const hidden = (data.getUint16(8, true) & 1) !== 0 || data.getUint16(4, true) === 0;
    for (let column = data.getUint16(0, true); hidden && column <= Math.min(data.getUint16(2, true), 256); column++) this.#hiddenColumns.add(column);
  }

  #merged(data: DataView): void {
    for (let at = 2; at + 8 <= data.byteLength; at += 8) {
      const [r0, r1, c0, c1] = [0, 2, 4, 6].map((offset) => data.getUint16(at + offset, true));
      if (r0 !== undefined && r1 !== undefined && c0 !== undefined && c1 !== undefined && r0 <= r1 && c0 <= c1) this.#merges.push({ r0, r1: r1 + 1, c0, c1: c1 + 1 });
    }
  }

  #floating(data: DataView): void {
    if (data.byteLength < 8 || data.getUint16(0, true) !== 0x15) return;
    this.#object = { kind: data.getUint16(4, true), id: data.getUint16(6, true) };
    this.#objects++;
    if (this.#object.kind === kinds.picture && isLarge(this.#size)) this.#pictures.push({ text: "", path: this.#objectPath() });
    this.#size = { width: 0, height: 0 };
  }

  #objectPath(): string {
    return `${this.#setting.part}#object[${this.#objects}]`;
  }

  /** The text of a box or a comment stands in the records behind it. */
  #textObject(data: DataView): void {
    const count = data.byteLength >= 12 ? data.getUint16(10, true) : 0;
    const pieces = this.#records.continued();
    const [first] = pieces;
    if (count === 0 || first === undefined || first.byteLength < 2) return;
    const text = new StringReader(pieces, 1).characters(count, (first.getUint8(0) & 1) === 1);
    if (this.#object.kind === kinds.comment) this.#noteTexts.set(this.#object.id, text);
    else if (text.trim() !== "") this.#boxes.push({ text, path: this.#objectPath() });
  }
}

/** A number of 30 bits: whole or the head of a double, perhaps in hundredths (2.5.217). */
function shortNumber(value: number): number {
  let number = value >> 2;
  if ((value & 2) === 0) {
    const view = new DataView(new ArrayBuffer(8));
    view.setInt32(4, value & ~3, true);
    number = view.getFloat64(0, true);
  }
  return (value & 1) === 0 ? number : number / 100;
}

/** Cells by row and column, the last of each place: a later record overwrites. */
function inOrder(cells: SheetCell[]): SheetCell[] {
  const ordered = cells.every((cell, i) => {
    const before = cells[i - 1];
    return before === undefined || before.row < cell.row || (before.row === cell.row && before.column < cell.column);
  });
  if (ordered) return cells;
  const byPlace = new Map(cells.map((cell) => [cell.row * 65_536 + cell.column, cell]));
  return [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Centimetres of a column and a row as Excel makes them at first. */
const usual = { column: 1.9, row: 0.5 };

/** The size of a shape by the cells of its corners ([MS-XLS] 2.5.193, in a tree of [MS-ODRAW] 2.2). */
function sizeIn(data: DataView): { width: number; height: number } | null {
  for (let at = 0; at + 8 <= data.byteLength; ) {
    const length = data.getUint32(at + 4, true);
    const isTree = (data.getUint16(at, true) & 15) === 15;
    if (data.getUint16(at + 2, true) === 0xf010 && at + 26 <= data.byteLength) {
      const cells = (from: number, to: number): number => data.getUint16(at + 8 + to, true) - data.getUint16(at + 8 + from, true);
      return { width: cells(2, 10) * usual.column, height: cells(6, 14) * usual.row };
    }
    at += isTree ? 8 : 8 + length;
  }
  return null;
}
