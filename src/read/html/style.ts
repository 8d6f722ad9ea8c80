/** What inline CSS and attributes say about the look of an element, as far as a reader needs it. */
import type { Paragraph } from "../../model/document.ts";
import { attribute, type MarkupElement } from "./markup.ts";

/** Null where the element says nothing. */
export interface Style {
  /** Not shown: display:none, visibility:hidden, mso-hide:all. */
  readonly hidden: boolean;
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
  hidden: false, display: null, align: null, bold: null, breakBefore: false, breakAfter: false, listStyle: null, flat: false,
};

/** Reads style attributes, each wording once: pasted Word markup repeats them by the thousand. */
export class Styles {
  readonly #known = new Map<string, Style>();

  of(element: MarkupElement): Style {
    const css = element.attribs["style"];
    if (css === undefined) return plain;
    const known = this.#known.get(css);
    if (known !== undefined) return known;
    const style = readStyle(css);
    this.#known.set(css, style);
    return style;
  }
}

function readStyle(css: string): Style {
  const style = { ...plain };
  for (const declaration of css.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon === -1) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important/iu, "").trim().toLowerCase();
    apply(style, declaration.slice(0, colon).trim().toLowerCase(), value);
  }
  return style;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function apply(style: Writable<Style>, property: string, value: string): void {
  switch (property) {
    case "display":
      style.display = value;
      style.hidden = style.hidden || value === "none";
      break;
    case "visibility":
      style.hidden = style.hidden || value === "hidden" || value === "collapse";
      break;
    case "mso-hide":
      style.hidden = style.hidden || value === "all";
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
