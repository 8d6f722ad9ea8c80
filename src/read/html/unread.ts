/** What a page shows and a reader of text cannot read: pictures that stand in place of text, files in frames. */
import { decoration, documentFile, gadgetFrames } from "../../rules/pictures.ts";
import { holdsWords, standsInMargin, type Article } from "./article.ts";
import { attribute, isElement, type Markup, type MarkupElement } from "./markup.ts";
import type { Style } from "./style.ts";
import { classesOf } from "./stylesheet.ts";

/** An element that shows another file. */
export interface ShownFile {
  readonly element: MarkupElement;
  /** Address of the file, where a viewer is told it; else of what the frame shows. */
  readonly target: string;
  /** It is a document file, not another page. */
  readonly document: boolean;
}

/** Gathers pictures and frames while the page is walked. */
export class Unread {
  readonly #pictures: MarkupElement[] = [];
  readonly #frames: ShownFile[] = [];
  readonly #wordless = new Map<Markup, boolean>();
  readonly #article: Article;

  constructor(article: Article) {
    this.#article = article;
  }

  meet(element: MarkupElement, style: Style): void {
    if (element.name === "img") this.#meetPicture(element);
    else if (element.name === "svg" && countHan(drawnWords(element)) >= fewestDrawn) this.#meetDrawing(element);
    else if (element.name === "canvas" || (element.name === "svg" && holdsImage(element)) || backgroundPicture(element) !== null) this.#meetCanvas(element);
    else if (frameNames.has(element.name) && style.gone !== true && style.invisible !== true) this.#meetFrame(element);
  }

  found(): { pictures: readonly MarkupElement[]; frames: readonly ShownFile[] } {
    return { pictures: this.#pictures, frames: this.#frames };
  }

  #meetPicture(element: MarkupElement): void {
    const names = [sourceOf(element), attribute(element, "alt") ?? "", attribute(element, "id") ?? "", ...classesOf(element)];
    if (names[0] === "" || names.some((name) => decoration.pattern.test(name.slice(-200)))) return;
    const size = sizeOf(element);
    if (size === "small" || standsInMargin(element)) return;
    const alone = this.#isAlone(element);
    if (size === "large" || (alone && this.#article.holds(element))) this.#pictures.push(element);
  }

  /** A viewer paints the pages of a file on canvases; a picture stands in a drawing, or behind a block without words. */
  #meetCanvas(element: MarkupElement): void {
    if (sizeOf(element) === "large" && !standsInMargin(element) && !holdsWords(element)) this.#pictures.push(element);
  }

  /** A drawing that holds words. */
  #meetDrawing(element: MarkupElement): void {
    if (sizeOf(element) !== "small" && !standsInMargin(element)) this.#pictures.push(element);
  }

  /** No words stand in the block that holds it. */
  #isAlone(element: MarkupElement): boolean {
    let block: Markup | null = element.parent;
    while (isElement(block) && !holders.has(block.name)) block = block.parent;
    if (!isElement(block)) return true;
    const known = this.#wordless.get(block) ?? !holdsWords(block);
    this.#wordless.set(block, known);
    return known;
  }

  #meetFrame(element: MarkupElement): void {
    const source = ["src", "data", "data-src"].map((name) => attribute(element, name)).find((value) => value !== null && value !== "") ?? parameterOf(element);
    if (countHan(attribute(element, "srcdoc") ?? "") >= fewestDrawn) {
      if (sizeOf(element) !== "small" && !standsInMargin(element)) this.#frames.push({ element, target: "srcdoc", document: false });
      return;
    }
    if (source === "" || /^(?:about|javascript|data):/iu.test(source)) return;
    const target = shownFile(source);
    const document = documentFile.test(target) || attribute(element, "type") === "application/pdf";
    const size = sizeOf(element);
    const other = !gadgetFrames.pattern.test(source) && size !== "small" && !standsInMargin(element) && (size === "large" || element.name === "frame" || this.#article.holds(element));
    if (document || (other && element.name !== "object" && element.name !== "embed")) this.#frames.push({ element, target, document });
  }
}

/** Fewer ideographs name a symbol or a gadget. */
const fewestDrawn = 8;

function countHan(words: string): number {
  return words.match(/[\u4e00-\u9fff]/gu)?.length ?? 0;
}

/** The words of a drawing, as it shows them; empty for any other element. */
export function drawnWords(element: MarkupElement): string {
  if (element.name !== "svg" && !drawing.has(element.name)) return "";
  return element.children.map((child) => (child.type === "text" ? (child.data ?? "").trim() : isElement(child) && drawing.has(child.name) ? drawnWords(child) : "")).join("");
}

const drawing: ReadonlySet<string> = new Set(["g", "text", "tspan", "textPath", "a"]);

