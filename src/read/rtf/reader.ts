/** Reads RTF sign by sign: groups with what they inherit, destinations, bytes to words, and control words by their table. */
import type { Limits } from "../../model/context.ts";
import { symbolFontOf } from "../../rules/symbol-fonts.ts";
import type { WordParts } from "../docx/parts.ts";
import { decodeRun, encodingOfCharset, isWide, symbolCharset } from "./encodings.ts";
import { Fields } from "./fields.ts";
import type { Picture, Time } from "./measures.ts";
import { OpenParts } from "./parts.ts";
import { definitionOf, openRow, type OpenRow } from "./row.ts";
import { openState, plainParagraph, type Destination, type State } from "./state.ts";
import { writeStyle } from "./styles.ts";
import { Tokens, type Token } from "./tokens.ts";

/** What a control word does, and the words that it stands for. */
export interface Control {
  readonly does?: ControlWork;
  readonly says?: string;
  /** It may begin a group that is marked as one to pass over, and the group is read all the same. */
  readonly destination?: true;
}

export type ControlWork = (reader: RtfReader, number: number | null) => void;

/** The control words that are known, and the groups by their first word. */
export interface ControlTable {
  readonly controls: ReadonlyMap<string, Control>;
  readonly destinations: ReadonlyMap<string, ControlWork | "skip">;
}

/** A group that is open: what held before it, and what its end does. */
interface Group {
  readonly before: State;
  atEnd: (() => void) | null;
}

const privateUse = /[\uf000-\uf0ff]/u;
/** Reads one file. */
export class RtfReader {
  readonly parts: OpenParts;
  readonly #tokens: Tokens;
  readonly #table: ControlTable;
  readonly #depth: number;
  readonly #groups: Group[] = [];
  state: State = openState();
  /** Encoding of the file for fonts that name none, and the font of what names none. */
  encoding = "gb18030";
  defaultFont: number | null = null;
  /** Definitions of rows: of the outermost table, and of one in a cell. */
  outerRow = openRow();
  innerRow = openRow();
  readonly #bytes: number[] = [];
  #text = "";
  /** Words of the destination that is gathered: a label, a name, a property. */
  #gathered = "";
  #skip = 0;
  #starred = false;
  readonly #fields: Fields;
  picture: Picture | null = null;
  time: Time | null = null;
  objectClass = "";
  balanced = true;
  damaged = 0;

  constructor(bytes: Uint8Array, { depth, elements }: Pick<Limits, "depth" | "elements">, table: ControlTable) {
    this.#table = table;
    this.#tokens = new Tokens(bytes);
    this.#depth = depth;
    this.parts = new OpenParts(elements);
    this.#fields = new Fields(this.parts);
  }

