/** Reads the operator list of a page: characters with boxes, ruling lines, places of images. One pass, in page coordinates. */
import type { Direction, Rule, Type } from "../grid/ink.ts";
import type { Font } from "./fonts.ts";
import type { OperatorList } from "./library.ts";
import { matrixFrom, multiply, transformBox, type Matrix } from "./matrix.ts";
import { addBox, fillRules, strokeRules } from "./paths.ts";
import { intersect, openState, openText, type Clip, type GraphicsState, type TextPosition } from "./state.ts";

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

/** All that a page draws. */
export interface Drawing {
  readonly glyphs: DrawnGlyph[];
  readonly rules: Rule[];
  /** Boxes of images, also of those that were not decoded. */
  readonly images: (readonly [number, number, number, number])[];
  /** How many filled shapes it draws that are more than a box. */
  shapes: number;
}

type Arguments = readonly unknown[];
type Handler = (reader: PageReader, args: Arguments) => void;

/** Operators by name, and what they do. */
const handlers: Readonly<Record<string, Handler>> = {
  save: (reader) => reader.save(),
  restore: (reader) => reader.restore(),
  transform: (reader, args) => reader.transform(matrixFrom(args)),
  beginGroup: (reader) => reader.save(),
  endGroup: (reader) => reader.restore(),
  paintFormXObjectBegin: (reader, args) => reader.beginForm(args),
  paintFormXObjectEnd: (reader) => reader.restore(),
  clip: (reader) => reader.awaitClip(),
  eoClip: (reader) => reader.awaitClip(),
  constructPath: (reader, args) => reader.path(args),
  setLineWidth: (reader, [width]) => void (reader.state.lineWidth = number(width)),
  setStrokeRGBColor: (reader, args) => void (reader.state.strokeWhite = isWhite(args)),
  setFillRGBColor: (reader, args) => void (reader.state.fillWhite = isWhite(args)),
  setStrokeColorN: (reader) => void (reader.state.strokeWhite = false),
  setFillColorN: (reader) => void (reader.state.fillWhite = false),
  setGState: (reader, [entries]) => reader.setGState(entries),
  beginText: (reader) => void (reader.text = openText()),
  setTextMatrix: (reader, [matrix]) => void (reader.text = { ...openText(), matrix: matrixFrom(matrix) }),
  moveText: (reader, [x, y]) => reader.moveText(number(x), number(y)),
  setLeadingMoveText: (reader, [x, y]) => {
    reader.state.leading = number(y);
    reader.moveText(number(x), number(y));
  },
  nextLine: (reader) => reader.moveText(0, reader.state.leading),
  setLeading: (reader, [leading]) => void (reader.state.leading = -number(leading)),
  setCharSpacing: (reader, [spacing]) => void (reader.state.characterSpacing = number(spacing)),
  setWordSpacing: (reader, [spacing]) => void (reader.state.wordSpacing = number(spacing)),
  setHScale: (reader, [scale]) => void (reader.state.horizontalScale = number(scale) / 100),
  setTextRise: (reader, [rise]) => void (reader.state.rise = number(rise)),
  setTextRenderingMode: (reader, [mode]) => void (reader.state.renderingMode = number(mode)),
  setFont: (reader, [id, size]) => reader.setFont(id, size),
  showText: (reader, [glyphs]) => reader.showText(glyphs),
  beginMarkedContent: (reader, [tag]) => reader.beginMarked(tag),
  beginMarkedContentProps: (reader, [tag]) => reader.beginMarked(tag),
  endMarkedContent: (reader) => reader.endMarked(),
  paintImageXObject: (reader) => reader.image(),
  paintImageXObjectRepeat: (reader) => reader.image(),
  paintInlineImageXObject: (reader) => reader.image(),
  paintInlineImageXObjectGroup: (reader) => reader.image(),
  paintImageMaskXObject: (reader) => reader.image(),
  paintSolidColorImageMask: (reader) => reader.image(),
};

/** What the reader of operators must be told of the page. */
export interface PageSetting {
  /** From the file's coordinates to the page with its origin at the top left. */
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
  readonly fontOf: (id: string) => Font;
  /** More characters than this are left out. */
  readonly mostGlyphs: number;
  /** More pieces of lines than this are left out. */
  readonly mostRules: number;
}

