/** What the reader needs to know of a font. */
import { boldFont } from "../../rules/font-names.ts";
import { symbolFontOf, type SymbolFont } from "../../rules/symbol-fonts.ts";
import { matrixFrom, type Matrix } from "../grid/matrix.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** A font of the file. */
export interface Font {
  readonly matrix: Matrix;
  readonly vertical: boolean;
  readonly verticalMetrics: readonly [advance: number, x: number, y: number];
  readonly bold: boolean;
  /** Each glyph is a small drawing of its own (Type 3). */
  readonly drawn: boolean;
  /** A drawn glyph brings colours along; else all are shapes that take the colour of the text. */
  readonly colored: boolean;
  /** Em in units of the text space of size 1; other than 1 only for drawn fonts. */
  readonly em: number;
  /** -1 when the font's own matrix turns its glyphs upside down. */
  readonly up: 1 | -1;
  /** Codes of several bytes (Type 0). */
  readonly composite: boolean;
  /** Codes of one byte with a Western encoding: double-byte Chinese may hide behind it. */
  readonly western: boolean;
  /** Its characters are symbols, by this table; null for a font of letters. */
  readonly symbols: SymbolFont | null;
  /** Not readable, or not there and another stands in for it: what is written in it is lost. */
  readonly damaged: boolean;
}

const plain: Font = {
  matrix: [0.001, 0, 0, 0.001, 0, 0],
  vertical: false,
  verticalMetrics: [-1000, 500, 880],
  bold: false,
  drawn: false,
  colored: false,
  em: 1,
  up: 1,
  composite: false,
  western: true,
  symbols: null,
  damaged: false,
};

/** Reads a font object of pdf.js; poor ones become an ordinary font, and words instead of one say what is wrong with it. */
export function fontFrom(value: unknown): Font {
  if (typeof value === "string") return { ...plain, damaged: true };
  if (typeof value !== "object" || value === null) return plain;
  const font = value as Readonly<Record<string, unknown>>;
  const drawn = font["isType3Font"] === true;
  const matrix = Array.isArray(font["fontMatrix"]) || font["fontMatrix"] instanceof Float32Array ? matrixFrom(font["fontMatrix"]) : plain.matrix;
  const metrics = font["defaultVMetrics"];
  const name = typeof font["name"] === "string" ? font["name"] : "";
  const symbols = symbolFontOf(name);
  const [low, high] = heights(font["bbox"], matrix);
  return {
    matrix,
    vertical: font["vertical"] === true,
    verticalMetrics: Array.isArray(metrics) && metrics.length === 3 ? [Number(metrics[0]), Number(metrics[1]), Number(metrics[2])] : plain.verticalMetrics,
    bold: font["bold"] === true || font["black"] === true || boldFont.pattern.test(name),
    drawn,
    colored: drawn && !areShapes(font["charProcOperatorList"]),
    em: drawn ? emOf(matrix, high - low) : 1,
    up: drawn && low + high < 0 ? -1 : 1,
    composite: font["composite"] === true,
    western: font["composite"] !== true && !drawn && symbols === null,
    symbols,
    damaged: font["standsIn"] === true,
  };
}

/** The operator d1 at the head of a glyph: a shape without colours (ISO 32000-2, 9.6.4); its number in pdf.js. */
const shapeOnly = 49;

/** Whether the drawings of all glyphs say that they are shapes without colours. */
function areShapes(drawings: unknown): boolean {
  if (!(drawings instanceof Map) || drawings.size === 0) return false;
  return [...(drawings as ReadonlyMap<unknown, { readonly fnArray?: ArrayLike<unknown> } | undefined>).values()].every((drawing) => {
    const first = drawing?.fnArray?.[0];
    return first === undefined || first === shapeOnly;
  });
}

/** The lower and upper edge of the font's box in text space. */
function heights(bbox: unknown, matrix: Matrix): [number, number] {
  if (!Array.isArray(bbox) || bbox.length !== 4) return [0, 0];
  const ends = [Number(bbox[1]) * matrix[3], Number(bbox[3]) * matrix[3]];
  return [smallest(ends), largest(ends)];
}

function emOf(matrix: Matrix, height: number): number {
  const usual = Math.abs(matrix[3]) * 1000;
  return (usual >= 0.5 && usual <= 2) || !(height > 0) ? 1 : height;
}
