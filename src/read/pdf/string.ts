/** Sets the characters of one string of a PDF on the page, each in its box. */
import { ascent, descent, type Direction, type Type } from "../grid/ink.ts";
import { number } from "./arguments.ts";
import { mixed, white, type Color } from "./color.ts";
import type { Font } from "./fonts.ts";
import type { Box } from "../../model/position.ts";
import { multiply, transformBox, type Matrix } from "../grid/matrix.ts";
import type { GraphicsState, TextPosition } from "./state.ts";

/** What the characters of one string of a PDF share. */
export interface DrawnType extends Type {
  /** Direction of the base line on the page as the file draws it; a vertical font reads down along it. */
  readonly baseline: Direction;
  /** Its base line is turned by an odd angle: a watermark. */
  readonly slanted: boolean;
  /** Text mode 3: drawn, and not shown. */
  readonly invisible: boolean;
  /** Colour of its inside, and the share of it that is put on, 0 to 1. */
  readonly color: Color;
  readonly alpha: number;
  readonly fontId: string;
  readonly font: Font;
  readonly run: number;
}

/** A character as drawn, before anything is repaired. */
export interface DrawnGlyph {
  text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  bold: boolean;
  readonly type: DrawnType;
  /** Why nobody sees it; null when it is to be seen. */
  unseen: Unseen | null;
  /** Its code in the file. */
  readonly code: number;
  /**
   * Where its text comes from: `none` when the font's map leaves its code out, `number` when there is no map; then its code was taken for a character.
   * `encoding` is a code of one byte without a map, read by the encoding that the font states or is given.
   */
  readonly mapping: Mapping;
}

/** What gives a code its character. */
export type Mapping = "map" | "none" | "number" | "encoding";

/** Outside its clip or the paper · in a layer that is off · so transparent that nothing is put on · in the colour beneath it · under something painted later · in the invisible mode and over no picture. */
export type Unseen = "clip" | "layer" | "transparent" | "color" | "covered" | "mode";

/** Where a string stands among all that its page draws. */
export interface StringSetting {
  readonly artifact: boolean;
  readonly mark: number | null;
  readonly run: number;
  /** It stands in a layer that is off. */
  readonly off: boolean;
  readonly width: number;
  readonly height: number;
  /** More characters than this are left out. */
  readonly mostGlyphs: number;
}

/** Sets a string: glyphs of pdf.js, and numbers that move the next one. What does not depend on the character is worked out once. */
export function setString(items: readonly unknown[], font: Font, state: GraphicsState, position: TextPosition, setting: StringSetting, glyphs: DrawnGlyph[]): void {
  const matrix = multiply(state.matrix, position.matrix);
  const em = state.fontSize * font.em;
  const line: Baseline = {
    type: typeOf(font, state, setting, em < 0 ? -1 : 1, matrix),
    bold: font.bold || state.renderingMode === 2,
    window: [Math.max(state.clip[0] - 1, 0), Math.max(state.clip[1] - 1, 0), Math.min(state.clip[2] + 1, setting.width), Math.min(state.clip[3] + 1, setting.height)],
    matrix,
    em,
    x: position.x,
    y: position.y + state.rise,
    unit: font.matrix[0] * state.fontSize,
    most: setting.mostGlyphs,
    unseen: unseenString(setting.off, state),
  };
  if (font.vertical) position.y -= setDown(items, font, state, line, glyphs);
  else if (matrix[1] === 0 && matrix[2] === 0) position.x += setLevel(items, font, state, line, glyphs);
  else position.x += setAlong(items, font, state, line, glyphs);
}

/** What the characters of a string have in common besides their type. */
interface Baseline {
  readonly type: DrawnType;
  readonly bold: boolean;
  /** What the middle of a character must lie in to be seen. */
  readonly window: Box;
  readonly matrix: Matrix;
  readonly em: number;
  readonly x: number;
  readonly y: number;
  /** Width of one unit of the font's widths. */
  readonly unit: number;
  readonly most: number;
  /** Why nobody sees any of it. */
  readonly unseen: Unseen | null;
}

/** A glyph as pdf.js hands it over. */
interface LibraryGlyph {
  readonly unicode?: unknown;
  readonly width?: unknown;
  readonly isSpace?: unknown;
  readonly vmetric?: unknown;
  readonly originalCharCode?: unknown;
  /** As patched: 1 when the map to Unicode has no entry for its code, 2 when there is no map, 3 when there is none and codes are of one byte. */
  readonly unmapped?: unknown;
}

/** Nearly all text of nearly all files: neither turned nor vertical. Gives the way that it goes on the line. */
function setLevel(items: readonly unknown[], font: Font, { fontSize, characterSpacing, wordSpacing, horizontalScale }: GraphicsState, line: Baseline, glyphs: DrawnGlyph[]): number {
  const { unit, matrix, em, most } = line;
  const high = matrix[3] * (line.y + ascent * em * font.up) + matrix[5];
  const low = matrix[3] * (line.y + descent * em * font.up) + matrix[5];
  const top = Math.min(high, low);
  const bottom = Math.max(high, low);
  const step = matrix[0] * horizontalScale;
  const begin = matrix[0] * line.x + matrix[4];
  let at = 0;
  for (const item of items) {
    if (typeof item === "number") at -= (item * fontSize) / 1000;
    else if (isGlyph(item)) {
      const width = number(item.width) * unit;
      if (isText(item.unicode) && glyphs.length < most) {
        const from = begin + at * step;
        const to = from + width * step;
        put(item, item.unicode, Math.min(from, to), top, Math.max(from, to), bottom, line, glyphs);
      }
      at += width + characterSpacing + (item.isSpace === true ? wordSpacing : 0);
    }
  }
  return at * horizontalScale;
}

