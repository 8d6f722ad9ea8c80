/** What normalising needs to know of the notice as a whole, while it reads one task after the other. */
import type { Context } from "../model/context.ts";
import type { RuleDraft } from "../model/draft.ts";
import type { NoticeDocument } from "../model/document.ts";
import type { Notice } from "../model/notice.ts";
import type { DeadlineReading } from "./deadlines/reading.ts";
import type { AssignmentReading } from "./units/assignment.ts";

/** Facts of the notice that settle what its tasks leave out. */
export interface Stage {
  readonly document: NoticeDocument;
  readonly context: Context;
  readonly workYear: Notice["workYear"];
  readonly dateIssued: string | null;
  readonly jurisdiction: Notice["jurisdiction"];
  /** Periods in the sections are no deadlines. */
  readonly standing: boolean;
  /** Nothing is allocated: a time without a year misses nobody's work, and only its own warning says so. */
  readonly idle: boolean;
  /** In the order of the tasks from which they hold. */
  readonly rules: readonly RuleDraft[];
  /** Notices print the same cells over and over: each is read once, by its words and what settles their meaning. */
  readonly read: { readonly assignments: Map<string, AssignmentReading>; readonly deadlines: Map<string, readonly DeadlineReading[]> };
}

/** What was read of words before, or reads them now. */
export function readOnce<T>(read: Map<string, T>, key: string, now: () => T): T {
  const known = read.get(key);
  if (known !== undefined) return known;
  const reading = now();
  read.set(key, reading);
  return reading;
}
