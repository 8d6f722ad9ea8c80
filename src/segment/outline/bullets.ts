/** Items that nothing numbers: paragraphs behind one mark (●推进医联体建设。牵头处室：体改处), each with an allocation of its own. */
import type { Block, NoticeDocument, Paragraph } from "../../model/document.ts";
import { readLineLabel } from "../../rules/item-labels.ts";
import { readMarker, type Marker } from "../../rules/markers.ts";
import { isAllocated } from "../item/item.ts";

/** The rule of such a marker; its mark says nothing of the item. */
export const bulletRule = "bullet";

const bullet = /^([●○◎◆◇■□★☆▲△※▶►➤•])\s{0,4}(?=[“《\u4e00-\u9fff])/u;

/** The markers of paragraphs that are items behind a mark: at least two of one mark in a row, others between them only as labelled lines. */
export function bulletItems(document: NoticeDocument, blocks: readonly Block[]): ReadonlyMap<Paragraph, Marker> {
  const items = new Map<Paragraph, Marker>();
  let run: { readonly block: Paragraph; readonly mark: string; readonly end: number }[] = [];
  const settle = (): void => {
    if (run.length >= 2) for (const [index, { block, mark, end }] of run.entries()) items.set(block, { rule: bulletRule, rank: 3, text: mark, value: index + 1, end });
    run = [];
  };
  for (const block of blocks) {
    if (block.kind !== "paragraph") {
      settle();
      continue;
    }
    const text = document.text.slice(block.span.start, block.span.end);
    const match = bullet.exec(text);
    if (match === null || block.label !== null || readLineLabel(text) !== null) {
      if (readMarker(block.label?.text ?? text) !== null) settle();
      continue;
    }
    const [printed, mark = ""] = match;
    if (!isAllocated(text) || (run[0] !== undefined && run[0].mark !== mark)) settle();
    if (isAllocated(text)) run.push({ block, mark, end: printed.length });
  }
  settle();
  return items;
}
