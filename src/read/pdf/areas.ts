/**
 * What is painted on a page besides words: filled shapes and pictures, in the order they are painted, findable by place.
 * A page keeps a list for each square of it, so that asking about a character costs the few areas around it.
 */
import type { Box } from "../../model/position.ts";
import { looksLike, white, type Color } from "./color.ts";

/** An area of a page that was painted. */
export interface Area {
  readonly box: Box;
  readonly color: Color;
  /** Hides all that was painted within its box before. Others may leave some of it to be seen: odd shapes, transparent ones. */
  readonly solid: boolean;
  /** An image, not a fill. */
  readonly picture: boolean;
  /** How many strings of text were shown before it. */
  readonly after: number;
}

/** Side of a square, in points. */
const side = 16;
/** A square with more areas than this is part of a drawing; what is seen of it is not worked out. */
const mostInSquare = 200;
/** More entries in all squares together are a drawing, too. */
const mostEntries = 400_000;
/** Areas thinner than this are lines; their colours are not those that words may vanish in. */
const thin = 3;
/** More colours than this are not kept apart: any may be there. */
const mostColors = 16;

/** The areas of one page. */
export class Areas {
  readonly #columns: number;
  readonly #rows: number;
  readonly #squares: (Area[] | undefined)[] = [];
  readonly #colors: number[] = [white];
  #entries = 0;
  #lastSolid = -1;
  /** Boxes of images as far as they are on the page and within their clip. */
  readonly pictures: Area[] = [];

  constructor(width: number, height: number) {
    this.#columns = Math.min(Math.max(1, Math.ceil(width / side)), 400);
    this.#rows = Math.min(Math.max(1, Math.ceil(height / side)), 400);
  }

  /** Whether there are more areas than are looked at: then nobody says what hides what. */
  get crowded(): boolean {
    return this.#entries >= mostEntries;
  }

  add(area: Area): void {
    if (area.picture) this.pictures.push(area);
    const [left, top, right, bottom] = area.box;
    if (this.crowded || !(right > left && bottom > top)) return;
    if (area.solid) this.#lastSolid = Math.max(this.#lastSolid, area.after);
    if (area.color !== null && right - left >= thin && bottom - top >= thin) this.#keepColor(area.color);
    const [x0, x1] = [this.#column(left), this.#column(right)];
    for (let y = this.#row(top); y <= this.#row(bottom); y++) for (let x = x0; x <= x1; x++) this.#put(y * this.#columns + x, area);
  }

  /** Whether something solid was painted anywhere after a string of text; most pages paint before they write. */
  coversAfter(run: number): boolean {
    return this.#lastSolid >= run;
  }

  /** Whether words of a colour may stand on their own colour somewhere. */
  hasLike(color: number): boolean {
    return this.#colors.length > mostColors || this.#colors.some((other) => looksLike(color, other));
  }

  /** The colour at a point when a string of text was shown there; null where it is not known. */
  colorUnder(run: number, x: number, y: number): Color {
    const square = this.#at(x, y);
    if (this.#unknown(square)) return null;
    for (let i = square.length - 1; i >= 0; i--) {
      const area = square[i];
      if (area !== undefined && area.after < run && holds(area.box, x, y)) return area.solid ? area.color : null;
    }
    return white;
  }

  /** Whether something solid was painted over a point after a string of text. Pictures count where `pictures` says so. */
  covered(run: number, x: number, y: number, pictures: boolean): boolean {
    const square = this.#at(x, y);
    if (this.#unknown(square)) return false;
    for (let i = square.length - 1; i >= 0; i--) {
      const area = square[i];
      if (area === undefined || area.after < run) return false;
      if (area.solid && (pictures || !area.picture) && holds(area.box, x, y)) return true;
    }
    return false;
  }

  /** Whether a picture, or a drawing that may show anything, was painted at a point, sooner or later. */
  pictureAt(x: number, y: number): boolean {
    const square = this.#at(x, y);
    return this.#unknown(square) || square.some(({ picture, box }) => picture && holds(box, x, y));
  }

  #unknown(square: readonly Area[]): boolean {
    return this.crowded || square.length >= mostInSquare;
  }

  #at(x: number, y: number): readonly Area[] {
    return this.#squares[this.#row(y) * this.#columns + this.#column(x)] ?? none;
  }

  #put(square: number, area: Area): void {
    const areas = (this.#squares[square] ??= []);
    if (areas.length >= mostInSquare) return;
    areas.push(area);
    this.#entries++;
  }

  #keepColor(color: number): void {
    if (this.#colors.length <= mostColors && !this.#colors.includes(color)) this.#colors.push(color);
  }

  #column(x: number): number {
    return Math.min(Math.max(0, Math.floor(x / side)), this.#columns - 1);
  }

  #row(y: number): number {
    return Math.min(Math.max(0, Math.floor(y / side)), this.#rows - 1);
  }
}

const none: readonly Area[] = [];

function holds([left, top, right, bottom]: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
