/** What runs along the left or right edge of a page: binding lines and codes. They are set aside before lines are made, for they stand beside any of them. */
import { marginRule, mayRunAlong } from "../../rules/page-furniture.ts";
import type { Glyph, PageInk } from "./ink.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** Characters along an edge, with the id of the rule that knows them. */
export interface Margin {
  readonly rule: string;
  readonly glyphs: readonly Glyph[];
}

/** The strip at an edge, as a share of the width; the margin of GB/T 9704 is an eighth. */
const strip = 0.1;
/** What runs along an edge and beside the text has the text farther in; it stands within this share of the width. */
const reach = 0.18;
/** Other words stand at least this far from those of a strip on the same line, in ems. */
const apart = 1;
/** A column of upright characters is narrower than this, in ems. */
const widest = 2;

/** The characters of a page without what runs along its edges. */
export function withoutMargins(ink: PageInk): { readonly body: PageInk; readonly margins: readonly Margin[] } {
  const margins: Margin[] = [];
  let body = ink;
  const take = (isIn: (glyph: Glyph) => boolean): void => {
    const inside = body.glyphs.filter(isIn);
    const rule = inside.length === 0 ? null : ruleOf(inside);
    if (rule === null || (rule === "page:side-code" && areRuled(inside, ink))) return;
    const outside = body.glyphs.filter((glyph) => !isIn(glyph));
    if (inside.some((glyph) => glyph.text !== " " && outside.some((other) => isBeside(glyph, other)))) return;
    margins.push({ rule, glyphs: inside });
    body = { ...body, glyphs: outside };
  };
  take(({ right }) => right < strip * ink.width);
  take(({ left }) => left > (1 - strip) * ink.width);
  const [first, last] = outermost(body);
  if (first !== null) take(({ right }) => right < first.left + widest * first.type.size);
  if (last !== null) take(({ left }) => left > last.right - widest * last.type.size);
  return { body, margins };
}

/** The first and the last character across, where they stand near an edge and may be of a binding line. */
function outermost({ glyphs, width }: PageInk): [first: Glyph | null, last: Glyph | null] {
  let [first, last]: [Glyph | undefined, Glyph | undefined] = [glyphs[0], glyphs[0]];
  for (const glyph of glyphs) {
    if (glyph.text === " ") continue;
    if (glyph.left < (first?.left ?? Infinity)) first = glyph;
    if (glyph.right > (last?.right ?? -Infinity)) last = glyph;
  }
  const near = (glyph: Glyph | undefined, distance: number): Glyph | null => (glyph !== undefined && distance < reach * width && mayRunAlong(glyph.text) ? glyph : null);
  return [near(first, first?.left ?? 0), near(last, width - (last?.right ?? 0))];
}

/** Whether a line is ruled on either side of them: they stand in the cells of a table. */
function areRuled(inside: readonly Glyph[], { rules }: PageInk): boolean {
  const [left, right] = [smallest(inside.map((glyph) => glyph.left)), largest(inside.map((glyph) => glyph.right))];
  const beside = rules.filter(({ axis, from, to }) => axis === "vertical" && inside.some(({ top, bottom }) => Math.min(from, to) <= top && bottom <= Math.max(from, to)));
  return beside.some(({ at }) => at <= left) && beside.some(({ at }) => at >= right);
}

/** The rule that knows words along an edge. */
function ruleOf(inside: readonly Glyph[]): string | null {
  const shown = inside.filter(({ text }) => text !== " ");
  const down = [...shown].sort((a, b) => a.top - b.top || a.left - b.left);
  const turned = shown.every(({ type }) => type.direction === 1 || type.direction === 3);
  if (!turned && !isStacked(down)) return null;
  return marginRule((turned ? shown : down).map(({ text }) => text).join(""));
}

/** A column, in which letters may stand on their dots. */
function isStacked(glyphs: readonly Glyph[]): boolean {
  const left = smallest(glyphs.map((glyph) => glyph.left));
  const right = largest(glyphs.map((glyph) => glyph.right));
  return glyphs.length > 2 && right - left < widest * largest(glyphs.map(({ type }) => type.size));
}

function isBeside(glyph: Glyph, { text, left, top, right, bottom }: Glyph): boolean {
  if (text === " " || Math.min(bottom, glyph.bottom) <= Math.max(top, glyph.top)) return false;
  return Math.max(left - glyph.right, glyph.left - right) < apart * glyph.type.size;
}
