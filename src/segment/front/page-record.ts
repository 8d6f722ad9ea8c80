/** The record that a page prints beside a notice: 索引号 tables and labelled lines above the title or below the text. */
import type { Cell, NoticeDocument, Table } from "../../model/document.ts";
import { cellText, quote, type Quote } from "../../model/quote.ts";
import type { Span } from "../../model/position.ts";
import { commonWords, labelRow, labelWords, type LabelRow } from "../../rules/metadata/labels.ts";
import { reading, readingOf } from "../../text/reading.ts";
import { readDocumentNumber } from "../../text/document-number.ts";
import { readWrittenDate } from "../../text/written-date.ts";
import { isProse, trim, type Line, type TextLine } from "./line.ts";
import { addAll } from "../../model/add-all.ts";

/** A label and its value as printed. */
export interface Entry {
  /** Words of the label without its colon; white space left out. */
  readonly label: string;
  /** Undefined for a label that the vocabulary does not know. */
  readonly row: LabelRow | undefined;
  /** Empty text and no spans for an empty value. */
  readonly value: Quote;
  /** Label and value: what the entry claims. */
  readonly spans: readonly Span[];
}

const nothing: Quote = { text: "", spans: [] };
const labelled = new RegExp(`(?:${labelWords.join("|")})(?=:)`, "gu");

/** The entries of a table when it is a record, null when it is not: most of its words must be known labels. */
export function readRecordTable(document: NoticeDocument, table: Table): Entry[] | null {
  const filled = table.cells.filter((cell) => cell.span.start < cell.span.end);
  if (filled.length === 0 || filled.length > 80) return null;
  const texts = new Map(filled.map((cell) => [cell, reading(cellText(document, cell))]));
  const known = filled.filter((cell) => startsWithLabel(texts.get(cell) ?? "")).length;
  if (known === 0 || known * 3 < filled.length || (known === 1 && filled.length > 2)) return null;
  return tableEntries(document, table, filled);
}

function startsWithLabel(key: string): boolean {
  return beginsWithKnown(key) || (labelRow(key) !== undefined && !commonWords.has(key));
}

function beginsWithKnown(key: string): boolean {
  const word = key.slice(0, Math.max(0, key.indexOf(":")));
  return labelRow(word) !== undefined;
}

function tableEntries(document: NoticeDocument, table: Table, filled: readonly Cell[]): Entry[] {
  const entries: Entry[] = [];
  const used = new Set<Cell>();
  for (let row = 0; row < table.rows; row++) {
    const cells = filled.filter((cell) => cell.r0 === row && !used.has(cell));
    const below = filled.filter((cell) => cell.r0 === row + 1);
    const columns = labelsOverValues(document, cells, below);
    if (columns !== null) {
      for (const [label, value] of columns) entries.push(entryOf(document, label, value));
      for (const cell of below) used.add(cell);
    } else addAll(entries, rowEntries(document, cells));
  }
  return entries;
}

/** A row of labels over a row of values. */
function labelsOverValues(document: NoticeDocument, cells: readonly Cell[], below: readonly Cell[]): [Cell, Cell | null][] | null {
  const bare = (cell: Cell): boolean => isBareLabel(reading(cellText(document, cell)));
  if (cells.length < 2 || below.length === 0 || !cells.every(bare) || below.some(bare)) return null;
  if (below.some((cell) => beginsWithKnown(reading(cellText(document, cell))))) return null;
  if (!below.every((cell) => cells.some((label) => label.c0 <= cell.c0 && cell.c0 < label.c1))) return null;
  return cells.map((label) => [label, below.find((cell) => label.c0 <= cell.c0 && cell.c0 < label.c1) ?? null]);
}

function rowEntries(document: NoticeDocument, cells: readonly Cell[]): Entry[] {
  const entries: Entry[] = [];
  let label: Cell | null = null;
  for (const cell of cells) {
    const key = reading(cellText(document, cell));
    if (isBareLabel(key)) {
      if (label !== null) entries.push(entryOf(document, label, null));
      label = cell;
    } else if (label !== null) {
      entries.push(entryOf(document, label, cell));
      label = null;
    } else if (beginsWithKnown(key)) addAll(entries, readLabels(document, cell.span));
    else entries.push({ label: "", row: undefined, value: quote(document, cell.span), spans: [cell.span] });
  }
  if (label !== null) entries.push(entryOf(document, label, null));
  return entries;
}

/** A label cell: a known word with or without colon, or a short word with colon. */
function isBareLabel(key: string): boolean {
  return labelRow(key.replace(/:$/u, "")) !== undefined || (/^[^:,。;]{2,10}:$/u.test(key) && !/\d/u.test(key));
}

