import type { Task } from "../../model/notice.ts";
import type { Check } from "../check.ts";

/**
 * Printed running numbers that jump or repeat. A restart at 1 opens a new run and is no finding;
 * several records of one numbered item (parts, continuation rows) are one step, and so is a number that heads other records (4、 over （1） and （2）).
 */
export const numbering: Check = ({ tasks }, report) => {
  let last: Task | null = null;
  let headed = new Set<number>();
  for (const task of tasks) {
    if (isRegistered(task)) continue;
    for (const heading of task.path) headed.add(Number(/^\d{1,3}(?=[.、．﹒])/u.exec(heading)?.[0] ?? Number.NaN));
    const from = Number(last?.number ?? Number.NaN);
    const to = Number(task.number ?? Number.NaN);
    if (last !== null && last.group === task.group && Number.isInteger(from) && Number.isInteger(to)) {
      const missing = Array.from({ length: Math.max(0, Math.min(to - from - 1, longestGap)) }, (_, index) => from + 1 + index).some((number) => !headed.has(number));
      if ((to > from + 1 && missing) || (to < from && to !== 1)) report("task/number-jump", { params: { from: String(from), to: String(to) }, task: task.id, place: task.place });
    }
    if (task.number === null) continue;
    last = task;
    headed = new Set();
  }
};

/** More numbers than these are headed by no outline. */
const longestGap = 200;

/** A number under which something was registered elsewhere (提案号 105) does not run. */
function isRegistered({ columns, number }: Task): boolean {
  return columns.some(({ header, text }) => header !== null && /^(?:提案|建议|议案|督办|工单|信访|案件|文)(?:编?号|件号)$/u.test(header) && text.trim() === number);
}
