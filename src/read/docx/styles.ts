/** Styles with what they inherit (ISO/IEC 29500-1, 17.7): only what a reader of text needs. */
import type { Paragraph } from "../../model/document.ts";
import type { XmlElement } from "../xml.ts";

/** Look of characters; null where nothing is said. */
export interface RunLook {
  readonly bold: boolean | null;
  readonly hidden: boolean | null;
  /** Struck out, once or twice. */
  readonly struck: boolean | null;
  /** Of a size that nobody can read. */
  readonly tiny: boolean | null;
  readonly white: boolean | null;
  /** A colour behind the letters. */
  readonly backed: boolean | null;
  /** `w:vertAlign`: above the line. */
  readonly raised: boolean | null;
  /** Typeface for Chinese characters. */
  readonly font: string | null;
}

/** A paragraph style with all that it inherits. */
export interface ParagraphStyle {
  readonly names: readonly string[];
  readonly numId: string | null;
  /** Id of the style that states the numbering: list levels are linked to it. */
  readonly numStyle: string | null;
  readonly level: number | null;
  /** 0 is the first level, 9 body text. */
  readonly outline: number | null;
  readonly align: Paragraph["align"];
  readonly breakBefore: boolean | null;
  readonly look: RunLook;
}

/** Word itself allows far fewer styles based on each other. */
const longestChain = 64;

const plainLook: RunLook = { bold: null, hidden: null, struck: null, tiny: null, white: null, backed: null, raised: null, font: null };
const plainParagraph: ParagraphStyle = { names: [], numId: null, numStyle: null, level: null, outline: null, align: null, breakBefore: null, look: plainLook };

/** The styles of a document. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #paragraphs = new Map<string, ParagraphStyle>();
  readonly #looks = new Map<string, RunLook>();
  readonly #base: ParagraphStyle;
  readonly #default: ParagraphStyle;

  constructor(root: XmlElement | null) {
    let defaultId = "";
    for (const style of root?.children ?? []) {
      if (style.name !== "w:style") continue;
      const id = style.attributes["w:styleId"] ?? "";
      this.#elements.set(id, style);
      if (style.attributes["w:type"] === "paragraph" && isOn(style.attributes["w:default"] ?? "0")) defaultId = id;
    }
    const defaults = root?.child("w:docDefaults") ?? null;
    const look = readLook(defaults?.child("w:rPrDefault")?.child("w:rPr") ?? null);
    this.#base = extend(plainParagraph, { properties: defaults?.child("w:pPrDefault")?.child("w:pPr") ?? null, look, name: "", id: null });
    this.#default = this.#elements.has(defaultId) ? this.#resolve(defaultId) : this.#base;
  }

  /** The style of a paragraph, by id; the default style for null and for unknown ids. */
  paragraph(id: string | null): ParagraphStyle {
    if (id === null || !this.#elements.has(id)) return this.#default;
    const known = this.#paragraphs.get(id);
    if (known !== undefined) return known;
    const style = this.#resolve(id);
    this.#paragraphs.set(id, style);
    return style;
  }

  /** The look that a character style gives. */
  character(id: string | null): RunLook {
    if (id === null) return plainLook;
    const known = this.#looks.get(id);
    if (known !== undefined) return known;
    const look = this.#chain(id).reduce((inherited, style) => overlay(inherited, readLook(style.child("w:rPr"))), plainLook);
    this.#looks.set(id, look);
    return look;
  }

  /** Whether a style, or one that it is based on, shades anything: a paragraph, a table or some of its rows. */
  shades(id: string | null): boolean {
    return id !== null && this.#chain(id).some(holdsShading);
  }

  #resolve(id: string): ParagraphStyle {
    return this.#chain(id).reduce(
      (inherited, style) =>
        extend(inherited, {
          properties: style.child("w:pPr"),
          look: readLook(style.child("w:rPr")),
          name: style.valueOf("w:name") ?? "",
          id: style.attributes["w:styleId"] ?? null,
        }),
      this.#base,
    );
  }

  /** A style and those it is based on, the outermost first. A ring is cut. */
  #chain(id: string): XmlElement[] {
    const chain: XmlElement[] = [];
    for (let at: string | null = id; at !== null && chain.length < longestChain; ) {
      const style = this.#elements.get(at);
      if (style === undefined || chain.includes(style)) break;
      chain.push(style);
      at = style.valueOf("w:basedOn");
    }
    return chain.reverse();
  }
}

function holdsShading(element: XmlElement): boolean {
  return element.name === "w:shd" ? isShaded(element) : element.children.some(holdsShading);
}

/** What one style says by itself. */
interface Stated {
  readonly properties: XmlElement | null;
  readonly look: RunLook;
  readonly name: string;
  readonly id: string | null;
}

