import type { Deadline } from "../../model/notice.ts";
import type { Check } from "../check.ts";

/**
 * A task whose deadline cell and text name different last days for the whole of it (deadlines convention, 贵池 task 21).
 * Milestones that govern a clause or a doer of their own do not contradict each other.
 */
export const contradictingDeadlines: Check = ({ tasks }, report) => {
  for (const task of tasks) {
    const whole = task.deadlines.filter((deadline) => deadline.kind === "by" && deadline.bound === "finish" && deadline.due !== null && deadline.appliesTo === null);
    const cell = latest(whole.filter((deadline) => deadline.origin !== "text"));
    const later = whole.filter((deadline) => deadline.origin === "text" && cell !== null && (deadline.due ?? "") > cell);
    if (later.length === 0) continue;
    const dates = [...new Set(whole.flatMap((deadline) => deadline.due ?? []))].join("、");
    report("deadline/contradiction", { params: { dates }, task: task.id, place: later.flatMap((deadline) => deadline.place) });
  }
};

function latest(deadlines: readonly Deadline[]): string | null {
  return deadlines.reduce<string | null>((last, { due }) => (due !== null && (last === null || due > last) ? due : last), null);
}
