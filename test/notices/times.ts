/** Printed times with what they mean. */
import type { Random } from "../dataset/notices/random.ts";
import type { GoldDeadline } from "../evaluate/gold.ts";

/** A printed time and its answer; null for a state (已完成), which is no deadline. */
export interface Time {
  readonly text: string;
  readonly gold: Pick<GoldDeadline, "kind" | "start" | "end"> | null;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** The last day of a month. */
function lastDay(year: number, month: number): string {
  return `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

/** A day by which something is to be done. */
export function dayOf(random: Random, year: number): Time {
  const month = 4 + random.below(9);
  const day = 5 + random.below(20);
  const end = lastDay(year, month);
  return random.pick<() => Time>([
    () => ({ text: `${month}月底前`, gold: { kind: "by", end } }),
    () => ({ text: `${year}年${month}月底前`, gold: { kind: "by", end } }),
    () => ({ text: `${month}月${day}日前`, gold: { kind: "by", end: `${year}-${two(month)}-${two(day)}` } }),
    () => ({ text: `${year}年${month}月${day}日前`, gold: { kind: "by", end: `${year}-${two(month)}-${two(day)}` } }),
    () => ({ text: "年底前", gold: { kind: "by", end: `${year}-12-31` } }),
  ])();
}

/** What stands in a deadline cell. */
export function timeOf(random: Random, year: number): Time {
  if (random.chance(0.6)) return dayOf(random, year);
  const month = 4 + random.below(8);
  return random.pick<Time>([
    { text: "持续推进", gold: { kind: "ongoing" } },
    { text: "长期坚持", gold: { kind: "ongoing" } },
    { text: `${month}月底`, gold: { kind: "by", end: lastDay(year, month) } },
    { text: `${year}年${month}月`, gold: { kind: "by", end: lastDay(year, month) } },
    { text: `3月至${month}月`, gold: { kind: "range", start: `${year}-03-01`, end: lastDay(year, month) } },
    { text: "三季度末", gold: { kind: "by", end: `${year}-09-30` } },
    { text: "上半年", gold: { kind: "period", start: `${year}-01-01`, end: `${year}-06-30` } },
    { text: "已完成", gold: null },
  ]);
}

/** Columns of periods with the days they span. */
export function periodsOf(kind: string, year: number): readonly { readonly head: string; readonly start: string; readonly end: string }[] {
  const span = (head: string, from: number, to: number): { head: string; start: string; end: string } => ({ head, start: `${year}-${two(from)}-01`, end: lastDay(year, to) });
  if (kind === "halves") return [span("上半年", 1, 6), span("下半年", 7, 12)];
  if (kind === "months") return [span("3月", 3, 3), span("6月", 6, 6), span("9月", 9, 9), span("12月", 12, 12)];
  if (kind === "ranges") return [span("1-3月", 1, 3), span("4-6月", 4, 6), span("7-9月", 7, 9), span("10-12月", 10, 12)];
  const tail = kind === "quarter-aims" ? "目标" : "";
  return ["一", "二", "三", "四"].map((word, i) => span(`${kind === "nth-quarters" ? "第" : ""}${word}季度${tail}`, i * 3 + 1, i * 3 + 3));
}
