/** The one sortable date of a task. */
import type { Deadline } from "../../model/notice.ts";

/** What the date of a task depends on. */
type DueDeadline = Pick<Deadline, "kind" | "due" | "origin" | "bound" | "warnings">;

/**
 * The latest `due` among the `by` and `interval` deadlines of the deadline cell (origin cell, header, inherited); where the cell
 * has none, the latest among the others; else null. 上季度 and what else is named backwards from the date of issue is no day to be done by. A day to begin by does not count when a day to finish by exists.
 */
export function taskDue(deadlines: readonly DueDeadline[]): string | null {
  const dated = deadlines.filter(({ kind, due, warnings }) => due !== null && (kind === "by" || kind === "interval") && !warnings.includes("past"));
  const fromCell = dated.filter(({ origin }) => origin === "cell" || origin === "header" || origin === "inherited");
  return latest(fromCell) ?? latest(dated);
}

function latest(deadlines: readonly DueDeadline[]): string | null {
  const finishing = deadlines.filter(({ bound }) => bound === "finish");
  const days = (finishing.length > 0 ? finishing : deadlines).flatMap(({ due }) => (due === null ? [] : [due]));
  return days.sort().at(-1) ?? null;
}
