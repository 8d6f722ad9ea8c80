/** The words of one item: its text, and the allocations, times and weights printed with it. */
import type { AllocationDraft, TimeDraft } from "../../model/draft.ts";
import type { NoticeDocument, Paragraph } from "../../model/document.ts";
import { joinQuotes, partOf, quote, type Quote } from "../../model/quote.ts";
import { readLineLabel } from "../../rules/item-labels.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { outerBrackets } from "../../text/brackets.ts";
import { readWeight } from "../weight.ts";

/** A part of an item with an allocation of its own; most items have one. */
export interface ItemPart {
  readonly text: Quote;
  readonly allocations: readonly AllocationDraft[];
}

/** An item, cut. */
export interface ItemWords {
  readonly parts: readonly ItemPart[];
  readonly times: readonly TimeDraft[];
  readonly weight: number | null;
  readonly columns: readonly { readonly header: string; readonly quote: Quote }[];
  /** Everything that is neither text nor bracket, with the field it belongs to. */
  readonly claims: readonly { readonly owner: string; readonly quote: Quote }[];
}

/** What may stand behind an allocation bracket at the end of its sentence. */
const sentenceEnd = /^\s*[。；;，,]?\s*(?:\n|$)/u;

/** Cuts the paragraphs of one item. `lines` are its paragraphs in order, the rest of its opening paragraph first. */
export function cutItem(lines: readonly Quote[]): ItemWords {
  const text: Quote[] = [];
  const allocations: AllocationDraft[] = [];
  const times: TimeDraft[] = [];
  const columns: { header: string; quote: Quote }[] = [];
  const claims: { owner: string; quote: Quote }[] = [];
  let weight: number | null = null;
  for (const line of lines) {
    const label = readLineLabel(line.text);
    const value = label === null ? null : partOf(line, label.end, line.text.length);
    if (label === null || value === null) {
      text.push(line);
      continue;
    }
    columns.push({ header: label.label, quote: value });
    switch (label.meaning.kind) {
      case "units":
        allocations.push({ quote: value, role: label.meaning.role, header: label.label, origin: "clause" });
        claims.push({ owner: "tasks.assignment", quote: line });
        break;
      case "time":
        times.push({ quote: value, origin: "cell", share: null });
        claims.push({ owner: "tasks.deadlines", quote: line });
        break;
      case "weight":
        weight = readWeight(value.text);
        claims.push({ owner: weight === null ? "tasks.columns" : "tasks.weight", quote: line });
        break;
      case "text":
        text.push(value);
        claims.push({ owner: "tasks.columns", quote: partOf(line, 0, label.end) });
    }
  }
  const parts = cutBrackets(joinQuotes(text), claims);
  return { parts: withLabelled(parts, allocations), times, weight, columns, claims };
}

/** Labelled lines allocate the whole item. */
function withLabelled(parts: readonly ItemPart[], labelled: readonly AllocationDraft[]): ItemPart[] {
  return parts.map((part) => ({ ...part, allocations: [...part.allocations, ...labelled] }));
}

/** Cuts the text at its allocation brackets; words behind the last one belong to the last part. */
function cutBrackets(text: Quote, claims: { owner: string; quote: Quote }[]): ItemPart[] {
  const brackets = allocationBrackets(text.text);
  if (brackets.length === 0) return [{ text, allocations: [] }];
  const parts: ItemPart[] = [];
  let from = 0;
  for (const [index, bracket] of brackets.entries()) {
    const words = partOf(text, from, bracket.start);
    const rest = index === brackets.length - 1 ? partOf(text, bracket.end, text.text.length) : null;
    const inner = partOf(text, bracket.start + 1, bracket.end - 1);
    claims.push({ owner: "tasks.assignment", quote: partOf(text, bracket.start, bracket.end) });
    parts.push({
      text: rest === null || /^[。；;，,\s]*$/u.test(rest.text) ? words : joinQuotes([words, rest]),
      allocations: [{ quote: inner, role: null, header: null, origin: "clause" }],
    });
    if (rest !== null && rest.text !== "" && /^[。；;，,\s]*$/u.test(rest.text)) claims.push({ owner: "tasks.text", quote: rest });
    from = bracket.end;
  }
  return parts;
}

/** Brackets that allocate: with a role word or label anywhere, bare unit names only at the end of a sentence. */
export function allocationBrackets(text: string): { start: number; end: number }[] {
  return outerBrackets(text).filter(({ start, end, inner }) => {
    const reading = recogniseAllocation(inner);
    if (reading === null) return false;
    const closes = sentenceEnd.test(text.slice(end, end + 4)) || /[。；;！]\s*$/u.test(text.slice(0, start));
    return closes && (reading.strength === "strong" || sentenceEnd.test(text.slice(end, end + 4)));
  });
}

/** Whether a text holds an allocation of its own: a bracket or a labelled line of units. */
export function isAllocated(text: string): boolean {
  return allocationBrackets(text).length > 0 || readLineLabel(text)?.meaning.kind === "units";
}

/** Paragraphs as quotes. */
export function linesOf(document: NoticeDocument, paragraphs: readonly Paragraph[]): Quote[] {
  return paragraphs.map((paragraph) => quote(document, paragraph.span));
}
