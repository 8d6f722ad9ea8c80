/** Where a text names other documents, by 《title》 or number, and what its sentence says of each. */
import { statedRelation, type StatedRelation } from "../../rules/metadata/relations.ts";
import { findDocumentNumbers, type DocumentNumber } from "../../text/document-number.ts";
import { countBefore } from "../../model/sorted.ts";
import { simplify } from "../../text/traditional.ts";
import { citedTitles } from "./enclosure.ts";
import { largest } from "../../model/extremes.ts";

/** One document named; offsets are of the text, marks and brackets included. */
export interface Mention {
  readonly number: DocumentNumber | null;
  readonly title: string | null;
  readonly start: number;
  readonly end: number;
  /** The row that its verb belongs to, and the verb's offsets. */
  readonly stated: { readonly row: StatedRelation["row"]; readonly start: number; readonly end: number } | null;
}

type Named = Omit<Mention, "stated">;

/** Every title and number of a text, in order. A number right behind a title is its number; documents of one list share what is said of it. */
export function mentionsIn(text: string): Mention[] {
  const words = simplify(text);
  return listsOf(namedIn(text), words).flatMap((list) => {
    const stated = statedOf(list, words);
    return list.map((one) => ({ ...one, ...withMarks(one, text), stated }));
  });
}

/** 《A》（1号） with the marks around title and number. */
function withMarks({ start, end, number, title }: Named, text: string): Pick<Named, "start" | "end"> {
  const shut = number === null || title === null ? "》" : "）)〕]";
  const from = title !== null && text.charAt(start - 1) === "《" ? start - 1 : start;
  return { start: from, end: title !== null && end < text.length && shut.includes(text.charAt(end)) ? end + 1 : end };
}

function namedIn(text: string): Named[] {
  const titles = citedTitles(text);
  const named: Named[] = findDocumentNumbers(text).map((number) => {
    const [from, end] = number.range;
    const last = titles[countBefore(titles, (one) => one.end < from) - 1];
    const title = last !== undefined && from - last.end < 8 && /^》?[\s（(〔[]{0,3}$/u.test(text.slice(last.end, from)) ? last : undefined;
    return { number, title: title === undefined ? null : text.slice(title.start, title.end), start: title?.start ?? from, end };
  });
  const numbered = new Set(named.map(({ start }) => start));
  for (const { start, end } of titles) {
    if (!numbered.has(start)) named.push({ number: null, title: text.slice(start, end), start, end });
  }
  return named.sort((a, b) => a.start - b.start);
}

const opening = /[《（(〔[\s]{0,4}$/u;
const closing = /^[》）)〕\]\s]{0,4}/u;

/** 《A》（1号）、《B》和C: neighbours with nothing between them but a joint and the name of an organ. */
function listsOf(named: readonly Named[], words: string): Named[][] {
  const lists: Named[][] = [];
  for (const one of named) {
    const last = lists.at(-1)?.at(-1);
    const gap = last === undefined ? "" : between(words.slice(last.end, one.start));
    if (last !== undefined && /^(?:[、和及与]|以及)[^，,。；;、：:]{0,24}$/u.test(gap) && statedRelation(gap.slice(1), "") === null) lists.at(-1)?.push(one);
    else lists.push([one]);
  }
  return lists;
}

function between(gap: string): string {
  return gap.replace(closing, "").replace(opening, "");
}

/** What is looked at on either side; sentences of one breath are shorter. */
const reach = 120;

function statedOf(list: readonly Named[], words: string): Mention["stated"] {
  const [first, last] = [list[0], list.at(-1)];
  if (first === undefined || last === undefined) return null;
  const left = words.slice(Math.max(0, first.start - reach), first.start).replace(opening, "");
  const before = left.slice(largest([..."。；;\n》"].map((mark) => left.lastIndexOf(mark))) + 1);
  const right = words.slice(last.end, last.end + reach);
  const shut = closing.exec(right)?.[0].length ?? 0;
  const behind = /^[^。；;\n《]*/u.exec(right.slice(shut))?.[0] ?? "";
  const stated = statedRelation(before, behind);
  if (stated === null) return null;
  const from = stated.side === "behind" ? last.end + shut : first.start - (words.slice(Math.max(0, first.start - reach), first.start).length - left.length) - before.length;
  return { row: stated.row, start: from + stated.start, end: from + stated.end };
}
