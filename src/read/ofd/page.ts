/** What a page of an OFD draws (GB/T 33190-2016, 7.7 and 8): templates, layers, and the objects in them, in the order they are painted. */
import type { Box } from "../../model/position.ts";
import type { XmlElement } from "../xml.ts";
import type { Glyph, Rule } from "../grid/ink.ts";
import { matrixFrom, multiply, transformBox, type Matrix } from "../grid/matrix.ts";
import { attributeOf, childOf, nameOf, numbersOf } from "./element.ts";
import { tintRules, type Tint } from "../grid/tints.ts";
import type { Annotation } from "./annotations.ts";
import { white, type Look } from "./look.ts";
import { drawnBy } from "./path.ts";
import { plainFont, shown, type Resources } from "./resources.ts";
import { glyphsOf } from "./text.ts";
import { addAll } from "../../model/add-all.ts";

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
  /** Characters of watermarks that the file states to be such. */
  readonly watermark: Glyph[] = [];
  readonly #rules: Rule[] = [];
  readonly #white: Rule[] = [];
  readonly #tints: Tint[] = [];
  /** Boxes of images. */
  readonly pictures: Box[] = [];
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
    for (const layer of content?.children ?? []) this.#visit(layer, matrix, {}, 0);
  }

  /** Draws what an annotation shows; the words of a watermark are no part of what the page says. */
  annotate({ appearance, watermark }: Annotation, matrix: Matrix): void {
    if (appearance === null) return;
    const before = this.glyphs.length;
    this.draw(appearance, within(appearance, matrix));
    if (watermark) addAll(this.watermark, this.glyphs.splice(before));
  }

  /** Ruling lines, drawn or shown by colours, and coloured bands, as far as they lie on the page. */
  lines(width: number, height: number): { readonly rules: readonly Rule[]; readonly bands: readonly Box[] } {
    const onPage = (rules: readonly Rule[]): Rule[] => rules.flatMap((rule) => cutRule(rule, width, height));
    const tints = this.#tints.map(({ box: [left, top, right, bottom], color }): Tint => ({ box: [Math.max(left, 0), Math.max(top, 0), Math.min(right, width), Math.min(bottom, height)], color }));
    const rules = onPage(this.#rules);
    const shown = tintRules(tints, onPage(this.#white), rules);
    return { rules: [...rules, ...shown.rules], bands: shown.bands };
  }

  #visit(element: XmlElement, matrix: Matrix, outer: Look, depth: number): void {
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
    const look = { ...outer, ...this.#resources.look(element) };
    if (name === "layer" || name === "pageblock") for (const child of element.children) this.#visit(child, matrix, look, depth);
    else if (name === "textobject") this.#text(element, within(element, matrix), look);
    else if (name === "pathobject") this.#path(element, within(element, matrix), look);
    else if (name === "imageobject") this.pictures.push(this.#imageBox(element, matrix));
    else if (name === "compositeobject" && depth < deepest) {
      const unit = this.#resources.units.get(attributeOf(element, "ResourceID") ?? "");
      const inner = within(element, matrix);
      for (const child of childOf(unit ?? null, "content")?.children ?? []) this.#visit(child, inner, look, depth + 1);
    }
  }

  #text(element: XmlElement, matrix: Matrix, { fill }: Look): void {
    const font = this.#resources.fonts.get(attributeOf(element, "Font") ?? "") ?? plainFont;
    const bold = font.bold || Number(attributeOf(element, "Weight") ?? 400) >= 600;
    const strip = { matrix, bold, tint: fill === undefined ? 0 : fill.color, run: this.#objects };
    for (const glyph of glyphsOf(element, strip, this.#limits.characters - this.glyphs.length)) this.glyphs.push({ ...glyph, text: shown(glyph.text, font) });
    if (this.glyphs.length >= this.#limits.characters) this.full = true;
  }

  #path(element: XmlElement, matrix: Matrix, look: Look): void {
    const data = childOf(element, "abbreviateddata")?.text ?? "";
    const stroke = attributeOf(element, "Stroke") !== "false";
    const fill = attributeOf(element, "Fill") === "true";
    const { rules, boxes, shape } = drawnBy(data, { stroke, fill }, matrix, longestPath);
    const ink = fill ? look.fill : look.stroke;
    const kept = ink?.color === white ? this.#white : this.#rules;
    for (const rule of rules) kept.push(rule);
    if (look.fill !== undefined && look.fill.color !== null && look.fill.color !== white) for (const box of boxes) this.#tints.push({ box, color: look.fill.color });
    if (shape) this.shapes++;
  }

  /** The matrix of an image takes the unit square to the box. */
  #imageBox(element: XmlElement, matrix: Matrix): Box {
    const [x = 0, y = 0, width = 0, height = 0] = numbersOf(attributeOf(element, "Boundary"));
    return transformBox(matrix, x, y, x + width, y + height);
  }
}

/** The part of a line that lies on the page: none or one. */
function cutRule({ axis, at, from, to }: Rule, width: number, height: number): Rule[] {
  const [across, along] = axis === "horizontal" ? [height, width] : [width, height];
  const [start, end] = [Math.max(from, 0), Math.min(to, along)];
  return at >= -1 && at <= across + 1 && start < end ? [{ axis, at, from: start, to: end }] : [];
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

function wordsIn(element: XmlElement): string {
  return nameOf(element) === "textcode" ? element.text : element.children.map(wordsIn).join("");
}
