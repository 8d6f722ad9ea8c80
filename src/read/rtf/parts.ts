/** The parts of a Word document that an RTF file holds, written while it is read. */
import type { MarginPart, Section } from "../doc/sections.ts";
import { addSection } from "../doc/sections.ts";
import type { Part, PartKind, Relationship, WordParts } from "../docx/parts.ts";
import { Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";
import { Lists } from "./lists.ts";
import { openState, type State } from "./state.ts";
import { Story, type StorySetting } from "./story.ts";
import { Fonts } from "./styles.ts";

const noRelationships: ReadonlyMap<string, Relationship> = new Map();

/** US Letter, which a file need not state, in twentieths of a point. */
const openSection = { end: 0, type: "nextPage", titlePage: false, width: 12240, height: 15840, landscape: false } as const;

type OpenSection = { -readonly [K in keyof Section]: Section[K] };

/** Parts that are being written. */
export class OpenParts {
  readonly tree: Tree;
  readonly fonts = new Fonts();
  readonly lists: Lists;
  readonly styles: XmlElement;
  readonly properties: XmlElement;
  readonly #main: XmlElement;
  readonly #body: XmlElement;
  readonly #notes: Readonly<Record<"footnote" | "endnote", XmlElement>>;
  readonly #margins: { readonly part: MarginPart; readonly root: XmlElement }[] = [];
  /** Headers and footers of the section that is open. */
  #fresh: MarginPart[] = [];
  readonly #stories: Story[] = [];
  readonly #setting: StorySetting;
  section: OpenSection = { ...openSection };
  facing = false;

  constructor(limit: number) {
    this.tree = new Tree(limit);
    this.lists = new Lists(this.tree);
    this.styles = this.tree.add(null, "w:styles");
    this.properties = this.tree.add(null, "cp:coreProperties");
    this.#main = this.tree.add(null, "w:document");
    this.#body = this.tree.add(this.#main, "w:body");
    this.#notes = { footnote: this.tree.add(null, "w:footnotes"), endnote: this.tree.add(null, "w:endnotes") };
    this.#setting = { tree: this.tree, fontName: (font) => this.fonts.nameOf(font), listOfLabel: (label, level) => this.lists.ofLabel(label, level), looks: new Map() };
    this.openStory(this.#body);
  }

  /** The story that words go to. */
  get story(): Story {
    const story = this.#stories.at(-1);
    if (story === undefined) throw new Error("no story is open");
    return story;
  }

  openStory(root: XmlElement): void {
    this.#stories.push(new Story(root, this.#setting));
  }

  closeStory(state: State): void {
    this.story.finish(state);
    if (this.#stories.length > 1) this.#stories.pop();
  }

  /** A note, and its reference in the story that is open. */
  openNote(kind: "footnote" | "endnote", state: State): void {
    const id = String(this.#notes[kind].children.length + 1);
    this.tree.add(this.story.run(state), `w:${kind}Reference`, { "w:id": id });
    this.openStory(this.tree.add(this.#notes[kind], `w:${kind}`, { "w:id": id }));
  }

  openMargin(kind: "header" | "footer", use: MarginPart["use"]): void {
    const part = { section: 0, kind, use, id: `${kind}${String(this.#margins.length + 1)}`, start: 0, end: 0 };
    const root = this.tree.add(null, kind === "header" ? "w:hdr" : "w:ftr");
    this.#margins.push({ part, root });
    this.#fresh.push(part);
    this.openStory(root);
  }

  /** A text box at the place that is read. */
  openBox(state: State): void {
    const shape = this.tree.add(this.tree.add(this.story.run(state), "w:pict"), "v:shape");
    this.openStory(this.tree.add(this.tree.add(shape, "v:textbox"), "w:txbxContent"));
  }

  /** The section ends with the paragraph that is open. Only the body has sections. */
  endSection(state: State): void {
    if (this.#stories.length > 1) return;
    this.story.endSection(state, this.section, this.#fresh.splice(0));
  }

  resetSection(): void {
    this.section = { ...openSection, width: this.section.width, height: this.section.height, landscape: this.section.landscape };
  }

  /** Ends all stories and gives the parts. */
  finish(state: State): WordParts {
    while (this.#stories.length > 1) this.closeStory(openState());
    this.story.finish(state);
    addSection(this.tree, this.#body, this.section, this.#fresh);
    const settings = this.tree.add(null, "w:settings");
    if (this.facing) this.tree.add(settings, "w:evenAndOddHeaders");
    const related: Readonly<Record<PartKind, XmlElement>> = { styles: this.styles, numbering: this.lists.root, settings, footnotes: this.#notes.footnote, endnotes: this.#notes.endnote };
    const margins = new Map(this.#margins.map(({ part, root }) => [part.id, root]));
    return {
      main: { name: "rtf", root: this.#main, relationships: new Map(this.#margins.map(({ part }) => [part.id, { type: part.kind, target: part.id, external: false }])) },
      related: (kind) => Promise.resolve(partOf(`rtf/${kind}`, related[kind])),
      margin: (target) => Promise.resolve(partOf(`rtf/${target}`, margins.get(target) ?? null)),
      properties: () => Promise.resolve(partOf("rtf/info", this.properties)),
      forWitness: () => null,
    };
  }
}

function partOf(name: string, root: XmlElement | null): Part | null {
  return root === null ? null : { name, root, relationships: noRelationships };
}