function entryOf(document: NoticeDocument, label: Cell, value: Cell | null): Entry {
  const word = reading(cellText(document, label)).replace(/:$/u, "");
  return {
    label: word,
    row: labelRow(word),
    value: value === null ? nothing : quote(document, trim(document.text, value.span)),
    spans: value === null ? [label.span] : [label.span, value.span],
  };
}

/** The entries of a stretch of text that begins with a label, each up to the next known label. */
export function readLabels(document: NoticeDocument, span: Span): Entry[] {
  const printed = document.text.slice(span.start, span.end);
  const words = readingOf(printed);
  const found = [...words.text.matchAll(labelled)].filter((match) => labelRow(match[0]) !== undefined);
  return found.map((match, i) => {
    const start = i === 0 ? span.start : span.start + words.at(match.index);
    const colon = span.start + words.at(match.index + match[0].length);
    const end = span.start + words.at(found[i + 1]?.index ?? words.text.length);
    const value = unbracket(document.text, trim(document.text, { start: colon + 1, end }));
    return {
      label: match[0],
      row: labelRow(match[0]),
      value: value.start < value.end ? quote(document, value) : nothing,
      spans: [trim(document.text, { start, end })],
    };
  });
}

/** A bracket that opens before the next label, or closes what opened before this one, is no part of the value. */
function unbracket(text: string, span: Span): Span {
  let { start, end } = span;
  while (end > start && /[【\[(（|｜\s]/u.test(text.charAt(end - 1))) end--;
  const words = text.slice(start, end);
  if (/[】\])）]$/u.test(words) && !/[【\[(（]/u.test(words)) end--;
  if (/^[【\[]/u.test(words) && /[】\]]$/u.test(words)) [start, end] = [start + 1, end - 1];
  return trim(text, { start, end: Math.max(start, end) });
}

/** Whether a line is nothing but labelled values: a line under a page title, a colophon. */
export function isRecordLine(line: TextLine): boolean {
  const key = line.key.replace(/^[【\[(]|^[•·●■▪◆*]/u, "");
  if (/^(?:时间|日期):/u.test(key)) return /^..:(?:19|20)\d{2}[-/.]\d/u.test(key);
  if (beginsWithKnown(key)) return true;
  const date = readWrittenDate(line.text);
  return date !== null && date.range[0] === 0 && /^[^:]{0,24}?(?:来源|作者|字体|字号|浏览|点击|阅读|编辑)[^:]{0,4}:/u.test(reading(line.text.slice(date.range[1])).replace(/^\d{1,2}:\d{2}(?::\d{2})?/u, ""));
}

/** The entries of a record line; a date before the first label is the date of publication. */
export function readRecordLine(document: NoticeDocument, line: TextLine): Entry[] {
  const date = readWrittenDate(line.text);
  if (date?.range[0] !== 0) return readLabels(document, line.span);
  const rest = line.text.slice(date.range[1]);
  const time = /^\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/u.exec(rest)?.[0].length ?? 0;
  const end = line.span.start + date.range[1] + time;
  const value = { start: line.span.start, end };
  const first: Entry = { label: "发布时间", row: labelRow("发布时间"), value: quote(document, value), spans: [value] };
  return [first, ...readLabels(document, { start: end, end: line.span.end })];
}

/** A label alone on its line, its value on the next: bullets and broken tables. The value may not be a label or stand out as a title. */
export function readLabelPair(document: NoticeDocument, line: Line | undefined, next: Line | undefined, after: Line | undefined): Entry | null {
  if (line?.kind !== "text" || !line.key.endsWith(":")) return null;
  const word = line.key.slice(0, -1);
  const row = labelRow(word);
  if (row === undefined) return null;
  const value = next?.kind === "text" && !beginsWithKnown(next.key) && !next.prominent && !isProse(next) ? next : null;
  const kept = value !== null && (row.field === "tool" || sandwiched(after) || fitsField(row, value.text)) ? value : null;
  return {
    label: word,
    row,
    value: kept === null ? nothing : quote(document, kept.span),
    spans: kept === null ? [line.span] : [line.span, kept.span],
  };
}

function sandwiched(after: Line | undefined): boolean {
  return after?.kind === "text" && beginsWithKnown(after.key);
}

/** Whether words can be the value of a label by their form alone. */
export function fitsField(row: LabelRow, text: string): boolean {
  switch (row.field) {
    case "dateIssued":
    case "datePublished":
      return readWrittenDate(text) !== null;
    case "documentNumber":
      return readDocumentNumber(text) !== null;
    case "indexNumber":
      return /^(?=[\w/.-]*\d{4})[\w/.-]*$/u.test(reading(text));
    case "disclosure":
      return /公开$/u.test(reading(text));
    case "validity":
      return /^(?:现行)?有效$|^失效$|^(?:已)?废止$/u.test(reading(text));
    default:
      return false;
  }
}
