/** The top of a notice: page record, marks, letterhead, number, title, addressees. */
import type { Field } from "../../model/draft.ts";
import { partOf, quote, type Quote } from "../../model/quote.ts";
import { classificationMark, columnBeforeTitle, organ, urgencyMark } from "../../rules/metadata/wording.ts";
import { reading } from "../../text/reading.ts";
import { findDocumentNumbers, readDocumentNumber } from "../../text/document-number.ts";
import { readOnlyDate } from "../../text/written-date.ts";
import { simplify } from "../../text/traditional.ts";
import { isNumbered, isProse, trim, type TextLine } from "./line.ts";
import { isRecordLine, readLabelPair, readRecordLine, readRecordTable, type Entry } from "./page-record.ts";
import { readLooseRecord } from "./loose-record.ts";
import { readSpacedRecord } from "./spaced-record.ts";
import { bodyStart, fieldOf, freeLine, takeLines, type Scene } from "./scene.ts";
import { isNamed, isOfPage, isWindowTitle, numberAtEnd, titlePrinted, type TitleRun } from "./title.ts";
import { addAll } from "../../model/add-all.ts";

/** Record tables anywhere, labelled lines above the running text. Nothing is claimed yet. */
export function findEntries(scene: Scene): Entry[] {
  const entries: Entry[] = [];
  let above = true;
  for (let i = 0; i < scene.lines.length; i++) {
    const line = scene.lines[i];
    if (line?.kind === "table") {
      const found = readRecordTable(scene.document, line.table);
      if (found !== null) addAll(entries, found);
      else above = false;
    } else if (line !== undefined && above) {
      const loose = readLooseRecord(scene, i);
      if (loose !== null) {
        addAll(entries, loose.entries);
        i = loose.to - 1;
        continue;
      }
      const spaced = readSpacedRecord(scene.document, line);
      if (spaced.length > 0) {
        addAll(entries, spaced);
        continue;
      }
      const pair = readLabelPair(scene.document, line, scene.lines[i + 1], scene.lines[i + 2]);
      if (pair !== null) {
        entries.push(pair);
        i += pair.spans.length - 1;
      } else if (isRecordLine(line)) addAll(entries, readRecordLine(scene.document, line));
      else if (isProse(line) && !isLoneLabel(line)) above = false;
    }
  }
  return entries;
}

/** 文件登记号： alone: a label of the record that no row knows. */
function isLoneLabel(line: TextLine): boolean {
  return /^[\u4e00-\u9fff]{2,8}:$/u.test(line.key) && !/^各|部门|单位|政府|如下/u.test(line.key);
}

/**
 * Index of the first line of the body: what stands before it is title, number, letterhead and page record.
 * Words of the page above a title that the page itself states belong to the head too.
 */
export function headEnd(scene: Scene, stated: readonly string[]): number {
  const end = bodyStart(scene, isProse);
  for (const title of stated) {
    const run = titlePrinted(scene, end, Math.min(scene.lines.length, end + 40), title);
    const between = run === null ? [] : scene.lines.slice(end, run.from);
    const ofPage = between.every((line) => line.kind === "text" && line.key.length < 60 && !line.key.includes("《") && !isNumbered(line));
    if (run !== null && ofPage && between.length > 0) return bodyStart(scene, isProse, run.to);
  }
  return end;
}

export interface Marks {
  readonly further: { readonly label: string; readonly field: Field }[];
  readonly classified: Quote | null;
}

/** 份号, 密级, 紧急程度 above the letterhead. */
export function takeMarks(scene: Scene, to: number): Marks {
  const further: Marks["further"] = [];
  let classified: Quote | null = null;
  for (let i = 0; i < to; i++) {
    const line = freeLine(scene, i);
    if (line === null) continue;
    const label = classificationMark.pattern.test(line.key) ? "密级" : urgencyMark.pattern.test(line.key) ? "紧急程度" : /^0\d{5}$/u.test(line.key) ? "份号" : null;
    if (label === null) continue;
    const words = quote(scene.document, line.span);
    scene.ledger.take(line.span, "notice.further");
    further.push({ label, field: fieldOf(words, "body") });
    if (label === "密级") classified = words;
  }
  return { further, classified };
}

/** The number of the notice on a line of its own, with the 签发人 beside it; an order has its organ on the line above. */
export function takeNumber(scene: Scene, to: number): { number: Field | null; further: Marks["further"] } {
  let number: Field | null = null;
  const further: Marks["further"] = [];
  for (let i = 0; i < to; i++) {
    const line = freeLine(scene, i);
    if (line === null) continue;
    const order = number === null ? orderAt(scene, i) : null;
    if (order !== null) {
      number = fieldOf(quote(scene.document, ...order.map((one) => one.span)), "body");
      takeLines(scene, order, "notice.documentNumber");
      continue;
    }
    const signer = /签\s*发\s*人\s*[:：]?/u.exec(line.text);
    const end = signer === null ? line.text.length : line.text.slice(0, signer.index).trimEnd().length;
    const read = readDocumentNumber(line.text.slice(0, end));
    if (read === null || (number !== null && reading(number.text) !== reading(read.text))) continue;
    const span = { start: line.span.start, end: line.span.start + end };
    number ??= fieldOf(quote(scene.document, { start: span.start + read.range[0], end: span.start + read.range[1] }), "body");
    scene.ledger.take(span, "notice.documentNumber");
    if (signer === null) continue;
    const name = line.text.slice(signer.index + signer[0].length);
    const rest = { start: line.span.start + signer.index, end: line.span.end };
    scene.ledger.take(rest, "notice.further");
    further.push({ label: "签发人", field: fieldOf(quote(scene.document, { start: rest.end - name.trimStart().length, end: rest.end }), "body") });
  }
  return { number, further };
}