/** Reads an operator list. `operators` gives the number of each operator by name. */
export function interpret(list: OperatorList, operators: Readonly<Record<string, number>>, setting: PageSetting): Drawing {
  const byNumber: (Handler | undefined)[] = [];
  for (const [name, handler] of Object.entries(handlers)) {
    const code = operators[name];
    if (code !== undefined) byNumber[code] = handler;
  }
  const reader = new PageReader(operators, setting);
  const { fnArray, argsArray } = list;
  const { save, transform, restore } = operators;
  for (let i = 0; i < fnArray.length; i++) {
    const code = fnArray[i] ?? -1;
    const args = argsArray[i];
    byNumber[code]?.(reader, isList(args) ? args : []);
    // An image that was not decoded leaves nothing but its frame.
    if (code === restore && fnArray[i - 1] === transform && fnArray[i - 2] === save) reader.lostImage();
  }
  return reader.drawing;
}

class PageReader {
  readonly drawing: Drawing = { glyphs: [], rules: [], images: [], shapes: 0 };
  state: GraphicsState;
  text: TextPosition = openText();
  readonly #stack: GraphicsState[] = [];
  readonly #marks: boolean[] = [];
  readonly #setting: PageSetting;
  readonly #operators: Readonly<Record<string, number>>;
  readonly #strokes: ReadonlySet<number | undefined>;
  readonly #fills: ReadonlySet<number | undefined>;
  #artifacts = 0;
  #run = 0;
  #clipNext = false;
  #left: Matrix;

  constructor(operators: Readonly<Record<string, number>>, setting: PageSetting) {
    this.#operators = operators;
    this.#setting = setting;
    this.#left = setting.matrix;
    this.state = openState(setting.matrix);
    const { stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke, fill, eoFill } = operators;
    this.#strokes = new Set([stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke]);
    this.#fills = new Set([fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke]);
  }

  save(): void {
    if (this.#stack.length < 10_000) this.#stack.push({ ...this.state });
  }

  restore(): void {
    this.#left = this.state.matrix;
    this.state = this.#stack.pop() ?? this.state;
  }

  transform(matrix: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, matrix);
  }

  beginForm([matrix, box]: Arguments): void {
    this.save();
    if (matrix !== null && matrix !== undefined) this.transform(matrixFrom(matrix));
    const edges = isList(box) || box instanceof Float32Array ? Array.from(box as ArrayLike<unknown>, number) : [];
    if (edges.length === 4) this.#clip(edges);
  }

  awaitClip(): void {
    this.#clipNext = true;
  }

