/** What the front matter has taken so far: claims that never overlap. */
import type { Claim } from "../../model/draft.ts";
import { overlap, type Span } from "../../model/position.ts";

export interface Ledger {
  /** Claims a span; false, and no claim, when a part of it is taken already. */
  readonly take: (span: Span, owner: string) => boolean;
  readonly isFree: (span: Span) => boolean;
  /** All claims, ascending. */
  readonly claims: () => Claim[];
}

/** An empty ledger. */
export function openLedger(): Ledger {
  const claims: Claim[] = [];
  /** Index of the first claim that ends after an offset; claims are kept ascending. */
  const after = (offset: number): number => {
    let low = 0;
    let high = claims.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((claims[middle]?.span.end ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const isFree = (span: Span): boolean => {
    const claim = claims[after(span.start)];
    return claim === undefined || !overlap(claim.span, span);
  };
  return {
    isFree,
    take: (span, owner) => {
      if (span.start >= span.end || !isFree(span)) return false;
      claims.splice(after(span.start), 0, { span, owner });
      return true;
    },
    claims: () => [...claims],
  };
}
