/** The characters of a text object (GB/T 33190-2016, 11). */
import { ascent, descent, type Direction, type Glyph, type Type } from "../grid/ink.ts";
import { transformBox, type Matrix } from "../grid/matrix.ts";
import type { XmlElement } from "../xml.ts";
import { attributeOf, childrenOf, numbersOf } from "./element.ts";

/** What a text object says of all its characters. */
export interface Strip {
  /** From its own millimetres to points of the page. */
  readonly matrix: Matrix;
  readonly bold: boolean;
  readonly tint: number | null;
  /** Number of the object on its page. */
  readonly run: number;
}

/** The characters of a text object, in its order; at most so many. */
export function glyphsOf(element: XmlElement, { matrix, bold, tint, run }: Strip, most: number): Glyph[] {
  const size = Number(attributeOf(element, "Size") ?? 0);
  const wide = Number(attributeOf(element, "HScale") ?? 1) || 1;
  if (!(size > 0)) return [];
  const glyphs: Glyph[] = [];
  const types = new Map<Direction, Type>();
  let [x, y] = [0, 0];
  for (const code of childrenOf(element, "textcode")) {
    x = numbersOf(attributeOf(code, "X"))[0] ?? x;
    y = numbersOf(attributeOf(code, "Y"))[0] ?? y;
    const [across, down] = [deltasOf(attributeOf(code, "DeltaX"), most), deltasOf(attributeOf(code, "DeltaY"), most)];
    let [atX, atY] = [x, y];
    for (const [i, text] of Array.from(code.text).entries()) {
      if (glyphs.length >= most) return glyphs;
      const usual = usualWidth(text) * size * wide;
      const [stepX, stepY] = [across[i] ?? (down.length > 0 ? 0 : usual), down[i] ?? 0];
      // A character is as wide as its advance says, and no wider than its type makes it: what lies beyond is white.
      const width = stepY === 0 && across[i] !== undefined && across[i] > 0 ? Math.min(across[i], size * wide) : usual;
      const direction = directionOf(matrix, stepX, stepY);
      const type = types.get(direction) ?? { size: size * scaleOf(matrix), direction, artifact: false, mark: null, run, tint };
      types.set(direction, type);
      glyphs.push({ ...boxAt(matrix, atX, atY, width, size), text: /^\s$/u.test(text) ? " " : text, bold, type });
      atX += stepX;
      atY += stepY;
    }
  }
  return glyphs;
}

/** Shares of the size that a character takes where its advance is not told. */
function usualWidth(text: string): number {
  return (text.codePointAt(0) ?? 0) < 0x2e80 && !/[‘-”…—●○■□]/u.test(text) ? 0.5 : 1;
}

/** Advances: numbers, or “g n v” for n times v (8.2, ST_Array of deltas). */
function deltasOf(text: string | null, most: number): number[] {
  const words = (text ?? "").split(/[\s,]+/u).filter((word) => word !== "");
  const deltas: number[] = [];
  for (let i = 0; i < words.length && deltas.length < most; i++) {
    if (words[i]?.toLowerCase() !== "g") {
      const delta = Number(words[i]);
      if (Number.isFinite(delta)) deltas.push(delta);
      continue;
    }
    const [count, delta] = [Number(words[++i]), Number(words[++i])];
    if (Number.isFinite(count) && Number.isFinite(delta)) for (let n = 0; n < count && deltas.length < most; n++) deltas.push(delta);
  }
  return deltas;
}

function boxAt(matrix: Matrix, x: number, y: number, width: number, size: number): Pick<Glyph, "left" | "top" | "right" | "bottom"> {
  const [left, top, right, bottom] = transformBox(matrix, x, y - ascent * size, x + width, y - descent * size);
  return { left, top, right, bottom };
}

/** Where the line goes on the page, by the nearest quarter turn. Characters that stand upright below each other are a vertical line for later eyes. */
function directionOf(matrix: Matrix, stepX: number, stepY: number): Direction {
  const along = stepX === 0 && stepY !== 0 ? ([1, 0] as const) : ([stepX === 0 ? 1 : stepX, stepY] as const);
  const x = matrix[0] * along[0] + matrix[2] * along[1];
  const y = matrix[1] * along[0] + matrix[3] * along[1];
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}

function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}
