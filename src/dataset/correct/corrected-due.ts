/** A corrected due date and the deadline it comes from are one truth: both change, or the correction is refused. */
import type { Deadline, Task } from "../../model/notice.ts";
import { taskDue } from "../../normalise/deadlines/due.ts";
import { Refusal } from "./refusal.ts";

/** The task with another due date, its deadlines with it. Null takes the date away. */
export function withDue(task: Task, due: string | null): Task | Refusal {
  if (due === task.due) return task;
  const from = task.due === null ? -1 : sourceOf(task.deadlines, task.due);
  const deadlines = from >= 0 ? task.deadlines.map((deadline, i) => (i === from ? corrected(deadline, due) : deadline)) : [...(due === null ? [] : [added(due)]), ...task.deadlines];
  const found = taskDue(deadlines);
  return found === due ? { ...task, due, deadlines } : new Refusal(`another deadline of the task says ${found ?? "nothing"}`);
}

/** The deadline that gives the due date: one that is left out changes it. */
function sourceOf(deadlines: readonly Deadline[], due: string): number {
  const holders = deadlines.flatMap((deadline, i) => (deadline.due === due ? [i] : []));
  return holders.find((i) => taskDue(deadlines.filter((_, other) => other !== i)) !== due) ?? holders[0] ?? -1;
}

const unread = { precision: null, mod: null, edtf: null, rrule: null, duration: null, alternatives: [] } satisfies Partial<Deadline>;

/** A deadline with another last day; what was read of its words beside the day holds no longer. */
export function corrected(deadline: Deadline, due: string | null): Deadline {
  const basis = [...deadline.basis, "override"];
  if (due === null) return { ...deadline, ...unread, kind: "unrecognized", start: null, due, basis };
  const start = deadline.start !== null && deadline.start > due ? null : deadline.start;
  return { ...deadline, ...unread, kind: deadline.kind === "interval" && start === null ? "by" : deadline.kind, start, due, precision: "day", mod: "ON_OR_BEFORE", basis };
}

/** Where nothing printed gives a day: the person's word alone. */
function added(due: string): Deadline {
  return {
    ...unread,
    text: due,
    origin: "cell",
    kind: "by",
    start: null,
    due,
    precision: "day",
    mod: "ON_OR_BEFORE",
    action: null,
    appliesTo: null,
    bound: "finish",
    anchor: null,
    ongoing: false,
    yearFrom: "option",
    basis: ["override"],
    warnings: [],
    place: [],
  };
}
