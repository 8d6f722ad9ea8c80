/** Where something stands, by the marks of its result: in words that lead a person to the characters, and as a small picture of the page. */
import type { Language } from "../../model/finding.ts";
import type { Mark, Marks } from "../../model/marks.ts";
import { markup, type Markup } from "./markup.ts";
import { spotWords } from "./spot.ts";

/** The marks of a thing, and of the row it belongs to. */
export interface Marked {
  readonly own: readonly Mark[];
  readonly row: readonly Mark[];
}

type PageMark = Extract<Mark, { readonly page: number }>;
type Sheet = Marks["pages"][number];

/** Most places that are named one by one. */
const named = 3;

/** Where marks stand: page and distance from its edges, or element and characters; empty without marks. */
export function spotsInWords(marks: readonly Mark[], language: Language): string {
  const all = [...new Set(marks.map((mark) => ("page" in mark ? onPage(mark, language) : inElement(mark, language))))];
  return all.slice(0, named).join(language === "zh" ? "；" : "; ") + (all.length > named ? "…" : "");
}

function onPage({ page, bbox: [left, top] }: PageMark, language: Language): string {
  return language === "zh" ? `第${page}页，距上${centimetres(top)}、距左${centimetres(left)}厘米` : `page ${page}, ${centimetres(top)} cm from the top, ${centimetres(left)} cm from the left`;
}

/** A point is a 72nd of an inch. */
function centimetres(points: number): string {
  return ((points / 72) * 2.54).toFixed(1);
}

function inElement({ path, start, end }: Exclude<Mark, PageMark>, language: Language): string {
  const element = spotWords(path, language) ?? path;
  if (start === null || end === null) return element;
  return language === "zh" ? `${element}，第${start + 1}–${end}字` : `${element}, characters ${start + 1}–${end}`;
}

/** The first page on which marks stand, small, with all of their boxes on it; nothing where marks stand on no page. */
export function pictureOf({ own, row }: Marked, pages: readonly Sheet[], language: Language): Markup {
  const [first] = own.filter(isOnPage);
  const sheet = pages.find(({ source, page }) => source === first?.source && page === first.page);
  if (sheet === undefined) return markup``;
  const boxes = (marks: readonly Mark[], kind: string): Markup[] =>
    marks.filter(isOnPage).flatMap(({ source, page, bbox: [left, top, right, bottom] }) => (source === sheet.source && page === sheet.page ? [markup`<rect class="${kind}" x="${rounded(left)}" y="${rounded(top)}" width="${rounded(right - left)}" height="${rounded(bottom - top)}"/>`] : []));
  const { page, width, height } = sheet;
  return markup`<svg class="spot" viewBox="0 0 ${rounded(width)} ${rounded(height)}" role="img" aria-label="${language === "zh" ? `第${page}页上的位置` : `where on page ${page}`}"><rect class="paper" x="0" y="0" width="${rounded(width)}" height="${rounded(height)}"/>${boxes(row, "row")}${boxes(own, "own")}</svg>`;
}

function isOnPage(mark: Mark): mark is PageMark {
  return "page" in mark;
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}

/** Fields of marks by the column of the ledger that shows them. */
const fields: Readonly<Record<string, RegExp>> = {
  number: /^(?:number|label)$/u, task: /^(?:heading|text)$/u, lead: /^lead\.\d+$/u, support: /^support\.\d+$/u, responsible: /^(?:responsible|others|people)\.\d+$/u, due: /^deadlines\.\d+$/u, source: /^row$/u,
};

/** Where the values of one cell of the ledger stand; empty where nobody knows. */
export function cellInWords(marks: Marks["tasks"][number] | undefined, column: string, language: Language): string {
  const wanted = fields[column];
  if (marks === undefined || wanted === undefined) return "";
  return spotsInWords(Object.entries(marks).flatMap(([field, own]) => (wanted.test(field) ? own : [])), language);
}
