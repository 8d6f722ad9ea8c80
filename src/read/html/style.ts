/** What CSS and attributes say about the look of an element, as far as a reader needs it. */
import type { Paragraph } from "../../model/document.ts";
import { attribute, type MarkupElement } from "./markup.ts";
import type { Stylesheet } from "./stylesheet.ts";

/** Null where the element says nothing. */
export interface Style {
  /** Takes no room: display:none, mso-hide:all. A script may show it. Null when nothing is said. */
  readonly gone: boolean | null;
  /** visibility:hidden. A script may show it. */
  readonly invisible: boolean | null;
  /** Shown where nobody sees it: off the page, clipped to nothing. */
  readonly unseen: boolean;
  /** Wholly transparent; the last word on opacity counts. */
  readonly transparent: boolean | null;
  /** Letters of no size; inherited until an element inside states a size. */
  readonly tiny: boolean | null;
  /** White letters; inherited until an element inside states a colour. */
  readonly white: boolean | null;
  /** A colour or picture behind the words. */
  readonly backed: boolean;
  readonly struck: boolean | null;
  /** Above the line. */
  readonly raised: boolean | null;
  readonly display: string | null;
  readonly align: Paragraph["align"];
  readonly bold: boolean | null;
  readonly breakBefore: boolean;
  readonly breakAfter: boolean;
  readonly listStyle: string | null;
  /** Height 0: the spacer rows of Word. */
  readonly flat: boolean;
}

const plain: Style = {
  gone: null, invisible: null, unseen: false, transparent: null, tiny: null, white: null, backed: false, struck: null, raised: null, display: null, align: null, bold: null, breakBefore: false, breakAfter: false, listStyle: null, flat: false,
};

/** Reads style attributes and the rules of the page, each wording once: pasted Word markup repeats them by the thousand. */
export class Styles {
  readonly #known = new Map<string, Style>();
  readonly #sheet: Stylesheet;

  constructor(sheet: Stylesheet) {
    this.#sheet = sheet;
  }

