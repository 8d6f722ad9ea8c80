/** Words that say who does what by when, where nothing was read as a task: a person should look. */
import type { SectionDraft } from "../model/draft.ts";
import { linesIn, partOf, sentencesIn, type Quote } from "../model/quote.ts";
import { findLimit } from "../rules/deadlines/grammar.ts";
import { readMarker } from "../rules/markers.ts";
import { isListed } from "../rules/units/names.ts";
import { reading } from "../text/reading.ts";
import { namesDoer } from "./item/item.ts";
import { clausesIn } from "./clauses.ts";
import type { Genre } from "./genre.ts";

/** Sections that lay nothing down, or ask everyone for care. */
const speaksToAll: ReadonlySet<SectionDraft["kind"]> = new Set(["aims", "closing"]);

/** The sentences that nobody read as a task: the first, and how many there are. */
export interface Untold {
  readonly first: Quote;
  readonly count: number;
}

/**
 * Such sentences. In a notice that allocates a listed department that leads, or that does something by a limit; where nothing around it
 * allocates, and in a paper of a firm, one that leads by a limit.
 */
export function findUntold(sections: readonly SectionDraft[], genre: Genre): Untold | null {
  const sentences = sections.flatMap(({ kind, text }) => (speaksToAll.has(kind) ? [] : linesIn(text).flatMap((line) => sentencesIn(partOf(line, readMarker(line.text)?.end ?? 0, line.text.length)))));
  const first = sentences.find((one) => allocates(one, genre));
  // Where one allocates, weaker words beside it do too.
  return first === undefined ? null : { first, count: sentences.filter((one) => allocates(one, "allocates")).length };
}

/** 由县工信局牵头的行动成效明显: told of what is so; an answer to a question explains. */
const describes = /(?:牵头|负责|配合)的|^\s*(?:[问答]|[回答]复)[：:]/u;

/** 承办单位：县水利局 alone on a line: somebody answers for what stands beside it. */
const answers = /^(?:牵头|承办|主办|责任|负责|主责|落实|整改)(?:责任)?(?:单位|部门|科室)[：:]\s*(?<who>.+)/u;

function allocates(sentence: Quote, genre: Genre): boolean {
  if (describes.test(sentence.text)) return false;
  const limited = findLimit(sentence.text) >= 0;
  const listed = clausesIn(sentence).filter(({ quote }) => namesListed(quote.text));
  const leads = listed.some(({ role, quote }) => role === "lead" || quote.text.includes("牵头"));
  if (genre === "allocates" && (namesDoer(sentence.text) || namesListed(answers.exec(sentence.text)?.groups?.["who"] ?? ""))) return true;
  return genre === "allocates" ? leads || (limited && listed.length > 0) : leads && limited;
}

function namesListed(words: string): boolean {
  return reading(words).split(/[、,和及与由]|牵头|负责|配合/u).some(isListed);
}
