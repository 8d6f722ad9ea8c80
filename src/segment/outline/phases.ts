/** Phases that are told in one paragraph: 第一阶段，…；第二阶段，…. */
import { partOf, type Quote } from "../../model/quote.ts";

/** One phase: its printed name, the comma behind it, and its words. */
export interface InlinePhase {
  readonly label: Quote;
  readonly text: Quote;
  /** The semicolon that parts it from the next phase; blank for the last. */
  readonly comma: Quote;
}

/** A paragraph cut into phases; `lead` is what stands before the first. */
export interface InlinePhases {
  readonly lead: Quote | null;
  readonly phases: readonly InlinePhase[];
}

const opener = /(?:^|[：:；;。，,、\s])(第[一二三四五六](?:阶段|步))(?=[：:，,、（(是为])/gu;

/** Cuts a paragraph that tells at least two phases in their order; null for any other paragraph. */
export function cutPhases(words: Quote): InlinePhases | null {
  const starts = [...words.text.matchAll(opener)].flatMap((match) => {
    const label = match[1] ?? "";
    return [{ at: match.index + match[0].length - label.length, label }];
  });
  const ordered = starts.every(({ label }, index) => label.charAt(1) === "一二三四五六".charAt(index));
  if (starts.length < 2 || !ordered) return null;
  const lead = partOf(words, 0, starts[0]?.at ?? 0);
  return {
    lead: lead.text === "" ? null : lead,
    phases: starts.map(({ at, label }, index) => {
      const begin = behindComma(words.text, at + label.length);
      const until = starts[index + 1]?.at ?? words.text.length;
      const whole = words.text.slice(begin, until).trimEnd();
      const end = begin + whole.length - (index + 1 < starts.length && /[；;，,]$/u.test(whole) ? 1 : 0);
      return { label: partOf(words, at, begin), text: partOf(words, begin, end), comma: partOf(words, end, until) };
    }),
  };
}

function behindComma(text: string, offset: number): number {
  return /[：:，,、]/u.test(text.charAt(offset)) ? offset + 1 : offset;
}
