/** Readings that name no day of the calendar. */
import { blank, type Claim, type RawReading } from "../claim.ts";

/** 持续推进, 长期. */
export function readOngoing({ start, end, convention }: Claim): RawReading[] {
  return [{ ...blank("ongoing", start, end, [convention]), ongoing: true }];
}

/** 立即. */
export function readImmediate({ start, end, convention }: Claim): RawReading[] {
  return [blank("immediate", start, end, [convention])];
}

/** 汛期前, 春节过后. */
export function readEvent(relation: "before" | "after", { start, end, words, groups, convention }: Claim): RawReading[] {
  return [{ ...blank("event", start, end, [convention]), anchor: { event: groups.event ?? words, relation, dayKind: "calendar", date: null } }];
}

/** 两节前后. */
export function readAroundEvent({ start, end, convention }: Claim): RawReading[] {
  return [{ ...blank("event", start, end, [convention]), warnings: ["approximate"] }];
}

/** 13月底前: no calendar has it. */
export function readNoSuchDay({ start, end }: Claim): RawReading[] {
  return [{ ...blank("unrecognized", start, end, []), warnings: ["no-such-day"] }];
}

/** 限时办结: a time that is not given. */
export function readUnspecified({ start, end, convention }: Claim): RawReading[] {
  return [blank("unrecognized", start, end, [convention])];
}
