/** What a page hides: an article that its script shows later, and words that nobody ever sees. */
import { contentWords } from "../../rules/furniture.ts";
import { popupWords, tabWords } from "../../rules/hidden-parts.ts";
import { unseenElements } from "./elements.ts";
import { attribute, isElement, walk, type Markup, type MarkupElement } from "./markup.ts";
import { isUnseen, type Style } from "./style.ts";
import { classesOf, Stylesheet } from "./stylesheet.ts";

/** What must be known of the whole page. */
export interface PageFacts {
  readonly sheet: Stylesheet;
  /** All its words, shown or not, without blanks. */
  readonly words: string;
}

/** Surveys a page before it is read; null when it nests deeper than `depth` elements. */
export function survey(root: Markup, depth: number): PageFacts | null {
  const sheets: string[] = [];
  const words: string[] = [];
  const within = { style: 0, unseen: 0 };
  const count = ({ name }: MarkupElement, change: number): void => {
    if (name === "style") within.style += change;
    if (unseenElements.has(name)) within.unseen += change;
  };
  const whole = walk(root, depth, {
    enter: (element) => { count(element, 1); },
    leave: (element) => { count(element, -1); },
    text: (data) => {
      if (within.style > 0) sheets.push(data);
      else if (within.unseen === 0) words.push(data.replace(blanks, ""));
    },
  });
  return whole ? { sheet: new Stylesheet(sheets), words: words.join("") } : null;
}

const blanks = /[\s\u00a0\u200b-\u200f\ufeff]+/gu;

/** Whether an element is not seen as the page stands. */
export function isHidden(element: MarkupElement, style: Style): boolean {
  return style.gone === true || style.invisible === true || isUnseen(style) || attribute(element, "hidden") !== null;
}

/** What holds for the letters inside an element; null when it changes nothing. */
export function inkOf(element: MarkupElement, style: Style, outside: Ink): Ink | null {
  const backed = outside.backed || style.backed || isColour(attribute(element, "bgcolor")) || attribute(element, "background") !== null;
  const painted = style.white ?? (element.name === "font" ? isWhite(attribute(element, "color")) : null);
  const ink: Ink = {
    struck: outside.struck || (style.struck ?? strikes.has(element.name)),
    raised: style.raised ?? (element.name === "sup" || (outside.raised && element.name !== "sub")),
    tiny: style.tiny ?? outside.tiny,
    white: painted === null ? outside.white : painted && !backed && standsAmongWords(element),
    backed,
    code: outside.code || codes.has(element.name),
  };
  const same = (Object.keys(ink) as (keyof Ink)[]).every((key) => ink[key] === outside[key]);
  return same ? null : ink;
}

/** How letters look and what they are. */
interface Ink {
  readonly struck: boolean;
  readonly raised: boolean;
  readonly tiny: boolean;
  readonly white: boolean;
  readonly backed: boolean;
  readonly code: boolean;
}

const strikes: ReadonlySet<string> = new Set(["s", "strike", "del"]);
const codes: ReadonlySet<string> = new Set(["pre", "code", "samp", "kbd", "xmp", "listing", "textarea"]);

function isColour(value: string | null): boolean {
  return value !== null && value.trim() !== "" && isWhite(value) !== true;
}

function isWhite(value: string | null): boolean | null {
  return value === null ? null : /^\s*(?:#?fff(?:fff)?|white)\s*$/iu.test(value);
}

/** White words alone in their block may stand on a colour that a style sheet elsewhere gives; among other words they do not. */
function standsAmongWords(element: MarkupElement): boolean {
  const { parent } = element;
  return isElement(parent) && parent.children.some((child) => child !== element && holdsWords(child, 0));
}

/** How deep and wide is looked for words. */
const nearest = { depth: 4, children: 30 };

function holdsWords(node: Markup, depth: number): boolean {
  if (node.type === "text") return (node.data ?? "").trim() !== "";
  return isElement(node) && depth < nearest.depth && !unseenElements.has(node.name) && node.children.slice(0, nearest.children).some((child) => holdsWords(child, depth + 1));
}

/**
 * Whether a script shows a hidden element to the reader: it holds an article or a table, and it is named as the body of an article,
 * is one of several tabs or folds, or holds most of the page. What stands in the page a second time is a copy; a window that pops up is none.
 * Wholly transparent words are shown where they are nearly the whole page: a script lets them appear.
 */
export function showsByScript(element: MarkupElement, style: Style, page: PageFacts): boolean {
  const fades = style.transparent === true && !style.unseen;
  if (isUnseen(style) && style.invisible !== true && !fades) return false;
  const names = [...classesOf(element), attribute(element, "id") ?? ""].filter((word) => word !== "");
  if (names.some((name) => popupWords.test(name))) return false;
  const { words, links, tables } = contentOf(element);
  if (links * 2 > words.length || !(tables > 0 ? words.length >= 20 : words.length >= 20 && /[。；]/u.test(words))) return false;
  if (fades && style.invisible !== true) return words.length * 5 >= page.words.length * 4 && !isCopy(words, page);
  const named = names.some((name) => contentWords.test(name) || tabWords.test(name)) || attribute(element, "role") === "tabpanel";
  return (named || words.length * 2 >= page.words.length || isTab(element)) && !isCopy(words, page);
}

function contentOf(element: MarkupElement): { words: string; links: number; tables: number } {
  const words: string[] = [];
  const within = { links: 0, unseen: 0 };
  let links = 0;
  let tables = 0;
  const visit = (node: Markup): void => {
    if (node.type === "text" && within.unseen === 0) {
      const text = (node.data ?? "").replace(blanks, "");
      words.push(text);
      if (within.links > 0) links += text.length;
    }
    if (!isElement(node) || unseenElements.has(node.name)) return;
    if (node.name === "table") tables++;
    if (node.name === "a") within.links++;
    node.children.forEach(visit);
    if (node.name === "a") within.links--;
  };
  visit(element);
  return { words: words.join(""), links, tables };
}

/** One of several parts of one kind, of which another is shown. */
function isTab(element: MarkupElement): boolean {
  const own = classesOf(element);
  const { parent } = element;
  if (own.length === 0 || !isElement(parent)) return false;
  return parent.children.slice(0, 100).some((other) => {
    if (!isElement(other) || other === element || other.name !== element.name) return false;
    return !/display\s*:\s*none/iu.test(attribute(other, "style") ?? "") && classesOf(other).some((name) => own.includes(name)) && holdsWords(other, 0);
  });
}

/** Whether slices of the words stand in the page twice. */
function isCopy(words: string, page: PageFacts): boolean {
  const slices = [0, 0.4, 0.8].map((share) => words.slice(Math.floor(words.length * share), Math.floor(words.length * share) + 18));
  return slices.every((slice) => {
    const first = page.words.indexOf(slice);
    return first !== -1 && page.words.indexOf(slice, first + 1) !== -1;
  });
}
