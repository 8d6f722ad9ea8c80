/** Writes the pieces of a page as a document. */
import { DocumentBuilder, type Written } from "../builder.ts";
import type { RawParagraph, Run, TableDraft } from "./drafts.ts";
import { layOut, type ParagraphPiece, type Piece } from "./furnish.ts";
import type { Range } from "./lines.ts";
import { attribute, type MarkupElement, type Paths } from "./markup.ts";

/** Writes a page. `links` are the link elements by index. */
export function write(pieces: readonly Piece[], links: readonly MarkupElement[], paths: Paths, source: number): Written {
  return new Writer(links, paths, source).write(pieces);
}

class Writer {
  readonly #targets: readonly (string | null)[];
  readonly #paths: Paths;
  readonly #builder: DocumentBuilder;
  /** Where the next range of a raw paragraph goes on: a run and its offset in the paragraph's text. */
  #cursor: { readonly raw: RawParagraph | null; readonly index: number; readonly at: number } = { raw: null, index: 0, at: 0 };

  constructor(links: readonly MarkupElement[], paths: Paths, source: number) {
    this.#targets = links.map(targetOf);
    this.#paths = paths;
    this.#builder = new DocumentBuilder(source);
  }

  write(pieces: readonly Piece[]): Written {
    for (const piece of pieces) {
      if (piece.kind === "table" || piece.rule === null) this.#piece(piece);
      else this.#builder.furniture(piece.rule, () => { this.#paragraph(piece); });
    }
    return this.#builder.written();
  }

  #piece(piece: Piece): void {
    if (piece.kind === "table") this.#table(piece);
    else this.#paragraph(piece);
  }

  #paragraph({ raw, range }: ParagraphPiece): void {
    const first = raw.text.slice(0, range[0]).trim() === "";
    const label = first && raw.label !== null && !startsWithNumber(raw.text.slice(...range)) ? raw.label : null;
    this.#builder.paragraph({ label, level: raw.level, align: raw.align, breakBefore: first && raw.breakBefore });
    this.#runs(raw, range);
    this.#builder.end();
  }

  /** Writes the runs of a range. The ranges of a raw paragraph come in order, so that each goes on where the last ended. */
  #runs(raw: RawParagraph, [start, end]: Range): void {
    if (this.#cursor.raw !== raw || this.#cursor.at > start) this.#cursor = { raw, index: 0, at: 0 };
    let { index, at } = this.#cursor;
    for (; at < end; index++) {
      const run = raw.runs[index];
      if (run === undefined) break;
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, run.text.length);
      if (from < to) this.#run(run, from, to, raw.container);
      if (at + run.text.length > end) break;
      at += run.text.length;
    }
    this.#cursor = { raw, index, at };
  }

  #run({ text, offset, bold, link }: Run, from: number, to: number, container: RawParagraph["container"]): void {
    const place = offset === -1 ? null : { path: this.#paths.of(container.element), start: offset + from - container.start };
    this.#builder.run(from === 0 && to === text.length ? text : text.slice(from, to), place, { bold, link: this.#targets[link] ?? null });
  }

  #table({ caption, element, ...draft }: TableDraft): void {
    const place = [this.#builder.element(this.#paths.of(element))];
    const title = caption === null ? {} : { caption: () => { for (const piece of layOut(caption)) this.#piece(piece); } };
    this.#builder.table({ ...draft, ...title, place }, ({ content }) => {
      for (const piece of layOut(content)) this.#piece(piece);
    });
  }
}

/** Where a link leads; null where it stays on the page or runs a script. */
function targetOf(element: MarkupElement): string | null {
  const target = (attribute(element, "href") ?? "").trim();
  return target === "" || target.startsWith("#") || /^javascript:/iu.test(target) ? null : target;
}

/** Text that brings its own number: the list shows none beside it. */
function startsWithNumber(text: string): boolean {
  return /^[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]/u.test(text);
}