const frameNames: ReadonlySet<string> = new Set(["iframe", "embed", "object", "frame"]);
const holders: ReadonlySet<string> = new Set(["p", "div", "td", "th", "li", "section", "figure", "center", "body", "article", "main", "blockquote", "dd", "h1", "h2", "h3"]);

function sourceOf(element: MarkupElement): string {
  for (const name of ["src", "data-src", "data-original", "original", "data-lazy"]) {
    const value = attribute(element, name);
    if (value !== null && value.trim() !== "" && !value.startsWith("data:image/gif")) return value.startsWith("data:") ? "data:" : value;
  }
  return "";
}

/** A picture that the page itself holds in Base64; null for one that is linked, which is never fetched. */
export function pictureIn(element: MarkupElement): { readonly element: MarkupElement; readonly name: string; readonly bytes: Uint8Array } | null {
  const packed = /^\s*data:image\/(?:jpe?g|png|tiff?)(?:;[^,;]*)*;base64,/iu.exec(attribute(element, "src") ?? "");
  if (packed === null) return null;
  const base64 = (attribute(element, "src") ?? "").slice(packed[0].length).replace(/\s+/gu, "");
  try {
    return { element, name: attribute(element, "alt") ?? "", bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) };
  } catch {
    return null;
  }
}

/** How deep and wide is looked for a picture in a drawing. */
const nearest = { depth: 4, children: 50 };

function holdsImage({ children }: MarkupElement, depth = 0): boolean {
  return depth < nearest.depth && children.slice(0, nearest.children).some((child) => isElement(child) && (child.name === "image" || holdsImage(child, depth + 1)));
}

/** Address of the picture that the style of an element puts behind it; null for none and for decoration. */
export function backgroundPicture(element: MarkupElement): string | null {
  const css = attribute(element, "style");
  if (css?.includes("url(") !== true) return null;
  const address = /background(?:-image)?\s*:[^;]{0,60}?url\(\s*["']?([^"')]{1,400})/iu.exec(css)?.[1] ?? null;
  return address === null || decoration.pattern.test(address.slice(-200)) ? null : address;
}

/** Pixels below which a picture is an icon or a line, and from which it may hold a page. */
const least = { width: 200, height: 80 };
const large = { width: 400, height: 200 };

function sizeOf(element: MarkupElement): "small" | "large" | null {
  const width = lengthOf(element, "width");
  const height = lengthOf(element, "height");
  if ((width !== null && width < least.width) || (height !== null && height < least.height)) return "small";
  const wide = width !== null ? width >= large.width : !frameNames.has(element.name) && fillsLine(element);
  return wide && height !== null && height >= large.height ? "large" : null;
}

/** As wide as its block: width:100%. */
function fillsLine(element: MarkupElement): boolean {
  return /(?:^|[;\s])width\s*:\s*(?:100|9\d)%/iu.test(attribute(element, "style") ?? "") || attribute(element, "width")?.trim() === "100%";
}

/** A length in pixels as attributes, inline CSS or a chat app state it; null when unknown. */
function lengthOf(element: MarkupElement, side: "width" | "height"): number | null {
  const css = (side === "width" ? /(?:^|[;\s])width\s*:\s*([\d.]+)(px|pt|cm|em)?/iu : /(?:^|[;\s])height\s*:\s*([\d.]+)(px|pt|cm|em)?/iu).exec(attribute(element, "style") ?? "");
  if (css !== null) return Number(css[1]) * (css[2] === "pt" ? 1.33 : css[2] === "cm" ? 38 : css[2] === "em" ? 16 : css[2] === undefined ? NaN : 1) || null;
  const stated = /^\s*(\d{1,5})(?:px)?\s*$/u.exec(attribute(element, side) ?? "")?.[1];
  if (stated !== undefined) return Number(stated);
  const natural = Number(attribute(element, "data-w") ?? "");
  if (!(natural > 0)) return null;
  return side === "width" ? natural : natural * Number(attribute(element, "data-ratio") ?? "1") || null;
}

/** `<object><param name="src" value="a.pdf">`. */
function parameterOf(element: MarkupElement): string {
  for (const child of element.children) {
    if (isElement(child) && child.name === "param" && /^(?:src|movie|filename|url)$/iu.test(attribute(child, "name") ?? "")) return attribute(child, "value") ?? "";
  }
  return "";
}

/** The file that a viewer is told to show (`viewer.html?file=/a.pdf`), else the address itself. */
function shownFile(address: string): string {
  const parameter = /[?&#](?:file|url|src|path|pdf|fileurl|filepath|doc)=([^&#]+)/iu.exec(address)?.[1];
  if (parameter === undefined || documentFile.test(address.slice(0, address.indexOf("?") + 1))) return address;
  const decoded = decodeAddress(parameter);
  return documentFile.test(decoded) ? decoded : address;
}

/** The characters of a percent-encoded address; what is no valid encoding stays as it is. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
