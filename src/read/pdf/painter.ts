/** Keeps what the operators of a page paint besides words: areas, ruling lines, pictures. */
import type { Rule } from "../grid/ink.ts";
import { Areas } from "./areas.ts";
import { white, type Color } from "./color.ts";
import { transformBox } from "../grid/matrix.ts";
import { addBox, fillRules, strokeRules } from "./paths.ts";
import { shapesOf, type Shape } from "./shapes.ts";
import type { Tint } from "../grid/tints.ts";
import { intersect, type Clip, type GraphicsState } from "./state.ts";

/** An image as the operators name it. */
export interface Image {
  /** Lets the paper show through: a stencil, or an image with a mask. */
  readonly sheer: boolean;
  /** One colour all over, that of fills: a box rather than a picture. */
  readonly plain: boolean;
}

/** How a path is painted. */
export interface PathPaint {
  readonly strokes: boolean;
  readonly fills: boolean;
  /** By the even-odd rule: a shape within another is a hole. */
  readonly evenOdd: boolean;
}

/** Strokes wider than this are bands, not lines; in points. */
const widestLine = 6;

/** Paints onto one page. */
export class Painter {
  readonly rules: Rule[] = [];
  /** Lines in white, and boxes filled with a colour: what shows rows and columns without ink. */
  readonly whiteRules: Rule[] = [];
  readonly tints: Tint[] = [];
  readonly areas: Areas;
  /** How many filled shapes it draws that are more than a box. */
  shapes = 0;
  readonly #page: Clip;
  readonly #mostRules: number;

  /** `mostRules`: more pieces of lines than this are left out. */
  constructor(width: number, height: number, mostRules: number) {
    this.areas = new Areas(width, height);
    this.#page = [0, 0, width, height];
    this.#mostRules = mostRules;
  }

  /** A path, after so many strings of text. */
  path(path: Float32Array, paint: PathPaint, state: GraphicsState, after: number): void {
    if (paint.fills && state.fillAlpha > 0) this.#fill(path, paint, state, after);
    if (paint.strokes && state.strokeAlpha > 0) this.#stroke(path, state, after);
  }

  /** The whole of the clip, in a gradient. */
  shade(state: GraphicsState, after: number): void {
    this.#add([...state.clip], { color: null, solid: false, picture: false }, state, after);
  }

  image({ sheer, plain }: Image, state: GraphicsState, after: number): void {
    const box = transformBox(state.matrix, 0, 0, 1, 1);
    const level = (state.matrix[1] === 0 && state.matrix[2] === 0) || (state.matrix[0] === 0 && state.matrix[3] === 0);
    const color = plain ? state.fill : null;
    if (plain && color !== white && this.rules.length < this.#mostRules) addBox(box, state.clip, this.rules);
    this.#add(box, { color, solid: level && !sheer && isOpaque(state, state.fillAlpha), picture: true }, state, after);
  }

  #fill(path: Float32Array, { evenOdd }: PathPaint, state: GraphicsState, after: number): void {
    const { fill, matrix, clip } = state;
    const shapes = shapesOf(path, matrix);
    const whole = areSolid(shapes, evenOdd) && isOpaque(state, state.fillAlpha) && fill !== null;
    if (fill !== null && fill !== white && !state.fillsPicture) for (const { box, rectangle } of shapes) if (rectangle !== 0 && this.tints.length < this.#mostRules) this.tints.push({ box: [...intersect(intersect(box, clip), this.#page)], color: fill });
    for (const { box, rectangle } of shapes) this.#add(box, { color: fill, solid: whole && rectangle !== 0, picture: state.fillsPicture }, state, after);
    if (fill === white) {
      if (this.whiteRules.length < this.#mostRules) fillRules(path, matrix, clip, this.whiteRules);
      return;
    }
    if (path.length > 30) this.shapes++;
    if (this.rules.length < this.#mostRules) fillRules(path, matrix, clip, this.rules);
  }

  #stroke(path: Float32Array, state: GraphicsState, after: number): void {
    const { stroke, matrix, clip } = state;
    const width = lineWidth(state);
    if (width > widestLine) for (const { box } of shapesOf(path, matrix)) this.#add(grown(box, width / 2), { color: stroke, solid: false, picture: false }, state, after);
    else {
      const rules = stroke === white ? this.whiteRules : this.rules;
      if (rules.length < this.#mostRules) strokeRules(path, matrix, clip, rules);
    }
  }

  #add(box: readonly [number, number, number, number], look: { color: Color; solid: boolean; picture: boolean }, { clip }: GraphicsState, after: number): void {
    this.areas.add({ ...look, box: [...intersect(intersect(box, clip), this.#page)], after });
  }
}

/** Rectangles without holes: a single one, or several that go around in one sense and are filled by the nonzero rule. */
function areSolid(shapes: readonly Shape[], evenOdd: boolean): boolean {
  return shapes.length === 1 || (!evenOdd && shapes.every(({ rectangle }) => rectangle === shapes[0]?.rectangle));
}

function isOpaque({ blended, masked }: GraphicsState, alpha: number): boolean {
  return alpha >= 0.99 && !blended && !masked;
}

function lineWidth({ matrix: [a, b, c, d], lineWidth: width }: GraphicsState): number {
  return width * Math.sqrt(Math.abs(a * d - b * c));
}

function grown([left, top, right, bottom]: readonly [number, number, number, number], by: number): [number, number, number, number] {
  return [left - by, top - by, right + by, bottom + by];
}

