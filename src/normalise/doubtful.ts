/**
 * Values whose figures a program read in a picture without being sure: one wrong figure looks like a right one, so that none of them is stated.
 * A date stands among the alternatives; a number, a weight, a document number is told in a finding with what it may be.
 */
import type { Doubt, NoticeDocument } from "../model/document.ts";
import type { Field, FrontMatter, TaskDraft } from "../model/draft.ts";
import { overlap, type Span } from "../model/position.ts";
import { placesOf, spansWithin, type Quote } from "../model/quote.ts";
import type { Context } from "../model/context.ts";
import type { DeadlineContext, DeadlineReading } from "./deadlines/reading.ts";
import { parseDeadline } from "./deadlines/parse.ts";

/** Characters that make numbers and dates. */
const figure = /[\d\uff10-\uff19〇零一二三四五六七八九十百千两上中下初末前后年月日季旬周]/u;

/** The doubtful figures within spans, ascending. */
function doubtfulFigures({ doubts = [], text }: NoticeDocument, spans: readonly Span[]): Doubt[] {
  return doubts.filter(({ start, end, other }) => spans.some((span) => overlap(span, { start, end })) && (figure.test(text.slice(start, end)) || (other !== null && figure.test(other))));
}

/** What words may be as well: each doubtful figure replaced by its runner-up, one at a time. */
function otherWords(document: NoticeDocument, { start, end }: Span, doubts: readonly Doubt[]): string[] {
  const others = doubts.flatMap((doubt) => (doubt.other === null || doubt.start < start || doubt.end > end ? [] : [document.text.slice(start, doubt.start) + doubt.other + document.text.slice(doubt.end, end)]));
  return [...new Set(others)];
}

/** Deadlines with a doubtful figure lose their dates to their alternatives. */
export function withoutDoubtfulDates(readings: readonly DeadlineReading[], quote: Quote, document: NoticeDocument, context: DeadlineContext): DeadlineReading[] {
  if (document.doubts === undefined) return [...readings];
  return readings.map((reading) => {
    const spans = spansWithin(quote, ...reading.range);
    const doubts = doubtfulFigures(document, spans);
    if (doubts.length === 0) return reading;
    const others = spans.flatMap((span) => otherWords(document, span, doubts)).flatMap((words) => parseDeadline(words, context));
    const alternatives = [reading, ...others].filter(({ due, rrule }) => due !== null || rrule !== null).map(({ due, rrule }) => ({ due, rrule, reason: "recognised" }));
    const distinct = alternatives.filter(({ due, rrule }, i) => alternatives.findIndex((one) => one.due === due && one.rrule === rrule) === i);
    return { ...reading, start: null, due: null, edtf: null, rrule: null, alternatives: [...distinct, ...reading.alternatives], warnings: [...reading.warnings, "recognised"] };
  });
}

/** Front matter without a document number or date that has a doubtful figure; each is told. */
export function withoutDoubtfulFront(front: FrontMatter, document: NoticeDocument, context: Context): FrontMatter {
  if (document.doubts === undefined) return front;
  const sure = (field: Field | null, name: string): Field | null => {
    const spans = field?.quote?.spans ?? [];
    const doubts = doubtfulFigures(document, spans);
    if (field === null || doubts.length === 0) return field;
    const others = spans.flatMap((span) => otherWords(document, span, doubts));
    context.report("ocr/figure", { params: { what: name, others: [field.text, ...others].join(" | ") }, actual: field.text, place: placesOf(document, spans) });
    return null;
  };
  return { ...front, documentNumber: sure(front.documentNumber, "发文字号"), dateIssued: sure(front.dateIssued, "成文日期"), datePublished: sure(front.datePublished, "发布日期") };
}

/** Tasks without a number or weight that has a doubtful figure; a number that follows the one before, or goes before the next, is sure. */
export function withoutDoubtfulNumbers(drafts: readonly TaskDraft[], document: NoticeDocument, context: Context): readonly TaskDraft[] {
  if (document.doubts === undefined) return drafts;
  return drafts.map((draft, i) => {
    const number = draft.number === null || isInSequence(drafts, i) ? null : doubtfulRun(document, draft.spans, draft.number);
    const weight = draft.weight === null ? null : doubtfulRun(document, draft.spans, String(draft.weight));
    for (const [what, run] of [["序号", number], ["分值", weight]] as const) {
      if (run !== null) context.report("ocr/figure", { params: { what, others: [run.text, ...run.others].join(" | ") }, actual: run.text, place: placesOf(document, [run.span]) });
    }
    return number === null && weight === null ? draft : { ...draft, number: number === null ? draft.number : null, weight: weight === null ? draft.weight : null };
  });
}

function isInSequence(drafts: readonly TaskDraft[], index: number): boolean {
  const [before, own, after] = [-1, 0, 1].map((step) => Number(drafts[index + step]?.number ?? Number.NaN)) as [number, number, number];
  return own === before + 1 && (Number.isNaN(after) || after === own + 1 || after === own || after === 1);
}

interface Run {
  readonly text: string;
  readonly others: readonly string[];
  readonly span: Span;
}

/** The printed run of figures that gave a value, when one of its figures is doubtful. */
function doubtfulRun(document: NoticeDocument, spans: readonly Span[], value: string): Run | null {
  for (const doubt of doubtfulFigures(document, spans)) {
    let [start, end] = [doubt.start, doubt.end];
    while (/[\d.]/u.test(document.text[start - 1] ?? "")) start--;
    while (/[\d.]/u.test(document.text[end] ?? "")) end++;
    const text = document.text.slice(start, end);
    if (text.normalize("NFKC").replace(/\.$/u, "") === value) return { text, others: otherWords(document, { start, end }, [doubt]), span: { start, end } };
  }
  return null;
}
