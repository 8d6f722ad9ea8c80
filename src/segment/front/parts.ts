/** Cuts what the front matter left of a document at the borders of letter, plan and attachments. */
import type { Block, NoticeDocument, Paragraph } from "../../model/document.ts";
import type { Claim } from "../../model/draft.ts";
import type { Quote } from "../../model/quote.ts";
import { overlap, type Span } from "../../model/position.ts";
import { trim } from "./line.ts";

/** The letter, the plan that it forwards, or an attachment, in reading order. */
export interface Part {
  readonly kind: "letter" | "plan" | "attachment";
  /** “附件2”, null when nothing labels the part. */
  readonly label: string | null;
  readonly title: Quote | null;
  readonly blocks: readonly Block[];
}

/** Where a part begins, as an offset in the text. */
export interface Border extends Omit<Part, "blocks"> {
  readonly start: number;
}

/** The parts between borders (ascending, the first at the start of the text). Empty parts without label and title are left out. */
export function cutParts(document: NoticeDocument, borders: readonly Border[], claims: readonly Claim[]): Part[] {
  const parts = borders.map((border) => ({ border, blocks: [] as Block[] }));
  let part = 0;
  let next = 0;
  const add = (block: Block): void => {
    while ((parts[part + 1]?.border.start ?? Infinity) <= block.span.start) part++;
    parts[part]?.blocks.push(block);
  };
  for (const block of document.blocks) {
    while (next < claims.length && (claims[next]?.span.end ?? 0) <= block.span.start) next++;
    if (block.kind === "furniture") continue;
    if (block.kind === "table") {
      if (lastTouching(claims, next, block.span) === next) add(block);
      continue;
    }
    const near = borders.slice(part, part + 1 + countInside(borders, part, block.span.end));
    for (const piece of remains(document, block, claims.slice(next, lastTouching(claims, next, block.span)), near)) add(piece);
  }
  return parts
    .filter(({ border, blocks }) => blocks.length > 0 || border.label !== null || border.title !== null)
    .map(({ border: { kind, label, title }, blocks }) => ({ kind, label, title, blocks }));
}

/** How many borders after the `from`-th begin before an offset. */
function countInside(borders: readonly Border[], from: number, end: number): number {
  let index = from + 1;
  while ((borders[index]?.start ?? Infinity) < end) index++;
  return index - from - 1;
}

function lastTouching(claims: readonly Claim[], from: number, span: Span): number {
  let end = from;
  while (end < claims.length && (claims[end]?.span.start ?? Infinity) < span.end) end++;
  return end;
}

/** What is left of a paragraph: all of it, or the stretches between claims and borders. */
function remains(document: NoticeDocument, paragraph: Paragraph, claims: readonly Claim[], borders: readonly Border[]): Paragraph[] {
  const { start, end } = paragraph.span;
  const inside = borders.filter((border) => start < border.start && border.start < end);
  if (claims.length === 0 && inside.length === 0) return [paragraph];
  const cuts = [...claims.map((claim) => claim.span), ...inside.map((border) => ({ start: border.start, end: border.start }))];
  const pieces: Span[] = [];
  let from = start;
  for (const cut of cuts.sort((a, b) => a.start - b.start)) {
    pieces.push({ start: from, end: cut.start });
    from = Math.max(from, cut.end);
  }
  pieces.push({ start: from, end });
  return pieces
    .map((piece) => trim(document.text, piece))
    .filter((piece) => piece.start < piece.end)
    .map((span) => ({
      ...paragraph,
      span,
      label: span.start === start ? paragraph.label : null,
      bold: paragraph.bold
        .filter((bold) => overlap(bold, span))
        .map((bold) => ({ start: Math.max(bold.start, span.start), end: Math.min(bold.end, span.end) })),
    }));
}
