/** Reads the parts of a Word document: stories to drafts, drafts to a document, and a second reader to check it where there is one. */
import type { Context } from "../../model/context.ts";
import type { EmbeddedPicture, MetaValue, NoticeDocument } from "../../model/document.ts";
import type { Place } from "../../model/position.ts";
import { reportAside } from "../aside.ts";
import { readStory } from "./body.ts";
import { paragraphsIn, textOf, type Draft } from "./drafts.ts";
import { MarginSorter } from "./margins.ts";
import { openNotes, type Notes } from "./notes.ts";
import { NumberFields } from "./number-fields.ts";
import { Counters, Numbering } from "./numbering.ts";
import type { Part, WordParts } from "./parts.ts";
import { marginReferences } from "./sections.ts";
import type { Story } from "./story.ts";
import { Styles, toggle } from "./styles.ts";
import { verify } from "./witness.ts";
import { pictureId } from "./objects.ts";
import { Paths } from "./paths.ts";
import { write } from "./write.ts";
import type { XmlElement } from "../xml.ts";

/** Reads a document whose parts are at hand. Null when nothing in it is readable, and a diagnostic says so. */
export function readParts(parts: WordParts, source: number, context: Context): Promise<NoticeDocument | null> {
  return new DocumentReader(parts, source, context).read();
}

/** The stories of a document in reading order. */
interface Stories {
  readonly heads: Draft[];
  readonly body: Draft[];
  readonly notes: Draft[];
  readonly feet: Draft[];
}

class DocumentReader {
  readonly #parts: WordParts;
  readonly #source: number;
  readonly #context: Context;
  readonly #paths = new Paths();
  readonly #notes: Notes = openNotes();
  readonly #noteParts: Part[] = [];

  constructor(parts: WordParts, source: number, context: Context) {
    this.#parts = parts;
    this.#source = source;
    this.#context = context;
    this.#paths.addPart(parts.main.root, parts.main.name);
  }

