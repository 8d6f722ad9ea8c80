/** The plan that a letter forwards: its name in the letter, and the place where it is printed. */
import type { Quote } from "../../model/quote.ts";
import { partOf, quote } from "../../model/quote.ts";
import { forwarding } from "../../rules/metadata/wording.ts";
import type { TextLine } from "./line.ts";
import { readingOf } from "../../text/reading.ts";
import { freeLine, type Scene } from "./scene.ts";

/** Text between the outermost 《 and 》; a lost opening mark is supplied from the start of the sentence. */
interface Cited {
  readonly start: number;
  readonly end: number;
}

/** Names of the forwarded texts among the lines `[from, to)`: 现将《X》印发, 《X》已经…, in order. */
export function findEnclosures(scene: Scene, from: number, to: number): Quote[] {
  for (let index = from; index < to; index++) {
    const line = freeLine(scene, index);
    if (line === null || !forwarding.pattern.test(line.key)) continue;
    const found = forwardedIn(line);
    if (found.length > 0) return found.map(({ start, end }) => partOf(quote(scene.document, line.span), start, end));
  }
  return [];
}

function forwardedIn(line: TextLine): Cited[] {
  const { text, at } = readingOf(line.text);
  const titles = citedTitles(text).filter(({ start }) => !/(?:简称|统称|下称|称为?|按照|依据|根据)[“"]?《?$/u.test(text.slice(0, start)));
  const printed = ({ start, end }: Cited): Cited => ({ start: at(start), end: at(end) });
  const now = /现[将把]|现对/u.exec(text);
  if (now !== null) {
    const verb = forwarding.pattern.exec(text.slice(now.index));
    const until = verb === null ? text.length : now.index + verb.index;
    const named = titles.filter(({ start, end }) => start > now.index && end <= until && !/根据|按照|依据/u.test(text.slice(now.index, start)));
    if (named.length > 0) return named.map(printed);
  }
  const first = titles[0];
  if (first === undefined) return [];
  const after = text.slice(first.end);
  return first.start <= 1 && /^》[^。]{0,12}(?:已|业)/u.test(after) ? [printed(first)] : [];
}

/** The titles in 《》 of a text, without their marks; inner 《》 and 〈〉 belong to the outer title. */
export function citedTitles(text: string): Cited[] {
  const found: Cited[] = [];
  let depth = 0;
  let start = 0;
  let sentence = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === "《" && depth++ === 0) start = i + 1;
    else if (character === "》") {
      if (depth === 0 && i > sentence && (found.at(-1)?.end ?? -1) < sentence) found.push({ start: sentence, end: i });
      else if (depth > 0 && --depth === 0) found.push({ start, end: i });
    } else if (/[。；;]/u.test(character) && depth === 0) sentence = i + 1;
  }
  return found.filter(({ start: from, end }) => end > from);
}

/** The name of the plan in the title of its letter: 关于印发X的通知, as offsets in the title. */
export function enclosureInTitle(title: string): [start: number, end: number] | null {
  const { text: words, at } = readingOf(title);
  const verb = words.search(/印发|转发|批转|颁发|下发|发布|公布/u);
  const start = verb + 2;
  const name = verb < 0 ? undefined : /^(.{4,})的(?:通知|公告|函|决定|令)(?:[（(].{0,100}[)）])?$/u.exec(words.slice(start))?.[1];
  if (name === undefined) return null;
  const open = name.endsWith("》") ? name.indexOf("《") : -1;
  if (open < 0) return [at(start), at(start + name.length - 1) + 1];
  return [at(start + open + 1), at(start + name.length - 2) + 1];
}
