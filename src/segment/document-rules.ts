/** Finds the rules for the whole document, wherever they stand: in a bracket, a note, the letter. */
import type { RuleDraft, SectionDraft, TaskDraft } from "../model/draft.ts";
import { partOf, type Quote } from "../model/quote.ts";
import { recogniseDocumentRule } from "../rules/units/documents.ts";

const sentences = /[^。；;\n]+/gu;

/**
 * Rules in the allocations of tasks hold from that task on (下同 = from here on); rules in the body text hold from the first task
 * behind them. `firstAfter` gives that ordinal for an offset in the text.
 */
export function findRules(tasks: readonly TaskDraft[], sections: readonly SectionDraft[], remarks: readonly { readonly words: Quote; readonly fromTask: number | null }[] = []): RuleDraft[] {
  const starts = tasks.map((task) => task.spans[0]?.start ?? 0);
  const firstAfter = (offset: number): number => Math.max(1, starts.findIndex((start) => start >= offset) + 1);
  const rules: RuleDraft[] = [];
  const seen = new Set<number>();
  const add = (words: Quote, fromTask: (rule: Quote) => number): void => {
    for (const rule of rulesIn(words)) {
      const start = rule.quote.spans[0]?.start ?? -1;
      if (seen.has(start)) continue;
      seen.add(start);
      rules.push({ ...rule, fromTask: fromTask(rule.quote) });
    }
  };
  for (const { words, fromTask } of remarks) if (fromTask !== null && fromTask <= tasks.length) add(words, () => fromTask);
  for (const section of sections) add(section.text, (rule) => firstAfter(rule.spans[0]?.start ?? 0));
  for (const { words } of remarks) add(words, (rule) => firstAfter(rule.spans[0]?.start ?? 0));
  for (const [index, task] of tasks.entries()) for (const { quote } of task.allocations) add(quote, () => index + 1);
  return rules.sort((a, b) => a.fromTask - b.fromTask);
}

function rulesIn(words: Quote): Omit<RuleDraft, "fromTask">[] {
  return [...words.text.matchAll(sentences)].flatMap((match) => {
    const rule = recogniseDocumentRule(match[0]);
    if (rule === null) return [];
    const part = ([start, end]: readonly [number, number]): Quote => partOf(words, match.index + start, match.index + end);
    return [{ kind: rule.kind, quote: part(rule.range), units: rule.unitsRange === null ? null : part(rule.unitsRange), exceptions: rule.exceptions }];
  });
}
