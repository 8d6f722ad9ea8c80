/** Sets the characters of one string of a PDF on the page, each in its box. */
import type { Direction, Type } from "../grid/ink.ts";
import type { Font } from "./fonts.ts";
import { multiply, transformBox } from "./matrix.ts";
import type { GraphicsState, TextPosition } from "./state.ts";

/** What the characters of one string of a PDF share. */
export interface DrawnType extends Type {
  /** Direction of the base line on the page as the file draws it; a vertical font reads down along it. */
  readonly baseline: Direction;
  /** Its base line is turned by an odd angle: a watermark. */
  readonly slanted: boolean;
  /** Text mode 3: drawn, and not shown. */
  readonly invisible: boolean;
  readonly fontId: string;
  readonly font: Font;
  /** Number of the string on its page. */
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
  /** Outside its clip. */
  readonly clipped: boolean;
}

/** Where a string stands among all that its page draws. */
export interface StringSetting {
  readonly artifact: boolean;
  readonly mark: number | null;
  readonly run: number;
  readonly width: number;
  readonly height: number;
  /** More characters than this are left out. */
  readonly mostGlyphs: number;
}

/** Heights above and below the base line that count as a character's own, in ems. */
const ascent = 0.88;
const descent = -0.12;

/** Sets a string: glyphs of pdf.js, and numbers that move the next one. What does not depend on the character is worked out once. */
export function setString(items: readonly unknown[], font: Font, state: GraphicsState, position: TextPosition, setting: StringSetting, glyphs: DrawnGlyph[]): void {
  const { fontSize, characterSpacing, wordSpacing, horizontalScale: scale, renderingMode } = state;
  const { vertical } = font;
  const matrix = multiply(state.matrix, position.matrix);
  const [a, b, c, d, e, f] = matrix;
  const em = fontSize * font.em;
  const type = typeOf(font, state, setting, em < 0 ? -1 : 1, matrix);
  const bold = font.bold || renderingMode === 2;
  const clipLeft = Math.max(state.clip[0] - 1, 0);
  const clipTop = Math.max(state.clip[1] - 1, 0);
  const clipRight = Math.min(state.clip[2] + 1, setting.width);
  const clipBottom = Math.min(state.clip[3] + 1, setting.height);
  const unit = font.matrix[0] * fontSize;
  const x = position.x;
  const y = position.y + state.rise;
  const [high, low] = [ascent * em * font.up, descent * em * font.up];
  // Nearly all text of nearly all files: upright, and worked out without further ado.
  const plain = !vertical && b === 0 && c === 0;
  const [one, other] = [d * (y + high) + f, d * (y + low) + f];
  let left = 0;
  let top = Math.min(one, other);
  let right = 0;
  let bottom = Math.max(one, other);
  let at = 0;
  for (const item of items) {
    if (typeof item === "number") {
      at += ((vertical ? 1 : -1) * item * fontSize) / 1000;
      continue;
    }
    if (typeof item !== "object" || item === null) continue;
    const glyph = item as { readonly unicode?: unknown; readonly width?: unknown; readonly isSpace?: unknown; readonly vmetric?: unknown };
    const metrics = vertical && Array.isArray(glyph.vmetric) ? glyph.vmetric : font.verticalMetrics;
    const width = (vertical ? -number(metrics[0]) : number(glyph.width)) * unit;
    const text = glyph.unicode;
    if (typeof text === "string" && text !== "" && glyphs.length < setting.mostGlyphs) {
      if (plain) {
        const start = a * (x + at * scale) + e;
        const end = start + a * width * scale;
        left = start < end ? start : end;
        right = start < end ? end : start;
      } else if (vertical) {
        const [vx, vy] = [number(metrics[1]) * unit, number(metrics[2]) * unit];
        [left, top, right, bottom] = transformBox(matrix, x - vx * scale, y - at - width, x + vx * scale, y - at - vy + ascent * em);
      } else [left, top, right, bottom] = transformBox(matrix, x + at * scale, y + low, x + (at + width) * scale, y + high);
      const middle = (left + right) / 2;
      const centre = (top + bottom) / 2;
      glyphs.push({ text, left, top, right, bottom, bold, type, clipped: middle < clipLeft || middle > clipRight || centre < clipTop || centre > clipBottom });
    }
    const spacing = glyph.isSpace === true ? wordSpacing + characterSpacing : characterSpacing;
    at += width + (vertical ? -spacing : spacing);
  }
  if (vertical) position.y -= at;
  else position.x += at * scale;
}

function typeOf(font: Font, { fontId, fontSize, renderingMode }: GraphicsState, { artifact, mark, run }: StringSetting, sign: 1 | -1, [a, b, c, d]: ReturnType<typeof multiply>): DrawnType {
  const size = Math.round(Math.abs(fontSize * font.em) * Math.hypot(c, d) * 100) / 100;
  const { baseline, slanted } = heading(a * sign, b * sign);
  const direction = font.vertical ? turned(baseline) : baseline;
  return { size, direction, artifact, mark, baseline, slanted, invisible: renderingMode === 3, fontId, font, run };
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

/** A finite number, 0 for anything else. */
export function number(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