  of(element: MarkupElement): Style {
    const own = element.attribs["style"] ?? "";
    const ruled = this.#sheet.declarations(element);
    if (own === "" && ruled === "") return plain;
    const key = `${ruled}\u0000${own}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const style = readStyle(own, ruled === "" ? plain : seenOnly(readStyle(ruled, plain)));
    this.#known.set(key, style);
    return style;
  }
}

/** Of the rules of a page only those are taken that say whether words are seen: layouts are told by their elements. */
function seenOnly({ gone, invisible, unseen, transparent, tiny, white, backed, struck, raised }: Style): Style {
  return { ...plain, gone, invisible, unseen, transparent, tiny, white, backed, struck, raised };
}

/** Whether words are shown where or so that nobody sees them. */
export function isUnseen({ unseen, transparent }: Style): boolean {
  return unseen || transparent === true;
}

function readStyle(css: string, base: Style): Style {
  const style = { ...base };
  const box: Box = { out: false, moved: false, shifted: false, laidOut: false, thin: false, cut: false };
  for (const declaration of css.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon === -1) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important/iu, "").trim().toLowerCase();
    const property = declaration.slice(0, colon).trim().toLowerCase();
    apply(style, property, value);
    placeBox(box, property, value);
  }
  if ((box.moved && box.out) || (box.shifted && !box.laidOut) || (box.thin && box.cut)) style.unseen = true;
  return style;
}

/** Where a box stands: out of sight, or so small that nothing of it shows. */
interface Box {
  /** Its sides are far off, which counts where its position is not static. */
  out: boolean;
  moved: boolean;
  /** A margin draws it off the page; columns and boxes centred by half their width are drawn back by margins too. */
  shifted: boolean;
  laidOut: boolean;
  thin: boolean;
  cut: boolean;
}

function placeBox(box: Box, property: string, value: string): void {
  if (property === "position") box.moved = /^(?:absolute|fixed|relative)$/u.test(value);
  else if (property === "float") box.laidOut ||= value !== "none";
  else if (property === "margin-left" || property === "margin") box.shifted = isDrawnOff(property, value);
  else if (/^(?:left|top|right|bottom)$/u.test(property)) {
    box.out ||= farOff(value);
    box.laidOut ||= /^[1-9][\d.]*%$/u.test(value);
  }
  else if (property === "inset") box.out ||= value.split(/\s+/u).some((side) => farOff(side));
  else if (/^(?:max-)?(?:width|height)$/u.test(property)) box.thin ||= /^[01](?:\.0+)?px$|^0[a-z%]*$/u.test(value);
  else if (/^overflow(?:-[xy])?$/u.test(property)) box.cut ||= value === "hidden" || value === "clip";
}

/** Whether the left of a margin is far off; a share of the page is a column's. */
function isDrawnOff(property: string, value: string): boolean {
  const sides = value.split(/\s+/u);
  const left = (property === "margin" ? (sides[3] ?? sides[1] ?? sides[0]) : value) ?? "";
  return farOff(left, 1000) && !left.endsWith("%");
}

/** 500 pixels or more to the left or above: beyond any indent. Margins also lay out columns, of less than 1000 pixels. */
function farOff(value: string, least = 500): boolean {
  const [, number = "0", unit = "px"] = /^(-\d+(?:\.\d+)?)(px|pt|em|rem|cm|mm|in|%|vw|vh)?$/u.exec(value) ?? [];
  const pixels = Number(number) * (unit === "em" || unit === "rem" ? 16 : unit === "cm" ? 38 : unit === "in" ? 96 : unit === "mm" ? 3.8 : unit === "%" || unit.startsWith("v") ? 10 : 1);
  return pixels <= -least;
}

/** Whether a transform moves far off; shares are of the box itself and centre it. */
function isMovedOff(transform: string): boolean {
  const [, lengths = ""] = /^translate(?:[xy]|3d)?\(([^)]*)\)/u.exec(transform) ?? [];
  return lengths.split(",").slice(0, 2).some((length) => farOff(length.trim()) && !length.trim().endsWith("%"));
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function apply(style: Writable<Style>, property: string, value: string): void {
  switch (property) {
    case "display":
      style.display = value;
      style.gone = value === "none";
      break;
    case "visibility":
      style.invisible = value === "hidden" || value === "collapse";
      break;
    case "mso-hide":
      style.gone = value === "all" || style.gone;
      break;
    case "opacity":
      style.transparent = /^(?:0|0?\.0\d*|0%)$/u.test(value);
      break;
    case "filter":
      style.unseen ||= /opacity\s*[(=:]\s*0\s*[)%]/u.test(value);
      break;
    case "clip":
    case "clip-path":
      style.unseen ||= /^rect\(\s*(?:[01](?:px)?[\s,]*){4}\)$|^inset\((?:100|[5-9]\d)(?:\.\d+)?%|^polygon\((?:0[a-z%]* 0[a-z%]*(?:, ?)?)+\)$|^(?:circle|ellipse)\(0[a-z%]*[ )]/u.test(value);
      break;
    case "transform":
      style.unseen ||= /^scale[xy3]?d?\(\s*0(?:\.0+)?\s*[,)]/u.test(value) || isMovedOff(value);
      break;
    case "text-indent":
    case "letter-spacing":
      style.unseen ||= farOff(value);
      break;
    case "content-visibility":
      style.unseen ||= value === "hidden";
      break;
    case "zoom":
      style.unseen ||= /^0(?:\.0\d*)?%?$/u.test(value);
      break;
    case "font-size":
      style.tiny = inherits(value) ? null : isTiny(value);
      break;
    case "font":
      if (inherits(value)) style.tiny = null;
      else style.tiny = tinyFont(value) ?? style.tiny;
      break;
    case "color":
      style.white = /^(?:#fff(?:f{1,5})?|white|transparent|rgba?\(\s*(?:255|100%)(?:\s*,\s*|\s+)(?:255|100%)(?:\s*,\s*|\s+)(?:255|100%)(?![\d.]).*|hsla?\([^,]{1,12},[^,]{1,12},\s*100%.*|rgba\(.*,\s*0(?:\.0+)?\s*\))$/u.test(value);
      break;
    case "background":
    case "background-color":
    case "background-image":
      style.backed = !/^(?:none|transparent|inherit|initial|unset|#fff(?:f{3})?|white|rgba?\(\s*255\s*,\s*255\s*,\s*255\b.*)$/u.test(value);
      break;
    case "text-decoration":
    case "text-decoration-line":
      style.struck = value.includes("line-through");
      break;
    case "vertical-align":
      style.raised = value === "super" || value === "text-top";
      break;
    case "text-align":
      style.align = alignment(value);
      break;
    case "font-weight":
      style.bold = /^bold/u.test(value) || Number(value) >= 600;
      break;
    case "page-break-before":
    case "break-before":
      style.breakBefore = breaks(value);
      break;
    case "page-break-after":
    case "break-after":
      style.breakAfter = breaks(value);
      break;
    case "list-style":
    case "list-style-type":
      style.listStyle = value;
      break;
    case "height":
      style.flat = /^0(?:\.0+)?(?:px|pt|cm|mm|in|em)?$/u.test(value);
      break;
  }
}

/** Whether a value of what is inherited says what the element outside says. */
function inherits(value: string): boolean {
  return /^(?:inherit|unset|revert|revert-layer)$/u.test(value);
}

/** Whether the size in a `font` is tiny: what stands before `/`, else the last length before the family. Null where it states none. */
function tinyFont(font: string): boolean | null {
  if (/^(?:initial|caption|icon|menu|message-box|small-caption|status-bar)$/u.test(font)) return false;
  const [words = ""] = font.split(/["']/u);
  const slash = words.indexOf("/");
  const parts = (slash === -1 ? words : words.slice(0, slash)).trim().split(/\s+/u);
  const before = slash === -1 && words === font ? parts.slice(0, -1) : parts;
  const size = slash === -1 ? before.findLast((part) => fontSize.test(part)) : before.at(-1);
  return size === undefined ? null : isTiny(size);
}

/** A size by itself: a length, a share, 0 or a word; a weight has no unit and a slant is an angle. */
const fontSize = /^\+?(?:(?:\d+(?:\.\d+)?|\.\d+)(?!deg|grad|rad|turn)[a-z%]+|0+(?:\.0+)?|(?:x{1,3}-)?(?:small|large)|medium|smaller|larger)$/u;

/** Letters of no size, or of a point. */
function isTiny(size: string): boolean {
  return /^\+?(?:0+(?:\.0+)?[a-z%]*|(?:[01](?:\.\d+)?|\.\d+)(?:px|pt)|0?\.0\d*(?:r?em|%|cm|mm|in))$/u.test(size);
}

function breaks(value: string): boolean {
  return value === "always" || value === "page" || value === "left" || value === "right";
}

/** The alignment that a CSS value or an `align` attribute names, null for others. */
function alignment(value: string): Paragraph["align"] {
  switch (value.trim().toLowerCase()) {
    case "left":
    case "start":
      return "left";
    case "center":
    case "middle":
    case "-webkit-center":
      return "center";
    case "right":
    case "end":
      return "right";
    case "justify":
      return "justify";
    default:
      return null;
  }
}

/** What an element's tag or `align` attribute says; on a table it places the table, not its text. */
export function alignOf(element: MarkupElement): Paragraph["align"] {
  if (element.name === "center") return "center";
  const value = attribute(element, "align");
  return value === null || element.name === "table" ? null : alignment(value);
}
