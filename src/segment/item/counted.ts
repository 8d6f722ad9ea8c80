/** 一是由甲局牵头…；二是由乙局牵头…: points of one paragraph that each say who does them are parts of their item. */
import { partOf } from "../../model/quote.ts";
import { clausesIn } from "../clauses.ts";
import type { ItemPart } from "./item.ts";

const point = /(?:^|[。；;：:])\s{0,4}(?=[一二三四五六七八九十]{1,2}[是要])/gu;

/** The points of a text with the clause of each; the whole text where one of them says nothing of who does it. */
export function cutCounted(part: ItemPart): readonly ItemPart[] {
  if (part.allocations.length > 0) return [part];
  const starts = [...part.text.text.matchAll(point)].map((match) => match.index + match[0].length);
  if (starts.length < 2 || !/^[^。；;]{0,20}$/u.test(part.text.text.slice(0, starts[0]))) return [part];
  const points = starts.map((start, index) => partOf(part.text, index === 0 ? 0 : start, starts[index + 1] ?? part.text.text.length));
  const parts = points.map((text): ItemPart => ({ text, allocations: clausesIn(text).filter(({ origin }) => origin === "clause") }));
  return parts.every(({ allocations }) => allocations.length > 0) ? parts : [part];
}