/** 中华人民共和国国务院令 / 第706号. */
function orderAt(scene: Scene, index: number): TextLine[] | null {
  const line = freeLine(scene, index);
  const next = freeLine(scene, index + 1);
  if (line === null || next === null || !/^.{2,24}(?:令|公告)$/u.test(line.key)) return null;
  return /^(?:第\d{1,5}号|\d{4}年第?\d{1,5}号)$/u.test(next.key) ? [line, next] : null;
}

/** 首页>政务公开>文件, 返回: what belongs to the page above the body. */
export function takePageWords(scene: Scene, to: number): void {
  for (let i = 0; i < to; i++) {
    const line = freeLine(scene, i);
    if (line !== null && isOfPage(line.key) && (!line.key.includes("《") || isWindowTitle(line.key))) scene.ledger.take(line.span, "furniture:page-tool");
  }
}

/** Letterhead lines that are left above the body: organs, with or without 文件. */
export function takeLetterhead(scene: Scene, to: number): Field[] {
  const found: Field[] = [];
  for (let i = 0; i < to; i++) {
    const line = freeLine(scene, i);
    if (line === null) continue;
    const name = line.key.replace(/文件$/u, "");
    if (/[:：]/u.test(line.key)) continue;
    if (line.key !== "文件" && !(organ.pattern.test(name) && (line.key !== name || isNamed(name)))) continue;
    const mark = line.span.start + (/(?<!\s)\s*文\s*件\s*$/u.exec(line.text)?.index ?? line.text.length);
    scene.ledger.take({ start: line.span.start, end: mark }, "notice.further");
    scene.ledger.take({ start: mark, end: line.span.end }, "furniture:letterhead");
    if (line.key !== "文件") found.push(fieldOf(quote(scene.document, line.span), "letterhead", line.text.replace(/(?<!\s)\s*文\s*件$/u, "")));
  }
  return found;
}

/** A date in brackets or alone right under the title. */
export function takeDateUnderTitle(scene: Scene, from: number, to: number): Field | null {
  for (let i = from; i < to; i++) {
    const line = freeLine(scene, i);
    if (line === null || readOnlyDate(line.text) === null) continue;
    const words = quote(scene.document, line.span);
    scene.ledger.take(line.span, "notice.dateIssued");
    return fieldOf(words, "heading", words.text.replace(/[()（）\s]/gu, ""));
  }
  return null;
}

/** 示政发〔2021〕1号关于印发…: a number that stands before the title on its line, as offsets in the line. */
function numberBefore(line: TextLine): number | null {
  const number = findDocumentNumbers(line.text)[0];
  return number !== undefined && number.range[0] === 0 && /^\s*《?[\u4e00-\u9fff]{0,30}(?:关于|印发|转发)/u.test(simplify(line.text.slice(number.range[1]))) ? number.range[1] : null;
}

/** 《某某市人民政府关于…的通知》: a title that a site prints in book-title marks, without them. */
function withoutMarks(title: Quote): Quote {
  const inner = /^\s*《([^《》]*(?:《[^《》]*》[^《》]*)*)》\s*$/u.exec(title.text)?.[1];
  const from = title.text.indexOf("《") + 1;
  return inner === undefined || !/关于|印发|转发/u.test(inner) ? title : partOf(title, from, from + inner.length);
}

/** Title and number of a run: a number in brackets at its end, or right before it, is no part of the title, nor is the `column` of the site before it. `printed` is the title with its marks. */
export function readTitle(scene: Scene, run: TitleRun): { title: Quote; printed: Quote; column: Quote; number: Quote | null } {
  const { title, number } = cutTitle(scene, run);
  const column = columnBeforeTitle.pattern.exec(title.text)?.[0].length ?? 0;
  const printed = partOf(title, column, title.text.length);
  return { title: withoutMarks(printed), printed, column: partOf(title, 0, column), number };
}

function cutTitle(scene: Scene, run: TitleRun): { title: Quote; number: Quote | null } {
  const [first] = run.lines;
  const before = first === undefined ? null : numberBefore(first);
  if (first !== undefined && before !== null) {
    const own = { start: first.span.start + before, end: first.span.end };
    const rest = run.lines.slice(1).map((line) => line.span);
    return { title: quote(scene.document, trim(scene.document.text, own), ...rest), number: quote(scene.document, { start: first.span.start, end: own.start }) };
  }
  const last = run.lines.at(-1);
  const range = last === undefined ? null : numberAtEnd(last);
  if (last === undefined || range === null) return { title: quote(scene.document, ...run.lines.map((line) => line.span)), number: null };
  const cut = { start: last.span.start, end: last.span.start + range[0] };
  const number = { start: last.span.start + range[0], end: last.span.start + range[1] };
  const spans = [...run.lines.slice(0, -1).map((line) => line.span), cut].filter((span) => span.end > span.start);
  return { title: quote(scene.document, ...spans), number: quote(scene.document, number) };
}
