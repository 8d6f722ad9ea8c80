/** The graphics and text state of a PDF page while its operators are read. */
import { identity, type Matrix } from "../grid/matrix.ts";
import { black, type Color } from "./color.ts";
import type { Font } from "./fonts.ts";

/** A clip: left, top, right, bottom on the page. */
export type Clip = readonly [number, number, number, number];

/** How the transparency groups around put on what is in them; `mask` says that they are no drawing but the shape of a soft mask. */
export interface Group {
  readonly alpha: number;
  readonly blended: boolean;
  readonly masked: boolean;
  readonly mask: boolean;
}

/** What `save` keeps and `restore` brings back. */
export interface GraphicsState {
  matrix: Matrix;
  clip: Clip;
  lineWidth: number;
  stroke: Color;
  fill: Color;
  /** The fill is a pattern whose tiles hold a picture. */
  fillsPicture: boolean;
  /** Shares of the colour that are put on, 0 to 1, with those of the groups around. */
  strokeAlpha: number;
  fillAlpha: number;
  group: Group;
  /** Colours mix with those beneath (a blend mode other than Normal), as those of a highlighter do. */
  blended: boolean;
  /** A soft mask lets only parts be seen. */
  masked: boolean;
  font: Font | null;
  fontId: string;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
}

/** The state at the start of a page whose operators count from the bottom left or wherever `matrix` says. */
export function openState(matrix: Matrix): GraphicsState {
  return {
    matrix,
    clip: [-Infinity, -Infinity, Infinity, Infinity],
    lineWidth: 1,
    stroke: black,
    fill: black,
    fillsPicture: false,
    strokeAlpha: 1,
    fillAlpha: 1,
    group: { alpha: 1, blended: false, masked: false, mask: false },
    blended: false,
    masked: false,
    font: null,
    fontId: "",
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
  };
}

/** Where the next character goes. */
export interface TextPosition {
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

/** The start of a text object. */
export function openText(): TextPosition {
  return { matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0 };
}

/** The part of two clips that both leave. */
export function intersect(a: Clip, b: Clip): Clip {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}
