/** What is said of words that nobody sees: how many, which, and where. */
import type { FindingCode } from "../../model/finding.ts";
import type { Box } from "../../model/position.ts";
import { stretchesOf, type Stretch } from "../grid/stretches.ts";
import { boxAround, type Aside, type Glyph } from "../grid/ink.ts";
import type { DrawnGlyph } from "./string.ts";

/** A finding about words of one page. */
export interface WordsFinding {
  readonly code: FindingCode;
  /** Characters that are not seen. */
  readonly count: number;
  readonly actual: string;
  readonly boxes: readonly Box[];
}

/** Words are quoted up to this length, and up to so many places. */
const longestQuote = 300;
const mostPlaces = 20;

/**
 * The findings about a page: `drawn` is all that it draws in its order, `unseen` what of it nobody sees. Watermarks (`asides`) are made to run over the edges
 * of the page; nothing is said of that.
 */
export function unseenWords(drawn: readonly DrawnGlyph[], unseen: readonly DrawnGlyph[], asides: readonly Aside[]): WordsFinding[] {
  const marks = new Set(asides.flatMap(({ rule, glyphs }) => (rule === "page:watermark" ? glyphs.map(looksOf) : [])));
  const hidden = marks.size === 0 ? unseen : unseen.filter((glyph) => glyph.unseen !== "clip" || !marks.has(looksOf(glyph)));
  if (hidden.length === 0) return [];
  const cut = cutStretches(drawn, new Set(hidden));
  const lost = new Set(cut.flatMap(({ glyphs }) => glyphs.filter(({ unseen }) => unseen !== null)));
  const rest = stretchesOf(hidden.filter((glyph) => !lost.has(glyph)));
  const findings: WordsFinding[] = [];
  if (cut.length > 0) findings.push(finding("pdf/cut-text", lost.size, cut.map(seenPart)));
  if (rest.length > 0) findings.push(finding("pdf/hidden-text", rest.reduce((sum, { glyphs }) => sum + glyphs.length, 0), rest));
  return findings;
}

function looksOf({ type: { size, tint } }: Glyph): string {
  return `${Math.round(size)} ${tint ?? ""}`;
}

/** Stretches of which a clip or the edge of the paper leaves one part and takes another. */
function cutStretches(drawn: readonly DrawnGlyph[], hidden: ReadonlySet<DrawnGlyph>): Stretch<DrawnGlyph>[] {
  if (![...hidden].some(({ unseen }) => unseen === "clip")) return [];
  const stretches = stretchesOf(drawn.filter((glyph) => glyph.unseen === null || (glyph.unseen === "clip" && hidden.has(glyph))));
  return stretches.filter(({ glyphs }) => glyphs.some(({ unseen }) => unseen !== null) && glyphs.some(({ unseen }) => unseen === null));
}

/** Whole words, and the place of what is to be seen of them. */
function seenPart({ glyphs, text, box }: Stretch<DrawnGlyph>): Pick<Stretch, "text" | "box"> {
  return { text, box: boxAround(glyphs.filter(({ unseen }) => unseen === null)) ?? box };
}

function finding(code: FindingCode, count: number, parts: readonly Pick<Stretch, "text" | "box">[]): WordsFinding {
  const words = parts.map(({ text }) => text).join(" ");
  return { code, count, actual: words.length > longestQuote ? `${words.slice(0, longestQuote)}…` : words, boxes: parts.slice(0, mostPlaces).map(({ box }) => box) };
}