  path([paint, data, extent]: Arguments): void {
    if (this.#clipNext) {
      this.#clipNext = false;
      if (extent instanceof Float32Array && extent.length === 4) this.#clip(Array.from(extent));
    }
    if (typeof paint !== "number" || paint === this.#operators["endPath"]) return;
    const path: unknown = isList(data) ? data[0] : null;
    if (!(path instanceof Float32Array) || this.drawing.rules.length >= this.#setting.mostRules) return;
    const { matrix, clip, strokeWhite, fillWhite } = this.state;
    if (this.#strokes.has(paint) && !strokeWhite && this.#lineWidth() <= 6) strokeRules(path, matrix, clip, this.drawing.rules);
    if (this.#fills.has(paint) && !fillWhite) {
      if (path.length > 30) this.drawing.shapes++;
      fillRules(path, matrix, clip, this.drawing.rules);
    }
  }

  #lineWidth(): number {
    const [a, b, c, d] = this.state.matrix;
    return this.state.lineWidth * Math.sqrt(Math.abs(a * d - b * c));
  }

  #clip([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): void {
    this.state.clip = intersect(this.state.clip, transformBox(this.state.matrix, x0, y0, x1, y1));
  }

  image(): void {
    const box = transformBox(this.state.matrix, 0, 0, 1, 1);
    if (!this.state.fillWhite && this.drawing.rules.length < this.#setting.mostRules) addBox(box, this.state.clip, this.drawing.rules);
    this.drawing.images.push(box);
  }

  lostImage(): void {
    this.drawing.images.push(transformBox(this.#left, 0, 0, 1, 1));
  }

  setGState(entries: unknown): void {
    for (const entry of isList(entries) ? entries : []) {
      if (!isList(entry)) continue;
      const [key, value] = entry;
      if (key === "LW") this.state.lineWidth = number(value);
      else if (key === "Font" && isList(value)) this.setFont(value[0], value[1]);
    }
  }

  moveText(x: number, y: number): void {
    this.text.x = this.text.lineX += x;
    this.text.y = this.text.lineY += y;
  }

  setFont(id: unknown, size: unknown): void {
    if (typeof id !== "string") return;
    this.state.fontId = id;
    this.state.font = this.#setting.fontOf(id);
    this.state.fontSize = number(size);
  }

  beginMarked(tag: unknown): void {
    const name = typeof tag === "object" && tag !== null && "name" in tag ? tag.name : tag;
    const artifact = name === "Artifact";
    this.#marks.push(artifact);
    if (artifact) this.#artifacts++;
  }

  endMarked(): void {
    if (this.#marks.pop() === true) this.#artifacts--;
  }

  showText(items: unknown): void {
    const { font, fontSize, characterSpacing, wordSpacing, horizontalScale } = this.state;
    if (font === null || !isList(items)) return;
    const unit = font.matrix[0] * fontSize;
    this.#run++;
    const pen = this.#pen(font);
    let at = 0;
    for (const item of items) {
      if (typeof item === "number") {
        at += ((font.vertical ? 1 : -1) * item * fontSize) / 1000;
        continue;
      }
      if (typeof item !== "object" || item === null) continue;
      const glyph = item as { readonly unicode?: unknown; readonly width?: unknown; readonly isSpace?: unknown; readonly vmetric?: unknown };
      const metrics = font.vertical && isList(glyph.vmetric) ? glyph.vmetric : font.verticalMetrics;
      const width = font.vertical ? -number(metrics[0]) : number(glyph.width);
      const spacing = (glyph.isSpace === true ? wordSpacing : 0) + characterSpacing;
      const text = typeof glyph.unicode === "string" ? glyph.unicode : "";
      if (text !== "") pen(text, at, width * unit, number(metrics[1]) * unit, number(metrics[2]) * unit);
      at += width * unit + (font.vertical ? -spacing : spacing);
    }
    if (font.vertical) this.text.y -= at;
    else this.text.x += at * horizontalScale;
  }

  /** Draws characters `at` some way along the line; what does not depend on the character is worked out once. */
  #pen(font: Font): (text: string, at: number, width: number, vx: number, vy: number) => void {
    const { state, text: position, drawing } = this;
    const matrix = multiply(state.matrix, position.matrix);
    const [a, b, c, d] = matrix;
    const em = state.fontSize * font.em;
    const height = Math.hypot(c, d);
    const size = Math.round(Math.abs(em) * height * 100) / 100;
    const sign = em < 0 ? -1 : 1;
    const { baseline, slanted } = heading(a * sign, b * sign);
    const direction = font.vertical ? turned(baseline) : baseline;
    const { clip, rise, horizontalScale: scale, fontId, renderingMode } = state;
    const type: DrawnType = { size, direction, artifact: this.#artifacts > 0, baseline, slanted, invisible: renderingMode === 3, fontId, font, run: this.#run };
    const bold = font.bold || renderingMode === 2;
    const ascent = 0.88 * em * font.up;
    const descent = -0.12 * em * font.up;
    const [[clipLeft, clipTop, clipRight, clipBottom], most] = [this.#pageClip(clip), this.#setting.mostGlyphs];
    const [x, y] = [position.x, position.y + rise];
    const put = (text: string, left: number, top: number, right: number, bottom: number): void => {
      const middle = (left + right) / 2;
      const centre = (top + bottom) / 2;
      drawing.glyphs.push({ text, left, top, right, bottom, bold, type, clipped: middle < clipLeft || middle > clipRight || centre < clipTop || centre > clipBottom });
    };
    if (!font.vertical && b === 0 && c === 0) {
      // Nearly all text of nearly all files: upright, and worked out without further ado.
      const [one, other] = [d * (y + ascent) + matrix[5], d * (y + descent) + matrix[5]];
      const [top, bottom] = [Math.min(one, other), Math.max(one, other)];
      return (text, at, width) => {
        if (drawing.glyphs.length >= most) return;
        const start = a * (x + at * scale) + matrix[4];
        const end = start + a * width * scale;
        put(text, start < end ? start : end, top, start < end ? end : start, bottom);
      };
    }
    return (text, at, width, vx, vy) => {
      if (drawing.glyphs.length >= most) return;
      const [left, top, right, bottom] = font.vertical
        ? transformBox(matrix, x - vx * scale, y - at - width, x + vx * scale, y - at - vy + 0.88 * em)
        : transformBox(matrix, x + at * scale, y + descent, x + (at + width) * scale, y + ascent);
      put(text, left, top, right, bottom);
    };
  }

  #pageClip(clip: Clip): Clip {
    return intersect([clip[0] - 1, clip[1] - 1, clip[2] + 1, clip[3] + 1], [0, 0, this.#setting.width, this.#setting.height]);
  }
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

function isWhite([color]: Arguments): boolean {
  return color === "#ffffff";
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function number(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}
