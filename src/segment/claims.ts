/** The book of claims: which stretch of the text belongs to which field. */
import type { Claim } from "../model/draft.ts";
import type { Span } from "../model/position.ts";
import { paragraphsOf } from "../model/quote.ts";
import type { Block } from "../model/document.ts";

/** Collects claims while a document is cut up. */
export interface Ledger {
  readonly claims: readonly Claim[];
  readonly claim: (owner: string, spans: readonly Span[]) => void;
  /** Claims all paragraphs of these blocks; furniture inside them keeps its own rule. */
  readonly claimBlocks: (owner: string, blocks: readonly Block[]) => void;
}

/** A ledger that begins with the claims already made. */
export function openLedger(before: readonly Claim[] = []): Ledger {
  const claims: Claim[] = [...before];
  const claim = (owner: string, spans: readonly Span[]): void => {
    for (const span of spans) if (span.start < span.end) claims.push({ span, owner });
  };
  return {
    claims,
    claim,
    claimBlocks: (owner, blocks) => {
      claim(owner, paragraphsOf(blocks).map((paragraph) => paragraph.span));
    },
  };
}
