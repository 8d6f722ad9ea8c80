/** Writes the characters of a paragraph as runs: words, breaks, fields, symbols, notes, and what hangs in the text. */
import type { Tree } from "../docx/tree.ts";
import { XmlElement } from "../xml.ts";
import type { Bytes } from "./bytes.ts";
import { addRunProperties, type CharacterFormat } from "./characters.ts";
import { pictureSize, type Box, type Shape } from "./drawings.ts";
import type { StyleSheet } from "./styles.ts";
import type { FormattedText } from "./text.ts";

/** A note by the position of its reference. */
export interface NoteReference {
  readonly kind: "footnote" | "endnote";
  readonly id: number;
}

/** What the runs of a document are written with. */
export interface RunSetting {
  readonly tree: Tree;
  readonly text: FormattedText;
  readonly styles: StyleSheet;
  readonly fontName: (index: number | null) => string | null;
  /** The stream `Data`. */
  readonly data: Bytes;
  readonly references: ReadonlyMap<number, NoteReference>;
  /** The shapes anchored in a story, by position from the start of the text. */
  readonly shapes: (position: number) => Shape | null;
  /** Writes the story of a text box into an element. */
  readonly writeBox: (holder: XmlElement, box: Box, shape: Shape) => void;
}

/** Characters up to this one stand for something else than themselves. */
const lastMark = 0x1f;
const embeds = /^\s*(?:EMBED|LINK)\s+(\S*)/iu;
const symbolFont = /^(?:symbol|wingdings(?: [23])?|webdings|zapfdingbats|monotype sorts)$/iu;
const privateUse = /[\uf000-\uf0ff]/u;
/** Fields in fields that are told apart. */
const deepestField = 500;

/** Writes the runs of one story; its fields may run on over paragraphs. */
export class RunWriter {
  readonly #setting: RunSetting;
  /** Open fields: the code so far, and whether it still goes on. */
  readonly #fields: { code: string; inCode: boolean }[] = [];
  readonly #properties = new Map<number, Map<CharacterFormat, XmlElement | null>>();

  constructor(setting: RunSetting) {
    this.#setting = setting;
  }

  /** Adds what stands from one position to another to a paragraph of a style. */
  write(paragraph: XmlElement, start: number, end: number, style: number): void {
    const { tree, text } = this.#setting;
    let wrapper: XmlElement | null = null;
    for (let run = text.run(start, end); run !== null; run = text.run(run.end, end)) {
      const name = run.format.deleted ? "w:del" : run.format.inserted ? "w:ins" : null;
      if (name === null) wrapper = null;
      else if (wrapper?.name !== name) wrapper = tree.add(paragraph, name);
      const element = tree.add(wrapper ?? paragraph, "w:r");
      const properties = this.#propertiesOf(run.format, style);
      if (properties !== null) element.append(properties);
      this.#characters(element, run.start, run.end, run.format);
    }
  }

