/** Which characters of a page a person sees, by what is painted around them. In doubt a character is seen. */
import type { Areas } from "./areas.ts";
import { looksLike, mixed } from "./color.ts";
import type { Drawing } from "./interpreter.ts";
import { coveredShare, manyShapes } from "../grid/wordless.ts";
import type { DrawnGlyph, DrawnType } from "./string.ts";

/** Pictures on this share of a page are the page itself, and words beneath are what a program read in it. */
const pageItself = 0.5;
/** Says of the characters of a page why they are not seen, as far as that depends on what else is painted. */
export function judgeVisibility({ glyphs, areas, shapes }: Drawing, width: number, height: number): void {
  const local = coveredShare(areas.pictures.map(({ box }) => box), width, height) < pageItself;
  let type: DrawnType | null = null;
  let plain = false;
  for (const glyph of glyphs) {
    if (glyph.type !== type) {
      type = glyph.type;
      plain = isPlain(type, areas);
    }
    if (plain || glyph.unseen !== null) continue;
    if (type.invisible) {
      // Words drawn as outlines have invisible words beside them.
      if (shapes < manyShapes && !areas.pictureAt(...middleOf(glyph))) glyph.unseen = "mode";
    } else if (isCovered(glyph, areas, local)) glyph.unseen = "covered";
    else if (hasColorBeneath(glyph, areas)) glyph.unseen = "color";
  }
}

/** Whether nothing of the page can hide a string: nothing covers anything after it, and its colour is nowhere beneath. */
function isPlain({ invisible, run, color }: DrawnType, areas: Areas): boolean {
  return !invisible && !areas.coversAfter(run) && (color === null || !areas.hasLike(color));
}

function isCovered(glyph: DrawnGlyph, areas: Areas, pictures: boolean): boolean {
  const { run } = glyph.type;
  if (!areas.covered(run, ...middleOf(glyph), pictures)) return false;
  return cornersOf(glyph).every(([x, y]) => areas.covered(run, x, y, pictures));
}

function hasColorBeneath(glyph: DrawnGlyph, areas: Areas): boolean {
  const { color, run, alpha } = glyph.type;
  if (color === null || !areas.hasLike(color)) return false;
  const vanishes = (x: number, y: number): boolean => {
    const beneath = areas.colorUnder(run, x, y);
    return beneath !== null && looksLike(mixed(color, alpha, beneath), beneath);
  };
  return vanishes(...middleOf(glyph)) && cornersOf(glyph).every(([x, y]) => vanishes(x, y));
}

type Point = [x: number, y: number];

function middleOf({ left, right, top, bottom }: DrawnGlyph): Point {
  return [(left + right) / 2, (top + bottom) / 2];
}

/** Points within the character, halfway from its middle to the corners of its box. */
function cornersOf({ left, right, top, bottom }: DrawnGlyph): Point[] {
  const [x0, x1, y0, y1] = [(3 * left + right) / 4, (left + 3 * right) / 4, (3 * top + bottom) / 4, (top + 3 * bottom) / 4];
  return [[x0, y0], [x1, y0], [x0, y1], [x1, y1]];
}
