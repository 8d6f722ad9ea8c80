/** What must hold for every frame: nothing taken twice, nothing lost, evidence where the words stand. */
import { expect } from "vitest";
import type { NoticeDocument } from "../../../src/model/document.ts";
import { overlap } from "../../../src/model/position.ts";
import type { Frame } from "../../../src/segment/front/frame.ts";
import { countInk } from "../../../src/text/fold.ts";

/** Claims do not overlap; claims, parts and furniture together hold every character once; quotes repeat the text. */
export function expectWholeFrame(document: NoticeDocument, { ledger, parts, front }: Frame): void {
  const { claims } = ledger;
  for (let i = 1; i < claims.length; i++) {
    const [a, b] = [claims[i - 1], claims[i]];
    if (a !== undefined && b !== undefined) expect(overlap(a.span, b.span), `${a.owner} and ${b.owner}`).toBe(false);
  }
  const seen = new Uint8Array(document.text.length);
  const pieces = [
    ...claims.map((claim) => claim.span),
    ...parts.flatMap((part) => part.blocks.map((block) => block.span)),
    ...document.blocks.filter((block) => block.kind === "furniture").map((block) => block.span),
  ];
  for (const { start, end } of pieces) for (let i = start; i < end; i++) seen[i] = (seen[i] ?? 0) + 1;
  const lost = [...seen].flatMap((times, i) => (times !== 1 && countInk(document.text.charAt(i)) > 0 ? [`${times}×${document.text.charAt(i)}`] : []));
  expect(lost).toEqual([]);
  for (const field of [front.documentNumber, front.title, ...front.issuers, ...front.addressees, front.dateIssued, front.datePublished, front.draft]) {
    if (field?.quote) expect(field.quote.spans.map(({ start, end }) => document.text.slice(start, end)).join("\n")).toBe(field.quote.text);
  }
}
