/** 附件说明 and the attachments themselves (GB/T 9704-2012, 7.3.4 and 7.3.7). */
import { quote, type Quote } from "../../model/quote.ts";
import { overlap, type Span } from "../../model/position.ts";
import { chineseNumber } from "../../text/numerals.ts";
import { reading } from "../../text/reading.ts";
import { isProse, trim, type TextLine } from "./line.ts";
import { freeLine, takeLines, type Scene } from "./scene.ts";
import { addAll } from "../../model/add-all.ts";

/** An attachment that the notice names. */
export interface Listed {
  /** “附件1”, “附件” when it has no number. */
  readonly label: string;
  readonly title: Quote;
  readonly url: string | null;
}

/** An attachment that follows in the same text. */
export interface Attached {
  readonly label: string;
  readonly title: Quote | null;
  /** Indexes of its heading and of the first line after heading and title. */
  readonly from: number;
  readonly to: number;
}

/** Longer lists are no lists of attachments. */
const mostItems = 200;
const opening = /^[（(【[]?附(?:\s*件)?(?:\s*(\d{1,2}|[一二三四五六七八九十]{1,3}))?\s*(?:[:：]|[】\]](?=\s*\S))/u;
/** 附件1　整改清单: the heading of what follows, with nothing but a space before its title. */
const spaced = /^附\s{0,2}件(?:\s?(\d{1,2}|[一二三四五六七八九十]{1,3}))?\s{1,4}(?=[\u4e00-\u9fff“《])/u;
/** 附件2, 附, and 附表 alone: with a number it is the caption of a table. */
const heading = /^附(?:件?(\d{1,2}|[一二三四五六七八九十]{1,3})?|表):?$/u;
/** A number of a list; a year may stand right behind its dot: 2.2018年民生实事. */
const mark = "([0-9０-９]{1,2})\\s*(?:[、)）]|[.．](?![0-9０-９])|[.．](?=(?:19|20)\\d{2}(?!\\d)))\\s*";
const numbered = new RegExp(`^\\s*[（(]?${mark}`, "u");
const numberedWithin = new RegExp(`(?<=^|[\\s；;，,。）)])[（(]?${mark}`, "gu");

/** Lists of attachments anywhere in the text; their lines are taken. `until` is the first line of the first attachment. */
export function findAttachmentLists(scene: Scene, until: number): Listed[] {
  const found: Listed[] = [];
  for (let index = 0; index < until; index++) {
    const line = freeLine(scene, index);
    if (line === null) continue;
    const match = opening.exec(line.text);
    if (match === null) continue;
    const own = { start: line.span.start + match[0].length, end: line.span.end };
    const items = itemsOf(scene, own, index + 1, until, match[1] === undefined ? null : numberOf(match[1]));
    if (items.found.length === 0) continue;
    addAll(found, items.found);
    takeLines(scene, [line, ...items.lines], "notice.attachments");
  }
  return found;
}

function itemsOf(scene: Scene, own: Span, next: number, until: number, labelled: number | null): { found: Listed[]; lines: TextLine[] } {
  const text = scene.document.text.slice(own.start, own.end);
  if (labelled !== null) return { found: text.trim() === "" ? [] : [listed(scene, own, labelled)], lines: [] };
  const found = numbered.test(text) ? splitNumbered(scene, own) : text.trim() === "" ? [] : [listed(scene, own, null)];
  if (text.trim() !== "" && !numbered.test(text)) return { found, lines: [] };
  const lines: TextLine[] = [];
  for (let i = next; i < Math.min(until, next + mostItems); i++) {
    const line = freeLine(scene, i);
    if (line === null || line.right) break;
    const printed = numbered.exec(line.text)?.[1] ?? /\d{1,2}/u.exec(line.label)?.[0];
    if (printed !== undefined && Number(reading(printed)) === found.length + 1 && isItem(line)) {
      addAll(found, line.label === "" ? splitNumbered(scene, line.span, found.length + 1) : [listed(scene, line.span, Number(printed))]);
    } else if (printed === undefined && isLink(scene, line.span) && !isProse(line)) found.push(listed(scene, line.span, found.length === 0 ? null : found.length + 1));
    else break;
    lines.push(line);
  }
  return { found, lines };
}

/** The name of an attachment is no sentence and announces nothing. */
function isItem(line: TextLine): boolean {
  return !/[：:]$/u.test(line.key) && !/[。；;]/u.test(line.key.slice(0, -1));
}

/** “1.甲 2.乙” on one line: each number must follow the one before it. */
function splitNumbered(scene: Scene, span: Span, first = 1): Listed[] {
  const text = scene.document.text.slice(span.start, span.end);
  const marks: { start: number; end: number }[] = [];
  for (const match of text.matchAll(numberedWithin)) {
    if (Number(reading(match[1] ?? "")) === first + marks.length) marks.push({ start: match.index, end: match.index + match[0].length });
  }
  return marks.map((mark, i) => {
    const end = marks[i + 1]?.start ?? text.length;
    return listed(scene, { start: span.start + mark.end, end: span.start + end }, first + i);
  });
}

function listed(scene: Scene, span: Span, number: number | null): Listed {
  const inner = trim(scene.document.text, span);
  const words = scene.document.text.slice(inner.start, inner.end).replace(/[；;，,。]$/u, "");
  const title = quote(scene.document, { start: inner.start, end: inner.start + words.length });
  return { label: number === null ? "附件" : `附件${number}`, title, url: linkAt(scene, inner) };
}

function linkAt(scene: Scene, span: Span): string | null {
  return scene.document.links.find((link) => overlap(link.span, span))?.target ?? null;
}

function isLink(scene: Scene, span: Span): boolean {
  return scene.document.links.some((link) => overlap(link.span, span));
}

function numberOf(words: string): number | null {
  return chineseNumber(words);
}

/** Headings 附件, 附件1, 附件一 that open attachments after `from`, each with its title; `signed` is the line after the signature. */
export function findAttached(scene: Scene, from: number, signed: number | null = null): Attached[] {
  const found: Attached[] = [];
  for (let index = from; index < scene.lines.length; index++) {
    const line = freeLine(scene, index);
    if (line === null) continue;
    const titled = titledHeading(scene, index, line, signed !== null && index >= signed);
    if (titled !== null) found.push(titled);
    const match = heading.exec(line.key);
    if (match === null || !opensAttachment(scene, index, match[1] !== undefined)) continue;
    const number = match[1] === undefined ? null : numberOf(match[1]);
    const title = titleBelow(scene, index + 1);
    found.push({
      label: line.key.startsWith("附表") ? "附表" : number === null ? "附件" : `附件${number}`,
      title: title.length === 0 ? null : quote(scene.document, ...title.map((one) => one.span)),
      from: index,
      to: index + 1 + title.length,
    });
  }
  return found;
}

/** “附件：X” or “附件　X” is the heading of what follows, not a list, right above a table, or below the signature and above other words. */
function titledHeading(scene: Scene, index: number, line: TextLine, signed: boolean): Attached | null {
  const next = scene.lines[index + 1];
  const match = opening.exec(line.text) ?? (next?.kind === "table" && line.key.length <= 40 ? spaced.exec(line.text) : null);
  if (match === null || match[0].length === line.text.length || isLink(scene, line.span)) return null;
  const listsMembers = next?.kind === "text" && /^(?:组长|副组长|总指挥|指挥长|成员):/u.test(next.key);
  const words = (signed || listsMembers) && next?.kind === "text" && !opening.test(next.text) && !numbered.test(line.text.slice(match[0].length));
  if (next?.kind !== "table" && !words) return null;
  const number = match[1] === undefined ? null : numberOf(match[1]);
  const title = trim(scene.document.text, { start: line.span.start + match[0].length, end: line.span.end });
  return { label: number === null ? "附件" : `附件${number}`, title: quote(scene.document, title), from: index, to: index + 1 };
}

/** Whether a line is the heading of an attachment and nothing else. */
export function isAttachmentHeading(line: TextLine): boolean {
  return heading.test(line.key);
}

/** “附件：” over a numbered list or over links is a list, not an attachment. */
function opensAttachment(scene: Scene, index: number, hasNumber: boolean): boolean {
  const next = freeLine(scene, index + 1);
  if (next === null) return scene.lines[index + 1] !== undefined;
  const line = freeLine(scene, index);
  if (hasNumber || line === null || !line.key.endsWith(":")) return !heading.test(next.key);
  return !numbered.test(next.text) && !/\d/u.test(next.label) && !isLink(scene, next.span);
}

/** The lines of an attachment's title: those that stand out, or else one short line that is no sentence. */
function titleBelow(scene: Scene, index: number): TextLine[] {
  const lines: TextLine[] = [];
  for (let i = index; i < index + 4; i++) {
    const line = freeLine(scene, i);
    if (line === null || isProse(line) || heading.test(line.key) || line.key.length > 60) break;
    if (lines[0] !== undefined && (!line.prominent || !lines[0].prominent)) break;
    if (!line.prominent && !/^[^\d:]{4,50}$/u.test(reading(line.text)) && !/\d{4}年/u.test(line.key)) break;
    lines.push(line);
  }
  return lines;
}
