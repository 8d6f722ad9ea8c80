/** A picture of a page, cleaned and put straight: its ruling lines, and where its lines of text stand. */
import type { Box } from "../../model/position.ts";
import type { Rule } from "../grid/ink.ts";
import { readGrids, type GridReading } from "./grid-choice.ts";
import { partsOf, type InkPart } from "./ink-parts.ts";
import { withoutPaper } from "./paper.ts";
import type { Raster } from "./raster.ts";
import { withoutLines } from "./ruling-lines.ts";
import { sealsOf } from "./seals.ts";
import { skewOf, straightened } from "./skew.ts";
import { bandsIn, linesIn, usualHeight, type PixelBox, type TextLine } from "./text-lines.ts";
import { darkerThan, inkBelow, type Ink } from "./threshold.ts";

/** The lines of a page's picture. */
export interface RuledPage {
  /** In points of the page put straight. */
  readonly rules: readonly Rule[];
  /** How far it was laid askew, in radians. */
  readonly skew: number;
  /** All ways of reading the lines made the same grids. */
  readonly sure: boolean;
}

/** A page ready to be read line by line. */
export interface ScanLayout extends RuledPage {
  readonly width: number;
  readonly height: number;
  /** Pixels to a point. */
  readonly scale: number;
  /** Paper, seals, skew and the lines of tables taken out. */
  readonly grey: Uint8Array;
  readonly ink: Ink;
  readonly lines: readonly TextLine[];
  /** The picture shows nothing at all. */
  readonly blank: boolean;
  /** Ink in tables that is no text: too large. In points. */
  readonly odd: readonly Box[];
}

/** Specks: parts of fewer pixels at 200 dots an inch. */
const speck = 4;
const speckScale = 200 / 72;
/** Parts larger than this, in points, are no characters: pictures, rings of seals, the edges of a scanner's glass. */
const largest = 60;
/** The page is blank when no more than this share of it is ink. */
const blankShare = 0.00002;
/** Print is soft so far beside its lines, in points. */
const halo = 0.4;

/** The ruling lines of a page alone, for words that somebody else read. */
export function rulesOnPage(raster: Raster, mostCells: number): RuledPage {
  const { grids, skew } = straightPage(raster, mostCells);
  return { rules: rulesOf(grids), skew, sure: grids.sure };
}

function rulesOf({ lines }: GridReading): readonly Rule[] {
  return lines.flatMap(({ rules }) => rules);
}

interface StraightPage {
  readonly plain: Uint8Array;
  readonly redless: Uint8Array;
  readonly skew: number;
  readonly grids: GridReading;
}

function straightPage(raster: Raster, mostCells: number): StraightPage {
  const { width, height, scale } = raster;
  const clean = withoutSeals(raster);
  let plain = withoutPaper(clean.plain, width, height);
  let redless = clean.plain === clean.redless ? plain : withoutPaper(clean.redless, width, height);
  const skew = skewOf(redless, width, height);
  if (skew !== 0) {
    const same = plain === redless;
    plain = straightened(plain, width, height, skew);
    redless = same ? plain : straightened(redless, width, height, skew);
  }
  return { plain, redless, skew, grids: readGrids(redless, width, height, scale, mostCells) };
}

/** The planes of a page whose seals are gone; one plane for both where it has no other red. */
function withoutSeals(raster: Raster): { readonly plain: Uint8Array; readonly redless: Uint8Array } {
  const plain = Uint8Array.from(raster.plain);
  for (const { left, top, right, bottom } of sealsOf(raster)) {
    for (let y = top; y < bottom; y++) plain.set(raster.redless.subarray(y * raster.width + left, y * raster.width + right), y * raster.width + left);
  }
  let red = 0;
  for (let i = 0; i < plain.length; i++) if ((raster.redless[i] ?? 255) - (plain[i] ?? 255) > 25) red++;
  return { plain, redless: red > leastRed * plain.length ? raster.redless : plain };
}

/** Fewer red pixels than this share are noise of the picture's packing. */
const leastRed = 0.0001;

function isBlank(grey: Uint8Array): boolean {
  let dark = 0;
  for (const value of grey) if (value < 160) dark++;
  return dark <= blankShare * grey.length;
}

