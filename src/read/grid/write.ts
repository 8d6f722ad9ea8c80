/** Writes paragraphs, tables and furniture of pages as a document. */
import type { Box } from "../../model/position.ts";
import { atOnce, type Steps } from "../../model/steps.ts";
import { DocumentBuilder, type Written } from "../builder.ts";
import type { SetAside } from "./page.ts";
import type { JoinedTable } from "./join.ts";
import { extentsOf } from "./extents.ts";
import { hundredths } from "./hundredths.ts";
import { isChinese, parted, type Line } from "./lines.ts";
import type { ParagraphDraft } from "./paragraphs.ts";

/** Collects the text of a document. */
export class DocumentWriter {
  readonly #source: number;
  readonly #marked: boolean;
  readonly #builder: DocumentBuilder;

  /** `marked`: fragments keep where each of their characters stands. */
  constructor(source: number, marked = false) {
    this.#source = source;
    this.#marked = marked;
    this.#builder = new DocumentBuilder(source);
  }

  finish(): Written {
    return this.#builder.written();
  }

  paragraph({ lines, align }: Pick<ParagraphDraft, "lines" | "align">, breakBefore = false): void {
    this.#builder.paragraph({ align, breakBefore });
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      this.#line(line, next !== undefined && needsBlank(line, next));
    }
    this.#builder.end();
  }

  *table(table: JoinedTable): Steps<void> {
    const parts = table.parts.map((part) => ({ ...part, bbox: rounded(part.bbox) }));
    const place = parts.map(({ page, bbox }) => ({ source: this.#source, kind: "page" as const, page, bbox }));
    yield* this.#builder.tableInSteps({ ...table, parts, place }, ({ paragraphs, nested }) => {
      for (const paragraph of paragraphs) this.paragraph(paragraph);
      for (const inner of nested) atOnce(this.table(inner));
    });
  }

  furniture({ line, rule }: SetAside): void {
    this.#builder.furniture(rule, () => {
      this.paragraph({ lines: [line], align: null });
    });
  }

  #line(line: Line, blankAfter: boolean): void {
    const text = blankAfter ? `${line.text} ` : line.text;
    const last = line.pieces.length - 1;
    const extents = this.#marked ? extentsOf(line) : null;
    this.#builder.doubt(line.doubts ?? []);
    let at = 0;
    for (const [i, piece] of line.pieces.entries()) {
      const end = i === last ? text.length : piece.end;
      // White space between pieces is made.
      if (at < piece.start) this.#builder.run(text.slice(at, piece.start), null);
      at = end;
      const advances = extents === null ? {} : { advances: { axis: extents.axis, ends: extents.ends.slice(2 * piece.start, 2 * end) } };
      this.#builder.run(text.slice(piece.start, end), { page: line.page, bbox: rounded(piece.box), ...advances }, { bold: piece.bold });
    }
  }
}

/** Latin words that a line end parts need their blank back; in Chinese lines a number may break anywhere. */
function needsBlank(line: Line, next: Line): boolean {
  const before = line.text.at(-1) ?? "";
  const after = next.text.at(0) ?? "";
  if (/[,;:.!?]/u.test(before) && !isChinese(line.text) && !isChinese(next.text)) return true;
  if (!parted(before, after)) return false;
  return !(/\d/u.test(before) && /\d/u.test(after) && (isChinese(line.text) || isChinese(next.text)));
}

/** Hundredths of a point. */
export function rounded([left, top, right, bottom]: Box): Box {
  return [hundredths(left), hundredths(top), hundredths(right), hundredths(bottom)];
}
