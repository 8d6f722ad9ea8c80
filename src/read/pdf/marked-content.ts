/** The marked contents that are open while operators are read (ISO 32000-2, 14.6): furniture by the file's own word, numbers for its structure, layers. */
import type { ActualText } from "./actual-text.ts";

type MarkedWords = Pick<ActualText, "text" | "from">;

interface Mark {
  readonly artifact: boolean;
  readonly off: boolean;
  /** The words that the file gives for it, and how many characters were drawn before it. */
  readonly words: MarkedWords | null;
  /** Number that counted before. */
  readonly before: number | null;
}

/** The open marked contents of one page. */
export class MarkedContent {
  readonly #open: Mark[] = [];
  readonly #isOff: (layer: unknown) => boolean;
  #artifacts = 0;
  #off = 0;
  /** Number of the innermost that has one. */
  number: number | null = null;

  /** `isOff` tells whether a layer (optional content group or membership) is switched off. */
  constructor(isOff: (layer: unknown) => boolean) {
    this.#isOff = isOff;
  }

  /** Whether one of them is an artifact. */
  get artifact(): boolean {
    return this.#artifacts > 0;
  }

  /** Whether one of them is a layer that is off. */
  get off(): boolean {
    return this.#off > 0;
  }

  begin(tag: unknown, properties: unknown, words: MarkedWords | null): void {
    const name = typeof tag === "object" && tag !== null && "name" in tag ? tag.name : tag;
    const mark: Mark = { artifact: name === "Artifact", off: name === "OC" && this.#isOff(properties), before: this.number, words };
    this.#open.push(mark);
    if (typeof properties === "number") this.number = properties;
    if (mark.artifact) this.#artifacts++;
    if (mark.off) this.#off++;
  }

  /** Ends the innermost and gives the words for it. */
  end(): MarkedWords | null {
    const ended = this.#open.pop();
    if (ended === undefined) return null;
    this.number = ended.before;
    if (ended.artifact) this.#artifacts--;
    if (ended.off) this.#off--;
    return ended.words;
  }
}
