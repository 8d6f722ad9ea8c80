/** What a page of an OFD draws (GB/T 33190-2016, 7.7 and 8): templates, layers, and the objects in them, in the order they are painted. */
import type { Box } from "../../model/position.ts";
import type { XmlElement } from "../xml.ts";
import type { Glyph, Rule } from "../grid/ink.ts";
import { matrixFrom, multiply, transformBox, type Matrix } from "../grid/matrix.ts";
import { attributeOf, childOf, nameOf, numbersOf } from "./element.ts";
import { drawnBy } from "./path.ts";
import { plainFont, shown, type Resources } from "./resources.ts";
import { glyphsOf } from "./text.ts";

/** Bounds of one page. */
export interface PageLimits {
  readonly characters: number;
  readonly objects: number;
}

/** Composite objects lie this deep in each other at most. */
const deepest = 10;
/** Steps that one path may take. */
const longestPath = 50_000;

/** Gathers what is drawn; places are points, origin at the top left of the page. */
export class PageDrawing {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  /** Boxes of images. */
  readonly images: Box[] = [];
  /** Curves and slanted lines. */
  shapes = 0;
  /** Words of objects that are not shown. */
  readonly hidden: string[] = [];
  /** There were more objects or characters than are read. */
  full = false;
  readonly #resources: Resources;
  readonly #limits: PageLimits;
  #objects = 0;

  constructor(resources: Resources, limits: PageLimits) {
    this.#resources = resources;
    this.#limits = limits;
  }

  /** Draws the content of a page or template; `matrix` takes its millimetres to points of the page. */
  draw(content: XmlElement | null, matrix: Matrix): void {
    for (const layer of content?.children ?? []) this.#visit(layer, matrix, 0);
  }

  #visit(element: XmlElement, matrix: Matrix, depth: number): void {
    if (this.full) return;
    if (++this.#objects > this.#limits.objects) {
      this.full = true;
      return;
    }
    if (attributeOf(element, "Visible") === "false") {
      this.hidden.push(wordsIn(element));
      return;
    }
    const name = nameOf(element);
    if (name === "layer" || name === "pageblock") for (const child of element.children) this.#visit(child, matrix, depth);
    else if (name === "textobject") this.#text(element, within(element, matrix));
    else if (name === "pathobject") this.#path(element, within(element, matrix));
    else if (name === "imageobject") this.images.push(this.#imageBox(element, matrix));
    else if (name === "compositeobject" && depth < deepest) {
      const unit = this.#resources.units.get(attributeOf(element, "ResourceID") ?? "");
      const inner = within(element, matrix);
      for (const child of childOf(unit ?? null, "content")?.children ?? []) this.#visit(child, inner, depth + 1);
    }
  }

  #text(element: XmlElement, matrix: Matrix): void {
    const font = this.#resources.fonts.get(attributeOf(element, "Font") ?? "") ?? plainFont;
    const bold = font.bold || Number(attributeOf(element, "Weight") ?? 400) >= 600;
    const strip = { matrix, bold, tint: tintOf(childOf(element, "fillcolor")), run: this.#objects };
    for (const glyph of glyphsOf(element, strip, this.#limits.characters - this.glyphs.length)) this.glyphs.push({ ...glyph, text: shown(glyph.text, font) });
    if (this.glyphs.length >= this.#limits.characters) this.full = true;
  }

  #path(element: XmlElement, matrix: Matrix): void {
    const data = childOf(element, "abbreviateddata")?.text ?? "";
    const stroke = attributeOf(element, "Stroke") !== "false";
    const fill = attributeOf(element, "Fill") === "true";
    const { rules, shape } = drawnBy(data, { stroke, fill }, matrix, longestPath);
    for (const rule of rules) this.rules.push(rule);
    if (shape) this.shapes++;
  }

  /** The matrix of an image takes the unit square to the box. */
  #imageBox(element: XmlElement, matrix: Matrix): Box {
    const [x = 0, y = 0, width = 0, height = 0] = numbersOf(attributeOf(element, "Boundary"));
    return transformBox(matrix, x, y, x + width, y + height);
  }
}

/** From millimetres of an object to points: its own matrix, then the corner of its box, then what it lies in. */
function within(element: XmlElement, outer: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(attributeOf(element, "Boundary"));
  const own = matrixFrom(numbersOf(attributeOf(element, "CTM")));
  return multiply(multiply(outer, [1, 0, 0, 1, x, y]), own);
}

/** Points in a millimetre. */
export const points = 72 / 25.4;

/** From millimetres of a page whose box begins at `x`, `y` to points. */
export function pageMatrix([x = 0, y = 0]: readonly number[]): Matrix {
  return [points, 0, 0, points, -x * points, -y * points];
}

/** A colour of three numbers, or one of grey, as 0xrrggbb; black where none is told. */
function tintOf(color: XmlElement | null): number | null {
  if (color === null) return 0;
  const values = numbersOf(attributeOf(color, "Value"));
  const [red, green, blue] = values.length === 1 ? [values[0], values[0], values[0]] : values;
  return red === undefined || green === undefined || blue === undefined || values.length > 3 ? null : ((red & 0xff) << 16) | ((green & 0xff) << 8) | (blue & 0xff);
}

function wordsIn(element: XmlElement): string {
  return nameOf(element) === "textcode" ? element.text : element.children.map(wordsIn).join("");
}
