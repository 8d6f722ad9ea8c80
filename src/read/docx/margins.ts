/** Headers, footers and notes: read once each, page numbers and running heads told from the notice. */
import { marginDefaults, marginRule, type Margin } from "../../rules/running-heads.ts";
import { paragraphsIn, textOf, type Draft, type ParagraphDraft } from "./drafts.ts";
import type { Notes } from "./notes.ts";
import type { MarginReference } from "./sections.ts";

/** Marks the furniture among the paragraphs of headers or footers; a line that an earlier part shows already is furniture too. */
export class MarginSorter {
  readonly #seen = new Set<string>();
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  /** The paragraphs of one part. Tables of a margin only arrange it. */
  sort(drafts: readonly Draft[], { kind, use }: MarginReference): ParagraphDraft[] {
    const margin: Margin = kind === "footer" ? "footer" : use === "first" ? "first-header" : "header";
    return paragraphsIn(drafts)
      .filter((paragraph) => paragraph.runs.length > 0)
      .map((paragraph) => ({ ...paragraph, label: null, breakBefore: false, rule: this.#rule(paragraph, margin) }));
  }

  #rule(paragraph: ParagraphDraft, margin: Margin): string | null {
    const text = textOf(paragraph);
    const key = text.replace(/\s+/gu, "");
    const rule = marginRule(text, margin);
    const repeated = rule === null && this.#seen.has(key);
    this.#seen.add(key);
    if (repeated) return marginDefaults.repeated;
    const numbered = paragraph.runs.some((run) => this.#notes.pageNumbers.has(run.paragraph));
    return rule !== null && numbered ? "docx:page-number" : rule;
  }
}
