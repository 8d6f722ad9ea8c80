/** Which part of a page an element stands in: its article, or the margin around it. */
import { contentWords } from "../../rules/furniture.ts";
import { marginNames } from "../../rules/pictures.ts";
import { unseenElements } from "./elements.ts";
import { attribute, isElement, walk, type Markup, type MarkupElement } from "./markup.ts";
import { classesOf } from "./stylesheet.ts";

/** How far up is looked for the part of the page an element stands in. */
const highest = 60;

/** How many blocks may hold a picture and nothing else. */
const wrappers = 6;

/** The article of a page: the blocks named as one, or where no block is, what stands behind paragraphs. */
export class Article {
  readonly #root: Markup;
  readonly #behind = new Map<Markup, ReadonlySet<Markup>>();
  #named: boolean | null = null;

  constructor(root: Markup) {
    this.#root = root;
  }

  /** Whether an element stands in the article. */
  holds(element: MarkupElement): boolean {
    if (standsInMargin(element)) return false;
    if ([element, ...ancestors(element)].some(isNamed)) return true;
    this.#named ??= holdsNamed(this.#root);
    return !this.#named && this.#standsBehindParagraphs(element);
  }

  /** A paragraph stands before it or before the blocks that hold nothing else. */
  #standsBehindParagraphs(element: MarkupElement): boolean {
    let inner = element;
    for (const above of ancestors(element).slice(0, wrappers)) {
      if (this.#behindParagraphs(above).has(inner)) return true;
      if (above.children.some((child) => child !== inner && holdsWords(child))) return false;
      inner = above;
    }
    return false;
  }

  /** The children behind the first paragraph. */
  #behindParagraphs(element: MarkupElement): ReadonlySet<Markup> {
    const known = this.#behind.get(element) ?? new Set(childrenBehind(element));
    this.#behind.set(element, known);
    return known;
  }
}

function childrenBehind({ children }: MarkupElement): Markup[] {
  const first = children.findIndex(isParagraph);
  return first === -1 ? [] : children.slice(first + 1);
}

function isNamed(element: MarkupElement): boolean {
  return element.name === "article" || element.name === "main" || namesOf(element).some((name) => contentWords.test(name) || otherNames.test(name));
}

const otherNames = /^(?:content|js_content|main-content)$/iu;

function holdsNamed(root: Markup): boolean {
  let found = false;
  walk(root, Infinity, { enter: (element) => { found ||= isNamed(element); }, leave: () => undefined, text: () => undefined });
  return found;
}

/** A paragraph, a heading or bare text; a bare block counts where it holds a sentence. */
function isParagraph(node: Markup): boolean {
  if (node.type === "text") return /[\u4e00-\u9fff]/u.test(node.data ?? "");
  if (!isElement(node)) return false;
  if (/^(?:p|h[1-6])$/u.test(node.name)) return holdsWords(node);
  return node.name === "div" && node.children.some((child) => child.type === "text" && /[。；，]/u.test(child.data ?? ""));
}

/** The elements an element stands in, the nearest first. */
export function ancestors(element: MarkupElement): MarkupElement[] {
  const above: MarkupElement[] = [];
  for (let node: Markup | null = element.parent; isElement(node) && above.length < highest; node = node.parent) above.push(node);
  return above;
}

/** The classes and the id of an element. */
export function namesOf(element: MarkupElement): string[] {
  return [...classesOf(element), attribute(element, "id") ?? ""].filter((name) => name !== "");
}

/** Whether an element stands in the head, the foot or a side of the page. */
export function standsInMargin(element: MarkupElement): boolean {
  return ancestors(element).some((one) => /^(?:nav|header|footer|aside)$/u.test(one.name) || namesOf(one).some((name) => marginNames.test(name)));
}

/** Whether words stand in a node, seen or not. */
export function holdsWords(node: Markup): boolean {
  if (node.type === "text") return /[^\s\u00a0\u3000\u200b-\u200f\ufeff]/u.test(node.data ?? "");
  return isElement(node) && !unseenElements.has(node.name) && node.children.some(holdsWords);
}
