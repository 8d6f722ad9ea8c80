import type { Task } from "../../model/notice.ts";
import type { Check } from "../check.ts";

/** Weights of one group that do not add up to 100 %; only where every item of the group prints one, and they are no points: a table may hold a part of a hundred points, or more. */
export const weights: Check = ({ tasks }, report) => {
  for (const group of new Set(tasks.map(groupOf))) {
    const items = tasks.filter((task) => groupOf(task) === group);
    if (items.some(hasPoints)) continue;
    const printed = items.flatMap((task) => (task.weight === null ? [] : [task.weight]));
    if (printed.length < 2 || printed.length < items.length) continue;
    const sum = Math.round(printed.reduce((total, weight) => total + weight, 0) * 100) / 100;
    if (sum !== 100) report("task/weights", { params: { sum: String(sum) }, place: items[0]?.place ?? [] });
  }
};

/** A column of points: 分值, 标准分. */
function hasPoints({ columns }: Task): boolean {
  return columns.some(({ header, text }) => header !== null && /分(?:值|数)?(?:[(（].*)?$/u.test(header) && !/[%％]/u.test(header + text));
}

function groupOf(task: Task): string {
  return `${task.group ?? ""}/${task.kind}`;
}
