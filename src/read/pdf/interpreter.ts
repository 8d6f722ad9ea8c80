/** Reads the operator list of a page: characters with boxes, ruling lines, places of images. One pass, in page coordinates. */
import type { Rule } from "../grid/ink.ts";
import type { Font } from "./fonts.ts";
import type { OperatorList } from "./library.ts";
import { matrixFrom, multiply, transformBox, type Matrix } from "./matrix.ts";
import { addBox, fillRules, strokeRules } from "./paths.ts";
import { intersect, openState, openText, type GraphicsState, type TextPosition } from "./state.ts";
import { number, setString, type DrawnGlyph } from "./string.ts";

/** All that a page draws. */
export interface Drawing {
  readonly glyphs: DrawnGlyph[];
  readonly rules: Rule[];
  /** Boxes of images, also of those that were not decoded. */
  readonly images: (readonly [number, number, number, number])[];
  /** How many filled shapes it draws that are more than a box. */
  shapes: number;
  /** A word is written in a font that is not there or cannot be read. */
  damagedFont: boolean;
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
  beginMarkedContent: (reader, [tag]) => reader.beginMarked(tag, null),
  beginMarkedContentProps: (reader, [tag, number]) => reader.beginMarked(tag, number),
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
  readonly drawing: Drawing = { glyphs: [], rules: [], images: [], shapes: 0, damagedFont: false };
  state: GraphicsState;
  text: TextPosition = openText();
  readonly #stack: GraphicsState[] = [];
  readonly #marks: { readonly artifact: boolean; readonly before: number | null }[] = [];
  readonly #setting: PageSetting;
  readonly #operators: Readonly<Record<string, number>>;
  readonly #strokes: ReadonlySet<number | undefined>;
  readonly #fills: ReadonlySet<number | undefined>;
  #artifacts = 0;
  #mark: number | null = null;
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

  beginMarked(tag: unknown, mark: unknown): void {
    const name = typeof tag === "object" && tag !== null && "name" in tag ? tag.name : tag;
    const artifact = name === "Artifact";
    this.#marks.push({ artifact, before: this.#mark });
    if (typeof mark === "number") this.#mark = mark;
    if (artifact) this.#artifacts++;
  }

  endMarked(): void {
    const ended = this.#marks.pop();
    if (ended === undefined) return;
    this.#mark = ended.before;
    if (ended.artifact) this.#artifacts--;
  }

  showText(items: unknown): void {
    if (this.state.font === null || !isList(items)) return;
    this.#run++;
    this.drawing.damagedFont ||= this.state.font.damaged;
    setString(items, this.state.font, this.state, this.text, { artifact: this.#artifacts > 0, mark: this.#mark, run: this.#run, width: this.#setting.width, height: this.#setting.height, mostGlyphs: this.#setting.mostGlyphs }, this.drawing.glyphs);
  }
}

function isWhite([color]: Arguments): boolean {
  return color === "#ffffff";
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
