/** Writes a stretch of the text as blocks: paragraphs, tables, and the sections that end with them. */
import { childOf, type Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";
import type { CharacterFormat } from "./characters.ts";
import { addParagraphProperties, depthOf, type ParagraphFormat } from "./paragraphs.ts";
import { defineRow } from "./rows.ts";
import { RunWriter, type RunSetting } from "./runs.ts";
import { TableStack } from "./tables.ts";
import type { FormattedText } from "./text.ts";

/** What a story is written with. */
export interface StorySetting extends RunSetting {
  readonly tree: Tree;
  readonly text: FormattedText;
  /** Adds the properties of the section that ends behind a position; whether one does. */
  readonly endSection: (paragraph: XmlElement, end: number) => boolean;
  readonly isSectionEnd: (end: number) => boolean;
}

/** Paragraph marks, ends of cells, and breaks of pages and sections. */
const [paragraphMark, cellMark, pageBreak] = [0x0d, 0x07, 0x0c];

/** Adds the blocks of a stretch to an element. */
export function writeStory(root: XmlElement, start: number, end: number, setting: StorySetting): void {
  new StoryWriter(root, setting).write(start, end);
}

class StoryWriter {
  readonly #setting: StorySetting;
  readonly #runs: RunWriter;
  readonly #tables: TableStack;

  constructor(root: XmlElement, setting: StorySetting) {
    this.#setting = setting;
    this.#runs = new RunWriter(setting);
    this.#tables = new TableStack(setting.tree, root);
  }

  write(start: number, end: number): void {
    for (let from = start; from < end; ) {
      const mark = this.#markFrom(from, end);
      this.#paragraph(from, mark);
      from = mark + 1;
    }
    this.#tables.finish();
  }

  /** The position of the mark that ends the paragraph; that of the last character where none does. */
  #markFrom(from: number, end: number): number {
    const { text, isSectionEnd } = this.#setting;
    for (let at = from; at < end; at++) {
      const code = text.text.charCodeAt(at);
      if (code === paragraphMark || code === cellMark) return at;
      // A break of pages may stand inside a paragraph.
      if (code === pageBreak && (isSectionEnd(at + 1) || text.endsParagraph(at))) return at;
    }
    return end;
  }

  #paragraph(start: number, mark: number): void {
    const { text, tree } = this.#setting;
    const format = text.paragraph(mark);
    const character = text.character(mark);
    const depth = depthOf(format);
    const code = text.text.charCodeAt(mark);
    const isCellMark = code === cellMark;
    if (depth > 0 && (isCellMark ? format.endsRow : format.endsInnerRow)) {
      this.#endRow(format, character);
      return;
    }
    const holder = this.#tables.holder(depth);
    const paragraph = tree.add(holder, "w:p");
    this.#properties(paragraph, format, character);
    this.#runs.write(paragraph, start, mark, format.style);
    if (code === pageBreak && !this.#setting.endSection(paragraph, mark + 1)) tree.add(tree.add(paragraph, "w:r"), "w:br", { "w:type": "page" });
    if (depth > 0 && (isCellMark || format.endsInnerCell)) this.#tables.endCell(depth);
  }

  #endRow(format: ParagraphFormat, { deleted, inserted, hidden }: CharacterFormat): void {
    const { tree } = this.#setting;
    const row = this.#tables.endRow(depthOf(format), defineRow(format.row));
    if (row === null) return;
    if (deleted) tree.add(childOf(tree, row, "w:trPr"), "w:del");
    if (inserted) tree.add(childOf(tree, row, "w:trPr"), "w:ins");
    if (hidden === "on") tree.add(childOf(tree, row, "w:trPr"), "w:hidden");
  }

  #properties(paragraph: XmlElement, format: ParagraphFormat, { deleted, inserted, hidden }: CharacterFormat): void {
    const { tree } = this.#setting;
    if (format.style !== 0) tree.value(childOf(tree, paragraph, "w:pPr"), "w:pStyle", format.style);
    addParagraphProperties(tree, paragraph, format);
    if (!deleted && !inserted && hidden !== "on") return;
    const mark = tree.add(childOf(tree, paragraph, "w:pPr"), "w:rPr");
    if (deleted) tree.add(mark, "w:del");
    if (inserted) tree.add(mark, "w:ins");
    if (hidden === "on") tree.add(mark, "w:vanish");
  }
}
