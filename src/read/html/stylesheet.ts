/** The rules of a page's own style elements, as far as they say that words are struck out, raised or not seen (CSS 2.2, Selectors 3). */
import type { MarkupElement } from "./markup.ts";
import { isElement, attribute, type Markup } from "./markup.ts";

/** One rule: its selector step by step, the last one first, and its declarations as written. */
interface Rule {
  readonly steps: readonly Step[];
  readonly css: string;
}

/** A compound selector of tag, id and classes. */
interface Step {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
}

/** Declarations that matter to a reader; other rules are not kept. */
const relevant =
  /display|visibility|text-decoration|font-size|font\s{0,9}:|opacity|text-indent|clip|vertical-align|position|height|color|background|transform|float|zoom|letter-spacing|inset|margin(?:-left)?\s{0,9}:[^;:]{0,60}-\d{2}/iu;

/** Pages have many rules about other things; more than this are not asked. */
const mostRules = 3000;

/** The rules of all style elements, by what the last step of their selector names. */
export class Stylesheet {
  readonly #byKey = new Map<string, Rule[]>();
  #count = 0;

  constructor(sheets: readonly string[]) {
    for (const sheet of sheets) this.#read(sheet);
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** The declarations that hold for an element, weakest first, joined. */
  declarations(element: MarkupElement): string {
    if (this.isEmpty) return "";
    const keys = [element.name, ...classesOf(element).map((name) => `.${name}`), `#${attribute(element, "id") ?? ""}`];
    const matching = keys.flatMap((key) => (this.#byKey.get(key) ?? []).filter(({ steps }) => matches(element, steps)));
    return matching.map(({ css }) => css).join(";");
  }

  /** Rules inside of @media and the like are left out: they hold for some screens only. */
  #read(sheet: string): void {
    const text = sheet.replace(/\/\*[^]*?\*\//gu, "").replace(/<!--|-->/gu, "");
    let at = 0;
    while (at < text.length && this.#count < mostRules) {
      const open = text.indexOf("{", at);
      if (open === -1) return;
      const selector = text.slice(text.lastIndexOf(";", open) > at ? text.lastIndexOf(";", open) + 1 : at, open).trim();
      const end = selector.startsWith("@") ? endOfBlock(text, open) : text.indexOf("}", open);
      const close = end === -1 ? text.length : end;
      if (!selector.startsWith("@")) this.#add(selector, text.slice(open + 1, close));
      at = close + 1;
    }
  }

  #add(selectors: string, css: string): void {
    if (!relevant.test(css) || selectors.length > 2000) return;
    for (const selector of selectors.split(",")) {
      const steps = stepsOf(selector);
      const [last] = steps ?? [];
      if (steps === null || last === undefined) continue;
      const key = last.id === null ? (last.classes[0] === undefined ? (last.tag ?? "*") : `.${last.classes[0]}`) : `#${last.id}`;
      const rules = this.#byKey.get(key);
      if (rules === undefined) this.#byKey.set(key, [{ steps, css }]);
      else rules.push({ steps, css });
      this.#count++;
    }
  }
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return -1;
}

/** The steps of a selector, the last one first; null for one that asks for more than tags, classes, ids and ancestors. */
function stepsOf(selector: string): Step[] | null {
  const parts = selector.replaceAll(">", " ").trim().split(/\s+/u);
  if (parts.length > 6) return null;
  const steps: Step[] = [];
  for (const part of parts) {
    const [, tag = "", names = ""] = /^([a-z][a-z\d]*|\*)?((?:[.#][\w\u0080-\uffff-]+)*)$/iu.exec(part) ?? [];
    if (tag === "" && names === "") return null;
    const words = names.match(/[.#][^.#]+/gu) ?? [];
    steps.unshift({
      tag: tag === "" || tag === "*" ? null : tag.toLowerCase(),
      id: words.find((word) => word.startsWith("#"))?.slice(1) ?? null,
      classes: words.filter((word) => word.startsWith(".")).map((word) => word.slice(1)),
    });
  }
  return steps;
}

/** More ancestors than this are not asked. */
const highest = 50;

function matches(element: MarkupElement, steps: readonly Step[]): boolean {
  const [last, ...above] = steps;
  if (last === undefined || !fits(element, last)) return false;
  let node: Markup | null = element.parent;
  let height = 0;
  for (const step of above) {
    while (isElement(node) && height++ < highest && !fits(node, step)) node = node.parent;
    if (!isElement(node) || !fits(node, step)) return false;
    node = node.parent;
  }
  return true;
}

function fits(element: MarkupElement, { tag, id, classes }: Step): boolean {
  if (tag !== null && tag !== element.name) return false;
  if (id !== null && id !== attribute(element, "id")) return false;
  const own = classes.length === 0 ? [] : classesOf(element);
  return classes.every((name) => own.includes(name));
}

/** The classes of an element. */
export function classesOf(element: MarkupElement): string[] {
  const words = attribute(element, "class");
  return words === null ? [] : words.split(/\s+/u).filter((word) => word !== "");
}
