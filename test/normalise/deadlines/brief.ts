import type { DeadlineReading } from "../../../src/normalise/deadlines/reading.ts";

/** A reading in one line: kind, start/due, recurrence, duration, other readings. */
export function brief({ kind, start, due, rrule, duration, anchor, alternatives }: DeadlineReading): string {
  const others = kind === "recurring" ? alternatives.map((other) => other.rrule) : alternatives.map((other) => other.due);
  const parts = [
    kind,
    kind === "recurring" ? rrule : start === null && due === null ? null : `${start ?? ".."}/${due ?? ".."}`,
    kind === "by" || kind === "interval" || rrule !== null ? null : duration,
    kind === "relative" ? (anchor?.dayKind ?? null) : null,
    others.length > 0 && anchor?.dayKind !== "calendar" ? `or ${others.join(" or ")}` : null,
  ];
  return parts.filter((part) => part !== null).join(" ");
}
