/** How a sentence opens: with what is done, and to what. */
import { commonBlocks } from "./blocks.ts";
import { makingVerb } from "../rules/standing-phrases.ts";
import { gap, isSign } from "./clauses.ts";

/** What two openings have at least in common when they are about one thing. */
const leastInCommon = 3;

/** Fewer characters are particles: 要, 应, 对. */
const leastOwn = 2;

/** 建成县级区域医疗中心住院楼, 建成县中医院康复楼: the same is done to another thing. */
export function isOtherObject(a: string, b: string): boolean {
  const [verb] = makingVerb.exec(a) ?? [];
  if (verb === undefined || !b.startsWith(verb)) return false;
  let same = verb.length;
  while (same < Math.min(a.length, b.length) && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  const [one, other] = [bare(a.slice(same)), bare(b.slice(same))];
  return Math.min(one.length, other.length) >= leastInCommon && commonBlocks(one, other, gap, leastInCommon).length === 0;
}

/** 开展充电场所火灾隐患排查, 对冷库开展火灾隐患排查: both open with words that stand nowhere in the other, so that equal words alone do not say that the work is one. */
export function isOtherOpening(a: Opened, b: Opened): boolean {
  return Math.min(ownOf(a, b), ownOf(b, a)) >= leastOwn;
}

/** A sentence, and its first phrase. */
export interface Opened {
  readonly text: string;
  readonly opening: string;
}

function ownOf({ opening }: Opened, { text }: Opened): number {
  const blocks = commonBlocks(opening, text, gap, leastOwn);
  return bare(opening).length - blocks.reduce((sum, { a, length }) => sum + bare(opening.slice(a, a + length)).length, 0);
}

function bare(text: string): string {
  return Array.from(text).filter((one) => one !== gap && !isSign(one.charCodeAt(0))).join("");
}
