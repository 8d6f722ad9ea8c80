/** Styles ([MS-DOC] 2.9.271) as the part `styles`, and what they say of switches that direct formatting turns against them. */
import { Styles, type RunLook } from "../docx/styles.ts";
import type { Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";
import type { Bytes } from "./bytes.ts";
import { addRunProperties, changedCharacters, plainCharacters, type CharacterFormat, type Surroundings } from "./characters.ts";
import { addParagraphProperties, changedParagraph, plainParagraph } from "./paragraphs.ts";
import type { SprmReader } from "./sprms.ts";

/** What styles need beside their own bytes. */
export interface StyleSetting {
  readonly tree: Tree;
  readonly sprms: SprmReader;
  readonly fontName: (index: number | null) => string | null;
}

/** A style as the file states it. */
interface StyleEntry {
  readonly name: string;
  readonly kind: "paragraph" | "character" | "table" | "numbering";
  /** The style it is based on, null for none. */
  readonly base: number | null;
  readonly paragraph: Bytes | null;
  readonly characters: Bytes | null;
}

const kinds: Readonly<Record<number, StyleEntry["kind"]>> = { 1: "paragraph", 2: "character", 3: "table", 4: "numbering" };
const noStyle = 0xfff;

/** The styles of one document. */
export class StyleSheet {
  readonly root: XmlElement;
  readonly #resolved: Styles;

  constructor(bytes: Bytes | null, setting: StyleSetting) {
    this.root = setting.tree.add(null, "w:styles");
    if (bytes !== null) new StyleWriter(bytes, setting).write(this.root);
    this.#resolved = new Styles(this.root);
  }

  /** What a paragraph style and a character style together say of switches: two that are on cancel each other out. */
  styled(paragraph: number, character: number | null): Surroundings["styled"] {
    const below = this.#resolved.paragraph(String(paragraph)).look;
    const above = character === null ? null : this.#resolved.character(String(character));
    const both = (key: "bold" | "hidden" | "struck"): boolean => (below[key] === true) !== (above?.[key] === true);
    return { bold: both("bold"), hidden: both("hidden"), struck: both("struck"), doublyStruck: both("struck") };
  }
}

class StyleWriter {
  readonly #setting: StyleSetting;
  readonly #entries: (StyleEntry | null)[];
  readonly #looks = new Map<number, Pick<RunLook, "bold" | "hidden" | "struck">>();
  readonly #formats = new Map<number, CharacterFormat>();
  readonly #defaultFont: number;

  constructor(bytes: Bytes, setting: StyleSetting) {
    this.#setting = setting;
    const headLength = bytes.u16(0);
    const count = bytes.u16(2);
    const baseSize = bytes.u16(4);
    this.#defaultFont = headLength >= 16 ? bytes.u16(16) : 0;
    this.#entries = [];
    for (let i = 0, at = 2 + headLength; i < count && at + 2 <= bytes.length; i++) {
      const size = bytes.u16(at);
      const whole = at + 2 + size <= bytes.length;
      this.#entries.push(size === 0 || !whole ? null : readEntry(bytes.part(at + 2, size), baseSize));
      at += 2 + size;
    }
  }

  write(root: XmlElement): void {
    const { tree, fontName } = this.#setting;
    const defaults = tree.add(tree.add(root, "w:docDefaults"), "w:rPrDefault");
    addRunProperties(tree, defaults, { ...plainCharacters, chineseFont: this.#defaultFont }, { styled: noSwitches, fontName });
    this.#entries.forEach((entry, index) => {
      if (entry !== null) this.#style(root, entry, index);
    });
  }

  #style(root: XmlElement, entry: StyleEntry, index: number): void {
    const { tree, sprms } = this.#setting;
    const style = tree.add(root, "w:style", { "w:type": entry.kind, "w:styleId": String(index), "w:default": index === 0 ? "1" : "0" });
    tree.value(style, "w:name", entry.name);
    if (entry.base !== null) tree.value(style, "w:basedOn", entry.base);
    if (entry.paragraph !== null) {
      const changes = sprms.read(entry.paragraph, 0, entry.paragraph.length);
      addParagraphProperties(tree, style, changedParagraph(plainParagraph(index), changes, { data: entry.paragraph, sprms }));
    }
    if (entry.characters !== null) {
      const format = this.#formatOf(index);
      const base = this.#lookOf(entry.base);
      const styled = { bold: base.bold === true, hidden: base.hidden === true, struck: base.struck === true, doublyStruck: base.struck === true };
      addRunProperties(tree, style, format, { styled, fontName: this.#setting.fontName });
    }
  }

  /** What a style itself says of characters. */
  #formatOf(index: number): CharacterFormat {
    const known = this.#formats.get(index);
    if (known !== undefined) return known;
    const bytes = this.#entries[index]?.characters ?? null;
    const format = bytes === null ? plainCharacters : { ...changedCharacters(plainCharacters, this.#setting.sprms.read(bytes, 0, bytes.length)), style: null };
    this.#formats.set(index, format);
    return format;
  }

  /** The switches of a style with all that it is based on. */
  #lookOf(index: number | null, depth = 0): Pick<RunLook, "bold" | "hidden" | "struck"> {
    const entry = index === null ? null : (this.#entries[index] ?? null);
    if (index === null || entry === null || depth > deepestBase) return { bold: null, hidden: null, struck: null };
    const known = this.#looks.get(index);
    if (known !== undefined) return known;
    const base = this.#lookOf(entry.base, depth + 1);
    const format = this.#formatOf(index);
    const resolve = (key: "bold" | "hidden" | "struck"): boolean | null => {
      const value = format[key];
      return value === "on" ? true : value === "off" ? false : value === "against-style" ? base[key] !== true : base[key];
    };
    const look = { bold: resolve("bold"), hidden: resolve("hidden"), struck: resolve("struck") };
    this.#looks.set(index, look);
    return look;
  }
}

const noSwitches = { bold: false, struck: false, doublyStruck: false, hidden: false };
/** Word itself allows far fewer styles based on each other. */
const deepestBase = 64;

/** A style (STD, [MS-DOC] 2.9.258): its base, its name, and changes in pieces that begin at even places. */
function readEntry(bytes: Bytes, baseSize: number): StyleEntry | null {
  if (bytes.length < 8 || baseSize + 2 > bytes.length) return null;
  const kind = kinds[bytes.u16(2) & 0xf];
  if (kind === undefined) return null;
  const base = bytes.u16(2) >> 4;
  const pieces: Bytes[] = [];
  const characters = Math.min(bytes.u16(baseSize), Math.floor((bytes.length - baseSize - 2) / 2));
  const name = bytes.wide(baseSize + 2, characters);
  for (let i = 0, at = baseSize + 2 + 2 * (characters + 1); i < (bytes.u16(4) & 0xf) && at + 2 <= bytes.length; i++) {
    const size = bytes.u16(at);
    if (at + 2 + size > bytes.length) break;
    pieces.push(bytes.part(at + 2, size));
    at += 2 + size + (size & 1);
  }
  const [first, second, third] = pieces;
  const paragraph = kind === "table" ? second : kind === "character" ? undefined : first;
  const look = kind === "table" ? third : kind === "character" ? first : second;
  return {
    name: nameOf(bytes.u16(0) & 0xfff, name),
    kind,
    base: base === noStyle ? null : base,
    // The number of the style stands before the changes of its paragraphs.
    paragraph: paragraph === undefined || paragraph.length < 2 ? null : paragraph.part(2, paragraph.length - 2),
    characters: look ?? null,
  };
}

/** Built-in styles are known by number ([MS-DOC] 2.9.260, sti); their names are in the language of the program that wrote the file. */
function nameOf(builtIn: number, name: string): string {
  if (builtIn >= 1 && builtIn <= 9) return `heading ${String(builtIn)}`;
  if (builtIn >= 19 && builtIn <= 27) return `toc ${String(builtIn - 18)}`;
  return name.split(",")[0] ?? "";
}
