/** What the pictures show, counted in one pass over results: when tasks fall due, whose work they are, how sure their reading is. */
import type { ParseResult, Task } from "../../model/notice.ts";
import { taskFinder } from "../holder.ts";
import { isDoubtful } from "../report/entries.ts";

/** Tasks that were read without doubt, and others. */
export interface Split {
  readonly sure: number;
  readonly doubtful: number;
}

/** How much needs eyes, most urgent last. */
export type Certainty = "clear" | "doubt" | "warning" | "error";

/** All that is drawn. */
export interface PictureFacts {
  readonly tasks: number;
  /** By month of the last day, `YYYY-MM`, in order; months between the first and the last without a task are left out. */
  readonly months: readonly { readonly month: string; readonly split: Split }[];
  /** Tasks without a day, by why. */
  readonly undated: { readonly recurring: number; readonly ongoing: number; readonly other: number };
  /** Units by how many tasks they lead, then by how many they answer for; most first. */
  readonly units: readonly { readonly name: string; readonly lead: number; readonly responsible: number }[];
  readonly certainty: Readonly<Record<Certainty, number>>;
  /** Characters without white space, and those that no field took. */
  readonly characters: number;
  readonly unclaimed: number;
}

/** Takes results one after the other. */
export interface Picturing {
  readonly add: (result: ParseResult) => void;
  readonly done: () => PictureFacts;
}

/** Opens the count. */
export function openPicturing(): Picturing {
  const months = new Map<string, { sure: number; doubtful: number }>();
  const undated = { recurring: 0, ongoing: 0, other: 0 };
  const units = new Map<string, { lead: number; responsible: number }>();
  const certainty = { clear: 0, doubt: 0, warning: 0, error: 0 };
  let [tasks, characters, unclaimed] = [0, 0, 0];
  const count = (task: Task, level: Certainty): void => {
    tasks++;
    certainty[level]++;
    if (task.due === null) undated[whyUndated(task)]++;
    else {
      const month = months.get(task.due.slice(0, 7)) ?? { sure: 0, doubtful: 0 };
      month[level === "clear" ? "sure" : "doubtful"]++;
      months.set(task.due.slice(0, 7), month);
    }
    for (const role of ["lead", "responsible"] as const) {
      for (const name of new Set(task.assignment[role].map((unit) => unit.name))) {
        const unit = units.get(name) ?? { lead: 0, responsible: 0 };
        unit[role]++;
        units.set(name, unit);
      }
    }
  };
  return {
    add: (result) => {
      const levels = levelsOf(result);
      for (const task of result.tasks) count(task, levels.get(task) ?? "clear");
      characters += result.coverage.characters;
      unclaimed += result.coverage.unclaimed.reduce((sum, { text }) => sum + text.replace(/\s/gu, "").length, 0);
    },
    done: () => ({
      tasks,
      months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, split]) => ({ month, split })),
      undated,
      units: [...units].map(([name, counts]) => ({ name, ...counts })).sort((a, b) => b.lead - a.lead || b.responsible - a.responsible || (a.name < b.name ? -1 : 1)),
      certainty,
      characters,
      unclaimed,
    }),
  };
}

function whyUndated({ deadlines }: Task): "recurring" | "ongoing" | "other" {
  if (deadlines.some(({ kind }) => kind === "recurring")) return "recurring";
  return deadlines.some(({ ongoing }) => ongoing) ? "ongoing" : "other";
}

const order: readonly Certainty[] = ["clear", "doubt", "warning", "error"];

/** The most urgent thing that is said of each task. */
function levelsOf({ tasks, diagnostics }: ParseResult): Map<Task, Certainty> {
  const taskOf = taskFinder(tasks);
  const levels = new Map<Task, Certainty>();
  const raise = (task: Task | null, level: Certainty): void => {
    if (task !== null && order.indexOf(level) > order.indexOf(levels.get(task) ?? "clear")) levels.set(task, level);
  };
  for (const diagnostic of diagnostics) if (diagnostic.severity !== "info") raise(taskOf(diagnostic), diagnostic.severity);
  for (const task of tasks) if (task.deadlines.some(isDoubtful)) raise(task, "doubt");
  return levels;
}
