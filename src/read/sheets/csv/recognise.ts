/**
 * Which plain texts are separated values. Nothing but the bytes tells, so nearly all records must have the same number of fields: prose has
 * commas of its own (Chinese prose none of ASCII), and tables that a conversion left behind have rows of all lengths.
 */
import { decode } from "../../charset.ts";
import { isPlainText } from "../../leading-text.ts";
import { isHeaderRow } from "../../text/header.ts";
import { recordsOf } from "./records.ts";

/** How a file parts its values. */
export interface Dialect {
  readonly delimiter: string;
  /** A first line that only names the delimiter (`sep=;`, as Excel writes it) is left out. */
  readonly named: boolean;
}

const delimiters = [",", "\t", ";"] as const;
/** So much of a file is looked at. */
const looked = 65_536;
const known = new WeakMap<Uint8Array, { readonly dialect: Dialect | null }>();

/** Whether bytes are separated values. */
export function isSeparated(bytes: Uint8Array): boolean {
  return dialectOf(bytes) !== null;
}

/** How a file parts its values, null for a text that is no table of them. */
export function dialectOf(bytes: Uint8Array): Dialect | null {
  const found = known.get(bytes) ?? { dialect: isPlainText(bytes) ? recogniseDialect(decode(bytes.subarray(0, looked)).text, bytes.length > looked) : null };
  known.set(bytes, found);
  return found.dialect;
}

/** Tags in a text were left by what turned a page into it; the reader of texts knows them for what they are. */
const strayTag = /<\/?(?:p|br|div|span|td|tr|table)\b[^<>]{0,200}>/iu;

function recogniseDialect(text: string, cut: boolean): Dialect | null {
  const [, named] = /^sep=([,;\t|])\r?\n/iu.exec(text) ?? [];
  if (named !== undefined) return { delimiter: named, named: true };
  if (strayTag.test(text)) return null;
  const delimiter = delimiters.find((one) => text.includes(one) && isTable(recordsOf(text, one), cut));
  return delimiter === undefined ? null : { delimiter, named: false };
}

/** Fewest rows and columns without a header whose words are known. */
const fewest = { rows: 5, columns: 4 };
/** Share of the rows that must have the number of fields that most have. */
const agreeing = 0.95;

function isTable(records: readonly (readonly string[])[], cut: boolean): boolean {
  const whole = cut ? records.slice(0, -1) : records;
  const body = bodyOf(whole.filter((record) => record.some((field) => field.trim() !== "")));
  const width = commonWidth(body);
  if (body.length < 2 || width < 3) return false;
  if (body.filter(({ length }) => length === width).length < body.length * agreeing) return false;
  // A short quote in the middle of prose parts it anywhere: fields of a table hold words, not halves of sentences.
  const headed = body.slice(0, 3).some((record) => record.length === width && isHeaderRow(record));
  return headed || (body.length >= fewest.rows && width >= fewest.columns && body.every((record) => record.filter((field) => field.trim() !== "").length >= 1));
}

/** The records without titles above and notes below: those with one value. */
function bodyOf(records: readonly (readonly string[])[]): (readonly string[])[] {
  const several = (record: readonly string[]): boolean => record.filter((field) => field.trim() !== "").length > 1;
  const start = records.findIndex(several);
  const end = records.findLastIndex(several);
  return start === -1 ? [] : records.slice(start, end + 1);
}

function commonWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}
