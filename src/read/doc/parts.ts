/** The parts that a binary document holds, as trees of Word elements. */
import type { Context } from "../../model/context.ts";
import type { Part, PartKind, Relationship, WordParts } from "../docx/parts.ts";
import { Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";
import type { Bytes} from "./bytes.ts";
import { Damage } from "./bytes.ts";
import { readDrawing, readShapes, type Box, type Drawing, type Shape, type Shapes } from "./drawings.ts";
import type { Fib, PartName } from "./fib.ts";
import { readFonts } from "./fonts.ts";
import { characterRuns, paragraphRuns } from "./formatted-pages.ts";
import { writeNumbering } from "./lists.ts";
import { readPieces, type PieceTable } from "./pieces.ts";
import { readPlex } from "./plex.ts";
import { readProperties } from "./property-set.ts";
import type { NoteReference } from "./runs.ts";
import { addSection, readMargins, readSections, type MarginPart, type Section } from "./sections.ts";
import { SprmReader } from "./sprms.ts";
import { writeStory, type StorySetting } from "./stories.ts";
import { StyleSheet } from "./styles.ts";
import { FormattedText } from "./text.ts";

/** The streams of a document. */
export interface Streams {
  readonly main: Bytes;
  readonly table: Bytes;
  readonly data: Bytes;
  readonly summary: Bytes | null;
}

const noRelationships: ReadonlyMap<string, Relationship> = new Map();
const noShapes: Shapes = { anchored: new Map(), loose: [] };
const noDrawing: Drawing = { outermost: new Map(), pictures: new Map() };

/** Where the stories begin in the text. */
interface Starts {
  readonly footnotes: number;
  readonly margins: number;
  readonly endnotes: number;
  readonly boxes: number;
  readonly marginBoxes: number;
}

/** Reads one document. What is damaged but the text itself is left out and reported. */
export class BinaryParts {
  readonly #fib: Fib;
  readonly #streams: Streams;
  readonly #context: Context;
  readonly #tree: Tree;
  readonly #sprms: SprmReader;
  readonly #starts: Starts;

  constructor(fib: Fib, streams: Streams, fileLength: number, context: Context) {
    this.#fib = fib;
    this.#streams = streams;
    this.#context = context;
    this.#tree = new Tree(context.limits.elements);
    this.#sprms = new SprmReader(fileLength);
    const { main, footnotes, margins, macros, comments, endnotes, boxes } = fib.lengths;
    const afterMargins = main + footnotes + margins + macros + comments;
    this.#starts = { footnotes: main, margins: main + footnotes, endnotes: afterMargins, boxes: afterMargins + endnotes, marginBoxes: afterMargins + endnotes + boxes };
  }

  /** All parts. Text that is damaged throws. */
  read(): WordParts {
    const fonts = this.#attempt("fonts", readFonts) ?? [];
    const fontName = (index: number | null): string | null => (index === null ? null : (fonts[index] ?? null) || null);
    const setting = { tree: this.#tree, sprms: this.#sprms, fontName };
    const styles = this.#attempt("styles", (bytes) => new StyleSheet(bytes, setting)) ?? new StyleSheet(null, setting);
    const text = this.#text();
    const sections = this.#attempt("sections", (bytes) => readSections(bytes, this.#streams.main, this.#sprms)) ?? [];
    const margins = this.#attempt("margins", readMargins) ?? [];
    const references = this.#references();
    const shapes = this.#shapes();
    const story: StorySetting = {
      tree: this.#tree,
      text,
      styles,
      fontName,
      data: this.#streams.data,
      references: references.byPosition,
      shapes: shapes.at,
      writeBox: (holder, box) => {
        // Each box is written once, whatever leads to it.
        if (!shapes.written.has(box)) this.#story(holder, shapes.startOf(box) + box.start, shapes.startOf(box) + box.end, { ...story, isSectionEnd: () => false, endSection: () => false });
        shapes.written.add(box);
      },
      isSectionEnd: () => false,
      endSection: () => false,
    };
    const numbering = this.#numbering();
    const main = this.#main(story, sections, margins, shapes);
    const notes = { footnote: this.#notes("footnote", story, references.footnotes), endnote: this.#notes("endnote", story, references.endnotes) };
    const marginRoots = new Map(margins.map((margin) => [margin.id, this.#margin(margin, story)]));
    const related: Readonly<Record<PartKind, XmlElement | null>> = { styles: styles.root, numbering, settings: this.#settings(), footnotes: notes.footnote, endnotes: notes.endnote };
    const summary = this.#properties();
    return {
      main: { name: "WordDocument", root: main, relationships: new Map(margins.map(({ id, kind }) => [id, { type: kind, target: id, external: false }])) },
      related: (kind) => Promise.resolve(partOf(`WordDocument/${kind}`, related[kind])),
      margin: (target) => Promise.resolve(partOf(`WordDocument/${target}`, marginRoots.get(target) ?? null)),
      properties: () => Promise.resolve(partOf("SummaryInformation", summary)),
      forWitness: () => null,
    };
  }

  /** What a part of the table stream makes; null where there is none, or where it is damaged. */
  #attempt<T>(name: PartName, make: (bytes: Bytes) => T): T | null {
    const { at, length } = this.#fib.part(name);
    if (length === 0) return null;
    try {
      return make(this.#streams.table.part(at, length));
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      this.#context.report("doc/damaged-part", { params: { part: name } });
      return null;
    }
  }

  #text(): FormattedText {
    const { main, table, data } = this.#streams;
    const { at, length } = this.#fib.part("pieces");
    const lengths = Object.values(this.#fib.lengths) as number[];
    const all = lengths.reduce((sum, one) => sum + one, 0);
    if (all === 0) throw new Damage("ccpText");
    const pieces = readPieces(table.part(at, Math.min(length, table.length - at)), main, all, this.#sprms);
    this.#reportLost(pieces);
    const runs = { characters: this.#attempt("characters", (bytes) => characterRuns(bytes, main)) ?? [], paragraphs: this.#attempt("paragraphs", (bytes) => paragraphRuns(bytes, main)) ?? [] };
    return new FormattedText({ stream: main, table: pieces, ...runs, overflow: { data, sprms: this.#sprms } });
  }

  #reportLost({ lost }: PieceTable): void {
    if (lost > 0) this.#context.report("doc/lost-text", { params: { count: String(lost) } });
  }

  #main(story: StorySetting, sections: readonly Section[], margins: readonly MarginPart[], shapes: AllShapes): XmlElement {
    const root = this.#tree.add(null, "w:document");
    const body = this.#tree.add(root, "w:body");
    const byEnd = new Map(sections.map((section, index) => [section.end, index]));
    const add = (holder: XmlElement, index: number): void => {
      const section = sections[index];
      if (section !== undefined) addSection(this.#tree, holder, section, margins.filter((margin) => margin.section === index));
    };
    const last = sections.length - 1;
    this.#story(body, 0, this.#fib.lengths.main, {
      ...story,
      isSectionEnd: (end) => byEnd.has(end),
      endSection: (paragraph, end) => {
        const index = byEnd.get(end);
        if (index === undefined) return false;
        if (index < last) add(paragraph.child("w:pPr") ?? this.#tree.add(paragraph, "w:pPr"), index);
        return true;
      },
    });
    this.#looseBoxes(body, story, shapes.all.filter((box) => !shapes.written.has(box)));
    add(body, last);
    return root;
  }

  /** Boxes that no anchor leads to, or one that is not where the file says, stand at the end: their words are not lost. */
  #looseBoxes(body: XmlElement, { writeBox }: StorySetting, boxes: readonly Box[]): void {
    for (const box of boxes) {
      const shape: Shape = { width: 0, height: 0, pictures: 0, boxes: [box] };
      const run = this.#tree.add(this.#tree.add(body, "w:p"), "w:r");
      const textbox = this.#tree.add(this.#tree.add(this.#tree.add(run, "w:pict"), "v:shape"), "v:textbox");
      writeBox(this.#tree.add(textbox, "w:txbxContent"), box, shape);
    }
  }

  /** Writes a story; one that is damaged is given as far as it goes, and so is one that is too large. */
  #story(root: XmlElement, start: number, end: number, setting: StorySetting): void {
    try {
      writeStory(root, start, end, setting);
    } catch (error) {
      if (error instanceof Damage) this.#context.report("doc/damaged-part", { params: { part: "text" } });
      else throw error;
    }
  }

  #references(): References {
    const byPosition = new Map<number, NoteReference>();
    const read = (kind: "footnote" | "endnote"): number => {
      const positions = this.#attempt(`${kind}References`, (bytes) => readPlex(bytes, 2).positions) ?? [];
      positions.slice(0, -1).forEach((position, i) => byPosition.set(position, { kind, id: i + 1 }));
      return Math.max(0, positions.length - 1);
    };
    return { byPosition, footnotes: read("footnote"), endnotes: read("endnote") };
  }

  #notes(kind: "footnote" | "endnote", story: StorySetting, count: number): XmlElement | null {
    const positions = this.#attempt(`${kind}s`, (bytes) => readPlex(bytes, 0).positions) ?? [];
    if (count === 0 || positions.length < 2) return null;
    const root = this.#tree.add(null, `w:${kind}s`);
    const [start, length] = kind === "footnote" ? [this.#starts.footnotes, this.#fib.lengths.footnotes] : [this.#starts.endnotes, this.#fib.lengths.endnotes];
    for (let i = 0; i < count && i + 1 < positions.length; i++) {
      const note = this.#tree.add(root, `w:${kind}`, { "w:id": String(i + 1) });
      this.#stretch(note, { start: positions[i] ?? 0, end: positions[i + 1] ?? 0 }, start, length, story);
    }
    return root;
  }

  #margin(margin: MarginPart, story: StorySetting): XmlElement {
    const root = this.#tree.add(null, margin.kind === "header" ? "w:hdr" : "w:ftr");
    this.#stretch(root, margin, this.#starts.margins, this.#fib.lengths.margins, story);
    return root;
  }

  /** Part of a story by positions from its start, which cannot lead out of it. */
  #stretch(root: XmlElement, { start, end }: Box, from: number, length: number, story: StorySetting): void {
    const last = Math.min(end, length);
    if (start < last) this.#story(root, from + start, from + last, story);
  }

  #shapes(): AllShapes {
    const drawing = this.#attempt("drawings", readDrawing) ?? noDrawing;
    const read = (anchors: PartName, boxes: PartName): Shapes => {
      const both = [this.#attempt(anchors, (bytes) => bytes), this.#attempt(boxes, (bytes) => bytes)] as const;
      return this.#guard(boxes, () => readShapes(both[0], both[1], drawing)) ?? noShapes;
    };
    const main = read("shapes", "boxes");
    const margins = read("marginShapes", "marginBoxes");
    const { margins: marginStart, boxes, marginBoxes } = this.#starts;
    const ofMargins = new Set([...margins.anchored.values()].flatMap((shape) => shape.boxes));
    return {
      all: [...[...main.anchored.values()].flatMap((shape) => shape.boxes), ...main.loose],
      written: new Set(),
      startOf: (box) => (ofMargins.has(box) ? marginBoxes : boxes),
      at: (position) => (position < this.#fib.lengths.main ? main.anchored.get(position) : margins.anchored.get(position - marginStart)) ?? null,
    };
  }

  #guard<T>(part: PartName, make: () => T): T | null {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      this.#context.report("doc/damaged-part", { params: { part } });
      return null;
    }
  }

  #numbering(): XmlElement | null {
    const { at, length } = this.#fib.part("lists");
    const { table } = this.#streams;
    // The levels stand behind the counted bytes.
    if (length === 0 || at >= table.length) return null;
    return this.#guard("lists", () => writeNumbering(this.#tree, table.part(at, table.length - at), this.#attempt("listOverrides", (bytes) => bytes)));
  }

  #settings(): XmlElement {
    const root = this.#tree.add(null, "w:settings");
    const facing = this.#attempt("settings", (bytes) => (bytes.u8(0) & 1) === 1) === true;
    if (facing) this.#tree.add(root, "w:evenAndOddHeaders");
    return root;
  }

  #properties(): XmlElement | null {
    const { summary } = this.#streams;
    if (summary === null) return null;
    const root = this.#tree.add(null, "cp:coreProperties");
    try {
      for (const { name, text } of readProperties(summary)) this.#tree.words(root, name, text);
    } catch (error) {
      // What a program writes of a file besides its text is often cut.
      if (!(error instanceof Damage)) throw error;
    }
    return root;
  }
}

interface References {
  readonly byPosition: ReadonlyMap<number, NoteReference>;
  readonly footnotes: number;
  readonly endnotes: number;
}

interface AllShapes {
  /** The boxes of the main text. */
  readonly all: readonly Box[];
  readonly written: Set<Box>;
  /** Where the story begins in which the words of a box stand. */
  readonly startOf: (box: Box) => number;
  readonly at: (position: number) => Shape | null;
}

function partOf(name: string, root: XmlElement | null): Part | null {
  return root === null ? null : { name, root, relationships: noRelationships };
}
