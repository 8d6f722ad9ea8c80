/** Writes the parts of a plain text as a document. */
import type { Span } from "../../model/position.ts";
import { DocumentBuilder, type Look, type Written } from "../builder.ts";
import type { Words } from "./lines.ts";
import type { ProseDraft } from "./prose.ts";
import type { TableDraft } from "./table.ts";

/** The path of places in a plain text: the text as a whole, offsets count UTF-16 units of the decoded file. */
export const wholeText = "/";

/** Collects blocks in reading order. */
export class TextWriter {
  readonly #file: string;
  readonly #paged: boolean;
  readonly #builder: DocumentBuilder;

  constructor(file: string, source: number, paged: boolean) {
    this.#file = file;
    this.#paged = paged;
    this.#builder = new DocumentBuilder(source);
  }

  written(): Written {
    return this.#builder.written();
  }

  paragraph({ words, align, rule }: ProseDraft): void {
    if (rule === null) this.#paragraph(words, { align });
    else this.furniture([words], rule);
  }

  furniture(lines: readonly Words[], rule: string): void {
    this.#builder.furniture(rule, () => {
      for (const words of lines) if (words.length > 0) this.#paragraph(words);
    });
  }

  table({ parts, ...draft }: TableDraft, { start, end }: Span): void {
    const place = [this.#builder.element(wholeText, start, end)];
    const pages = parts.map(({ rows, page }) => ({ rows, page: this.#paged ? page + 1 : null, bbox: null }));
    const wordless = draft.cells.every(({ cell }) => cell.length === 0);
    this.#builder.table({ ...draft, parts: pages, method: "aligned-text", place, wordless }, ({ cell }) => {
      for (const words of cell) this.#paragraph(words);
    });
  }

  #paragraph(words: Words, look: Look = {}): void {
    this.#builder.paragraph(look);
    for (const { start, end } of words) this.#builder.run(this.#file.slice(start, end), { path: wholeText, start });
    this.#builder.end();
  }
}
