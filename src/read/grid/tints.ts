/**
 * Lines that nobody drew in ink: the edges of coloured bands behind rows and of coloured cells, and white lines on colour.
 * A band is as wide as the table; cells that are filled each for itself stand side by side in one.
 */
import type { Box } from "../../model/position.ts";
import type { Rule } from "./ink.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** Coloured areas are bands or cells between these heights, in points: thinner ones are lines, taller ones pages and boxes. */
const lowest = 7;
const tallest = 260;
/** Narrower areas, in points, are marks and bars. */
const narrowest = 12;
/** Edges this near, in points, are one edge. */
const near = 2;
/** Neighbours in a band stand no farther apart than this, in points. */
const apart = 3.5;
/** More coloured areas on a page are a drawing. */
const most = 1500;

/** Areas of one colour with less between them, in points, are one area to the eye. */
const unseen = 0.3;

/** A box filled with a colour. */
export interface Tint {
  readonly box: Box;
  readonly color: number;
}

/** Coloured areas side by side. */
interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The colour of its last area. */
  readonly color: number;
  /** Where one area ends and the next begins. */
  readonly cuts: readonly number[];
}

/** What coloured areas show of tables. */
export interface TintRules {
  readonly rules: readonly Rule[];
  /** Bands behind rows, from the top; those that are parted into cells are left out. */
  readonly bands: readonly Box[];
}

const nothing: TintRules = { rules: [], bands: [] };

/** The lines that coloured areas show; `white` are lines drawn in white. */
export function tintRules(tints: readonly Tint[], white: readonly Rule[], ink: readonly Rule[]): TintRules {
  if (tints.length > most || white.length > most) return nothing;
  const areas = tints.filter(({ box: [left, top, right, bottom] }) => right - left >= narrowest && bottom - top >= lowest);
  const sides = ink.filter(({ axis }) => axis === "vertical");
  const blocks = stacked(bandsOf(visible(areas))).filter((band) => !isWithin(band, sides));
  const bands = blocks.filter(({ top, bottom }) => bottom - top <= tallest);
  const parting = white.filter((rule) => isOnColor(rule, areas));
  return {
    rules: [...bandRules(bands), ...parting, ...colouredSides(blocks, parting)],
    bands: bands.filter(({ cuts }) => cuts.length === 0).map(({ top, bottom, left, right }): Box => [left, top, right, bottom]),
  };
}

/** Areas without those on a larger one of their own colour, whose edges nobody sees. */
function visible(areas: readonly Tint[]): Tint[] {
  return areas.filter(({ box, color }, i) => !areas.some((other, j) => other.color === color && (j < i ? isIn(box, other.box) : j > i && isIn(box, other.box) && !isIn(other.box, box))));
}

function isIn(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] - unseen && inner[1] >= outer[1] - unseen && inner[2] <= outer[2] + unseen && inner[3] <= outer[3] + unseen;
}

/** Joins areas that stand level, from left to right. */
function bandsOf(areas: readonly Tint[]): Band[] {
  const bands: { top: number; bottom: number; left: number; right: number; color: number; cuts: number[] }[] = [];
  for (const { box: [left, top, right, bottom], color } of [...areas].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])) {
    const level = bands.findLast((band) => Math.abs(band.top - top) <= near && Math.abs(band.bottom - bottom) <= near && Math.abs(left - band.right) <= apart);
    if (level === undefined) {
      bands.push({ top, bottom, left, right, color, cuts: [] });
      continue;
    }
    if (color !== level.color || left - level.right > unseen) level.cuts.push((level.right + left) / 2);
    level.right = Math.max(level.right, right);
    level.color = color;
  }
  return bands;
}

/** Joins bands of one colour on top of each other: nobody sees an edge between them. */
function stacked(bands: readonly Band[]): Band[] {
  const whole: Band[] = [];
  for (const band of bands) {
    const i = whole.findLastIndex(({ bottom, left, right, color, cuts }) => color === band.color && cuts.length === 0 && band.cuts.length === 0 && Math.abs(band.top - bottom) <= unseen && Math.abs(left - band.left) <= near && Math.abs(right - band.right) <= near);
    const above = whole[i];
    if (above === undefined) whole.push(band);
    else whole[i] = { ...above, bottom: band.bottom };
  }
  return whole;
}

/** Whether a band is only a part of a row that lines in ink part into cells: words set off within a cell. */
function isWithin({ top, bottom, left, right }: Band, sides: readonly Rule[]): boolean {
  const middle = (top + bottom) / 2;
  const level = sides.filter(({ from, to }) => from < middle && to > middle).map(({ at }) => at);
  return level.length >= 3 && (left > smallest(level) + 2 * apart || right < largest(level) - 2 * apart);
}

/** White lines across a coloured block, and down it, make a table of it: its sides are where the colour ends, also beside rows of one cell. */
function colouredSides(bands: readonly Band[], white: readonly Rule[]): Rule[] {
  return blocksOf(bands).flatMap(({ top, bottom, left, right }) => {
    const within = white.filter(({ axis, at }) => (axis === "horizontal" ? at > top - near && at < bottom + near : at > left - near && at < right + near));
    const across = within.filter(({ axis, from, to }) => axis === "horizontal" && from < right && to > left);
    const down = within.filter(({ axis, from, to }) => axis === "vertical" && from < bottom && to > top);
    if (new Set(across.map(({ at }) => Math.round(at))).size < 3 || down.length === 0) return [];
    return [left, right].map((at): Rule => ({ axis: "vertical", at, from: top, to: bottom }));
  });
}

/** Bands of any colour that stand on each other and are equally wide, as one. */
function blocksOf(bands: readonly Band[]): { top: number; bottom: number; left: number; right: number }[] {
  const blocks: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const { top, bottom, left, right } of bands) {
    const above = blocks.find((block) => Math.abs(block.bottom - top) <= near && Math.abs(block.left - left) <= near && Math.abs(block.right - right) <= near);
    if (above === undefined) blocks.push({ top, bottom, left, right });
    else above.bottom = bottom;
  }
  return blocks;
}

/** Edges of bands that are as wide as another one, and of cells within them: one band alone may be a heading. */
function bandRules(bands: readonly Band[]): Rule[] {
  return bands.flatMap((band) => {
    const { top, bottom, left, right, cuts } = band;
    if (!bands.some((other) => other !== band && Math.abs(other.left - left) <= near && Math.abs(other.right - right) <= near)) return [];
    const across = [top, bottom].map((at): Rule => ({ axis: "horizontal", at, from: left, to: right }));
    const sides = cuts.length === 0 ? [] : [left, ...cuts, right].map((at): Rule => ({ axis: "vertical", at, from: top, to: bottom }));
    return [...across, ...sides];
  });
}

/** Whether the middle of a line lies on a coloured area. */
function isOnColor({ axis, at, from, to }: Rule, areas: readonly Tint[]): boolean {
  const [x, y] = axis === "horizontal" ? [(from + to) / 2, at] : [at, (from + to) / 2];
  return areas.some(({ box: [left, top, right, bottom] }) => x >= left - near && x <= right + near && y >= top - near && y <= bottom + near);
}
