/** Known edits of a notice: what an office does to a page it has published. What a delta must say follows from the notice before and after. */
import { taskText, timesOf, topics, unitsOf } from "./material.ts";
import { isTable, makeTask, renumbered, tasksOf, type Made, type MadeTask } from "./notice.ts";
import type { Random } from "./random.ts";
import { viewOf } from "./view.ts";

/** Each kind, and what it means for the tasks it touches. */
export const editKinds = {
  deadline: "another time",
  unit: "another unit that leads or answers",
  support: "another unit in support, or one more that answers",
  append: "a task behind the others",
  insert: "a task between others, those behind it are numbered anew",
  cut: "the last task goes",
  remove: "a task between others goes, those behind it are numbered anew",
  typo: "one of its first characters is put right: another id",
  reword: "other words behind its first ones: the same id",
  replace: "a task with other words takes the place of one",
  retitle: "another title",
  reorder: "tasks of a table change places and keep their numbers: no change",
} as const;

export type EditKind = keyof typeof editKinds;

/** The notice after an edit; null when the edit makes no sense for it. `uid` is for a new task. */
export function edit(made: Made, kind: EditKind, uid: string, random: Random): Made | null {
  const tasks = tasksOf(made);
  const any = random.pick(tasks);
  switch (kind) {
    case "deadline": {
      const others = timesOf(made.year).filter(({ words, ongoing }) => words !== any.time.words && !(ongoing && made.layout === "prose"));
      return changed(made, any, { time: random.pick(others) });
    }
    case "unit": {
      const unit = fresh(made, any, random);
      return changed(made, any, made.layout === "table" ? { responsible: [unit, ...any.responsible.slice(1)] } : { lead: [unit] });
    }
    case "support": {
      const unit = fresh(made, any, random);
      return changed(made, any, made.layout === "table" ? { responsible: [...any.responsible, unit] } : { support: [unit, ...any.support.slice(1)] });
    }
    case "append":
      return placed(made, tasks.at(-1), unlike(tasks, () => makeTask(made, uid, random)));
    case "insert":
      return placed(made, tasks[random.below(tasks.length - 1)], unlike(tasks, () => makeTask(made, uid, random)));
    case "cut":
      return without(made, tasks.at(-1));
    case "remove":
      return without(made, tasks[random.below(tasks.length - 1)]);
    case "typo":
      return changed(made, any, { text: mistyped(any.text, random) });
    case "reword":
      return changed(made, any, { text: any.text.replace(/。$/u, "，并于事后报告情况。") });
    case "replace":
      return changed(made, any, { uid, text: unlike(tasks, () => ({ ...any, text: taskText(random) })).text });
    case "retitle":
      return { ...made, topic: random.pick(topics.filter((topic) => topic !== made.topic)) };
    case "reorder":
      return reordered(made);
  }
}

function changed(made: Made, task: MadeTask, fields: Partial<MadeTask>): Made {
  return over(made, (one) => (one === task ? [{ ...one, ...fields }] : [one]));
}

function placed(made: Made, above: MadeTask | undefined, task: MadeTask): Made {
  return renumbered(over(made, (one) => (one === above ? [one, task] : [one])));
}

/** Null when its section would stand empty. */
function without(made: Made, task: MadeTask | undefined): Made | null {
  const left = over(made, (one) => (one === task ? [] : [one]));
  return left.sections.every(({ tasks }) => tasks.length > 0) ? renumbered(left) : null;
}

function over(made: Made, turn: (task: MadeTask) => MadeTask[]): Made {
  return { ...made, sections: made.sections.map(({ heading, tasks }) => ({ heading, tasks: tasks.flatMap(turn) })) };
}

/** Two neighbours of a table, such that no cell is merged or parted by it: of an inherited value the dataset says that it is one. */
function reordered(made: Made): Made | null {
  if (!isTable(made.layout)) return null;
  const same = (other: Made): boolean => tasksOf(made).every(({ uid }) => JSON.stringify(viewOf(other).tasks.get(uid)) === JSON.stringify(viewOf(made).tasks.get(uid)));
  for (const upper of tasksOf(made)) {
    const sections = made.sections.map(({ heading, tasks }) => ({ heading, tasks: below(tasks, upper) }));
    if (same({ ...made, sections }) && JSON.stringify(sections) !== JSON.stringify(made.sections)) return { ...made, sections };
  }
  return null;
}

/** The tasks with one of them moved down by one. */
function below(tasks: readonly MadeTask[], task: MadeTask): readonly MadeTask[] {
  const at = tasks.indexOf(task);
  const next = tasks[at + 1];
  return at < 0 || next === undefined ? tasks : [...tasks.slice(0, at), next, task, ...tasks.slice(at + 2)];
}

/** A unit that the task does not name. */
function fresh(made: Made, { lead, support, responsible }: MadeTask, random: Random): string {
  return random.pick(unitsOf(made.region).filter((unit) => ![...lead, ...support, ...responsible].includes(unit)));
}

/** A task whose words no other has. */
function unlike(tasks: readonly MadeTask[], make: () => MadeTask): MadeTask {
  for (;;) {
    const task = make();
    if (tasks.every(({ text }) => text.slice(0, 4) !== task.text.slice(0, 4))) return task;
  }
}

/** One of the first characters is another one. */
function mistyped(text: string, random: Random): string {
  const at = 1 + random.below(8);
  const wrong = random.pick([..."的了和在有为与及"].filter((letter) => letter !== text[at]));
  return text.slice(0, at) + wrong + text.slice(at + 1);
}
