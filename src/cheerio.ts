/**
 * From a place of a result to the element of a page that cheerio loaded: `import { locate } from "fengong/cheerio"`.
 * Cheerio is the caller's own; nothing of it is loaded here.
 */
import type { Cheerio, CheerioAPI } from "cheerio";
import type { Place } from "./model/position.ts";

type Node = CheerioAPI["_root"]["children"][number];
/** An element of cheerio's tree. */
export type Element = Extract<Node, { readonly attribs: object }>;
/** A text node of it. */
export type Text = Extract<Node, { readonly nodeType: 3 }>;

/** A stretch of one text node, as half-open UTF-16 offsets into its data. */
export interface Stretch {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** An element of a page, and the characters in it that a place means. */
export interface Located {
  readonly element: Cheerio<Element>;
  /** The printed words, as the page's source has them. */
  readonly words: string;
  /** Where these words stand, text node by text node. */
  readonly stretches: readonly Stretch[];
}

/** A step of a path: a name, and a position among siblings of that name, counted from 1. */
const step = /^([^[\]/]+)(?:\[(\d+)\])?$/u;

/**
 * The element at a place, and its words there. Null for a place on a page of paper, and where the page has no such element or not so many
 * characters: then it is not the page that was read. Load the same text that was read, as a document (`cheerio.load(html)`).
 *
 * @example
 * const $ = cheerio.load(html);
 * const [place] = task.place;
 * locate($, place)?.element.addClass("task");
 */
export function locate($: CheerioAPI, place: Place): Located | null {
  if (place.kind !== "element") return null;
  const element = elementAt($, place.path);
  if (element === null) return null;
  const texts = textsIn(element);
  const length = texts.reduce((sum, { data }) => sum + data.length, 0);
  const [start, end] = [place.start ?? 0, place.end ?? length];
  if (start > end || end > length) return null;
  const stretches = stretchesIn(texts, start, end);
  return { element: $(element), words: stretches.map((one) => one.node.data.slice(one.start, one.end)).join(""), stretches };
}

function elementAt($: CheerioAPI, path: string): Element | null {
  const [before, ...steps] = path.split("/");
  let found: Element | null = null;
  if (before !== "" || steps.length === 0) return null;
  let among: readonly Element[] = elementsOf($.root().toArray()[0]?.children ?? []);
  for (const one of steps) {
    const [, name, position = "1"] = step.exec(one) ?? [];
    found = among.filter((child) => child.name === name)[Number(position) - 1] ?? null;
    if (found === null) return null;
    among = elementsOf(found.children);
  }
  return found;
}

function elementsOf(nodes: readonly Node[]): Element[] {
  return nodes.filter((node): node is Element => "attribs" in node);
}

/** All text nodes below an element, in order, as the DOM's textContent counts them. */
function textsIn(element: Element): Text[] {
  const texts: Text[] = [];
  const open = element.children.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeType === 3) texts.push(node);
    else if ("children" in node) open.push(...node.children.toReversed());
  }
  return texts;
}

function stretchesIn(texts: readonly Text[], start: number, end: number): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const node of texts) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, node.data.length)];
    if (from < to) stretches.push({ node, start: from, end: to });
    at += node.data.length;
  }
  return stretches;
}
