/** Fields of RTF, one in another: their codes, and whether they printed something. */
import type { OpenParts } from "./parts.ts";
import type { Destination, State } from "./state.ts";

/** A field that is open. */
interface Field {
  code: string;
  inResult: boolean;
  printed: boolean;
  /** Where its result goes. */
  readonly destination: Destination;
}

/** Longer codes are of no field that says something here. */
const longestCode = 2000;
const symbol = /^\s*SYMBOL\s+(\d{1,5}|0x[\da-f]{1,4})\b[^"]{0,40}"([^"]{1,60})"/iu;

/** The fields that are open. */
export class Fields {
  readonly #parts: OpenParts;
  readonly #open: Field[] = [];

  constructor(parts: OpenParts) {
    this.#parts = parts;
  }

  begin(state: State): void {
    const { destination } = state;
    this.#open.push({ code: "", inResult: false, printed: false, destination: destination === "code" ? "text" : destination });
    this.#mark("begin", state);
  }

  beginResult(state: State): void {
    const field = this.#open.at(-1);
    if (field === undefined || field.inResult) return;
    field.inResult = true;
    state.destination = field.destination;
    this.#mark("separate", state);
  }

  /** Word writes a symbol as a field without words. */
  end(state: State): void {
    const field = this.#open.at(-1);
    const [, code, font] = symbol.exec(field?.code ?? "") ?? [];
    if (field !== undefined && code !== undefined && !field.printed) {
      this.beginResult(state);
      const value = Number(code);
      if (state.destination === "text") this.#parts.tree.add(this.#parts.story.run(state), "w:sym", { "w:font": font ?? "", "w:char": (value < 256 ? 0xf000 + value : value).toString(16).toUpperCase() });
    }
    this.#open.pop();
    this.#mark("end", state);
  }

  /** Words of the code. */
  code(text: string, state: State): void {
    const field = this.#open.at(-1);
    if (field !== undefined && field.code.length < longestCode) field.code += text;
    this.#parts.tree.words(this.#parts.story.run(state), "w:instrText", text);
  }

  /** Words were printed. */
  print(): void {
    for (const field of this.#open) if (field.inResult) field.printed = true;
  }

  #mark(type: string, state: State): void {
    const { destination } = state;
    if (destination === "text" || destination === "code") this.#parts.tree.add(this.#parts.story.run(state), "w:fldChar", { "w:fldCharType": type });
  }
}
