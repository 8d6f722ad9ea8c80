/** Walks a story (body, header, footer, note, text box) in document order and gathers paragraphs and tables. */
import type { NumberLabel } from "../../model/document.ts";
import { marginDefaults } from "../../rules/running-heads.ts";
import { paragraphsIn, type Draft, type Run } from "./drafts.ts";
import { Fields } from "./fields.ts";
import { readInline } from "./inline.ts";
import { unfold } from "./layout.ts";
import { branchOf, deletions, wrappers } from "./markup.ts";
import { sectionBreaks } from "./sections.ts";
import { partsAtBreaks } from "./soft-breaks.ts";
import type { Story } from "./story.ts";
import { alignment, integer, readLook, toggle, type ParagraphStyle } from "./styles.ts";
import { TableReader } from "./table.ts";
import { joinCutTables } from "./table-join.ts";
import type { XmlElement } from "../xml.ts";

/** Reads what a story holds. */
export function readStory(root: XmlElement, story: Story): Draft[] {
  return new BodyReader(story, sectionBreaks(root)).read(root);
}




class BodyReader {
  readonly #story: Story;
  readonly #sectionStarts: ReadonlySet<XmlElement>;
  readonly #fields = new Fields();
  /** A page break stands before the next words. */
  #break = false;
  /** Runs of a paragraph whose mark is deleted or hidden: they go on in the next one. */
  #carried: Run[] = [];
  #carriedLabel: NumberLabel | null = null;
  #inCell = false;

  constructor(story: Story, sectionStarts: ReadonlySet<XmlElement>) {
    this.#story = story;
    this.#sectionStarts = sectionStarts;
  }

  read(root: XmlElement): Draft[] {
    const drafts: Draft[] = [];
    this.#blocks(root, drafts, false);
    this.#flush(drafts);
    return joinCutTables(drafts, this.#story.context.limits.cells);
  }

  #blocks(container: XmlElement, drafts: Draft[], contents: boolean): void {
    for (const child of container.children) {
      if (child.name === "w:p") this.#paragraph(child, drafts, contents);
      else if (child.name === "w:tbl") this.#table(child, drafts);
      else if (child.name === "w:sdt") this.#blocks(child, drafts, contents || isContents(child));
      else if (wrappers.has(child.name)) this.#blocks(child, drafts, contents);
      else if (child.name === "mc:AlternateContent") this.#blocks(branchOf(child) ?? child, drafts, contents);
      else if (child.name === "w:altChunk") this.#story.notes.unread.push({ kind: "嵌入文档", name: "altChunk", element: child });
      else if (deletions.has(child.name)) this.#story.notes.deletions++;
      else if (child.name.startsWith("m:")) this.#paragraph(child, drafts, contents);
      else if (!child.name.endsWith("Pr")) this.#blocks(child, drafts, contents);
    }
  }

