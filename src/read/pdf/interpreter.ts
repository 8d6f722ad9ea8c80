/** Reads the operator list of a page: characters with boxes, ruling lines, places of images. One pass, in page coordinates. */
import type { Box } from "../../model/position.ts";
import type { Rule } from "../grid/ink.ts";
import type { ActualText } from "./actual-text.ts";
import type { Areas } from "./areas.ts";
import { tintRules } from "../grid/tints.ts";
import { edgesFrom, isList, isSheer, number, share } from "./arguments.ts";
import { colorFrom, type Color } from "./color.ts";
import type { Font } from "./fonts.ts";
import type { OperatorList } from "./library.ts";
import { MarkedContent } from "./marked-content.ts";
import { matrixFrom, multiply, transformBox, type Matrix } from "../grid/matrix.ts";
import { Painter, type Image } from "./painter.ts";
import { intersect, openState, openText, type GraphicsState, type TextPosition } from "./state.ts";
import { setString, type DrawnGlyph } from "./string.ts";

/** All that a page draws. */
export interface Drawing {
  readonly glyphs: DrawnGlyph[];
  /** Words that the file gives for characters it draws. */
  readonly actualTexts: ActualText[];
  readonly rules: Rule[];
  /** Coloured bands behind rows. */
  readonly bands: readonly Box[];
  /** What it paints besides words: fills, and pictures, also those that were not decoded. */
  readonly areas: Areas;
  /** How many filled shapes it draws that are more than a box. */
  readonly shapes: number;
  /** A word is written in a font that is not there or cannot be read. */
  readonly damagedFont: boolean;
}

type Arguments = readonly unknown[];
type Handler = (reader: OperatorReader, args: Arguments) => void;

/** Operators by name, and what they do. */
const handlers: Readonly<Record<string, Handler>> = {
  save: (reader) => reader.save(),
  restore: (reader) => reader.restore(),
  transform: (reader, args) => reader.transform(matrixFrom(args)),
  beginGroup: (reader, [group]) => reader.beginGroup(group),
  endGroup: (reader) => reader.restore(),
  paintFormXObjectBegin: (reader, args) => reader.beginForm(args),
  paintFormXObjectEnd: (reader) => reader.restore(),
  clip: (reader) => reader.awaitClip(),
  eoClip: (reader) => reader.awaitClip(),
  constructPath: (reader, args) => reader.path(args),
  setLineWidth: (reader, [width]) => void (reader.state.lineWidth = number(width)),
  setStrokeRGBColor: (reader, [color]) => void (reader.state.stroke = colorFrom(color)),
  setFillRGBColor: (reader, [color]) => reader.fillWith(colorFrom(color), false),
  setStrokeColorN: (reader) => void (reader.state.stroke = null),
  setFillColorN: (reader, args) => reader.fillWith(null, reader.drawsPicture(args)),
  shadingFill: (reader) => reader.shade(),
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
  beginMarkedContent: (reader, [tag]) => reader.beginMarked(tag, null, null),
  beginMarkedContentProps: (reader, [tag, properties, words]) => reader.beginMarked(tag, properties, words),
  endMarkedContent: (reader) => reader.endMarked(),
  paintImageXObject: (reader, [, , , left]) => reader.image({ sheer: isSheer(left), plain: false }),
  paintImageXObjectRepeat: (reader) => reader.image({ sheer: true, plain: false }),
  paintInlineImageXObject: (reader) => reader.image({ sheer: false, plain: false }),
  paintInlineImageXObjectGroup: (reader) => reader.image({ sheer: true, plain: false }),
  paintImageMaskXObject: (reader) => reader.image({ sheer: true, plain: false }),
  paintSolidColorImageMask: (reader) => reader.image({ sheer: false, plain: true }),
};

/** What the reader of operators must be told of the page. */
export interface PageSetting {
  /** From the file's coordinates to the page with its origin at the top left. */
  readonly matrix: Matrix;
  readonly width: number;
  readonly height: number;
  readonly fontOf: (id: string) => Font;
  /** Whether a layer of the file is switched off. */
  readonly isOff: (layer: unknown) => boolean;
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
  const reader = new OperatorReader(operators, setting);
  const { fnArray, argsArray } = list;
  for (let i = 0; i < fnArray.length; i++) {
    const code = fnArray[i] ?? -1;
    const args = argsArray[i];
    byNumber[code]?.(reader, isList(args) ? args : []);
  }
  return reader.drawing();
}

class OperatorReader {
  readonly #glyphs: DrawnGlyph[] = [];
  readonly #actualTexts: ActualText[] = [];
  readonly #painter: Painter;
  state: GraphicsState;
  text: TextPosition = openText();
  readonly #stack: GraphicsState[] = [];
  readonly marks: MarkedContent;
  readonly #setting: PageSetting;
  readonly #endPath: number | undefined;
  readonly #strokes: ReadonlySet<number | undefined>;
  readonly #fills: ReadonlySet<number | undefined>;
  readonly #evenOdds: ReadonlySet<number | undefined>;
  readonly #images: ReadonlySet<number | undefined>;
  #damagedFont = false;
  #run = 0;
  #clipNext = false;

