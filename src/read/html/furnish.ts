/** Tells page furniture from content, and lays the groups of a page out as one list of pieces in reading order. */
import { contentWords, furnitureElements, furnitureTexts, linkList, type FurnitureElement } from "../../rules/furniture.ts";
import type { Group, RawParagraph, TableDraft } from "./drafts.ts";
import { paragraphRanges, type Range } from "./lines.ts";
import { attribute, type MarkupElement } from "./markup.ts";

/** A paragraph of the page; `rule` names the furniture row that explains it, null for content. */
export interface ParagraphPiece {
  readonly kind: "paragraph";
  readonly raw: RawParagraph;
  readonly range: Range;
  readonly rule: string | null;
}

export type Piece = ParagraphPiece | TableDraft;

/** The pieces of a page in reading order. */
export function furnish(body: Group): Piece[] {
  const pieces: Piece[] = [];
  new Furnisher(body, pieces).visit(body, null, false);
  return pieces;
}

/** The pieces of a cell or caption: all content. */
export function layOut(group: Group): Piece[] {
  return group.drafts.flatMap((draft): Piece[] => {
    if (draft.kind === "group") return layOut(draft);
    if (draft.kind === "table") return [draft];
    return paragraphRanges(draft, true).map((range) => ({ kind: "paragraph", raw: draft, range, rule: null }));
  });
}

class Furnisher {
  readonly #pieces: Piece[];
  readonly #outside = new Map<Group, string | null>();
  /** Text outside links in a group, furniture left out. */
  readonly #solid = new Map<Group, number>();
  /** The main content; null when no part of the page stands out. */
  readonly #content: Group | null;
  readonly #above: ReadonlySet<Group>;

  constructor(body: Group, pieces: Piece[]) {
    this.#pieces = pieces;
    this.#weigh(body);
    const line = this.#contentLine(body);
    this.#above = new Set(line);
    this.#content = line.length > 1 ? (line.at(-1) ?? null) : null;
  }

  #weigh(group: Group): number {
    const rule = ruleFor(group, false);
    this.#outside.set(group, rule);
    let solid = 0;
    for (const draft of group.drafts) {
      if (draft.kind === "group") solid += this.#weigh(draft);
      else if (draft.kind === "table") solid += draft.weight.ink - draft.weight.linkInk;
      else for (const run of draft.runs) if (run.link === -1) solid += run.text.length;
    }
    if (rule !== null) solid = 0;
    this.#solid.set(group, solid);
    return solid;
  }

  /**
   * The groups from the body down to the main content: the deepest that still holds half of the text that is neither link nor
   * furniture, or one above it that its site names as the body of an article.
   */
  #contentLine(body: Group): Group[] {
    const solid = (group: Group): number => this.#solid.get(group) ?? 0;
    const least = Math.max(1, solid(body) * 0.5);
    const line: Group[] = [];
    for (let group: Group | undefined = body; group !== undefined; ) {
      line.push(group);
      group = group.drafts.find((draft): draft is Group => draft.kind === "group" && solid(draft) >= least);
    }
    const named = line.findLastIndex(({ element }) => wordsOf(element).some((word) => contentWords.test(word)));
    return named === -1 ? line : line.slice(0, named + 1);
  }

  visit(group: Group, inherited: string | null, inside: boolean): void {
    const within = inside || group === this.#content;
    const rule = inherited ?? (this.#above.has(group) ? null : within ? ruleFor(group, true) : (this.#outside.get(group) ?? null));
    for (const draft of group.drafts) {
      if (draft.kind === "group") this.visit(draft, rule, within);
      else {
        const close = within || group.weight.prose || group.weight.notice;
        if (draft.kind === "table") this.#table(draft, rule, close);
        else this.#paragraph(draft, rule, close);
      }
    }
  }

  #table(table: TableDraft, rule: string | null, within: boolean): void {
    if (rule === null && !isFurnitureTable(table, within)) this.#pieces.push(table);
    else for (const cell of table.cells) this.visit(cell.content, rule, within);
  }

  #paragraph(raw: RawParagraph, rule: string | null, within: boolean): void {
    for (const range of paragraphRanges(raw, false)) {
      this.#pieces.push({ kind: "paragraph", raw, range, rule: rule ?? textRule(raw.text.slice(...range), within) });
    }
  }
}

function wordsOf(element: MarkupElement): string[] {
  return `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`.split(/\s+/u).filter((word) => word !== "");
}

function ruleFor(group: Group, within: boolean): string | null {
  const { weight } = group;
  if (weight.prose || weight.notice || weight.tableInk >= 40) return null;
  const linked = weight.linkInk >= weight.ink * linkList.share;
  const small = weight.ink <= 120;
  const row = furnitureElements.find((candidate) => (!within || (candidate.inContent && small) || linked) && names(candidate, group.element));
  if (row !== undefined && !(weight.files && (row.inContent || row.id === "related"))) return row.id;
  const listed = weight.links >= linkList.links && weight.linkInk >= weight.ink * linkList.share;
  return listed && !within && !weight.files ? linkList.id : null;
}

function names(row: FurnitureElement, element: MarkupElement): boolean {
  if (row.tags.includes(element.name)) return true;
  const role = attribute(element, "role");
  if (role !== null && row.roles.includes(role)) return true;
  const { words } = row;
  return words !== null && wordsOf(element).some((word) => words.test(word));
}

/** Whether a small table, such as a footer of one cell, holds nothing but furniture. */
function isFurnitureTable(table: TableDraft, within: boolean): boolean {
  const { ink, paragraphs, tables } = table.weight;
  if (ink > 400 || paragraphs > 6 || tables > 1) return false;
  const pieces = table.cells.flatMap((cell) => layOut(cell.content));
  return pieces.every((piece) => piece.kind === "paragraph" && textRule(piece.raw.text.slice(...piece.range), within) !== null);
}

/** The row that explains a paragraph by its words, null for content. */
export function textRule(text: string, within: boolean): string | null {
  if (text.length > 400) return null;
  const words = text.replace(/\s+/gu, " ").trim();
  const row = furnitureTexts.find((candidate) => words.length <= candidate.longest && !(within && candidate.outside) && candidate.pattern.test(words));
  return row?.id ?? null;
}
