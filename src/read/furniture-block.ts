/** Neighbouring furniture of one rule is one block, whoever reads it. */
import type { Block } from "../model/document.ts";
import type { Span } from "../model/position.ts";

/** Adds furniture to the blocks read so far, or widens the last block when the same rule names it. */
export function addFurniture(blocks: Block[], span: Span, rule: string): void {
  const last = blocks.at(-1);
  if (last?.kind === "furniture" && last.rule === rule) blocks[blocks.length - 1] = { kind: "furniture", span: { start: last.span.start, end: span.end }, rule };
  else blocks.push({ kind: "furniture", span, rule });
}