  #paragraph(element: XmlElement, drafts: Draft[], contents: boolean): void {
    const properties = element.child("w:pPr");
    const style = this.#story.styles.paragraph(properties?.valueOf("w:pStyle") ?? null);
    const { styles, relationships, notes, numberFields } = this.#story;
    const outline = integer(properties?.valueOf("w:outlineLvl") ?? null) ?? style.outline;
    const level = outline !== null && outline >= 0 && outline < 9 ? outline : null;
    const inContents = contents || this.#fields.contents || style.names.some((name) => /^(?:toc|目录) ?\d/iu.test(name));
    const { stretches, number, boxes } = readInline(element, { look: style.look, styles, relationships, notes, numberFields, outline: level }, this.#fields);
    const mark = properties?.child("w:rPr") ?? null;
    if (this.#sectionStarts.has(element) || (toggle(properties, "w:pageBreakBefore") ?? style.breakBefore) === true) this.#break = true;
    if (isRemoved(mark)) {
      this.#carry(stretches.flat(), null);
    } else {
      const hidden = readLook(mark).hidden === true;
      const empty = stretches.every((runs) => runs.length === 0) && this.#carried.length === 0;
      const own = number === null ? null : { text: number, level: 0 };
      const label = hidden && empty ? null : (this.#label(properties, style) ?? own);
      if (hidden && !empty) this.#carry(stretches.flat(), label);
      else this.#pieces(stretches, { label, level, properties, style, contents: inContents || this.#fields.contents }, drafts);
    }
    for (const box of boxes) {
      if (box.name === "w:p") this.#paragraph(box, drafts, contents);
      else this.#blocks(box, drafts, false);
    }
  }

  #carry(runs: readonly Run[], label: NumberLabel | null): void {
    for (const run of runs) this.#carried.push(run);
    this.#carriedLabel ??= label;
  }

  #pieces(stretches: readonly (readonly Run[])[], look: Look, drafts: Draft[]): void {
    const { level, properties, style, contents } = look;
    const align = alignment(properties?.valueOf("w:jc") ?? null) ?? style.align;
    const rule = contents ? marginDefaults.contents : null;
    const outline = level === null ? null : level + 1;
    stretches.forEach((runs, i) => {
      if (i > 0) this.#break = true;
      const first = i === 0 ? (this.#carriedLabel ?? look.label) : null;
      const whole = i === 0 ? [...this.#carried.splice(0), ...runs] : runs;
      this.#carriedLabel = null;
      const parts = this.#inCell ? [whole] : partsAtBreaks(whole, { level: outline, align });
      for (const [index, part] of parts.entries()) {
        const label = index === 0 ? first : null;
        const own = trim(part);
        if (own.length === 0 && label === null) continue;
        drafts.push({ kind: "paragraph", runs: own, label, level: outline, align, breakBefore: this.#break, rule });
        this.#break = false;
      }
    });
  }

  /** Words that were carried over but met no further paragraph. */
  #flush(drafts: Draft[]): void {
    const runs = trim(this.#carried.splice(0));
    const label = this.#carriedLabel;
    this.#carriedLabel = null;
    if (runs.length > 0) drafts.push({ kind: "paragraph", runs, label, level: null, align: null, breakBefore: this.#break, rule: null });
  }

  #label(properties: XmlElement | null, style: ParagraphStyle): NumberLabel | null {
    const direct = properties?.child("w:numPr") ?? null;
    const numId = direct?.valueOf("w:numId") ?? style.numId;
    if (numId === null || numId === "0") return null;
    const linked = style.numId !== null && style.numStyle !== null ? this.#story.numbering.levelOfStyle(numId, style.numStyle) : null;
    const level = integer(direct?.valueOf("w:ilvl") ?? null) ?? linked ?? style.level ?? 0;
    return this.#story.counters.next(numId, level);
  }

  #table(element: XmlElement, drafts: Draft[]): void {
    if (this.#sectionStarts.has(element)) this.#break = true;
    this.#flush(drafts);
    const reader = new TableReader(element, this.#story, (cell) => this.#cell(cell));
    const table = reader.read();
    if (table === null || paragraphsIn([table]).length === 0) return;
    for (const draft of unfold(table) ?? [table]) drafts.push(draft);
  }

  #cell(cell: XmlElement): Draft[] {
    const blocks: Draft[] = [];
    const outside = this.#inCell;
    this.#inCell = true;
    this.#blocks(cell, blocks, false);
    this.#flush(blocks);
    this.#inCell = outside;
    return blocks;
  }
}

interface Look {
  readonly label: NumberLabel | null;
  /** Outline level, outermost 0, null for body text. */
  readonly level: number | null;
  readonly properties: XmlElement | null;
  readonly style: ParagraphStyle;
  readonly contents: boolean;
}

/** A tracked deletion or move took the end of the paragraph away: it is one with the next. */
function isRemoved(mark: XmlElement | null): boolean {
  return mark !== null && (mark.child("w:del") !== null || mark.child("w:moveFrom") !== null);
}

function isContents(control: XmlElement): boolean {
  const gallery = control.child("w:sdtPr")?.child("w:docPartObj")?.valueOf("w:docPartGallery") ?? "";
  return /table of contents|目录/iu.test(gallery);
}

const blank = /[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]/u;

/** Runs without the white space at both ends of their text. */
function trim(runs: readonly Run[]): Run[] {
  const filled = (run: Run): boolean => !isBlank(run.text);
  const from = runs.findIndex(filled);
  const to = runs.findLastIndex(filled);
  return from === -1 ? [] : runs.slice(from, to + 1).map((run, i, kept) => clip(run, i === 0, i === kept.length - 1));
}

function clip(run: Run, first: boolean, last: boolean): Run {
  const { text } = run;
  let start = 0;
  let end = text.length;
  while (first && start < end && blank.test(text.charAt(start))) start++;
  while (last && end > start && blank.test(text.charAt(end - 1))) end--;
  return start === 0 && end === text.length ? run : { ...run, text: text.slice(start, end), offset: run.offset + start };
}

function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!blank.test(text.charAt(i))) return false;
  return true;
}
