/** Who does all the tasks above, told once behind the last of them. */
import type { AllocationDraft, TaskDraft } from "../model/draft.ts";
import { sharedAllocationStart, speaksOfSeveral } from "../rules/shared-allocations.ts";

/** Gives what stands behind the last of several tasks to those beside it that name nobody; `from`: the first task of the part. */
export function shareAllocations(from: number, tasks: TaskDraft[]): void {
  for (const [index, task] of tasks.entries()) {
    if (index < from) continue;
    const shared = task.allocations.filter(({ quote }) => sharedAllocationStart(quote.text) !== null && speaksOfSeveral(quote.text));
    if (shared.length > 0) shareAbove(index, from, shared, tasks);
  }
}

function shareAbove(last: number, from: number, shared: readonly AllocationDraft[], tasks: TaskDraft[]): void {
  const path = pathOf(tasks[last]);
  for (let index = last - 1; index >= from; index--) {
    const task = tasks[index];
    if (task === undefined || pathOf(task) !== path) return;
    if (task.allocations.every(({ origin }) => origin === "subject")) tasks[index] = { ...task, allocations: shared.map((one) => ({ ...one, origin: "heading" })) };
  }
}

function pathOf(task: TaskDraft | undefined): string {
  return JSON.stringify([task?.group, task?.path]);
}
