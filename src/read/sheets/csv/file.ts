/** Reads separated values (CSV, TSV) as a sheet. A place is `#B7`: the cell that a spreadsheet shows it in. */
import type { Context } from "../../../model/context.ts";
import type { NoticeDocument } from "../../../model/document.ts";
import type { InputFile } from "../../../model/reader.ts";
import { decode } from "../../charset.ts";
import { documentOf } from "../document.ts";
import { bare, type SheetCell } from "../sheet.ts";
import { joinBlanks } from "./blanks.ts";
import { dialectOf } from "./recognise.ts";
import { recordsOf } from "./records.ts";

/** Reads a file of separated values. Null when it shows nothing; a diagnostic says so. */
export function readSeparated(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const { text, charset, damaged, declared, lied } = decode(file.bytes);
  if (lied && declared !== null) context.report("text/charset-lied", { params: { declared, used: charset } });
  if (damaged > 0) context.report("text/charset-damaged", { params: { charset, count: String(damaged) } });
  const { delimiter, named } = dialectOf(file.bytes) ?? { delimiter: ",", named: false };
  const records = recordsOf(text, delimiter);
  const cells = records.flatMap((record, row) => (named && row === 0 ? [] : record.map((field, column) => cellOf(field, row, column)).filter((cell) => cell !== null)));
  const joined = joinBlanks(records);
  if (joined.cells > 0) context.report("text/blank-joined", { params: { count: String(joined.cells) } });
  return Promise.resolve(documentOf({ sheets: [{ ...bare, name: "", part: "", cells, merges: joined.merges }], meta: [], charset }, source, context));
}

function cellOf(field: string, row: number, column: number): SheetCell | null {
  const text = shown(field);
  return text === "" ? null : { row, column, runs: [{ text, bold: false, struck: false }], align: null };
}

/** `="001"` is how programs keep a spreadsheet from reading 001 as a number; control characters show nothing. */
function shown(field: string): string {
  const text = /^="([^"]*)"$/u.exec(field)?.[1] ?? field;
  return text.replace(/[\0-\x08\x0e-\x1f]/gu, "");
}
