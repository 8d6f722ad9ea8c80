/** What must not be taken: times that are no deadlines, words that are no units, passages that are no tasks. */
import type { Assignment, Deadline, ParseResult, Task } from "../../src/model/notice.ts";
import { passagesOf, type Gold } from "./gold.ts";
import type { Judgement } from "./judgement.ts";
import { likeness, plain, related } from "./words.ts";

/** The reasoned traps of gold, wherever they stand, each once. */
function trapsOf(lists: readonly (readonly { text: string }[])[]): string[] {
  return [...new Set(lists.flat().map((trap) => trap.text))];
}

/**
 * Deadlines that fell into a trap. A deadline that gold has or permits (`accepted`) is none, whatever words it shares.
 * Traps of a record are looked for in that record and in the sections, those of the notice everywhere.
 */
export function judgeNotDeadlines(gold: Gold, result: ParseResult, partners: ReadonlyMap<number, Task>, accepted: ReadonlySet<Deadline>): Judgement[] {
  const suspects = (deadlines: readonly Deadline[]): Deadline[] => deadlines.filter((deadline) => !accepted.has(deadline));
  const sections = suspects(result.notice.sections.flatMap((section) => section.deadlines));
  const tasks = suspects(result.tasks.flatMap((task) => task.deadlines));
  const period = result.notice.period === null ? [] : suspects([result.notice.period]);
  const everywhere = [...tasks, ...sections, ...period];
  const judge = (record: string, trap: string, among: readonly Deadline[]): Judgement => {
    const taken = among.find((deadline) => related(deadline.text, trap));
    return { field: "notDeadlines", record, gold: trap, got: taken?.text ?? "not taken", right: taken === undefined };
  };
  const ofNotice = trapsOf([gold.notice.notDeadlines, gold.notDeadlines, ...passagesOf(gold).map((passage) => passage.notDeadlines)]);
  const ofTasks = gold.tasks.flatMap((task, i) =>
    task.notDeadlines.map(({ text }) => judge(String(i + 1), text, [...suspects(partners.get(i + 1)?.deadlines ?? []), ...sections])),
  );
  return [...ofNotice.map((trap) => judge("notice", trap, everywhere)), ...ofTasks];
}

/** Units that fell into a trap: a clause that is the trap, or a name inside the trap that gold names nowhere as a unit. */
export function judgeNotUnits(gold: Gold, result: ParseResult): Judgement[] {
  const assignments = [...result.tasks, ...result.notice.sections].flatMap((part) => part.assignment ?? []);
  const known = new Set(knownUnits(gold).map(plain));
  return trapsOf([gold.notice.notUnits]).map((trap) => {
    const taken = assignments.map((assignment) => takenFrom(assignment, trap, known)).find((words) => words !== null) ?? null;
    return { field: "notUnits", record: "notice", gold: trap, got: taken ?? "not taken", right: taken === null };
  });
}

function knownUnits(gold: Gold): string[] {
  const units = [...gold.tasks, ...gold.optionalTasks, ...passagesOf(gold)].flatMap((part) => part.units ?? []);
  return units.flatMap(({ lead, support, responsible, mentioned, fieldWords }) => [...lead, ...support, ...responsible, ...(mentioned ?? []), ...(fieldWords ?? [])]);
}

function takenFrom({ text, lead, support, responsible, others }: Assignment, trap: string, known: ReadonlySet<string>): string | null {
  const inside = plain(trap).replace(/^[(〔[]|[)〕\]]$/gu, "");
  if (text !== null && plain(text) !== "" && inside.includes(plain(text).replace(/^[(〔[]|[)〕\]]$/gu, ""))) return text;
  const names = [...lead, ...support, ...responsible, ...others.map(({ unit }) => unit)].map((unit) => unit.text);
  return names.find((name) => plain(name) !== "" && inside.includes(plain(name)) && !known.has(plain(name))) ?? null;
}

/** Passages that look like tasks and are none. */
export function judgeNotTasks(gold: Gold, result: ParseResult): Judgement[] {
  return trapsOf([gold.notTasks]).map((trap) => {
    const taken = result.tasks.find((task) => isPassage(task, trap));
    return { field: "notTasks", record: "notice", gold: trap, got: taken?.text ?? "not taken", right: taken === undefined };
  });
}

/** Whether a record says a passage, whole or in part. */
export function isPassage(task: Task, passage: string): boolean {
  if (plain(task.text).length >= 4 && related(task.text, passage)) return true;
  const whole = (task.label ?? "") + (task.heading ?? "") + task.text;
  return related(whole, passage) || likeness(whole, passage) >= 0.6;
}
