/** Trees of Word elements that no XML parser makes, for readers of other formats. */
import { XmlElement } from "../xml.ts";

type Attributes = Readonly<Record<string, string>>;

const none: Attributes = {};

/** More elements than the limit of a part allows. */
export class TreeFull extends Error {}

/** Makes elements, no more than a part may have. */
export class Tree {
  readonly #limit: number;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** A new element; the last one of `parent` where there is a parent. Beyond the limit it throws {@link TreeFull}. */
  add(parent: XmlElement | null, name: string, attributes: Attributes = none): XmlElement {
    this.#count++;
    if (this.#count > this.#limit) throw new TreeFull();
    const element = new XmlElement(name, attributes, parent);
    parent?.append(element);
    return element;
  }

  /** An element with a `w:val`. */
  value(parent: XmlElement, name: string, value: string | number): XmlElement {
    return this.add(parent, name, { "w:val": String(value) });
  }

  /** An element that holds words. */
  words(parent: XmlElement, name: string, text: string): XmlElement {
    const element = this.add(parent, name);
    element.text = text;
    return element;
  }
}

/** The child of this name, made where it is missing. */
export function childOf(tree: Tree, parent: XmlElement, name: string): XmlElement {
  return parent.child(name) ?? tree.add(parent, name);
}
