/** Writes what one story of RTF says (body, header, note, text box) as Word elements. */
import { addSection, type MarginPart, type Section } from "../doc/sections.ts";
import type { RowDefinition } from "../doc/rows.ts";
import { TableStack } from "../doc/tables.ts";
import { childOf, type Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";
import type { State } from "./state.ts";

/** What all stories of a document share. */
export interface StorySetting {
  readonly tree: Tree;
  readonly fontName: (font: number | null) => string | null;
  /** The list whose only level is this label. */
  readonly listOfLabel: (label: string, level: number) => string;
  /** Properties of runs that look alike. */
  readonly looks: Map<string, XmlElement>;
}

/** Letters of so many half-points or less are read by nobody; larger ones need not be told apart. */
const tiniest = 4;

/** A printed number, empty for a bullet; null where none is printed. */
type Label = string | null;

/** One story. */
export class Story {
  readonly #setting: StorySetting;
  readonly #tables: TableStack;
  #paragraph: XmlElement | null = null;
  #wrapper: XmlElement | null = null;
  #label: Label = null;

  constructor(root: XmlElement, setting: StorySetting) {
    this.#setting = setting;
    this.#tables = new TableStack(setting.tree, root);
  }

  /** A new run of the paragraph that is open. */
  run(state: State): XmlElement {
    const { tree } = this.#setting;
    const paragraph = this.#open(state);
    const name = state.deleted ? "w:del" : state.inserted ? "w:ins" : null;
    if (name === null) this.#wrapper = null;
    else if (this.#wrapper?.name !== name) this.#wrapper = tree.add(paragraph, name);
    const run = tree.add(this.#wrapper ?? paragraph, "w:r");
    const look = this.#look(state);
    if (look !== null) run.append(look);
    return run;
  }

  /** What the writer printed before the paragraph: a number, or the sign of a bullet, which is no label. */
  setLabel(words: string, state: State): void {
    this.#open(state);
    this.#label = /[\p{L}\p{N}]/u.test(words) && !/[\ue000-\uf8ff]/u.test(words) ? words : "";
  }

  endParagraph(state: State): XmlElement {
    const paragraph = this.#open(state);
    this.#properties(paragraph, state);
    this.#paragraph = null;
    this.#wrapper = null;
    this.#label = null;
    return paragraph;
  }

  endSection(state: State, section: Section, margins: readonly MarginPart[]): void {
    const { tree } = this.#setting;
    const outside = this.#paragraph === null ? { ...state, inTable: false, itap: 0, list: 0 } : state;
    addSection(tree, childOf(tree, this.endParagraph(outside), "w:pPr"), section, margins);
  }

  /** Ends a cell of the outermost table, or of one in a cell. */
  endCell(state: State, inner: boolean): void {
    const depth = inner ? Math.max(2, state.itap) : 1;
    this.endParagraph({ ...state, inTable: true, itap: depth });
    this.#tables.endCell(depth);
  }

  endRow(state: State, inner: boolean, definition: RowDefinition): void {
    const { tree } = this.#setting;
    const depth = inner ? Math.max(2, state.itap) : 1;
    if (this.#paragraph !== null) this.endParagraph({ ...state, inTable: true, itap: depth });
    const row = this.#tables.endRow(depth, definition.cells.length === 0 ? null : definition);
    if (row === null) return;
    if (state.deleted) tree.add(childOf(tree, row, "w:trPr"), "w:del");
    if (state.hidden) tree.add(childOf(tree, row, "w:trPr"), "w:hidden");
  }

  /** Ends the story; words without an end of a paragraph are one. */
  finish(state: State): void {
    if (this.#paragraph !== null) this.endParagraph(state);
    this.#tables.finish();
  }

  #open(state: State): XmlElement {
    this.#paragraph ??= this.#setting.tree.add(this.#tables.holder(state.itap > 0 ? state.itap : state.inTable ? 1 : 0), "w:p");
    return this.#paragraph;
  }

  #properties(paragraph: XmlElement, state: State): void {
    const { tree } = this.#setting;
    const properties = (): XmlElement => childOf(tree, paragraph, "w:pPr");
    if (state.style !== 0) tree.value(properties(), "w:pStyle", state.style);
    if (state.breakBefore) tree.add(properties(), "w:pageBreakBefore");
    const list = this.#listOf(state);
    if (list !== null) {
      const numbering = tree.add(properties(), "w:numPr");
      tree.value(numbering, "w:ilvl", state.level);
      tree.value(numbering, "w:numId", list);
    }
    if (state.align !== null) tree.value(properties(), "w:jc", state.align);
    if (state.outline !== null) tree.value(properties(), "w:outlineLvl", state.outline);
    if (!state.deleted && !state.inserted && !state.hidden) return;
    const mark = tree.add(properties(), "w:rPr");
    if (state.deleted) tree.add(mark, "w:del");
    if (state.inserted) tree.add(mark, "w:ins");
    if (state.hidden) tree.add(mark, "w:vanish");
  }

  #listOf({ list, level }: State): string | null {
    if (this.#label !== null) return this.#label === "" ? null : this.#setting.listOfLabel(this.#label, level);
    return list > 0 ? `ls${String(list)}` : null;
  }

  #look({ bold, hidden, struck, size, position, characterStyle, font, chineseFont }: State): XmlElement | null {
    const { tree, looks, fontName } = this.#setting;
    const face = fontName(chineseFont ?? font);
    const tiny = size !== null && size <= tiniest;
    const key = [bold, hidden, struck, tiny, position, characterStyle, face].join("\n");
    const known = looks.get(key);
    if (known !== undefined) return known;
    const look = tree.add(null, "w:rPr");
    if (characterStyle !== null) tree.value(look, "w:rStyle", `c${String(characterStyle)}`);
    if (face !== null) tree.add(look, "w:rFonts", { "w:eastAsia": face });
    if (bold) tree.add(look, "w:b");
    if (struck) tree.add(look, "w:strike");
    if (hidden) tree.add(look, "w:vanish");
    if (tiny) tree.value(look, "w:sz", tiniest);
    if (position !== null) tree.value(look, "w:vertAlign", position);
    looks.set(key, look);
    return look;
  }
}
