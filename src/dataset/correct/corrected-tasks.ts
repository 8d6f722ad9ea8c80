/** Tasks that people add or take away. An added one stands in the source: its words are looked for there; what a dropped one held is listed as unclaimed. */
import type { FlatValue } from "../../model/flat.ts";
import type { ParseResult, Task } from "../../model/notice.ts";
import type { Place } from "../../model/position.ts";
import { taskIds } from "../../normalise/identity.ts";
import { countInk, folded } from "../../text/fold.ts";
import { Refusal } from "./refusal.ts";
import { settableFor } from "./settable.ts";

/** A task to add. */
export interface AddedTask {
  /** Id of the task before it; null: it is the first. */
  readonly after: string | null;
  /** Printed words that must stand in the source, each line in one of its pieces. */
  readonly words: string;
  readonly fields: Readonly<Record<string, FlatValue>>;
  readonly place?: readonly Place[] | undefined;
}

/** The result without a task. */
export function dropTask(result: ParseResult, id: string): ParseResult | Refusal {
  const task = result.tasks.find((one) => one.id === id);
  if (task === undefined) return new Refusal("there is no such task");
  const { coverage, diagnostics } = result;
  const [place] = task.place;
  const ink = place === undefined ? 0 : Math.min(countInk(task.text), coverage.claimed);
  const unclaimed = ink === 0 || place === undefined ? coverage.unclaimed : [...coverage.unclaimed, { text: task.text, place }];
  return {
    ...result,
    tasks: numbered(result.tasks.filter((one) => one !== task)),
    coverage: { ...coverage, claimed: coverage.claimed - ink, unclaimed },
    diagnostics: diagnostics.filter((diagnostic) => diagnostic.task !== id),
  };
}

/** The result with one task more. */
export function addTask(result: ParseResult, { after, words, fields, place }: AddedTask): ParseResult | Refusal {
  const before = after === null ? 0 : result.tasks.findIndex(({ id }) => id === after) + 1;
  if (after !== null && before === 0) return new Refusal(`there is no task ${after}`);
  const stands = placeOfWords(result, words);
  if (stands === null) return new Refusal("the words do not stand in the source");
  const blank = emptyTask(place === undefined ? stands : [...place]);
  let task: Task = { ...blank, text: String(fields["text"] ?? "") };
  for (const [field, value] of Object.entries(fields)) {
    const settable = settableFor("/", field);
    const next = settable?.of === "task" ? settable.set(task, value) : new Refusal(`${field} cannot be set`);
    if (next instanceof Refusal) return next;
    task = next;
  }
  const id = taskIds(result.notice.id, [...result.tasks, task]).at(-1) ?? "";
  return { ...result, tasks: numbered([...result.tasks.slice(0, before), { ...task, id }, ...result.tasks.slice(before)]), coverage: claimed(result.coverage, words) };
}

function numbered(tasks: readonly Task[]): Task[] {
  return tasks.map((task, i) => ({ ...task, ordinal: i + 1 }));
}

/** What was unclaimed and stands in the words is in a field now. */
function claimed(coverage: ParseResult["coverage"], words: string): ParseResult["coverage"] {
  const now = folded(words);
  const taken = coverage.unclaimed.filter(({ text }) => now.includes(folded(text)));
  const ink = taken.reduce((sum, { text }) => sum + countInk(text), 0);
  return { ...coverage, claimed: coverage.claimed + ink, unclaimed: coverage.unclaimed.filter((piece) => !taken.includes(piece)) };
}

/** Where printed words stand; null where one of their lines stands nowhere in what was read. */
function placeOfWords({ notice, tasks, coverage }: ParseResult, words: string): Place[] | null {
  const pieces: { readonly text: string; readonly place: readonly Place[] }[] = [
    ...coverage.unclaimed.map(({ text, place }) => ({ text, place: [place] })),
    ...notice.sections,
    ...tasks.flatMap(({ text, columns, place, heading, path }) => [{ text, place }, ...columns.map((column) => ({ text: column.text, place })), { text: heading ?? "", place }, ...path.map((part) => ({ text: part, place }))]),
    ...notice.unitLists.map(({ text }) => ({ text, place: [] })),
    ...notice.rules.map(({ text }) => ({ text, place: [] })),
    ...notice.further.map(({ text }) => ({ text, place: [] })),
    ...Object.values(notice.evidence),
  ];
  const known = pieces.map(({ text, place }) => ({ text: folded(text), place }));
  const found: Place[] = [];
  for (const line of words.split("\n").map(folded).filter((one) => one !== "")) {
    const holder = known.find(({ text }) => text.includes(line));
    if (holder === undefined) return null;
    for (const place of holder.place) if (!found.includes(place)) found.push(place);
  }
  return found;
}

function emptyTask(place: Place[]): Task {
  const assignment: Task["assignment"] = { text: null, lead: [], support: [], responsible: [], others: [], people: [], openEnded: false, byDuty: false, basis: "none", place: [] };
  return { id: "", ordinal: 1, kind: "task", number: null, label: null, group: null, part: null, path: [], heading: null, text: "", columns: [], weight: null, assignment, deadlines: [], due: null, place };
}
