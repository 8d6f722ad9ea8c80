import type { Task } from "../../model/notice.ts";
import type { Check } from "../check.ts";

/** Weights of one group that do not add up to 100 %; only where every item of the group prints one. */
export const weights: Check = ({ tasks }, report) => {
  for (const group of new Set(tasks.map(groupOf))) {
    const items = tasks.filter((task) => groupOf(task) === group);
    const printed = items.flatMap((task) => (task.weight === null ? [] : [task.weight]));
    if (printed.length < 2 || printed.length < items.length) continue;
    const sum = Math.round(printed.reduce((total, weight) => total + weight, 0) * 100) / 100;
    if (sum !== 100) report("task/weights", { params: { sum: String(sum) }, place: items[0]?.place ?? [] });
  }
};

function groupOf(task: Task): string {
  return `${task.group ?? ""}/${task.kind}`;
}
