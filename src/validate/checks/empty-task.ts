import type { Check } from "../check.ts";

/** A task without words that say what to do. */
export const emptyTask: Check = ({ tasks }, report) => {
  for (const task of tasks) {
    if (task.text === "" && task.heading === null) report("task/empty-text", { task: task.id, place: task.place });
  }
};
