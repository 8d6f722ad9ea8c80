/** The colours of a picture: which field took which words. */
import type { Block, NoticeDocument } from "../../model/document.ts";
import type { Claim } from "../../model/draft.ts";
import type { Language } from "../../model/finding.ts";
import type { Span } from "../../model/position.ts";
import { element, label } from "./elements.ts";
import { countBefore } from "../../model/sorted.ts";

/** One colour: the owners of claims that it stands for, by the start of their names. */
export interface OwnerGroup {
  readonly id: string;
  readonly colour: string;
  readonly owners: readonly string[];
  readonly zh: string;
  readonly en: string;
}

/** Asked in this order; the last one takes every other owner. */
export const ownerGroups: readonly OwnerGroup[] = [
  { id: "furniture", colour: "#bdbdbd", owners: ["furniture:"], zh: "页面元素", en: "furniture" },
  { id: "title", colour: "#9575cd", owners: ["notice.title"], zh: "标题", en: "title" },
  { id: "number", colour: "#4fc3f7", owners: ["tasks.number", "tasks.label"], zh: "编号", en: "number" },
  { id: "path", colour: "#ffb74d", owners: ["tasks.path", "tasks.group", "tasks.heading", "sections.path"], zh: "层级标题", en: "headings" },
  { id: "assignment", colour: "#81c784", owners: ["tasks.assignment", "notice.unitLists"], zh: "责任单位", en: "assignment" },
  { id: "deadlines", colour: "#f06292", owners: ["tasks.deadlines", "notice.period"], zh: "时限", en: "deadlines" },
  { id: "text", colour: "#fff176", owners: ["tasks."], zh: "任务内容", en: "task text" },
  { id: "sections", colour: "#bcaaa4", owners: ["sections"], zh: "正文段落", en: "sections" },
  { id: "notice", colour: "#b39ddb", owners: [""], zh: "其他公文要素", en: "other notice fields" },
];

/** What nothing took. */
export const unclaimed: OwnerGroup = { id: "unclaimed", colour: "#ff5252", owners: [], zh: "未归入任何字段", en: "unclaimed" };

/** Words of one owner. */
export interface OwnedRun extends Span {
  readonly group: OwnerGroup;
}

/** Cuts spans of a document at the borders of claims. */
export class Owners {
  readonly #claims: readonly Claim[];

  constructor(document: NoticeDocument, claims: readonly Claim[]) {
    this.#claims = [...claims, ...furnitureIn(document.blocks)].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }

  /** The runs of a span in order, without gaps. */
  runs({ start, end }: Span): OwnedRun[] {
    const runs: OwnedRun[] = [];
    let at = start;
    for (let i = this.#firstAfter(start); at < end; i++) {
      const claim = this.#claims[i];
      const from = Math.min(Math.max(claim?.span.start ?? end, at), end);
      if (from > at) runs.push({ start: at, end: from, group: unclaimed });
      if (claim === undefined) break;
      const to = Math.min(claim.span.end, end);
      if (to > from) runs.push({ start: from, end: to, group: groupOf(claim.owner) });
      at = Math.max(from, to);
    }
    return runs;
  }

  /** Index of the first claim that ends behind an offset; claims do not overlap. */
  #firstAfter(offset: number): number {
    return countBefore(this.#claims, ({ span }) => span.end <= offset);
  }
}

/** The group of an owner. */
export function groupOf(owner: string): OwnerGroup {
  return ownerGroups.find(({ owners }) => owners.some((start) => owner.startsWith(start))) ?? unclaimed;
}

function furnitureIn(blocks: readonly Block[]): Claim[] {
  return blocks.flatMap((block) => {
    if (block.kind === "furniture") return [{ span: block.span, owner: `furniture:${block.rule}` }];
    return block.kind === "table" ? block.cells.flatMap((cell) => furnitureIn(cell.blocks)) : [];
  });
}

/** Marks of a picture that are no owners. */
export interface Mark {
  readonly stroke: string;
  readonly dash: string | null;
  readonly zh: string;
  readonly en: string;
}

/** Height that the legend takes. */
export const legendHeight = 44;

/** The legend of a picture: title, colours, marks. */
export function legend(title: string, marks: readonly Mark[], language: Language): string[] {
  const drawn = [label(8, 15, title, { "font-size": 11, fill: "#212121" })];
  let x = 8;
  for (const group of [...ownerGroups, unclaimed]) {
    drawn.push(element("rect", { x, y: 23, width: 12, height: 12, fill: group.colour, stroke: "#757575", "stroke-width": 0.5 }));
    drawn.push(label(x + 15, 33, group[language], { "font-size": 10, fill: "#212121" }));
    x += 21 + widthOf(group[language]) * 10;
  }
  for (const mark of marks) {
    drawn.push(element("line", { x1: x, y1: 29, x2: x + 14, y2: 29, stroke: mark.stroke, "stroke-width": 2, "stroke-dasharray": mark.dash }));
    drawn.push(label(x + 17, 33, mark[language], { "font-size": 10, fill: "#212121" }));
    x += 23 + widthOf(mark[language]) * 10;
  }
  return drawn;
}

/** Width of a text in ems as most fonts set it: 1 for Chinese and other wide characters, about half for the rest. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

/** Width of one character in ems. */
export function widthOfCharacter(character: string): number {
  return /[\u1100-\u115f\u2018-\u201d\u2014\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u.test(character) ? 1 : 0.56;
}
