/**
 * Deadlines alone, without a notice around them: `import { parseDeadline } from "fengong/deadlines"`.
 * The readings are those of `Deadline` (conventions of the project), with the range of the printed words instead of places.
 */
import { checked, checkedText } from "./arguments.ts";
import { deadlineContextSchema } from "./model/options.ts";
import { findDeadlines as find } from "./normalise/deadlines/find.ts";
import { parseDeadline as parse } from "./normalise/deadlines/parse.ts";
import type { DeadlineContext, DeadlineReading } from "./normalise/deadlines/reading.ts";

export type { DeadlineContext, DeadlineReading };

/**
 * Every entry of a deadline cell, in order. What no rule reads is an entry of kind `unrecognized`: nothing is dropped in silence.
 * A blank cell, a dash or 无 has no entry. A notice may be handed in as the context.
 *
 * @throws {TypeError} for a text that is no string, or a context with another name or with a value that is no year or date.
 *
 * @example parseDeadline("9月底前 持续推进", { year: 2020 }).map(({ kind, due }) => [kind, due])
 * // [["by", "2020-09-30"], ["ongoing", null]]
 */
export function parseDeadline(text: string, context: DeadlineContext = {}): DeadlineReading[] {
  return parse(checkedText(text, "text"), contextOf(context));
}

/**
 * The deadlines of running text, in order. Cited titles (《…》), past events, validity of policies and the like are left out:
 * a false deadline is worse than none.
 *
 * @throws {TypeError} as {@link parseDeadline}.
 *
 * @example findDeadlines("2020年底前，各单位完成整改。", { year: 2020 })[0]?.due // "2020-12-31"
 * @example findDeadlines("《2020年工作要点》已经印发", { year: 2020 }) // []
 */
export function findDeadlines(text: string, context: DeadlineContext = {}): DeadlineReading[] {
  return find(checkedText(text, "text"), contextOf(context));
}

function contextOf(context: unknown): DeadlineContext {
  return checked(deadlineContextSchema, context, "context") as DeadlineContext;
}
