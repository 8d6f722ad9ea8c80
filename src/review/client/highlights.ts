/** Ranges of characters in a tree, and their highlights: by the paths that the reader wrote. */
import type { Mark } from "./backend.ts";

/** What is pointed at: the row, the value in it, or words that no field took. */
export type Kind = "row" | "value" | "lost";

/** All kinds. */
export const kinds: readonly Kind[] = ["row", "value", "lost"];

/** Finds the characters of marks in a tree. */
export type Finder = (mark: Mark) => Range[];

/** In our own drawing, whose stretches carry path and offset. */
export function finderInFlow(root: HTMLElement, paths: readonly string[]): Finder {
  const stretches = new Map<string, { readonly at: number; readonly node: Text }[]>();
  for (const element of root.querySelectorAll<HTMLElement>("[data-p]")) {
    const path = paths[Number(element.dataset["p"])] ?? "";
    const node = element.firstChild;
    if (!(node instanceof Text)) continue;
    const list = stretches.get(path) ?? [];
    stretches.set(path, list);
    list.push({ at: Number(element.dataset["at"]), node });
  }
  return (mark) => {
    if (!("path" in mark)) return [];
    return (stretches.get(mark.path) ?? []).flatMap(({ at, node }) => {
      const [from, to] = [Math.max((mark.start ?? 0) - at, 0), Math.min((mark.end ?? Infinity) - at, node.length)];
      return from < to ? [rangeOf(node, from, node, to)] : [];
    });
  };
}

/** In the tree of a web page. */
export function finderInPage(page: Document): Finder {
  const elements = new Map<string, Element | null>();
  return (mark) => {
    if (!("path" in mark)) return [];
    const element = elements.get(mark.path) ?? elementAt(page, mark.path);
    elements.set(mark.path, element);
    if (element === null) return [];
    return rangeIn(element, mark.start ?? 0, mark.end ?? element.textContent.length);
  };
}

/** The element at a path like /html/body/div[2]/p: positions count from 1 among siblings of one name. */
function elementAt(page: Document, path: string): Element | null {
  const [, root = "", ...steps] = path.split("/");
  let element: Element | null = page.documentElement.localName === root ? page.documentElement : null;
  for (const step of steps) {
    const [, name = "", position = "1"] = /^([^[]+)(?:\[(\d+)\])?$/u.exec(step) ?? [];
    element = [...(element?.children ?? [])].filter((child) => child.localName === name)[Number(position) - 1] ?? null;
  }
  return element;
}

function rangeIn(element: Element, start: number, end: number): Range[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  let first: { readonly node: Text; readonly offset: number } | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    if (first === null && start < at + text.length) first = { node: text, offset: start - at };
    if (first !== null && end <= at + text.length) return [rangeOf(first.node, first.offset, text, end - at)];
    at += text.length;
  }
  return [];
}

function rangeOf(from: Text, start: number, to: Text, end: number): Range {
  const range = from.ownerDocument.createRange();
  range.setStart(from, start);
  range.setEnd(to, end);
  return range;
}

/** No file can name our highlights, so that nothing it says of style holds for them. */
const unguessed = crypto.getRandomValues(new Uint32Array(4)).join("-");
const highlightOf = (kind: Kind): string => `${kind}-${unguessed}`;

const looks: Readonly<Record<Kind, string>> = {
  row: "background-color:#1f6feb26;color:inherit",
  value: "background-color:#ff9d0059;text-decoration:underline 2px solid #b45309",
  lost: "background-color:#d1242f26;text-decoration:underline 2px dotted #a8201a",
};

/** Gives a page the look of characters that are pointed at, and more. */
export function dress(page: Document, more = ""): void {
  const style = page.createElement("style");
  style.textContent = [more, ...kinds.map((kind) => `::highlight(${highlightOf(kind)}){${looks[kind]}}`)].join("");
  page.documentElement.append(style);
}

/** Paints ranges in the window they stand in. */
export function paint(view: Window & typeof globalThis, kind: Kind, ranges: readonly Range[]): void {
  const highlight = new view.Highlight(...ranges);
  highlight.priority = kind === "row" ? 0 : 1;
  view.CSS.highlights.set(highlightOf(kind), highlight);
}
