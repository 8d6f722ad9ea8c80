/** Coverage is arithmetic on claims: every character is in a field, is furniture by a named rule, or is listed. */
import type { Context } from "../model/context.ts";
import type { Block, NoticeDocument } from "../model/document.ts";
import type { Claim } from "../model/draft.ts";
import type { Coverage } from "../model/notice.ts";
import type { Span } from "../model/position.ts";
import { placesOf, remember } from "../model/quote.ts";
import { countInk } from "../text/fold.ts";
import { furnitureOwner, isFurnitureClaim } from "./furniture-claim.ts";

/**
 * Counts what arrived in a field. Reports text that nothing claimed, and text that was claimed twice; `lost` was claimed and
 * stands in no field (in the order of the text), so that it is listed too.
 * White space is not counted; a claimed line feed between paragraphs costs nothing.
 */
export function measureCoverage(document: NoticeDocument, claims: readonly Claim[], lost: readonly Span[], context: Context): Coverage {
  const ordered = [...claims, ...furnitureClaims(document.blocks)].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const coverage: Coverage = { characters: countInk(document.text), claimed: 0, furniture: 0, unclaimed: [] };
  let offset = 0;
  let last: Claim | null = null;
  let next = 0;
  /** Lists what is lost of a claim; gives the ink of it. */
  const listLost = (claimed: Span): number => {
    let ink = 0;
    for (let span = lost[next]; span !== undefined && span.start < claimed.end; span = lost[++next]) {
      const own = { start: Math.max(span.start, claimed.start), end: Math.min(span.end, claimed.end) };
      ink += countInk(document.text.slice(own.start, own.end));
      listUnclaimed(document, own, coverage, context);
      if (span.end > claimed.end) break;
    }
    return ink;
  };
  for (const claim of ordered) {
    reportOverlap(document, last, claim, context);
    const start = Math.max(claim.span.start, offset);
    if (claim.span.end <= start) continue;
    listUnclaimed(document, { start: offset, end: start }, coverage, context);
    const ink = countInk(document.text.slice(start, claim.span.end));
    if (isFurnitureClaim(claim)) coverage.furniture += ink;
    else coverage.claimed += ink - listLost({ start, end: claim.span.end });
    offset = claim.span.end;
    last = claim;
  }
  listUnclaimed(document, { start: offset, end: document.text.length }, coverage, context);
  return coverage;
}

function furnitureClaims(blocks: readonly Block[]): Claim[] {
  return blocks.flatMap((block) => {
    if (block.kind === "furniture") return [{ span: block.span, owner: furnitureOwner + block.rule }];
    return block.kind === "table" ? block.cells.flatMap((cell) => furnitureClaims(cell.blocks)) : [];
  });
}

function reportOverlap(document: NoticeDocument, before: Claim | null, claim: Claim, context: Context): void {
  if (before === null || claim.span.start >= before.span.end || claim.span.start === claim.span.end) return;
  const shared = { start: claim.span.start, end: Math.min(before.span.end, claim.span.end) };
  context.report("segment/claimed-twice", {
    params: { first: before.owner, second: claim.owner },
    actual: document.text.slice(shared.start, shared.end),
    place: placesOf(document, [shared]),
  });
}

/** Unclaimed text is listed a line at a time, so that each piece has one place. */
function listUnclaimed(document: NoticeDocument, gap: Span, coverage: Coverage, context: Context): void {
  let start = gap.start;
  for (const line of document.text.slice(gap.start, gap.end).split("\n")) {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    if (countInk(line) === 0) continue;
    const text = line.trim();
    const place = placesOf(document, [span]);
    for (const one of place.slice(0, 1)) coverage.unclaimed.push(remember({ text, place: one }, [span]));
    context.report("segment/unclaimed-text", { actual: text, place });
  }
}