  /** Properties are the same element in all runs that look alike: nothing asks for their place. */
  #propertiesOf(format: CharacterFormat, style: number): XmlElement | null {
    const known = this.#properties.get(style) ?? new Map<CharacterFormat, XmlElement | null>();
    this.#properties.set(style, known);
    const found = known.get(format);
    if (found !== undefined) return found;
    const { tree, styles, fontName } = this.#setting;
    const holder = new XmlElement("w:r", {}, null);
    addRunProperties(tree, holder, format, { styled: styles.styled(style, format.style), fontName });
    const made = holder.child("w:rPr");
    known.set(format, made);
    return made;
  }

  #characters(run: XmlElement, start: number, end: number, format: CharacterFormat): void {
    const { tree, text: { text }, fontName } = this.#setting;
    if (format.symbol !== null) {
      const { font, code } = format.symbol;
      for (let at = start; at < end; at++) tree.add(run, "w:sym", { "w:font": fontName(font) ?? "", "w:char": code.toString(16).toUpperCase().padStart(4, "0") });
      return;
    }
    for (let from = start; from < end; ) {
      let stop = from;
      while (stop < end && text.charCodeAt(stop) > lastMark) stop++;
      this.#words(run, text.slice(from, stop), format, from);
      if (stop < end) this.#mark(run, stop, format);
      from = stop + 1;
    }
  }

  #words(run: XmlElement, words: string, format: CharacterFormat, at: number): void {
    if (words === "") return;
    const { tree, references, fontName } = this.#setting;
    // A note may have a sign of its own instead of a number.
    const note = references.get(at);
    if (note !== undefined) tree.add(run, `w:${note.kind}Reference`, { "w:id": String(note.id) });
    const field = this.#fields.at(-1);
    if (field?.inCode === true) {
      field.code += words.slice(0, 2000);
      tree.words(run, "w:instrText", words);
      return;
    }
    const font = privateUse.test(words) ? (fontName(format.westernFont) ?? "") : "";
    if (!symbolFont.test(font)) tree.words(run, format.deleted ? "w:delText" : "w:t", words);
    else for (const character of words) this.#symbolOrWord(run, character, font);
  }

  #symbolOrWord(run: XmlElement, character: string, font: string): void {
    const { tree } = this.#setting;
    if (privateUse.test(character)) tree.add(run, "w:sym", { "w:font": font, "w:char": character.charCodeAt(0).toString(16).toUpperCase() });
    else tree.words(run, "w:t", character);
  }

  #mark(run: XmlElement, at: number, format: CharacterFormat): void {
    const { tree, text: { text }, references } = this.#setting;
    switch (text.charCodeAt(at)) {
      case 0x01:
        if (format.special && !format.data) this.#picture(run, format);
        break;
      case 0x02: {
        const note = references.get(at);
        if (note !== undefined) tree.add(run, `w:${note.kind}Reference`, { "w:id": String(note.id) });
        break;
      }
      case 0x08:
        if (format.special) this.#shape(run, at);
        break;
      case 0x09:
        tree.add(run, "w:tab");
        break;
      case 0x0b:
        tree.add(run, "w:br");
        break;
      case 0x0c:
        tree.add(run, "w:br", { "w:type": "page" });
        break;
      case 0x0e:
        tree.add(run, "w:br", { "w:type": "column" });
        break;
      case 0x13:
      case 0x14:
      case 0x15:
        this.#field(run, text.charCodeAt(at));
        break;
      case 0x1e:
        tree.add(run, "w:noBreakHyphen");
        break;
      default:
        // Numbers of pages and notes that Word writes itself, and signs that nobody sees.
        break;
    }
  }

  #field(run: XmlElement, mark: number): void {
    const { tree } = this.#setting;
    if (mark === 0x13) {
      if (this.#fields.length < deepestField) this.#fields.push({ code: "", inCode: true });
      tree.add(run, "w:fldChar", { "w:fldCharType": "begin" });
      return;
    }
    const field = this.#fields.at(-1);
    if (mark === 0x14 && field !== undefined) field.inCode = false;
    if (mark === 0x15) this.#fields.pop();
    tree.add(run, "w:fldChar", { "w:fldCharType": mark === 0x14 ? "separate" : "end" });
  }

  #picture(run: XmlElement, format: CharacterFormat): void {
    const { tree, data } = this.#setting;
    const program = embeds.exec(this.#fields.at(-1)?.code ?? "")?.[1] ?? (format.embedded ? "" : null);
    if (program !== null) {
      tree.add(tree.add(run, "w:object"), "o:OLEObject", program === "" ? {} : { ProgID: program });
      return;
    }
    const size = format.picture === null ? null : pictureSize(data, format.picture);
    if (size !== null) this.#image(tree.add(run, "w:pict"), size);
  }

  #image(holder: XmlElement, { width, height }: { readonly width: number; readonly height: number }): void {
    const { tree } = this.#setting;
    const shape = tree.add(holder, "v:shape", { style: `width:${width.toFixed(2)}pt;height:${height.toFixed(2)}pt` });
    tree.add(shape, "v:imagedata");
  }

  #shape(run: XmlElement, at: number): void {
    const { tree, shapes, writeBox } = this.#setting;
    const shape = shapes(at);
    if (shape === null) return;
    const holder = tree.add(run, "w:pict");
    if (shape.pictures > 0) this.#image(holder, shape);
    for (const box of shape.boxes) {
      const content = tree.add(tree.add(tree.add(holder, "v:shape"), "v:textbox"), "w:txbxContent");
      writeBox(content, box, shape);
    }
  }
}
