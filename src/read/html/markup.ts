/** The parsed page as this reader sees it: a plain view of the parser's nodes, and the paths that lead back into it. */
import { parse } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";

/** A node of the parsed page. Elements have a name and attributes, text nodes have data. */
export interface Markup {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Markup[];
  readonly next: Markup | null;
  readonly parent: Markup | null;
}

/** An element of the parsed page. */
export interface MarkupElement extends Markup {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}

/** Parses a page as browsers do (WHATWG HTML, scripting on). */
export function parseMarkup(text: string): Markup {
  return parse(text, { treeAdapter: adapter, scriptingEnabled: true });
}

/** Whether a node is an element. */
export function isElement(node: Markup | null): node is MarkupElement {
  return node?.attribs !== undefined && node.name !== undefined && node.children !== undefined;
}

/** An attribute, null when absent. */
export function attribute(element: MarkupElement, name: string): string | null {
  return element.attribs[name] ?? null;
}

/** Who is told what a walk meets. */
export interface Visitor {
  readonly enter: (element: MarkupElement) => void;
  readonly leave: (element: MarkupElement) => void;
  readonly text: (data: string) => void;
}

/**
 * Walks a tree in document order without recursion; false when it nests deeper than `limit` elements.
 * The content of a template is no content of the page and is passed over.
 */
export function walk(root: Markup, limit: number, visitor: Visitor): boolean {
  let depth = 0;
  let node: Markup | null = root.children?.[0] ?? null;
  while (node !== null) {
    if (isElement(node)) {
      visitor.enter(node);
      const inner: Markup | undefined = node.name === "template" ? undefined : node.children[0];
      if (inner !== undefined) {
        if (++depth > limit) return false;
        node = inner;
        continue;
      }
      visitor.leave(node);
    } else if (node.type === "text") {
      visitor.text(node.data ?? "");
    }
    while (node.next === null) {
      node = node.parent;
      if (!isElement(node)) return true;
      visitor.leave(node);
      depth--;
    }
    node = node.next;
  }
  return true;
}

/**
 * Writes paths of elements, `/html/body/div[2]/table/tbody/tr[3]/td[2]/p`: names from the root, each with its
 * position, counted from 1, among the siblings of one name where there are several. As an XPath it finds the element in a browser.
 */
export class Paths {
  readonly #steps = new Map<Markup, string>();
  readonly #paths = new Map<Markup, string>();

  /** The path of an element. */
  of(element: Markup): string {
    const known = this.#paths.get(element);
    if (known !== undefined) return known;
    const above: Markup[] = [];
    let node: Markup | null = element;
    while (isElement(node) && !this.#paths.has(node)) {
      above.push(node);
      node = node.parent;
    }
    let path = isElement(node) ? (this.#paths.get(node) ?? "") : "";
    for (const step of above.reverse()) {
      path = `${path}/${this.#step(step)}`;
      this.#paths.set(step, path);
    }
    return path;
  }

  #step(element: Markup): string {
    if (!this.#steps.has(element)) this.#numberChildren(element.parent);
    return this.#steps.get(element) ?? element.name ?? "";
  }

  #numberChildren(parent: Markup | null): void {
    const byName = new Map<string, Markup[]>();
    for (const child of parent?.children ?? []) {
      if (!isElement(child)) continue;
      const alike = byName.get(child.name);
      if (alike === undefined) byName.set(child.name, [child]);
      else alike.push(child);
    }
    for (const [name, alike] of byName) {
      alike.forEach((child, i) => this.#steps.set(child, alike.length === 1 ? name : `${name}[${String(i + 1)}]`));
    }
  }
}

const tags = /<!--|<(\/?)([a-zA-Z][a-zA-Z0-9:]*)/gu;
const nesting = new Set(
  "address article aside blockquote center details dialog dir div dl fieldset figure footer header main menu nav ol section table ul".split(" "),
);
const selfClosing = new Set(
  ("area base br col embed hr img input link meta param source track wbr p li td th tr tbody thead tfoot option optgroup dt dd colgroup caption " +
    "body html head h1 h2 h3 h4 h5 h6 form").split(" "),
);
const rawText = new Set("script style textarea title xmp iframe noembed noframes noscript".split(" "));

/**
 * Whether the elements of a page nest deeper than `limit`, judged from its tags before it is parsed. Only blocks that truly
 * nest are counted, since pages leave many inline elements open that a parser soon closes; of all elements, twenty times as many
 * may be open. Elements that browsers close by themselves (p, li, td …) are not counted, so the true depth may be more.
 */
export function nestsTooDeep(text: string, limit: number): boolean {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, change: number): void => void counts.set(name, (counts.get(name) ?? 0) + change);
  let blocks = 0;
  tags.lastIndex = 0;
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    const name = tag[2]?.toLowerCase();
    if (name === undefined) {
      tags.lastIndex = endOf(text, "-->", tag.index + 4);
    } else if (tag[1] === "/") {
      while ((counts.get(name) ?? 0) > 0) {
        const closed: string = open.pop() ?? name;
        count(closed, -1);
        if (nesting.has(closed)) blocks--;
        if (closed === name) break;
      }
    } else if (rawText.has(name)) {
      tags.lastIndex = endOf(text, `</${name}`, tags.lastIndex);
    } else if (!selfClosing.has(name)) {
      open.push(name);
      count(name, 1);
      if (nesting.has(name)) blocks++;
      if (blocks > limit || open.length > limit * 20) return true;
    }
  }
  return false;
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end === -1 ? text.length : end + mark.length;
}