  /** The parts; null when groups are nested too deeply. */
  read(): WordParts | null {
    for (let token = this.#tokens.next(); token !== null; token = this.#tokens.next()) {
      if (token.kind === "open") {
        if (this.#groups.length >= this.#depth) return null;
        this.#open();
      } else if (token.kind === "close") {
        this.#close();
        if (this.#groups.length === 0) break;
      } else this.#sign(token);
    }
    this.#flush();
    this.balanced = this.#groups.length === 0 && this.#tokens.next() === null;
    while (this.#groups.length > 0) this.#close();
    return this.parts.finish(this.state);
  }

  /** Sets where the words of the group go; `atEnd` is done when it ends. */
  direct(destination: Destination, atEnd: ((gathered: string) => void) | null = null): void {
    this.state.destination = destination;
    this.#gathered = "";
    if (atEnd !== null) this.atEnd(() => { atEnd(this.#gathered); });
  }

  atEnd(work: () => void): void {
    const group = this.#groups.at(-1);
    if (group === undefined) return;
    const before = group.atEnd;
    group.atEnd = () => {
      work();
      before?.();
    };
  }

  /** Whether the next sign is this control word. */
  follows(name: string): boolean {
    return this.#tokens.follows(name);
  }

  /** Passes over the rest of the group. */
  skipGroup(): void {
    this.#pass();
    this.#close();
  }

  /** Adds words that a control stands for. */
  say(words: string): void {
    this.#decodeBytes();
    this.#text += words;
  }

  /** An element of the run that is open; null where words do not go into the text. */
  mark(name: string, attributes: Readonly<Record<string, string>> = {}): void {
    if (this.state.destination === "text") this.parts.tree.add(this.parts.story.run(this.state), name, attributes);
  }

  /** Passes over the group that follows. */
  passGroup(): void {
    if (this.#tokens.next()?.kind === "open") this.#pass();
  }

  #pass(): void {
    for (let depth = 1; depth > 0; ) {
      const token = this.#tokens.next();
      if (token === null) return;
      depth += token.kind === "open" ? 1 : token.kind === "close" ? -1 : 0;
    }
  }

  /** The words of the group are a story of their own. */
  openStory(open: () => void): void {
    const [outer, inner] = [this.outerRow, this.innerRow];
    open();
    plainParagraph(this.state);
    this.state.destination = "text";
    this.outerRow = openRow();
    this.innerRow = openRow();
    this.atEnd(() => {
      this.parts.closeStory(this.state);
      this.outerRow = outer;
      this.innerRow = inner;
    });
  }

  openField(): void {
    this.#fields.begin(this.state);
    this.atEnd(() => { this.#fields.end(this.state); });
  }

  openResult(): void {
    this.#fields.beginResult(this.state);
  }

  get row(): OpenRow {
    return this.state.nested ? this.innerRow : this.outerRow;
  }

  endRow(inner: boolean): void {
    if (this.state.destination !== "text") return;
    this.parts.story.endRow(this.state, inner, definitionOf(inner ? this.innerRow : this.outerRow));
  }

  #open(): void {
    this.#flush();
    this.#groups.push({ before: this.state, atEnd: null });
    this.state = { ...this.state };
    this.#starred = false;
    this.#skip = 0;
    if (this.state.destination !== "styles") return;
    // Each group of the table of styles is a style; the first may name no number.
    this.state = { ...openState(), destination: "style", skip: this.state.skip };
    this.#gathered = "";
    this.atEnd(() => { this.#endStyle(); });
  }

  #close(): void {
    this.#flush();
    this.#skip = 0;
    const group = this.#groups.pop();
    if (group === undefined) return;
    group.atEnd?.();
    this.state = group.before;
    this.#turn();
  }

  #sign(token: Exclude<Token, { kind: "open" | "close" }>): void {
    if (token.kind === "byte") {
      this.#byte(token.byte, token.raw);
      return;
    }
    if (token.name === "u") {
      this.#unicode(token.number ?? 0);
      return;
    }
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    if (token.name === "*") {
      this.#starred = true;
      return;
    }
    this.#word(token.name, token.number);
  }

  #word(name: string, number: number | null): void {
    const starred = this.#starred;
    this.#starred = false;
    const destination = this.#table.destinations.get(name);
    const control = this.#table.controls.get(name);
    if (destination !== undefined) {
      this.#flush();
      if (destination === "skip") this.skipGroup();
      else destination(this, number);
      this.#turn();
      return;
    }
    // A destination that nobody knows says itself that it may be passed over.
    if (starred && control?.destination !== true) {
      this.#flush();
      this.skipGroup();
      return;
    }
    if (control === undefined) return;
    if (control.says === undefined) this.#flush();
    else this.say(control.says);
    control.does?.(this, number);
    this.#turn();
  }

  #byte(byte: number, raw: boolean): void {
    this.#starred = false;
    const second = raw && byte > 0x80 ? this.#tokens.secondByte() : null;
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    this.#bytes.push(byte);
    if (second !== null) this.#bytes.push(second);
  }

  #unicode(number: number): void {
    this.#starred = false;
    this.#skip = 0;
    this.say(String.fromCharCode(number & 0xffff));
    this.#skip = this.state.skip;
  }

  /** What the encoding of the text is from here on. */
  #turn(): void {
    this.#tokens.twoBytes = isWide(this.#ownEncoding() ?? this.encoding);
  }

  #ownEncoding(): string | null {
    return encodingOfCharset(this.parts.fonts.get(this.state.font)?.charset ?? 0);
  }

  #decodeBytes(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes.splice(0));
    const font = this.parts.fonts.get(this.state.font);
    const chinese = encodingOfCharset(this.parts.fonts.get(this.state.chineseFont)?.charset ?? 0);
    const file = chinese !== null && isWide(chinese) ? chinese : this.encoding;
    if (font?.charset === symbolCharset && ["text", "label"].includes(this.state.destination)) this.#text += [...bytes].map((byte) => (byte < 0x20 ? "" : String.fromCharCode(0xf000 + byte))).join("");
    else this.#text += decodeRun(bytes, this.#ownEncoding(), file, this.state.destination !== "levelText");
  }

  /** Gives the words so far to where they go. */
  #flush(): void {
    this.#decodeBytes();
    const text = this.#text;
    this.#text = "";
    if (text === "") return;
    switch (this.state.destination) {
      case "text":
        this.#words(text);
        break;
      case "code":
        this.#fields.code(text, this.state);
        break;
      case "fonts":
        this.parts.fonts.addName(text);
        break;
      case "quiet":
      case "info":
      case "lists":
        break;
      default:
        if (this.#gathered.length < 2000) this.#gathered += text;
    }
  }

  #words(text: string): void {
    this.#fields.print();
    for (let at = text.indexOf("\ufffd"); at !== -1; at = text.indexOf("\ufffd", at + 1)) this.damaged++;
    const { tree, story, fonts } = this.parts;
    const run = story.run(this.state);
    const name = this.state.deleted ? "w:delText" : "w:t";
    const font = fonts.get(this.state.font);
    const face = fonts.nameOf(this.state.font) ?? "";
    if (!privateUse.test(text) || (font?.charset !== symbolCharset && symbolFontOf(face) === null)) {
      tree.words(run, name, text);
      return;
    }
    for (const character of text) {
      if (privateUse.test(character)) tree.add(run, "w:sym", { "w:font": face, "w:char": character.charCodeAt(0).toString(16).toUpperCase() });
      else tree.words(run, name, character);
    }
  }

  #endStyle(): void {
    const { tree, styles, fonts } = this.parts;
    writeStyle(tree, styles, this.state, this.#gathered, fonts.nameOf(this.state.chineseFont ?? this.state.font ?? this.defaultFont));
  }
}