  async read(): Promise<NoticeDocument | null> {
    const stories = await this.#stories();
    const written = write([...stories.heads, ...stories.body, ...stories.notes, ...stories.feet], this.#paths, this.#source);
    const pictures = await this.#pictures();
    this.#report(new Set(pictures.map(({ element }) => element)));
    if (this.#context.options.verify !== false) await this.#verify(stories);
    if (pictures.length === 0 && written.text.trim() === "" && !written.blocks.some((block) => block.kind !== "furniture")) {
      this.#context.report("docx/no-text");
      return null;
    }
    const read = { source: this.#source, ...written, meta: await this.#meta(), pages: null, charset: null };
    return pictures.length === 0 ? read : { ...read, pictures: pictures.map(({ element, ...picture }) => ({ ...picture, place: this.#place(element, null, null) })) };
  }

  /** The large pictures, where an engine is to read them and they are in the file. */
  async #pictures(): Promise<(Omit<EmbeddedPicture, "place"> & { readonly element: XmlElement })[]> {
    const { picture, main } = this.#parts;
    if (this.#context.options.ocr === undefined || picture === undefined) return [];
    const found: (Omit<EmbeddedPicture, "place"> & { readonly element: XmlElement })[] = [];
    for (const { kind, name, element } of this.#notes.unread) {
      const id = kind === null ? pictureId(element) : null;
      const relationship = id === null ? undefined : main.relationships.get(id);
      const bytes = relationship === undefined || relationship.external ? null : await picture(relationship.target);
      if (bytes !== null) found.push({ name, bytes, element });
    }
    return found;
  }

  async #stories(): Promise<Stories> {
    const { main } = this.#parts;
    const styles = new Styles((await this.#parts.related("styles"))?.root ?? null);
    const numbering = new Numbering((await this.#parts.related("numbering"))?.root ?? null);
    const story = (part: Part, counters = new Counters(numbering)): Story => ({
      context: this.#context,
      styles,
      numbering,
      counters,
      numberFields: new NumberFields(),
      notes: this.#notes,
      relationships: part.relationships,
      placeOf: (element) => this.#place(element, null, null),
    });
    const own = story(main);
    const body = readStory(main.root.child("w:body") ?? main.root, own);
    for (const format of own.counters.unknownFormats) this.#context.report("docx/number-format", { params: { format } });
    const { heads, feet } = await this.#margins(story);
    return { heads, body, notes: await this.#readNotes(story), feet };
  }

  async #margins(story: (part: Part) => Story): Promise<{ heads: Draft[]; feet: Draft[] }> {
    const { main } = this.#parts;
    const settings = (await this.#parts.related("settings"))?.root ?? null;
    const references = marginReferences(main.root.child("w:body") ?? main.root, toggle(settings, "w:evenAndOddHeaders") === true);
    const heads: Draft[] = [];
    const feet: Draft[] = [];
    const sorter = new MarginSorter(this.#notes);
    const read = new Set<string>();
    for (const reference of references) {
      const target = main.relationships.get(reference.id)?.target;
      if (target === undefined || read.has(target)) continue;
      read.add(target);
      const part = await this.#parts.margin(target);
      if (part === null) continue;
      this.#paths.addPart(part.root, part.name);
      const sorted = sorter.sort(readStory(part.root, story(part)), reference);
      for (const paragraph of sorted) (reference.kind === "header" ? heads : feet).push(paragraph);
    }
    return { heads, feet };
  }

  /** Footnotes and endnotes in the order of their references. */
  async #readNotes(story: (part: Part) => Story): Promise<Draft[]> {
    const drafts: Draft[] = [];
    for (const kind of ["footnote", "endnote"] as const) {
      const ids = this.#notes.references.filter((one) => one.startsWith(`${kind}/`)).map((one) => one.slice(kind.length + 1));
      const part = ids.length === 0 ? null : await this.#parts.related(`${kind}s`);
      if (part === null) continue;
      this.#paths.addPart(part.root, part.name);
      this.#noteParts.push(part);
      const byId = new Map(part.root.children.map((note) => [note.attributes["w:id"] ?? "", note]));
      const own = story(part);
      for (const id of new Set(ids)) {
        const note = byId.get(id);
        if (note !== undefined) for (const draft of readStory(note, own)) drafts.push(draft);
      }
    }
    return drafts;
  }

  async #verify({ body, notes }: Stories): Promise<void> {
    const parts = this.#parts.forWitness([this.#parts.main, ...this.#noteParts]);
    // A damaged document is reported already, and the witness would stumble over it too.
    if (parts?.has(this.#parts.main.name) !== true) return;
    const paragraphs = paragraphsIn([...body, ...notes]).map(textOf);
    await verify(
      parts,
      {
        paragraphs: [...paragraphs, ...this.#notes.aside.map(({ text }) => text), ...this.#notes.leftOut],
        symbols: this.#notes.symbols,
        roots: [this.#parts.main, ...this.#noteParts].map((part) => part.root),
        placeOf: (element, start, end) => this.#place(element, start, end),
      },
      this.#context,
    );
  }

  /** `read`: pictures that somebody reads. */
  #report(read: ReadonlySet<XmlElement>): void {
    const { aside, insertions, deletions, unread, unshownNumbers } = this.#notes;
    const hidden = aside.filter(({ kind }) => kind === "hidden");
    const [first] = hidden;
    if (first !== undefined) {
      const count = hidden.reduce((sum, { text }) => sum + text.length, 0);
      const place = this.#place(first.paragraph, first.offset, first.offset + first.text.length);
      this.#context.report("docx/hidden-text", { params: { count: String(count) }, actual: first.text, place: [place] });
    }
    const others = aside.filter(({ kind }) => kind !== "hidden");
    reportAside(others.map(({ kind, text, paragraph, offset }) => ({ kind, text, place: this.#place(paragraph, offset, offset + text.length) })), this.#context);
    if (unshownNumbers.length > 0) {
      const place = unshownNumbers.map(({ paragraph }) => this.#place(paragraph, null, null));
      this.#context.report("docx/number-field", { params: { count: String(unshownNumbers.length) }, actual: unshownNumbers.map(({ text }) => text).join(" | "), place });
    }
    if (insertions + deletions > 0) this.#context.report("docx/tracked-changes", { params: { insertions: String(insertions), deletions: String(deletions) } });
    this.#reportUnread(unread.filter(({ element }) => !read.has(element)));
  }

  /** One finding for each kind of object, with all places. */
  #reportUnread(unread: Notes["unread"]): void {
    for (const kind of new Set(unread.map((one) => one.kind))) {
      const own = unread.filter((one) => one.kind === kind);
      const place = own.map(({ element }) => this.#place(element, null, null));
      const actual = own.map(({ name }) => name).filter((name) => name !== "").join(" | ");
      if (kind === null) this.#context.report("picture/not-read", { params: { count: String(own.length) }, actual, place });
      else this.#context.report("docx/unread-object", { params: { kind }, actual: actual === "" ? null : actual, place });
    }
  }

  async #meta(): Promise<MetaValue[]> {
    const part = await this.#parts.properties();
    if (part === null) return [];
    this.#paths.addPart(part.root, part.name);
    return part.root.children
      .filter((element) => element.text.trim() !== "")
      .map((element) => ({ name: element.name, content: element.text.trim(), place: this.#place(element, null, null) }));
  }

  #place(element: XmlElement, start: number | null, end: number | null): Extract<Place, { kind: "element" }> {
    return { source: this.#source, kind: "element", path: this.#paths.of(element), start, end };
  }
}
