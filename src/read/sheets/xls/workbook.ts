/** Reads an XLS workbook of Excel 97–2003 or WPS (.et): the stream of a compound file, or that stream alone. */
import type { Context } from "../../../model/context.ts";
import type { NoticeDocument } from "../../../model/document.ts";
import type { InputFile } from "../../../model/reader.ts";
import { readStream } from "../../compound-file.ts";
import { documentOf } from "../document.ts";
import { bare, type Sheet } from "../sheet.ts";
import { openShower } from "../shown.ts";
import { readGlobals } from "./globals.ts";
import { startsWorkbook } from "./recognise.ts";
import { Records } from "./records.ts";
import { readWorksheet } from "./worksheet.ts";

/** Reads an XLS workbook. Null when nothing in it is readable, and a diagnostic says why. */
export async function readXls(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const sheets = await readXlsSheets(file.bytes, context);
  return sheets === null ? null : documentOf({ sheets, meta: [], charset: null }, source, context);
}

/** The sheets of a workbook; null when it cannot be opened, and a diagnostic says why. */
export async function readXlsSheets(bytes: Uint8Array, context: Context): Promise<Sheet[] | null> {
  const stream = readStream(bytes, "Workbook") ?? readStream(bytes, "Book") ?? (startsWorkbook(bytes) ? { bytes, whole: true } : null);
  const old = stream === null ? null : oldVersion(stream.bytes);
  if (stream === null) context.report("package/missing-part", { params: { part: "Workbook" } });
  else if (old !== null) context.report("sheet/old-version", { params: { version: old } });
  else return sheetsOf(stream.bytes, stream.whole, context);
  return null;
}

const begin = 0x809;

/** The program whose format is older than this reader, null for Excel 97 and later ([MS-XLS] 2.4.21). */
function oldVersion(bytes: Uint8Array): string | null {
  const first = new Records(bytes).next();
  if (first?.id === begin) return first.data.byteLength >= 2 && first.data.getUint16(0, true) < 0x600 ? "Excel 5.0/95" : null;
  const version = first !== null && (first.id & 0xff) === 9 ? 2 + (first.id >> 9) : null;
  return version === null ? null : `Excel ${version}.0`;
}

const otherSheets: Readonly<Record<number, string>> = { 1: "宏工作表", 2: "图表工作表", 6: "宏模块" };

async function sheetsOf(bytes: Uint8Array, whole: boolean, context: Context): Promise<Sheet[] | null> {
  const globals = readGlobals(bytes, context.limits.elements);
  if (globals.encrypted) {
    context.report("input/encrypted");
    return null;
  }
  let end = globals.whole ? null : globals.end;
  let left = context.limits.elements;
  const shower = await openShower(globals.from1904);
  const sheets: Sheet[] = [];
  for (const [i, { name, visible, kind, start }] of globals.sheets.entries()) {
    const other = otherSheets[kind];
    if (other !== undefined) {
      context.report("sheet/other-sheet", { params: { sheet: name, kind: other } });
      continue;
    }
    const part = `Workbook/sheet${i + 1}`;
    const sheet = readWorksheet(bytes, start, { globals, shower, part, most: left });
    left -= sheet.cells.length;
    end ??= sheet.end;
    sheets.push({ ...bare, ...sheet, name, part, visible });
    if (sheet.full) {
      context.report("package/too-large", { params: { what: "单元格数", limit: String(context.limits.elements) } });
      break;
    }
  }
  if (end !== null || !whole) context.report("sheet/damaged-record", { params: { offset: String(end ?? bytes.length) } });
  return sheets;
}
