/** Small XLS workbooks from records ([MS-XLS]). */
import { compoundFileOf } from "../../containers.ts";

const u16 = (...values: readonly number[]): number[] => values.flatMap((value) => [value & 255, (value >> 8) & 255]);
const u32 = (value: number): number[] => [...u16(value), ...u16(value >>> 16)];
const f64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];

/** A record. */
export function record(id: number, ...data: readonly number[]): number[] {
  return [...u16(id, data.length), ...data];
}

/** A string with a count of two bytes, in characters of two bytes or one. */
export function string(text: string, wide = true): number[] {
  return [...u16(text.length), wide ? 1 : 0, ...characters(text, wide)];
}

export function characters(text: string, wide = true): number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((code) => (wide ? u16(code) : [code & 255]));
}

export const begin = (kind: number, version = 0x600): number[] => record(0x809, ...u16(version, kind, 0, 0), ...u32(0), ...u32(0));
export const end = record(0x0a);
const at = (row: number, column: number, look = 0): number[] => u16(row, column, look);

/** Cells and what lies over them. */
export const cells = {
  text: (row: number, column: number, text: string, look = 0): number[] => record(0x204, ...at(row, column, look), ...string(text)),
  shared: (row: number, column: number, index: number, look = 0): number[] => record(0xfd, ...at(row, column, look), ...u32(index)),
  number: (row: number, column: number, value: number, look = 0): number[] => record(0x203, ...at(row, column, look), ...f64(value)),
  short: (row: number, column: number, bits: number, look = 0): number[] => record(0x27e, ...at(row, column, look), ...u32(bits)),
  shorts: (row: number, column: number, ...bits: readonly number[]): number[] => record(0xbd, ...u16(row, column), ...bits.flatMap((one) => [...u16(0), ...u32(one)]), ...u16(column + bits.length - 1)),
  truth: (row: number, column: number, value: number, isError: 0 | 1): number[] => record(0x205, ...at(row, column), value, isError),
  formula: (row: number, column: number, result: readonly number[], id = 0x06): number[] => record(id, ...at(row, column), ...result, ...u16(0), ...u32(0), ...u16(0)),
  merged: (...ranges: readonly (readonly [r0: number, r1: number, c0: number, c1: number])[]): number[] => record(0xe5, ...u16(ranges.length), ...ranges.flatMap((range) => u16(...range))),
  hiddenRow: (row: number): number[] => record(0x208, ...u16(row, 0, 9, 255, 0, 0), 0x20, 1, 15, 0),
  hiddenColumns: (first: number, last: number): number[] => record(0x7d, ...u16(first, last, 2048, 0, 1, 0)),
};

/** A double as the result of a formula, a text that comes in the next record, a truth value. */
export const results = { number: f64, text: [0, 0, 0, 0, 0, 0, 255, 255], truth: (value: number): number[] => [1, 0, value, 0, 0, 0, 255, 255], error: (code: number): number[] => [2, 0, code, 0, 0, 0, 255, 255], empty: [3, 0, 0, 0, 0, 0, 255, 255] };

/** A font and a look. */
export const font = (weight: number, struck = false): number[] => record(0x31, ...u16(200, struck ? 8 : 0, 0x7fff, weight, 0), 0, 0, 0, 0, 2, 0, 65, 65);
export const format = (id: number, pattern: string): number[] => record(0x41e, ...u16(id), ...string(pattern));
export const look = (fontNumber: number, formatNumber: number, alignment = 0): number[] => record(0xe0, ...u16(fontNumber, formatNumber, 0), alignment, ...new Array<number>(13).fill(0));

export interface XlsMarkup {
  readonly sheets: readonly { readonly name?: string; readonly records: readonly number[]; readonly state?: number; readonly kind?: number }[];
  /** Records before the list of sheets. */
  readonly globals?: readonly number[];
  readonly strings?: readonly number[];
}

/** The stream of a workbook. */
export function stream({ sheets, globals = [], strings = [] }: XlsMarkup): Uint8Array {
  const bodies = sheets.map(({ records }) => [...begin(0x10), ...records, ...end]);
  const names = sheets.map(({ name = "表" }) => name);
  const head = [...begin(5), ...globals];
  const listLength = names.reduce((sum, name) => sum + 12 + 2 * name.length, 0);
  let start = head.length + listLength + strings.length + end.length;
  const list = sheets.flatMap(({ state = 0, kind = 0 }, i) => {
    const name = names[i] ?? "";
    const listed = record(0x85, ...u32(start), state, kind, name.length, 1, ...characters(name));
    start += bodies[i]?.length ?? 0;
    return listed;
  });
  return Uint8Array.from([...head, ...list, ...strings, ...end, ...bodies.flat()]);
}

/** The bytes of a workbook. */
export function xls(markup: XlsMarkup): Uint8Array {
  return compoundFileOf({ Workbook: stream(markup) });
}
