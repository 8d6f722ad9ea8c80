/** The book of claims: which stretch of the text belongs to which field. */
import type { Block } from "../model/document.ts";
import type { Claim } from "../model/draft.ts";
import { overlap, type Span } from "../model/position.ts";
import { paragraphsOf } from "../model/quote.ts";
import { countBefore } from "../model/sorted.ts";

/** Collects claims while a document is cut up, in the order of the text. */
export interface Ledger {
  readonly claims: readonly Claim[];
  readonly isFree: (span: Span) => boolean;
  /** Claims a span if all of it is free; says whether it was. */
  readonly take: (span: Span, owner: string) => boolean;
  /** Claims spans that the caller knows to be free. */
  readonly claim: (owner: string, spans: readonly Span[]) => void;
  /** Claims all paragraphs of these blocks; furniture inside them keeps its own rule. */
  readonly claimBlocks: (owner: string, blocks: readonly Block[]) => void;
  /** The same of those paragraphs that are free: a merged cell may serve several places. */
  readonly takeBlocks: (owner: string, blocks: readonly Block[]) => void;
}

/** An empty ledger. */
export function openLedger(): Ledger {
  const claims: Claim[] = [];
  /** Index of the first claim that ends after an offset. */
  const after = (offset: number): number => countBefore(claims, ({ span }) => span.end <= offset);
  const isFree = (span: Span): boolean => {
    const claim = claims[after(span.start)];
    return claim === undefined || !overlap(claim.span, span);
  };
  const claim = (owner: string, spans: readonly Span[]): void => {
    for (const span of spans) if (span.start < span.end) claims.splice(after(span.start), 0, { span, owner });
  };
  const take = (span: Span, owner: string): boolean => {
    if (span.start >= span.end || !isFree(span)) return false;
    claim(owner, [span]);
    return true;
  };
  return {
    claims,
    isFree,
    take,
    claim,
    claimBlocks: (owner, blocks) => {
      claim(owner, paragraphsOf(blocks).map((paragraph) => paragraph.span));
    },
    takeBlocks: (owner, blocks) => {
      for (const { span } of paragraphsOf(blocks)) take(span, owner);
    },
  };
}
