import type { Task } from "../../model/notice.ts";
import type { Check } from "../check.ts";

/** So many tasks, and so large a share of all, must say who does them before one that does not is odd. */
const least = 3;
const share = 0.8;

/** A task that names nobody where nearly all others of the notice do: its units may not have been found. */
export const doerMissing: Check = ({ tasks }, report) => {
  const work = tasks.filter(({ kind }) => kind === "task" || kind === "assessment");
  const named = work.filter(isNamed).length;
  if (named < least || named < work.length * share) return;
  for (const task of work) if (task.assignment.basis === "none" && task.assignment.text === null) report("task/doer-missing", { task: task.id, place: task.place });
};

function isNamed({ assignment: { basis } }: Task): boolean {
  return basis !== "none" && basis !== "subject";
}
