/** What a page holds besides what was read of it, as findings. */
import type { Context } from "../../model/context.ts";
import type { Place } from "../../model/position.ts";
import { metadataLabel } from "../../rules/furniture.ts";
import { hiddenAllocation, labelWords, popupWords } from "../../rules/hidden-parts.ts";
import { reportAside, type Aside } from "../aside.ts";
import { ancestors, namesOf } from "./article.ts";
import type { Gathered, PageAside } from "./gathered.ts";
import { textRule } from "./furnish.ts";
import { backgroundPicture, drawnWords } from "./unread.ts";
import { waitingWords } from "./waiting.ts";
import { attribute, isElement, type MarkupElement } from "./markup.ts";

type PlaceOf = (element: MarkupElement, start?: number | null, end?: number | null) => Extract<Place, { kind: "element" }>;

/** Reports words set aside, words that a script shows, markup escaped twice, pictures and files that were not read. */
export function reportFindings(gathered: Gathered, placeOf: PlaceOf, context: Context): void {
  reportAside([...gathered.asides.filter((one) => matters(one, gathered)).map((one) => asideOf(one, placeOf)), ...waitingIn(gathered, placeOf)], context);
  if (gathered.shown.length > 0) {
    const words = gathered.shown.map(wordsOf);
    const count = words.reduce((sum, text) => sum + text.length, 0);
    context.report("words/shown-by-script", { params: { count: String(count) }, actual: words[0]?.slice(0, 40) ?? "", place: gathered.shown.map((element) => placeOf(element)) });
  }
  if (gathered.escaped.length > 0) {
    const place = gathered.escaped.map(({ container, offset, text }) => placeOf(container.element, offset - container.start, offset - container.start + text.length));
    context.report("words/escaped-twice", { params: { count: String(place.length) }, actual: gathered.escaped.map(({ text }) => text.trim().slice(0, 60)).join(" | ").slice(0, 1000), place });
  }
  reportUnread(gathered, placeOf, context);
}

function waitingIn({ waiting, words }: Gathered, placeOf: PlaceOf): Aside[] {
  return waiting.flatMap((element) => {
    const text = waitingWords(element, words);
    return text === null ? [] : [{ kind: "hidden", text, place: placeOf(element) }];
  });
}

function reportUnread({ pictures, frames }: Gathered, placeOf: PlaceOf, context: Context): void {
  if (pictures.length > 0) {
    const names = pictures.map((element) => (attribute(element, "alt") ?? drawnWords(element)).trim() || (attribute(element, "src") ?? attribute(element, "data-src") ?? backgroundPicture(element) ?? "").slice(0, 200));
    context.report("picture/not-read", { params: { count: String(pictures.length) }, actual: names.join(" | ").slice(0, 1000), place: pictures.map((element) => placeOf(element)) });
  }
  if (frames.length > 0) {
    const place = frames.map(({ element }) => placeOf(element));
    context.report("file/not-read", { params: { count: String(frames.length) }, actual: frames.map(({ target }) => target.slice(0, 200)).join(" | ").slice(0, 1000), place });
  }
}

function asideOf({ kind, text, container, offset, element }: PageAside, placeOf: PlaceOf): Aside {
  if (element !== null) return { kind, text, place: placeOf(element) };
  return { kind, text, place: placeOf(container.element, offset - container.start, offset - container.start + text.length) };
}

/** Hidden words are told of where they stand among words or in the article: a hidden menu or window says nothing about the notice. */
function matters({ kind, text, inCell, element }: PageAside, { article, words: shown }: Gathered): boolean {
  if (kind !== "hidden" || element === null || inCell) return text.trim() !== "";
  if (text.trim() === "") return false;
  const { parent } = element;
  const among = isElement(parent) && parent.children.some((child) => child.type === "text" && (child.data ?? "").trim() !== "");
  const words = text.replace(/\s+/gu, "");
  if (among || hiddenAllocation.pattern.test(words.slice(0, longestDecoy)) || holdsSentence(words)) return true;
  return countHan(words) >= leastHan && !isLabel(element, words) && article.holds(element) && !standsTwice(words, shown);
}

/** Fewer characters are a stray one or an icon. */
const leastHan = 3;

function countHan(words: string): number {
  return words.slice(0, longestDecoy).match(/[\u4e00-\u9fff]/gu)?.length ?? 0;
}

/** Words for screen readers, of menus, forms and windows, and the furniture of pages. */
function isLabel(element: MarkupElement, words: string): boolean {
  const around = [element, ...ancestors(element)];
  if (around.some((one) => controls.has(one.name) || namesOf(one).some((name) => popupWords.test(name) || labelWords.test(name)))) return true;
  return metadataLabel.test(words.slice(0, 20)) || textRule(words, true) !== null || holdsControl(element);
}

const controls: ReadonlySet<string> = new Set(["a", "button", "label", "legend", "form", "nav", "ul", "menu"]);

function holdsControl({ children }: MarkupElement): boolean {
  return children.some((child) => isElement(child) && (controls.has(child.name) || child.name === "input" || holdsControl(child)));
}

/** Words that the page also shows. */
function standsTwice(words: string, all: string): boolean {
  const begin = words.slice(0, 40);
  const first = all.indexOf(begin);
  return first !== -1 && all.includes(begin, first + 1);
}

/** So far into hidden words is looked for those of an allocation. */
const longestDecoy = 2000;

/** A sentence, not the label of a switch. */
function holdsSentence(words: string): boolean {
  return words.split(/[。；]/u).slice(0, -1).some((sentence) => sentence.length > 12 && /[\u4e00-\u9fff]/u.test(sentence));
}

function wordsOf(element: MarkupElement): string {
  const words: string[] = [];
  const visit = (node: MarkupElement): void => {
    for (const child of node.children) {
      if (child.type === "text") words.push(child.data ?? "");
      else if (isElement(child) && child.name !== "script" && child.name !== "style") visit(child);
    }
  };
  visit(element);
  return words.join("").replace(/\s+/gu, " ").trim();
}