/** Text on a base line that is turned or aslant. Gives the way that it goes on the line. */
function setAlong(items: readonly unknown[], font: Font, { fontSize, characterSpacing, wordSpacing, horizontalScale: scale }: GraphicsState, line: Baseline, glyphs: DrawnGlyph[]): number {
  const { x, y, unit, matrix, em, most } = line;
  const [high, low] = [ascent * em * font.up, descent * em * font.up];
  let at = 0;
  for (const item of items) {
    if (typeof item === "number") at -= (item * fontSize) / 1000;
    else if (isGlyph(item)) {
      const width = number(item.width) * unit;
      if (isText(item.unicode) && glyphs.length < most) put(item, item.unicode, ...transformBox(matrix, x + at * scale, y + low, x + (at + width) * scale, y + high), line, glyphs);
      at += width + characterSpacing + (item.isSpace === true ? wordSpacing : 0);
    }
  }
  return at * scale;
}

/** Vertical writing. Gives the way that it goes down. */
function setDown(items: readonly unknown[], font: Font, { fontSize, characterSpacing, wordSpacing, horizontalScale: scale }: GraphicsState, line: Baseline, glyphs: DrawnGlyph[]): number {
  const { x, y, unit, matrix, em, most } = line;
  let at = 0;
  for (const item of items) {
    if (typeof item === "number") at += (item * fontSize) / 1000;
    else if (isGlyph(item)) {
      const metrics = Array.isArray(item.vmetric) ? item.vmetric : font.verticalMetrics;
      const height = -number(metrics[0]) * unit;
      const [vx, vy] = [number(metrics[1]) * unit, number(metrics[2]) * unit];
      if (isText(item.unicode) && glyphs.length < most) put(item, item.unicode, ...transformBox(matrix, x - vx * scale, y - at - height, x + vx * scale, y - at - vy + ascent * em), line, glyphs);
      at += height - characterSpacing - (item.isSpace === true ? wordSpacing : 0);
    }
  }
  return at;
}

function put({ originalCharCode, unmapped }: LibraryGlyph, text: string, left: number, top: number, right: number, bottom: number, { type, bold, window, unseen }: Baseline, glyphs: DrawnGlyph[]): void {
  const middle = (left + right) / 2;
  const centre = (top + bottom) / 2;
  const clipped = middle < window[0] || middle > window[2] || centre < window[1] || centre > window[3];
  glyphs.push({ text, left, top, right, bottom, bold, type, unseen: unseen ?? (clipped ? "clip" : null), code: number(originalCharCode), mapping: mappingOf(unmapped) });
}

function mappingOf(unmapped: unknown): Mapping {
  return unmapped === 3 ? "encoding" : unmapped === 2 ? "number" : unmapped === 1 ? "none" : "map";
}

function isGlyph(item: unknown): item is LibraryGlyph {
  return typeof item === "object" && item !== null;
}

function isText(unicode: unknown): unicode is string {
  return typeof unicode === "string" && unicode !== "";
}

/** Less of the colour than this is not to be seen. */
const leastAlpha = 0.02;

/** Mode 1 strokes the outlines of characters, mode 2 fills them as well; 7 makes them a clip, and what is painted through it shows them. */
function unseenString(off: boolean, { renderingMode, fillAlpha, strokeAlpha, masked }: GraphicsState): Unseen | null {
  if (off) return "layer";
  const alpha = renderingMode % 4 === 1 ? strokeAlpha : renderingMode % 4 === 2 ? Math.max(fillAlpha, strokeAlpha) : fillAlpha;
  return alpha < leastAlpha && renderingMode < 3 && !masked ? "transparent" : null;
}

/** The colour that characters show; glyphs that are drawings may bring their own, and a clip shows what is painted through it. */
function paintOf(font: Font, { renderingMode, fill, stroke, fillAlpha, strokeAlpha }: GraphicsState): { color: Color; alpha: number } {
  const stroked = renderingMode % 4 === 1 || (renderingMode % 4 === 2 && fill === white);
  if (font.colored || renderingMode === 7) return { color: null, alpha: fillAlpha };
  return stroked ? { color: stroke, alpha: strokeAlpha } : { color: fill, alpha: fillAlpha };
}

function tintOf({ color, alpha }: { color: Color; alpha: number }, renderingMode: number): Color {
  return color === null || renderingMode === 3 ? null : alpha >= 1 ? color : mixed(color, alpha, white);
}

function typeOf(font: Font, state: GraphicsState, { artifact, mark, run }: StringSetting, sign: 1 | -1, [a, b, c, d]: ReturnType<typeof multiply>): DrawnType {
  const { fontId, fontSize, renderingMode } = state;
  const size = Math.round(Math.abs(fontSize * font.em) * Math.hypot(c, d) * 100) / 100;
  const paint = paintOf(font, state);
  const { baseline, slanted } = heading(a * sign, b * sign);
  const direction = font.vertical ? turned(baseline) : baseline;
  return { size, direction, artifact, mark, baseline, slanted, invisible: renderingMode === 3, ...paint, tint: tintOf(paint, renderingMode), fontId, font, run };
}

/** The quarter turn nearest to a direction, and whether it is far from all. */
function heading(x: number, y: number): { baseline: Direction; slanted: boolean } {
  const slanted = Math.min(Math.abs(x), Math.abs(y)) > 0.12 * Math.max(Math.abs(x), Math.abs(y));
  if (Math.abs(x) >= Math.abs(y)) return { baseline: x >= 0 ? 0 : 2, slanted };
  return { baseline: y >= 0 ? 1 : 3, slanted };
}

function turned(direction: Direction): Direction {
  return direction === 3 ? 0 : direction === 0 ? 1 : direction === 1 ? 2 : 3;
}
