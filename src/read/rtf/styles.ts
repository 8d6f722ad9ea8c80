/** Fonts and styles of RTF. Paragraphs and runs repeat all that their style says, so that only its name and its level count. */
import type { Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";
import type { State } from "./state.ts";

/** A font: its name as far as it was read, and its character set. */
export interface Font {
  name: string;
  charset: number;
}

/** The fonts by number. */
export class Fonts {
  readonly #fonts = new Map<number, Font>();
  #last: Font = { name: "", charset: 0 };

  open(number: number): void {
    this.#last = { name: "", charset: 0 };
    this.#fonts.set(number, this.#last);
  }

  setCharset(charset: number): void {
    this.#last.charset = charset;
  }

  /** The name ends with a semicolon. */
  addName(words: string): void {
    if (this.#last.name.length < 200) this.#last.name += words;
  }

  get(number: number | null): Font | null {
    return number === null ? null : (this.#fonts.get(number) ?? null);
  }

  nameOf(number: number | null): string | null {
    const name = this.get(number)?.name.split(";")[0]?.trim() ?? "";
    return name === "" ? null : name;
  }
}

/** Writes a style. The face of the first one is that of the text, and what differs from it stands out. */
export function writeStyle(tree: Tree, root: XmlElement, state: State, name: string, face: string | null): void {
  const ofCharacters = state.characterStyle !== null;
  const id = ofCharacters ? `c${String(state.characterStyle)}` : String(state.style);
  const isDefault = !ofCharacters && state.style === 0;
  const style = tree.add(root, "w:style", { "w:type": ofCharacters ? "character" : "paragraph", "w:styleId": id, ...(isDefault ? { "w:default": "1" } : {}) });
  tree.value(style, "w:name", name.split(";")[0]?.trim() ?? "");
  if (state.outline !== null && !ofCharacters) tree.value(tree.add(style, "w:pPr"), "w:outlineLvl", state.outline);
  if (isDefault && face !== null) tree.add(tree.add(style, "w:rPr"), "w:rFonts", { "w:eastAsia": face });
}
