import type { Task } from "../../model/notice.ts";
import type { Check } from "../check.ts";

/**
 * Printed running numbers that jump or repeat. A restart at 1 opens a new run and is no finding;
 * several records of one numbered item (parts, continuation rows) are one step.
 */
export const numbering: Check = ({ tasks }, report) => {
  let last: Task | null = null;
  for (const task of tasks) {
    if (isRegistered(task)) continue;
    const from = Number(last?.number ?? Number.NaN);
    const to = Number(task.number ?? Number.NaN);
    if (last !== null && last.group === task.group && Number.isInteger(from) && Number.isInteger(to)) {
      if (to > from + 1 || (to < from && to !== 1)) report("task/number-jump", { params: { from: String(from), to: String(to) }, task: task.id, place: task.place });
    }
    if (task.number !== null) last = task;
  }
};

/** A number under which something was registered elsewhere (提案号 105) does not run. */
function isRegistered({ columns, number }: Task): boolean {
  return columns.some(({ header, text }) => header !== null && /^(?:提案|建议|议案|督办|工单|信访|案件|文)(?:编?号|件号)$/u.test(header) && text.trim() === number);
}
