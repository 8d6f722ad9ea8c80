/** The printed event that a period is counted from: 在收到留言咨询之日起 | 3个工作日内. */
import type { PrintedEvent, RawReading } from "../../rules/deadlines/claim.ts";
import { largest } from "../../model/extremes.ts";

const reach = 48;
const tail = /(之日起|之日|之后|以后|后|起)的?,?(?:最迟|至迟|最晚|最快)?(?:应当?|须|要|必须)?(?:在|于)?$/;
const opening = /(?:^|[^现存所正内关等对属由])[自从在于待](?=[^然行身主动遇])/g;

/** Looks left from where a period begins, within its clause and the one before; null when no event is printed. */
export function eventBefore(text: string, at: number): PrintedEvent | null {
  const left = text.slice(Math.max(0, at - reach), at);
  if (/^前[0-9一二三两五十]/.test(text.slice(at, at + 2))) {
    const event = clauseOf(left);
    return event === "" ? null : { event, relation: "before" };
  }
  const match = tail.exec(left);
  if (match === null) return null;
  const event = clauseOf(left.slice(0, match.index));
  if (event === "") return null;
  const day = match[1]?.startsWith("之日") === true ? "之日" : "";
  return { event: event + day, relation: match[1]?.endsWith("起") === true ? "from" : "after" };
}

/** The words after the last mark, without the preposition in front of them. */
function clauseOf(left: string): string {
  const clause = left.slice(largest([",", "。", ";", ":", "(", ")", "!", "?"].map((mark) => left.lastIndexOf(mark))) + 1);
  const from = [...clause.matchAll(opening)].at(-1);
  return from === undefined ? clause : clause.slice(from.index + from[0].length);
}

/** Without the times that the one behind them is counted from: 五一 of 五一节后一周内. */
export function withoutAnchors(readings: readonly RawReading[], text: string): RawReading[] {
  return readings.filter((reading, index) => !isAnchor(reading, readings[index + 1], text));
}

function isAnchor({ kind, from, to }: RawReading, next: RawReading | undefined, text: string): boolean {
  if (kind === "recurring" || next?.kind !== "relative" || next.anchor?.relation !== "after") return false;
  const { event } = next.anchor;
  const between = text.slice(to, next.from);
  // 6月底前 binds by itself, and what stands on a line of its own is no part of the next.
  if (/[前内止]$/u.test(text.slice(from, to)) || between.includes("\n")) return false;
  return behindAnchor.test(between) || (event !== null && text.slice(from, next.from).startsWith(event));
}

const behindAnchor = /^(?:节|假期?|期间)?(?:结束|过|期满|届满)?(?:之后|以后|后)?$/;
