/** What the sheets of a workbook share ([MS-XLS] 2.1.7.20.3): strings, looks, the list of sheets, the first day. */
import { builtInFormats } from "../../../rules/sheet-formats.ts";
import { alignOf, plainLook, type Look } from "../look.ts";
import { Records, type BiffRecord } from "./records.ts";
import { stringIn, StringReader, type BiffString } from "./strings.ts";

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly visible: boolean;
  /** 0 a worksheet, 1 macros, 2 a chart, 6 a module. */
  readonly kind: number;
  /** Where its records begin. */
  readonly start: number;
}

/** A font as far as it matters. */
export interface Font {
  readonly bold: boolean;
  readonly struck: boolean;
}

export interface Globals {
  readonly sheets: readonly ListedSheet[];
  readonly strings: readonly BiffString[];
  readonly looks: readonly Look[];
  readonly fonts: readonly Font[];
  readonly from1904: boolean;
  readonly encrypted: boolean;
  /** Where the records end or break off. */
  readonly end: number;
  readonly whole: boolean;
}

const ids = { eof: 0x0a, filePass: 0x2f, dateMode: 0x22, font: 0x31, sheet: 0x85, look: 0xe0, strings: 0xfc, format: 0x41e } as const;

/** Reads the records before the first sheet. `most`: how many strings are taken. */
export function readGlobals(bytes: Uint8Array, most: number): Globals {
  const records = new Records(bytes);
  const fonts: Font[] = [];
  const formats = new Map<number, string>();
  const looks: BiffRecord[] = [];
  const sheets: ListedSheet[] = [];
  let strings: BiffString[] = [];
  let [from1904, encrypted, whole] = [false, false, false];
  for (let record = records.next(); record !== null; record = records.next()) {
    const { id, data } = record;
    if (id === ids.eof) {
      whole = true;
      break;
    }
    if (id === ids.filePass) {
      encrypted = true;
      break;
    }
    if (id === ids.dateMode) from1904 = data.byteLength >= 2 && data.getUint16(0, true) === 1;
    else if (id === ids.font && data.byteLength >= 8) fonts.push({ bold: data.getUint16(6, true) >= 600, struck: (data.getUint16(2, true) & 8) !== 0 });
    else if (id === ids.format && data.byteLength > 4) formats.set(data.getUint16(0, true), stringIn([data], 2).text);
    else if (id === ids.look && data.byteLength >= 8) looks.push(record);
    else if (id === ids.sheet && data.byteLength > 7) sheets.push({ name: stringIn([data], 6, 1).text, visible: (data.getUint8(4) & 3) === 0, kind: data.getUint8(5), start: data.getUint32(0, true) });
    else if (id === ids.strings) strings = readStrings([data, ...records.continued()], most);
  }
  return { sheets, strings, fonts, from1904, encrypted, whole, end: records.position, looks: looks.map(({ data }) => lookOf(data, fonts, formats)) };
}

function readStrings(pieces: readonly DataView[], most: number): BiffString[] {
  const [first] = pieces;
  if (first === undefined || first.byteLength < 8) return [];
  const count = Math.min(first.getUint32(4, true), most);
  const reader = new StringReader(pieces, 8);
  const strings: BiffString[] = [];
  while (strings.length < count && reader.more) strings.push(reader.read());
  return strings;
}

const alignments = ["general", "left", "center", "right", "fill", "justify", "centerContinuous", "distributed"];

function lookOf(data: DataView, fonts: readonly Font[], formats: ReadonlyMap<number, string>): Look {
  const format = data.getUint16(2, true);
  return { pattern: formats.get(format) ?? builtInFormats[format] ?? "General", ...fontAt(fonts, data.getUint16(0, true)), align: alignOf(alignments[data.getUint8(6) & 7] ?? "") };
}

/** A font by its number; there is no font 4 (2.5.129). */
export function fontAt(fonts: readonly Font[], number: number): Font {
  const { bold, struck } = fonts[number > 3 ? number - 1 : number] ?? plainLook;
  return { bold, struck };
}