  constructor(operators: Readonly<Record<string, number>>, setting: PageSetting) {
    this.#setting = setting;
    this.marks = new MarkedContent(setting.isOff);
    this.#painter = new Painter(setting.width, setting.height, setting.mostRules);
    this.state = openState(setting.matrix);
    const { stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke, fill, eoFill, endPath } = operators;
    this.#endPath = endPath;
    this.#strokes = new Set([stroke, closeStroke, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke]);
    this.#fills = new Set([fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke]);
    this.#images = new Set([operators["paintImageXObject"], operators["paintInlineImageXObject"], operators["paintImageMaskXObject"]]);
    this.#evenOdds = new Set([eoFill, eoFillStroke, closeEOFillStroke]);
  }

  drawing(): Drawing {
    const { rules, whiteRules, tints, areas, shapes } = this.#painter;
    const shown = tintRules(tints, whiteRules, rules);
    return { glyphs: this.#glyphs, actualTexts: this.#actualTexts, rules: [...rules, ...shown.rules], bands: shown.bands, areas, shapes, damagedFont: this.#damagedFont };
  }

  save(): void {
    if (this.#stack.length < 10_000) this.#stack.push({ ...this.state });
  }

  restore(): void {
    this.state = this.#stack.pop() ?? this.state;
  }

  transform(matrix: Matrix): void {
    this.state.matrix = multiply(this.state.matrix, matrix);
  }

  beginForm([matrix, box]: Arguments): void {
    this.save();
    if (matrix !== null && matrix !== undefined) this.transform(matrixFrom(matrix));
    const edges = edgesFrom(box);
    if (edges.length === 4) this.#clip(edges);
  }

  /** A transparency group starts afresh; what it holds is put on as it is put on itself. */
  beginGroup(options: unknown): void {
    this.save();
    const { fillAlpha, blended, masked, group } = this.state;
    const { bbox, matrix, smask } = typeof options === "object" && options !== null ? (options as Readonly<Record<string, unknown>>) : {};
    this.state.group = { alpha: fillAlpha, blended, masked, mask: group.mask || (smask !== null && smask !== undefined) };
    this.state.strokeAlpha = fillAlpha;
    const edges = edgesFrom(bbox);
    if (edges.length === 4) this.#clip(edges, matrix === null ? this.state.matrix : multiply(this.state.matrix, matrixFrom(matrix)));
  }

  awaitClip(): void {
    this.#clipNext = true;
  }

  path([paint, data, extent]: Arguments): void {
    if (this.#clipNext) {
      this.#clipNext = false;
      if (extent instanceof Float32Array && extent.length === 4) this.#clip(Array.from(extent));
    }
    if (typeof paint !== "number" || paint === this.#endPath || !this.#paints) return;
    const path: unknown = isList(data) ? data[0] : null;
    if (!(path instanceof Float32Array)) return;
    this.#painter.path(path, { strokes: this.#strokes.has(paint), fills: this.#fills.has(paint), evenOdd: this.#evenOdds.has(paint) }, this.state, this.#run);
  }

  /** Whether what comes is to be seen: no layer that is off, no shape of a mask. */
  get #paints(): boolean {
    return !this.marks.off && !this.state.group.mask;
  }

  shade(): void {
    if (this.#paints) this.#painter.shade(this.state, this.#run);
  }

  image(image: Image): void {
    if (this.#paints) this.#painter.image(image, this.state, this.#run);
  }

  #clip([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[], matrix = this.state.matrix): void {
    this.state.clip = intersect(this.state.clip, transformBox(matrix, x0, y0, x1, y1));
  }

  setGState(entries: unknown): void {
    for (const entry of isList(entries) ? entries : []) {
      if (!isList(entry)) continue;
      const [key, value] = entry;
      if (key === "LW") this.state.lineWidth = number(value);
      else if (key === "Font" && isList(value)) this.setFont(value[0], value[1]);
      else this.#setTransparency(key, value);
    }
  }

  fillWith(color: Color, picture: boolean): void {
    this.state.fill = color;
    this.state.fillsPicture = picture;
  }

  /** Whether a pattern has a picture in its tiles; it comes with the operators that draw one. */
  drawsPicture([kind, , tile]: Arguments): boolean {
    if (kind !== "TilingPattern" || typeof tile !== "object" || tile === null || !("fnArray" in tile) || !isList(tile.fnArray)) return false;
    return tile.fnArray.some((code) => this.#images.has(code as number));
  }

  #setTransparency(key: unknown, value: unknown): void {
    const { group } = this.state;
    if (key === "ca") this.state.fillAlpha = group.alpha * share(value);
    else if (key === "CA") this.state.strokeAlpha = group.alpha * share(value);
    else if (key === "BM") this.state.blended = group.blended || value !== "source-over";
    else if (key === "SMask") this.state.masked = group.masked || value !== false;
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

  beginMarked(tag: unknown, properties: unknown, words: unknown): void {
    this.marks.begin(tag, properties, typeof words === "string" ? { text: words, from: this.#glyphs.length } : null);
  }

  endMarked(): void {
    const words = this.marks.end();
    if (words !== null) this.#actualTexts.push({ ...words, to: this.#glyphs.length });
  }

  showText(items: unknown): void {
    if (this.state.font === null || !isList(items)) return;
    this.#run++;
    this.#damagedFont ||= this.state.font.damaged;
    setString(items, this.state.font, this.state, this.text, { artifact: this.marks.artifact, mark: this.marks.number, off: this.marks.off, run: this.#run, width: this.#setting.width, height: this.#setting.height, mostGlyphs: this.#setting.mostGlyphs }, this.#glyphs);
  }
}
