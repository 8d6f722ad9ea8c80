/** Periods that are counted from the date of issue without being a last day: after them, before them, back from now. */
import type { Base } from "../shapes.ts";
import { blank, type Claim, type RawReading } from "../claim.ts";
import { durationIn, endOf } from "./relative.ts";

const dayKindOf = (words: string): "business" | "calendar" => (/工作日|交易日/.test(words) ? "business" : "calendar");
const vague = (more: string | undefined): string[] => (more !== undefined && /[几多]/.test(more) ? ["approximate"] : []);

/** 20天后: a beginning, not a last day. */
export function readAfter(claim: Claim, base: Base): RawReading[] {
  const duration = durationIn(claim.groups);
  if (duration === null) return [];
  const dayKind = dayKindOf(claim.words);
  const start = dayKind === "business" || base.issued === null ? null : endOf(base.issued, duration);
  return [{
    ...blank("relative", claim.start, claim.end, [claim.convention]), duration, start, bound: "start",
    edtf: start === null ? null : `${start}/..`,
    anchor: { event: null, relation: "after", dayKind, date: dayKind === "business" ? null : base.issued },
    warnings: [...(start === null ? [] : ["assumed-anchor"]), ...vague(claim.groups.more)], yearFrom: start === null ? "none" : "dateIssued",
  }];
}

/** 三年前: the past, no deadline; no day is claimed. */
export function readAgo(claim: Claim): RawReading[] {
  const duration = durationIn(claim.groups);
  if (duration === null) return [];
  const anchor = { event: null, relation: "before", dayKind: dayKindOf(claim.words), date: null } as const;
  return [{ ...blank("relative", claim.start, claim.end, [claim.convention]), duration, anchor, warnings: ["past"] }];
}

/** 近三年, 3个月以来: up to the date of issue. */
export function readBack(claim: Claim, base: Base): RawReading[] {
  const { n2, unit2, half2, plus2, halfUnit2, more } = claim.groups;
  const duration = durationIn(claim.groups) ?? durationIn({ n: n2, unit: unit2, half: half2, plus: plus2, halfUnit: halfUnit2 });
  if (duration === null) return [];
  const reading = { ...blank("interval", claim.start, claim.end, [claim.convention]), duration };
  const start = base.issued === null ? null : endOf(base.issued, duration, -1);
  if (start === null) return [{ ...reading, warnings: ["no-year"] }];
  return [{ ...reading, start, due: base.issued, precision: "day", edtf: `${start}/${base.issued ?? ".."}`, yearFrom: "dateIssued", warnings: ["past", ...vague(more)] }];
}
