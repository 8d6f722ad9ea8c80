/** A picture of a reading: what the program saw on a page, and which field took which words. The output of `fengong inspect`. */
import type { NoticeDocument } from "../model/document.ts";
import type { Claim } from "../model/draft.ts";
import type { Language } from "../model/finding.ts";
import { drawColumn } from "./svg/column.ts";
import { Owners } from "./svg/owners.ts";
import { drawPage } from "./svg/page.ts";

/** What is drawn. */
export interface SvgView {
  /** Name of the file, for the title of the picture. */
  readonly name: string;
  readonly document: NoticeDocument;
  readonly claims: readonly Claim[];
  /** From 1; a document without pages is one sheet. */
  readonly page: number;
  readonly language: Language;
}

/** How many pages a document can be drawn on. */
export function sheetsOf(document: NoticeDocument): number {
  return isPaged(document) ? Math.max(document.pages ?? 1, 1) : 1;
}

/** The picture as SVG; null when there is no such page. */
export function toSvg({ name, document, claims, page, language }: SvgView): string | null {
  const sheets = sheetsOf(document);
  if (!Number.isInteger(page) || page < 1 || page > sheets) return null;
  const owners = new Owners(document, claims);
  if (!isPaged(document)) return drawColumn(document, owners, name, language);
  const title = language === "zh" ? `${name} 第 ${page} 页，共 ${sheets} 页` : `${name}, page ${page} of ${sheets}`;
  return drawPage(document, owners, page, title, language);
}

/** Documents whose places are boxes on pages; counted pages of other formats have no boxes to draw. */
function isPaged({ fragments, pages, drawing }: NoticeDocument): boolean {
  return drawing !== undefined || (pages !== null && fragments.every(({ place }) => place.kind === "page"));
}
