/** Lists of RTF as the part `numbering`: those that the file defines, and one for each number that stands printed in it. */
import { numberFormatOf } from "../docx/number-codes.ts";
import type { Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";

/** A level as it is read. */
interface OpenLevel {
  format: number;
  start: number;
  text: string;
}

/** The numbering of one document. */
export class Lists {
  readonly root: XmlElement;
  readonly #tree: Tree;
  readonly #labels = new Map<string, string>();
  #levels: OpenLevel[] = [];
  #override = { list: 0, number: 0, levels: new Map<number, number>(), level: -1 };

  constructor(tree: Tree) {
    this.#tree = tree;
    this.root = tree.add(null, "w:numbering");
  }

  /** The list whose level shows this label and nothing else. */
  ofLabel(label: string, level: number): string {
    const key = `${String(level)} ${label}`;
    const known = this.#labels.get(key);
    if (known !== undefined) return known;
    const id = `label${String(this.#labels.size + 1)}`;
    this.#labels.set(key, id);
    const list = this.#tree.add(this.root, "w:abstractNum", { "w:abstractNumId": id });
    // A sign of percent would be taken for the number of a level.
    this.#level(list, level, { format: 0, start: 1, text: label.replaceAll("%", "％") });
    this.#number(id, id);
    return id;
  }

  openLevel(): void {
    this.#levels.push({ format: 0, start: 1, text: "" });
  }

  openOverrideLevel(): void {
    this.#override.level++;
  }

  setFormat(code: number): void {
    this.#lastLevel().format = code;
  }

  setStart(start: number): void {
    this.#lastLevel().start = start;
    if (this.#override.level >= 0) this.#override.levels.set(this.#override.level, start);
  }

  /** The text of a level: its length, then its characters, of which 0 to 8 stand for the numbers of levels. */
  setText(text: string): void {
    const own = text.slice(1, 1 + text.charCodeAt(0));
    this.#lastLevel().text = [...own].map((character) => (character.charCodeAt(0) < 9 ? `%${String(character.charCodeAt(0) + 1)}` : character)).join("");
  }

  openList(): void {
    this.#levels = [];
    this.openOverride();
  }

  /** The id of the list that is defined or overridden. */
  setId(id: number): void {
    this.#override.list = id;
  }

  /** The number by which paragraphs name the list that is overridden. */
  setNumber(number: number): void {
    this.#override.number = number;
  }

  endList(): void {
    const list = this.#tree.add(this.root, "w:abstractNum", { "w:abstractNumId": String(this.#override.list) });
    this.#levels.slice(0, 9).forEach((level, index) => { this.#level(list, index, level); });
    this.openList();
  }

  openOverride(): void {
    this.#override = { list: 0, number: 0, levels: new Map(), level: -1 };
  }

  endOverride(): void {
    const element = this.#number(`ls${String(this.#override.number)}`, String(this.#override.list));
    for (const [level, start] of this.#override.levels) this.#tree.value(this.#tree.add(element, "w:lvlOverride", { "w:ilvl": String(level) }), "w:startOverride", start);
    this.openList();
  }

  #lastLevel(): OpenLevel {
    const last = this.#levels.at(-1);
    if (last !== undefined) return last;
    const made = { format: 0, start: 1, text: "" };
    this.#levels.push(made);
    return made;
  }

  #level(list: XmlElement, index: number, { format, start, text }: OpenLevel): void {
    const level = this.#tree.add(list, "w:lvl", { "w:ilvl": String(index) });
    this.#tree.value(level, "w:start", start);
    this.#tree.value(level, "w:numFmt", numberFormatOf(format));
    this.#tree.value(level, "w:lvlText", text);
  }

  #number(id: string, list: string): XmlElement {
    const element = this.#tree.add(this.root, "w:num", { "w:numId": id });
    this.#tree.value(element, "w:abstractNumId", list);
    return element;
  }
}