/** Cleans a page and finds its lines. */
export function layOutScan(raster: Raster, mostCells: number): ScanLayout {
  const { width, height, scale } = raster;
  const { plain, redless, skew, grids } = straightPage(raster, mostCells);
  const blank = isBlank(plain);
  const cells = cellsOf(grids, raster);
  const mixed = mix(plain, redless, width, grids, scale);
  const tableLines = grids.lines.filter(({ rules }) => rules.some((rule) => grids.lattices.some(({ box }) => isOnGrid(rule, box))));
  const grey = withoutLines(mixed, width, height, tableLines, Math.max(1, Math.round(halo * scale)));
  const { ink, odd } = withoutOddParts(darkerThan(grey, width, height, inkBelow(grey)), scale);
  const around = outsideOf(grids, raster);
  const [inCells, outside] = [usualHeight(cells.flatMap((cell) => bandsIn(ink, cell)), scale), usualHeight(around.flatMap((region) => bandsIn(ink, region)), scale)];
  const usual = 9 * scale;
  const lines = [...cells.flatMap((cell) => linesIn(ink, cell, inCells ?? outside ?? usual)), ...around.flatMap((region) => linesIn(ink, region, outside ?? inCells ?? usual))];
  const oddInCells = odd.filter((part) => cells.some((cell) => part.left >= cell.left && part.right <= cell.right && part.top >= cell.top && part.bottom <= cell.bottom));
  return { width, height, scale, skew, grey, ink, lines, rules: rulesOf(grids), sure: grids.sure, blank, odd: oddInCells.map(({ left, top, right, bottom }) => [left / scale, top / scale, right / scale, bottom / scale]) };
}

function isOnGrid({ axis, at, from, to }: Rule, [left, top, right, bottom]: Box): boolean {
  const near = 3;
  return axis === "horizontal" ? at >= top - near && at <= bottom + near && from >= left - near && to <= right + near : at >= left - near && at <= right + near && from >= top - near && to <= bottom + near;
}

/** Red is paper in tables and ink elsewhere. */
function mix(plain: Uint8Array, redless: Uint8Array, width: number, { lattices }: GridReading, scale: number): Uint8Array {
  if (plain === redless) return plain;
  const mixed = Uint8Array.from(plain);
  for (const { box } of lattices) {
    const [left, right] = [Math.max(0, Math.floor(box[0] * scale)), Math.min(width, Math.ceil(box[2] * scale))];
    for (let y = Math.max(0, Math.floor(box[1] * scale)); y < Math.ceil(box[3] * scale); y++) mixed.set(redless.subarray(y * width + left, y * width + right), y * width + left);
  }
  return mixed;
}

/** Ink without specks and without what is too large for characters. */
function withoutOddParts(ink: Ink, scale: number): { readonly ink: Ink; readonly odd: readonly InkPart[] } {
  const { parts, labels } = partsOf(ink);
  const least = speck * Math.min(1, (scale / speckScale) ** 2);
  const most = largest * scale;
  const keeps = new Uint8Array(parts.length + 1);
  for (const [i, { size, left, top, right, bottom }] of parts.entries()) if (size >= least && right - left <= most && bottom - top <= most) keeps[i + 1] = 1;
  const data = new Uint8Array(ink.data.length);
  for (let at = 0; at < data.length; at++) data[at] = keeps[labels[at] ?? 0] ?? 0;
  return { ink: { ...ink, data }, odd: parts.filter(({ left, top, right, bottom }) => right - left > most || bottom - top > most) };
}

/** The cells of grids in pixels, a pixel inside their lines. */
function cellsOf({ lattices }: GridReading, { width, height, scale }: Raster): PixelBox[] {
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value * scale)));
  return lattices.flatMap(({ xs, ys, cells }) =>
    cells.map(({ r0, r1, c0, c1 }) => ({ left: within(xs[c0] ?? 0, width) + 1, right: within(xs[c1] ?? 0, width) - 1, top: within(ys[r0] ?? 0, height) + 1, bottom: within(ys[r1] ?? 0, height) - 1 })),
  );
}

/** What is left of the page around its grids: above, between and below them over the whole width, and beside each. */
function outsideOf({ lattices }: GridReading, { width, height, scale }: Raster): PixelBox[] {
  const boxes = lattices
    .map(({ box: [left, top, right, bottom] }) => ({ left: Math.max(0, Math.floor(left * scale) - 2), top: Math.max(0, Math.floor(top * scale) - 2), right: Math.min(width, Math.ceil(right * scale) + 2), bottom: Math.min(height, Math.ceil(bottom * scale) + 2) }))
    .sort((a, b) => a.top - b.top);
  const regions: PixelBox[] = [];
  let top = 0;
  for (const box of boxes) {
    if (box.top > top) regions.push({ left: 0, right: width, top, bottom: box.top });
    const [from, to] = [Math.max(top, box.top), box.bottom];
    if (to > from) regions.push({ left: 0, right: box.left, top: from, bottom: to }, { left: box.right, right: width, top: from, bottom: to });
    top = Math.max(top, box.bottom);
  }
  if (top < height) regions.push({ left: 0, right: width, top, bottom: height });
  return regions.filter(({ left, right }) => right > left);
}
