/** Lines of text in a region of a page: bands of ink, parted where wide blanks stand. */
import type { Ink } from "./threshold.ts";

/** A box of pixels, half-open. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a line of text stands. */
export interface TextLine extends PixelBox {
  /** Room above and below that no other line takes, in pixels. */
  readonly roomAbove: number;
  readonly roomBelow: number;
  /** Height of a character of its type, in pixels. */
  readonly em: number;
}

/** A stretch of rows. */
interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Shares of the usual height. A band below `thin` is a stroke, not a line: 一, a dash. Together, bands up to `together` are one line: 二, ：. */
const [thin, together, two] = [0.6, 1.15, 1.5];
/** Two lines that touch have a row between them with so little ink, against the mean. */
const valley = 0.25;
/** A blank wider than this, in ems, parts a line. */
const wideBlank = 2.2;
/** Ink of Chinese characters takes this share of their em. */
const inkOfEm = 0.92;

/** Rows of ink in a region. */
export function bandsIn(ink: Ink, region: PixelBox): Band[] {
  const rows = rowsOf(ink, region);
  const bands: Band[] = [];
  let top = -1;
  for (let y = 0; y <= rows.length; y++) {
    if ((rows[y] ?? 0) > 0) {
      if (top < 0) top = y;
    } else if (top >= 0) {
      bands.push({ top: region.top + top, bottom: region.top + y });
      top = -1;
    }
  }
  return bands;
}

function rowsOf({ width, data }: Ink, { left, top, right, bottom }: PixelBox): Uint32Array {
  const rows = new Uint32Array(Math.max(0, bottom - top));
  for (let y = top; y < bottom; y++) {
    let count = 0;
    for (let at = y * width + left; at < y * width + right; at++) count += data[at] ?? 0;
    rows[y - top] = count;
  }
  return rows;
}

/** The height that most lines of bands have, in pixels; `scale` pixels to a point. Null where there are none. */
export function usualHeight(bands: readonly Band[], scale: number): number | null {
  const heights = bands.map(({ top, bottom }) => bottom - top).filter((height) => height >= 4.5 * scale && height <= 36 * scale).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? null;
}

/** The lines of a region whose usual lines are so high. */
export function linesIn(ink: Ink, region: PixelBox, usual: number): TextLine[] {
  const bands = gathered(bandsIn(ink, region), usual).flatMap((band) => parted(ink, region, band, usual));
  return bands.flatMap((band, i) => {
    const above = bands[i - 1]?.bottom ?? region.top;
    const below = bands[i + 1]?.top ?? region.bottom;
    return piecesOf(ink, region, band, { usual, above, below });
  });
}

/** Puts bands together that are strokes of one line. */
function gathered(bands: readonly Band[], usual: number): Band[] {
  const lines: Band[] = [];
  for (const band of bands) {
    const last = lines.at(-1);
    const isStroke = ({ top, bottom }: Band): boolean => bottom - top < thin * usual;
    if (last !== undefined && (isStroke(last) || isStroke(band)) && band.bottom - last.top <= together * usual) lines[lines.length - 1] = { top: last.top, bottom: band.bottom };
    else lines.push(band);
  }
  return lines;
}

/** Parts lines that touch: where a row between them has hardly any ink. */
function parted(ink: Ink, region: PixelBox, band: Band, usual: number): Band[] {
  const height = band.bottom - band.top;
  if (height <= two * usual) return [band];
  const rows = rowsOf(ink, { ...region, ...band });
  const mean = rows.reduce((sum, count) => sum + count, 0) / height;
  const room = Math.round(thin * usual);
  let best = -1;
  for (let y = room; y < height - room; y++) if (best < 0 || (rows[y] ?? 0) < (rows[best] ?? 0)) best = y;
  if (best < 0 || (rows[best] ?? 0) > valley * mean) return [band];
  const middle = band.top + best;
  return [{ top: band.top, bottom: middle }, { top: middle, bottom: band.bottom }].flatMap((half) => parted(ink, region, half, usual));
}

interface Setting {
  readonly usual: number;
  /** The last row of the line above and the first of the one below. */
  readonly above: number;
  readonly below: number;
}

/** A band in pieces that wide blanks part, each as high as a line at least. */
function piecesOf(ink: Ink, region: PixelBox, band: Band, { usual, above, below }: Setting): TextLine[] {
  const height = band.bottom - band.top;
  const missing = height < thin * usual ? (usual - height) / 2 : 0;
  const top = Math.max(region.top, Math.ceil((above + band.top) / 2), Math.floor(band.top - missing));
  const bottom = Math.min(region.bottom, Math.floor((below + band.bottom) / 2), Math.ceil(band.bottom + missing));
  const em = Math.max(Math.abs(height - usual) < 0.25 * usual ? usual : height, thin * usual) / inkOfEm;
  const room = { roomAbove: Math.max(0, Math.floor((top - above) / 2)), roomBelow: Math.max(0, Math.floor((below - bottom) / 2)), em };
  return stretchesOf(ink, { ...region, ...band }, wideBlank * em).map(([left, right]) => ({ left, right, top, bottom, ...room }));
}

/** Columns with ink, those nearer than `blank` together. */
function stretchesOf({ width, data }: Ink, { left, top, right, bottom }: PixelBox, blank: number): [number, number][] {
  const stretches: [number, number][] = [];
  for (let x = left; x < right; x++) {
    let black = false;
    for (let at = top * width + x; at < bottom * width + x && !black; at += width) black = data[at] === 1;
    if (!black) continue;
    const last = stretches.at(-1);
    if (last !== undefined && x - last[1] <= blank) last[1] = x + 1;
    else stretches.push([x, x + 1]);
  }
  return stretches;
}