function extend(base: ParagraphStyle, { properties, look, name, id }: Stated): ParagraphStyle {
  const numbering = properties?.child("w:numPr") ?? null;
  const numId = numbering?.valueOf("w:numId") ?? null;
  return {
    names: name === "" ? base.names : [...base.names, name],
    numId: numId ?? base.numId,
    numStyle: numId === null ? base.numStyle : id,
    level: integer(numbering?.valueOf("w:ilvl") ?? null) ?? base.level,
    outline: outlineOf(properties, name) ?? base.outline,
    align: alignment(properties?.valueOf("w:jc") ?? null) ?? base.align,
    breakBefore: toggle(properties, "w:pageBreakBefore") ?? base.breakBefore,
    look: overlay(base.look, look),
  };
}

/** The level that properties state, or that of a built-in heading style, whose name says it in Word and WPS. */
function outlineOf(properties: XmlElement | null, name: string): number | null {
  const stated = integer(properties?.valueOf("w:outlineLvl") ?? null);
  if (stated !== null) return stated;
  const heading = /^(?:heading|标题) ?([1-9])$/iu.exec(name)?.[1];
  return heading === undefined ? null : Number(heading) - 1;
}

function overlay(base: RunLook, over: RunLook): RunLook {
  if (over === plainLook) return base;
  return {
    bold: over.bold ?? base.bold,
    hidden: over.hidden ?? base.hidden,
    struck: over.struck ?? base.struck,
    tiny: over.tiny ?? base.tiny,
    white: over.white ?? base.white,
    backed: over.backed ?? base.backed,
    raised: over.raised ?? base.raised,
    font: over.font ?? base.font,
  };
}

/** What run properties say by themselves. */
export function readLook(properties: XmlElement | null): RunLook {
  if (properties === null || properties.children.length === 0) return plainLook;
  const position = properties.valueOf("w:vertAlign");
  return {
    bold: toggle(properties, "w:b"),
    hidden: toggle(properties, "w:vanish"),
    struck: either(toggle(properties, "w:strike"), toggle(properties, "w:dstrike")),
    tiny: isTiny(properties.valueOf("w:sz")),
    white: isWhite(properties.child("w:color")),
    backed: isBacked(properties),
    raised: position === null ? drawnUp(properties) : position === "superscript",
    font: properties.child("w:rFonts")?.attributes["w:eastAsia"] ?? null,
  };
}

/** Letters that are drawn up by 4 points or more (8 half-points) stand like a superscript; less only mends a line. Null: nothing is said. */
function drawnUp(properties: XmlElement): boolean | null {
  return Number(properties.valueOf("w:position") ?? 0) >= 8 ? true : null;
}

/** Letters of 2 points (4 half-points) or less. */
function isTiny(size: string | null): boolean | null {
  const halves = integer(size);
  return halves === null ? null : halves <= 4;
}

/** White by value, or by the theme's first background; a colour that is left to the program stands out from what is behind it. */
function isWhite(color: XmlElement | null): boolean | null {
  if (color === null) return null;
  const { "w:val": value = "auto", "w:themeColor": theme = "", "w:themeShade": shade } = color.attributes;
  return /^(?:background1|bg1|light1|lt1)$/u.test(theme) ? shade === undefined : /^FFFFFF$/iu.test(value);
}

/** Whether properties put a colour behind letters: shading or a marker pen. Null: nothing is said. */
function isBacked(properties: XmlElement): boolean | null {
  const [shading, marker] = [properties.child("w:shd"), properties.valueOf("w:highlight")];
  return shading === null && marker === null ? null : (shading !== null && isShaded(shading)) || !/^(?:none|white)$/u.test(marker ?? "none");
}

/** Whether a `w:shd` paints anything but white. */
export function isShaded(shading: XmlElement): boolean {
  const { "w:fill": fill = "auto", "w:themeFill": theme = "", "w:val": pattern = "clear" } = shading.attributes;
  return theme !== "" || !/^(?:auto|FFFFFF)$/iu.test(fill) || !/^(?:clear|nil)$/u.test(pattern);
}

function either(one: boolean | null, other: boolean | null): boolean | null {
  return one === null || other === null ? (one ?? other) : one || other;
}

/** An on-off property: null when it is not stated. */
export function toggle(properties: XmlElement | null, name: string): boolean | null {
  const found = properties?.child(name) ?? null;
  return found === null ? null : isOn(found.attributes["w:val"] ?? "1");
}

function isOn(value: string): boolean {
  return value === "1" || value === "true" || value === "on";
}

/** An integer attribute, null for anything else. */
export function integer(value: string | null | undefined): number | null {
  if (value === null || value === undefined || !/^\s*[+-]?\d{1,9}\s*$/u.test(value)) return null;
  return Number(value);
}

/** The alignment that `w:jc` names (ST_Jc), null for others. */
export function alignment(value: string | null): Paragraph["align"] {
  switch (value) {
    case "left":
    case "start":
      return "left";
    case "center":
      return "center";
    case "right":
    case "end":
      return "right";
    case "both":
    case "distribute":
    case "thaiDistribute":
    case "lowKashida":
    case "mediumKashida":
    case "highKashida":
      return "justify";
    default:
      return null;
  }
}
