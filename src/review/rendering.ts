/** A document drawn by ourselves: as a column of paragraphs and tables, or page by page, every word with its way back to the file. */
import { markup, type Markup } from "../emit/report/markup.ts";
import type { Block, Cell, NoticeDocument, Table } from "../model/document.ts";
import type { Box, Fragment, Span } from "../model/position.ts";
import { firstFragmentAfter } from "../model/quote.ts";

/** One source, drawn. */
export type Rendering =
  /** Stretches of text carry `data-p` (index in `paths`) and `data-at` (UTF-16 offset in that element). */
  | { readonly kind: "flow"; readonly html: string; readonly paths: readonly string[] }
  | { readonly kind: "pages"; readonly pages: readonly { readonly page: number; readonly svg: string }[] };

const shortest = 4;

/** Draws one source of a document; null when it has no words in it. */
export function renderSource(document: NoticeDocument, source: number): Rendering | null {
  const fragments = document.fragments.filter(({ place }) => place.source === source);
  const [first] = fragments;
  if (first === undefined) return null;
  return first.place.kind === "page" ? { kind: "pages", pages: pagesOf(document, source, fragments) } : new Flow(document, source).render();
}

/** A document whose places are elements. */
class Flow {
  readonly #document: NoticeDocument;
  readonly #source: number;
  readonly #paths = new Map<string, number>();

  constructor(document: NoticeDocument, source: number) {
    this.#document = document;
    this.#source = source;
  }

  render(): Rendering {
    const blocks = this.#document.blocks.filter(({ span }) => this.#isOwn(span));
    const { html } = markup`${blocks.map((block) => this.#block(block))}`;
    return { kind: "flow", html, paths: [...this.#paths.keys()] };
  }

  #isOwn(span: Span): boolean {
    return this.#document.fragments[firstFragmentAfter(this.#document.fragments, span.start)]?.place.source === this.#source;
  }

  #block(block: Block): Markup {
    if (block.kind === "table") return this.#table(block);
    if (block.kind === "furniture") return markup`<p class="furniture">${this.#words(block.span)}</p>`;
    const label = block.label === null ? markup`` : markup`<span class="auto">${block.label.text}</span>`;
    const level = block.level === null ? "" : ` level`;
    return markup`<p class="${(block.align ?? "left") + level}">${label}${this.#words(block.span)}</p>`;
  }

  #table({ rows, cells, caption }: Table): Markup {
    const byRow = Map.groupBy(cells, ({ r0 }) => r0);
    const head = caption === null ? markup`` : markup`<caption>${this.#words(caption.span)}</caption>`;
    return markup`<table>${head}<tbody>${Array.from({ length: rows }, (_, row) => markup`<tr>${(byRow.get(row) ?? []).map((cell) => this.#cell(cell))}</tr>`)}</tbody></table>`;
  }

  #cell({ r0, r1, c0, c1, blocks, header }: Cell): Markup {
    const content = blocks.map((block) => this.#block(block));
    const look = this.#isShort(blocks) ? markup` class="short"` : markup``;
    return header ? markup`<th${look} rowspan="${r1 - r0}" colspan="${c1 - c0}">${content}</th>` : markup`<td${look} rowspan="${r1 - r0}" colspan="${c1 - c0}">${content}</td>`;
  }

  /** A number, a day or the like, which a narrow column must not break over lines. */
  #isShort(blocks: readonly Block[]): boolean {
    return blocks.every(({ kind, span }) => kind !== "table" && this.#document.text.slice(span.start, span.end).trim().length <= shortest);
  }

  /** The words of a span, each fragment in an element of its own. */
  #words({ start, end }: Span): readonly Markup[] {
    const { text, fragments } = this.#document;
    const words: Markup[] = [];
    let at = start;
    for (let i = firstFragmentAfter(fragments, start); i < fragments.length; i++) {
      const fragment = fragments[i];
      if (fragment === undefined || fragment.span.start >= end) break;
      const { span, place } = fragment;
      const [from, to] = [Math.max(span.start, start), Math.min(span.end, end)];
      if (from > at) words.push(markup`${text.slice(at, from)}`);
      const said = text.slice(from, to);
      words.push(place.kind === "element" && place.start !== null ? markup`<span data-p="${this.#path(place.path)}" data-at="${place.start + from - span.start}">${said}</span>` : markup`${said}`);
      at = to;
    }
    if (at < end) words.push(markup`${text.slice(at, end)}`);
    return words;
  }

  #path(path: string): number {
    const known = this.#paths.get(path) ?? this.#paths.size;
    this.#paths.set(path, known);
    return known;
  }
}

function pagesOf(document: NoticeDocument, source: number, fragments: readonly Fragment[]): { readonly page: number; readonly svg: string }[] {
  const byPage = Map.groupBy(fragments, ({ place }) => (place.kind === "page" ? place.page : 0));
  return (document.sheets ?? [])
    .filter((sheet) => sheet.source === source)
    .map(({ page, width, height }) => {
      const lines = document.drawing?.find((one) => one.page === page)?.lines ?? [];
      const words = (byPage.get(page) ?? []).flatMap(({ span, place, advances }) => (place.kind === "page" ? [wordsIn(document.text.slice(span.start, span.end), place.bbox, advances?.axis === "y")] : []));
      const { html } = markup`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${lines.map(ruling)}${words}</svg>`;
      return { page, svg: html };
    });
}

function wordsIn(text: string, [left, top, right, bottom]: Box, down: boolean): Markup {
  const said = text.trim();
  if (said === "") return markup``;
  if (down) return markup`<text writing-mode="vertical-rl" x="${(left + right) / 2}" y="${top}" font-size="${right - left}" textLength="${bottom - top}">${said}</text>`;
  return markup`<text x="${left}" y="${bottom - (bottom - top) * 0.14}" font-size="${(bottom - top) * 0.96}" textLength="${right - left}" lengthAdjust="spacingAndGlyphs">${said}</text>`;
}

function ruling([x0, y0, x1, y1]: Box): Markup {
  const wide = x1 - x0 >= y1 - y0;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return wide ? markup`<path d="M${x0} ${y}H${x1}"/>` : markup`<path d="M${x} ${y0}V${y1}"/>`;
}
