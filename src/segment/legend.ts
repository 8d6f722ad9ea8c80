/** What marks beside names mean for the whole notice: 清单中标★的为牵头科室. */
import type { Role, SectionDraft, TaskDraft } from "../model/draft.ts";
import { legendSentence, readLegend } from "../rules/matrix-marks.ts";

/** The tasks with what the body text says of the marks in their lists of units. */
export function withLegend(tasks: readonly TaskDraft[], sections: readonly SectionDraft[]): readonly TaskDraft[] {
  const legend = new Map<string, Role>(sections.flatMap(({ text }) => text.text.split(/[。；;\n]/u).filter((sentence) => legendSentence.pattern.test(sentence)).flatMap((sentence) => [...readLegend(sentence)])));
  if (legend.size === 0) return tasks;
  return tasks.map((task) => ({ ...task, allocations: task.allocations.map((one) => (one.marks === undefined && one.role !== "people" ? { ...one, marks: legend } : one)) }));
}
