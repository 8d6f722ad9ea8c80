/** 发文机关署名 and 成文日期: the block that ends a letter (GB/T 9704-2012, 7.3.5). */
import type { Quote } from "../../model/quote.ts";
import { quote } from "../../model/quote.ts";
import type { Span } from "../../model/position.ts";
import { labelAlone, readLineLabel } from "../../rules/item-labels.ts";
import { disclosureNote, signatory } from "../../rules/metadata/wording.ts";
import { reading } from "../../text/reading.ts";
import { readOnlyDate, readWrittenDate } from "../../text/written-date.ts";
import { isNumbered, isProse, trim, type TextLine } from "./line.ts";
import { freeLine, type Scene } from "./scene.ts";
import { isNamed, titlesIn } from "./title.ts";

export interface Signature {
  readonly issuers: readonly Quote[];
  /** Who signed by name: office and name. */
  readonly signatories: readonly { readonly office: string; readonly name: Quote; readonly line: Span }[];
  readonly date: Quote | null;
  /** Index of its first line, and of the line after its last. */
  readonly from: number;
  readonly to: number;
}

/** The first signature among the lines `[from, to)`: a date alone on its line below an organ, at the right, or last; or an organ alone at the right. */
export function findSignature(scene: Scene, from: number, to = scene.lines.length): Signature | null {
  for (let index = from; index < to; index++) {
    const line = freeLine(scene, index);
    if (line === null || line.key.length > 60) continue;
    const date = dateAtEnd(scene, line);
    if (date === null) continue;
    const above = signersAbove(scene, index, from);
    const inLine = date.before.start < date.before.end;
    if (inLine && !isNamed(reading(scene.document.text.slice(date.before.start, date.before.end)))) continue;
    if (!inLine && above.lines.length === 0 && !line.right && !endsLetter(scene, index)) continue;
    const own = inLine ? organsOf(scene, date.before) : [];
    return {
      issuers: [...above.issuers, ...own],
      signatories: above.signatories,
      date: quote(scene.document, date.span),
      from: index - above.lines.length,
      to: index + 1,
    };
  }
  return undated(scene, from, to);
}

/** An organ alone at the right, before the end of the text, an attachment or the note on publicity. */
function undated(scene: Scene, from: number, to: number): Signature | null {
  for (let index = from + 1; index < to; index++) {
    const line = freeLine(scene, index);
    if (line === null || !line.right || !isNamed(line.key) || !endsLetter(scene, index)) continue;
    const above = signersAbove(scene, index, from);
    return {
      issuers: [...above.issuers, ...organsOf(scene, line.span)],
      signatories: above.signatories,
      date: null,
      from: index - above.lines.length,
      to: index + 1,
    };
  }
  return null;
}

interface DateLine {
  readonly span: Span;
  readonly before: Span;
}

function dateAtEnd(scene: Scene, line: TextLine): DateLine | null {
  const date = readWrittenDate(line.text);
  if (date === null) return null;
  const alone = readOnlyDate(line.text) !== null;
  if (!alone && (line.text.slice(date.range[1]).trim() !== "" || isProse(line))) return null;
  const start = line.span.start + date.range[0];
  const before = alone ? { start, end: start } : trim(scene.document.text, { start: line.span.start, end: start });
  return { span: { start, end: line.span.start + date.range[1] }, before };
}

function signersAbove(scene: Scene, index: number, from: number): { lines: TextLine[]; issuers: Quote[]; signatories: Signature["signatories"][number][] } {
  const lines: TextLine[] = [];
  const issuers: Quote[] = [];
  const signatories: Signature["signatories"][number][] = [];
  for (let i = index - 1; i >= from && lines.length < 12; i--) {
    const line = freeLine(scene, i);
    if (line === null || isProse(line) || line.key.length > 60) break;
    const office = signatory.pattern.exec(line.key)?.[1];
    if (office !== undefined && (line.right || line.paragraph.align === "center")) {
      signatories.unshift({ office, name: nameAfter(scene, line, office), line: line.span });
    } else {
      const organs = allocates(scene, line, i, from) ? [] : organsOf(scene, line.span);
      const broken = organs.length === 0 ? brokenOver(scene, line, lines[0], issuers) : null;
      if (organs.length === 0 && broken === null) break;
      if (broken === null) issuers.unshift(...organs);
      else issuers.splice(0, 1, broken);
    }
    lines.unshift(line);
  }
  return { lines, issuers, signatories };
}

/** 清源县生态环境保护督察 / 整改工作领导小组办公室: a name that goes on in the next line of the signature. */
function brokenOver(scene: Scene, line: TextLine, below: TextLine | undefined, issuers: readonly Quote[]): Quote | null {
  if (below === undefined || issuers.length === 0 || line.right !== below.right || line.centred !== below.centred || line.key.length < 4) return null;
  if (!line.right && !line.centred) return null;
  return /^[\u4e00-\u9fff()]+$/u.test(line.key) && isNamed(line.key + below.key) ? quote(scene.document, line.span, below.span) : null;
}

/** 责任单位：市园林中心 above the signature is the last item's, and so are units below a label that stands alone. */
function allocates(scene: Scene, line: TextLine, index: number, from: number): boolean {
  const above = index > from ? freeLine(scene, index - 1) : null;
  return readLineLabel(line.text) !== null || labelAlone(line.text) !== null || (above !== null && labelAlone(above.text) !== null);
}

function nameAfter(scene: Scene, line: TextLine, office: string): Quote {
  const at = line.text.search(new RegExp(`(?<=${[...office].join("\\s*")})[^]`, "u"));
  return quote(scene.document, trim(scene.document.text, { start: line.span.start + Math.max(0, at), end: line.span.end }));
}

/** The organs of a line: several when wide spaces part whole names, none when the words name no organ. */
function organsOf(scene: Scene, span: Span): Quote[] {
  const text = scene.document.text.slice(span.start, span.end);
  const parts = [...text.matchAll(/\S+(?:[ \u00a0]\S+)*/gu)].map((match) => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }));
  const named = (part: Span): boolean => {
    const key = reading(scene.document.text.slice(part.start, part.end));
    return key.length >= 3 && isNamed(key);
  };
  const single = parts.flatMap((part) => [...scene.document.text.slice(part.start, part.end).matchAll(/\S+/gu)].map((match) => ({ start: part.start + match.index, end: part.start + match.index + match[0].length })));
  if (single.length > parts.length && single.every((part) => part.end - part.start >= 5 && named(part))) return single.map((part) => quote(scene.document, part));
  if (parts.length > 1 && parts.every(named)) return parts.map((part) => quote(scene.document, part));
  return isNamed(reading(text)) ? [quote(scene.document, trim(scene.document.text, span))] : [];
}

/** A title below a signature takes at most so many lines. */
const longestTitle = 3;

/** Whether nothing of the letter comes after a line: the end, a table, an attachment, the note on publicity, a title. */
function endsLetter(scene: Scene, index: number): boolean {
  let following = index + 1;
  while (following < Math.min(scene.lines.length, index + 30) && !isOpen(scene, following)) following++;
  const next = scene.lines[following];
  if (next === undefined || next.kind === "table") return true;
  if (/^附件?/u.test(next.key) || disclosureNote.pattern.test(next.key) || (next.prominent && !isNumbered(next)) || next.paragraph.breakBefore) return true;
  return !isProse(next) && titlesIn(scene, following, Math.min(scene.lines.length, following + longestTitle), [])[0]?.from === following;
}

function isOpen(scene: Scene, index: number): boolean {
  const line = scene.lines[index];
  return line !== undefined && scene.ledger.isFree(line.span);
}
