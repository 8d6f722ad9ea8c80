/** A task told in running text and again in a table of the same notice is one record: that of the table, with the running text among its places (conventions/records.md 8). */
import type { Context } from "../model/context.ts";
import type { NoticeDocument, Paragraph } from "../model/document.ts";
import type { SectionDraft, TaskDraft } from "../model/draft.ts";
import { paragraphsOf, placesOf, quote, type Quote } from "../model/quote.ts";
import { reading } from "../text/reading.ts";
import { countBefore } from "../model/sorted.ts";

/** Words as short as these say the same only where they are equal; shorter ones say no task. */
const shortest = 8;
const fewest = 4;

/** By how many of their first letters tasks are looked for. */
const opening = 8;

/** The tasks, each of them once; `told` are the running words of those that a table tells too, kept as body text under their headings. */
export function tellOnce(tasks: readonly TaskDraft[], document: NoticeDocument, context: Context): { readonly tasks: readonly TaskDraft[]; readonly told: readonly SectionDraft[] } {
  if (!tasks.some(({ table }) => table === true) || tasks.every(({ table }) => table === true)) return { tasks, told: [] };
  const rows = Map.groupBy(tasks.filter((task) => task.table === true && wordsOf(task).length >= fewest), (task) => wordsOf(task).slice(0, opening));
  const twins = new Map<TaskDraft, TaskDraft[]>();
  const kept = tasks.filter((task) => {
    if (task.table === true) return true;
    const row = [wordsOf(task), letters(task.heading ?? "")].flatMap((words) => rows.get(words.slice(0, opening))?.filter((one) => saysSame(one, words)) ?? [])[0];
    if (row === undefined) return true;
    twins.set(row, [...(twins.get(row) ?? []), task]);
    return false;
  });
  const paragraphs = twins.size === 0 ? [] : paragraphsOf(document.blocks);
  return { tasks: kept.map((task) => joined(task, twins.get(task) ?? [], document, context)), told: [...twins.values()].flat().flatMap((task) => bodyText(task, paragraphs, document)) };
}

/** The paragraphs of a task, their numbers included. */
function bodyText({ path, spans }: TaskDraft, paragraphs: readonly Paragraph[], document: NoticeDocument): SectionDraft[] {
  const own = new Set(spans.flatMap(({ start }) => paragraphs[countBefore(paragraphs, ({ span }) => span.end <= start)] ?? []));
  return [...own].map(({ span }) => ({ kind: "other", path, text: quote(document, span), allocations: [], spans: [span] }));
}

function letters(text: string): string {
  return reading(text).replace(/[^\p{L}\p{N}]/gu, "");
}

function wordsOf({ text }: TaskDraft): string {
  return letters(text.text);
}

function saysSame(row: TaskDraft, words: string): boolean {
  const own = wordsOf(row);
  if (words === own) return words.length >= fewest;
  return Math.min(words.length, own.length) >= shortest && (words.startsWith(own) || own.startsWith(words));
}

/** The row with what is told elsewhere: places, and who and until when where the row itself does not say it. */
function joined(row: TaskDraft, twins: readonly TaskDraft[], document: NoticeDocument, context: Context): TaskDraft {
  let task = row;
  for (const twin of twins) {
    const own = wordsIn([...row.allocations, ...row.times]);
    const other = (["allocations", "times"] as const).flatMap((of) => (row[of].length === 0 ? [] : wordsIn(twin[of]).filter((text) => !own.includes(text))));
    if (other.length > 0) context.report("task/told-twice", { actual: other.join("、"), place: placesOf(document, [...row.spans, ...twin.spans]) });
    task = {
      ...task,
      path: task.allocations.length === 0 && twin.allocations.length > 0 ? twin.path : task.path,
      allocations: task.allocations.length > 0 ? task.allocations : twin.allocations,
      times: task.times.length > 0 ? task.times : twin.times,
      spans: [...task.spans, ...twin.spans.filter(({ start }) => task.spans.every((span) => span.start !== start))],
    };
  }
  return task;
}

/** A label before the units or times of a task (牵头单位：): no word of its own. */
const label = /(?<![^、,，;；。()（）\n])[^、,，;；。()（）\n:：]{1,10}[:：]/gu;

/** The printed units or times of a task as single words, without their labels. */
function wordsIn(printed: readonly { readonly quote: Quote }[]): string[] {
  return printed.flatMap(({ quote }) => reading(quote.text).replace(label, "").split(/[、,，;；。\n]|牵头|配合|负责/u)).map(letters).map((word) => word.replace(/完成$/u, "")).filter((word) => word.length > 1);
}
