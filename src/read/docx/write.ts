/** Writes drafts as the one text of a document, with blocks, fragments and links that point into it. */
import type { Block, Cell, Link, Paragraph, Table } from "../../model/document.ts";
import type { Fragment, Place, Span } from "../../model/position.ts";
import { addFurniture } from "../furniture-block.ts";
import type { Draft, ParagraphDraft, Run, TableDraft } from "./drafts.ts";
import type { XmlElement } from "../xml.ts";
import type { Written } from "../written.ts";

/** Paths of elements: `word/document.xml#/w:document/w:body/w:tbl[1]/w:tr[3]/w:tc[2]/w:p[1]`. */
export class Paths {
  readonly #names = new Map<XmlElement, string>();
  readonly #paths = new Map<XmlElement, string>();

  /** Names the part that a root element belongs to. */
  addPart(root: XmlElement, name: string): void {
    this.#names.set(root, name);
  }

  /** The path of an element: its part, then the names from the root, each with its position among siblings of one name. */
  of(element: XmlElement): string {
    const known = this.#paths.get(element);
    if (known !== undefined) return known;
    const { parent, name } = element;
    const step = unique.has(name) ? name : `${name}[${String(element.position)}]`;
    const path = parent === null ? `${this.#names.get(element) ?? ""}#/${name}` : `${this.of(parent)}/${step}`;
    this.#paths.set(element, path);
    return path;
  }
}

/** Elements that their parent can hold only once. */
const unique: ReadonlySet<string> = new Set(["w:body", "w:sdtContent", "w:txbxContent", "w:tblGrid", "w:pPr", "w:rPr"]);

/** Writes drafts in order. */
export function write(drafts: readonly Draft[], paths: Paths, source: number): Written {
  return new Writer(paths, source).write(drafts);
}

class Writer {
  readonly #paths: Paths;
  readonly #source: number;
  readonly #parts: string[] = [];
  readonly #fragments: Fragment[] = [];
  readonly #links: Link[] = [];
  #length = 0;
  /** A paragraph stands before; it may be empty. */
  #begun = false;

  constructor(paths: Paths, source: number) {
    this.#paths = paths;
    this.#source = source;
  }

  write(drafts: readonly Draft[]): Written {
    const blocks: Block[] = [];
    for (const draft of drafts) {
      if (draft.kind === "table") blocks.push(this.#table(draft));
      else if (draft.rule === null) blocks.push(this.#paragraph(draft));
      else addFurniture(blocks, this.#paragraph(draft).span, draft.rule);
    }
    return { text: this.#parts.join(""), blocks, fragments: this.#fragments, links: this.#links };
  }

  #paragraph(draft: ParagraphDraft): Paragraph {
    if (this.#begun) this.#put("\n");
    this.#begun = true;
    const start = this.#length;
    const bold: Span[] = [];
    for (const run of draft.runs) this.#run(run, bold);
    const { label, level, align, breakBefore } = draft;
    return { kind: "paragraph", span: { start, end: this.#length }, label, level, align, bold, breakBefore };
  }

  #run(run: Run, bold: Span[]): void {
    const span = { start: this.#length, end: this.#length + run.text.length };
    this.#put(run.text);
    this.#fragment(span, this.#paths.of(run.paragraph), run.offset);
    if (run.bold) extend(bold, span);
    if (run.link === null) return;
    const last = this.#links.at(-1);
    if (last?.target === run.link && last.span.end === span.start) this.#links[this.#links.length - 1] = { span: { start: last.span.start, end: span.end }, target: run.link };
    else this.#links.push({ span, target: run.link });
  }

  #fragment(span: Span, path: string, start: number): void {
    const last = this.#fragments.at(-1);
    const end = start + span.end - span.start;
    if (last?.place.kind === "element" && last.span.end === span.start && last.place.path === path && last.place.end === start) {
      this.#fragments[this.#fragments.length - 1] = { span: { start: last.span.start, end: span.end }, place: { ...last.place, end } };
    } else {
      this.#fragments.push({ span, place: { source: this.#source, kind: "element", path, start, end } });
    }
  }

  #table(draft: TableDraft): Table {
    const before = this.#begun ? this.#length + 1 : this.#length;
    const cells = draft.cells.map((cell): Cell => {
      const blocks = this.#blocks(cell.blocks);
      const at = Math.max(this.#length, before);
      const span = { start: blocks[0]?.span.start ?? at, end: blocks.at(-1)?.span.end ?? at };
      return { r0: cell.r0, r1: cell.r1, c0: cell.c0, c1: cell.c1, span, blocks, header: cell.header };
    });
    const place = draft.elements.map((element): Place => ({ source: this.#source, kind: "element", path: this.#paths.of(element), start: null, end: null }));
    const end = Math.max(this.#length, before);
    return {
      kind: "table",
      span: { start: before, end },
      rows: draft.rows,
      columns: draft.columns,
      cells,
      missing: draft.missing,
      headerRows: draft.headerRows,
      caption: null,
      parts: draft.parts.map((rows) => ({ rows, page: null, bbox: null })),
      method: "markup",
      confidence: draft.confidence,
      place,
    };
  }

  #blocks(drafts: readonly Draft[]): Block[] {
    return drafts.map((draft) => (draft.kind === "table" ? this.#table(draft) : this.#paragraph(draft)));
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

function extend(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last !== undefined && last.end === span.start) spans[spans.length - 1] = { start: last.start, end: span.end };
  else spans.push(span);
}
