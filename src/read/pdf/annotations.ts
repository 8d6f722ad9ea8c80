/**
 * What stands on a page beside its contents (annotations, ISO 32000-2 §12.5): values of form fields, typed notes and stamps are words that everybody sees;
 * comments open on a click; of other kinds (ink, attached files, sounds, redactions) nothing is read, and all that is named.
 */
import type { Box } from "../../model/position.ts";

/** An annotation as pdf.js hands it over, as far as it is looked at. */
export interface LibraryAnnotation {
  readonly subtype?: unknown;
  readonly annotationFlags?: unknown;
  readonly rect?: unknown;
  /** Corners of the words that it marks, eight numbers each. */
  readonly quadPoints?: unknown;
  readonly contentsObj?: unknown;
  readonly textContent?: unknown;
  readonly defaultAppearanceData?: unknown;
  readonly fieldType?: unknown;
  readonly fieldValue?: unknown;
  readonly options?: unknown;
  readonly password?: unknown;
  readonly checkBox?: unknown;
  readonly radioButton?: unknown;
  readonly exportValue?: unknown;
  readonly buttonValue?: unknown;
  readonly file?: unknown;
}

/** Words of an annotation in their frame, in points from the lower left of the page's own space. */
export interface TypedWords {
  readonly lines: readonly string[];
  readonly frame: Box;
  /** Size of their type, null where the file leaves it to the reader. */
  readonly size: number | null;
}

/** The annotations of a page by what a reader does with them. */
export interface Annotations {
  readonly typed: readonly TypedWords[];
  /** What the comments say. */
  readonly comments: readonly string[];
  /** Kinds that are not read. */
  readonly unread: readonly string[];
  /** Names of files that are attached to the page. */
  readonly files: readonly string[];
  /** Corners of the words that a StrikeOut strikes through (§12.5.6.10), eight numbers each, in the page's own space. */
  readonly struck: readonly ArrayLike<number>[];
}

/** Hidden, and not to be viewed (ISO 32000-2, table 167). */
const unseenFlags = 2 | 32;

/** Kinds whose contents open on a click. */
const commentKinds: ReadonlySet<unknown> = new Set(["Text", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Line", "Square", "Circle", "Polygon", "PolyLine"]);
/** Kinds that show nothing to read, or what another one says. */
const silentKinds: ReadonlySet<unknown> = new Set(["Link", "Popup", "PrinterMark", "TrapNet", "FileAttachment"]);

/** Sorts the annotations of a page; hidden ones are none. */
export function sortAnnotations(annotations: readonly LibraryAnnotation[]): Annotations {
  const typed: TypedWords[] = [];
  const comments: string[] = [];
  const unread = new Set<string>();
  const files: string[] = [];
  const struck: ArrayLike<number>[] = [];
  for (const annotation of annotations) {
    const { subtype, annotationFlags } = annotation;
    if (typeof annotationFlags === "number" && (annotationFlags & unseenFlags) !== 0) continue;
    const comment = stringIn(annotation.contentsObj, "str").trim();
    const lines = linesOf(annotation);
    if (subtype === "FileAttachment") files.push(stringIn(annotation.file, "filename"));
    if (subtype === "StrikeOut" && annotation.quadPoints instanceof Float32Array) struck.push(annotation.quadPoints);
    if (lines !== null) {
      const frame = boxFrom(annotation.rect);
      if (frame !== null && lines.length > 0) typed.push({ lines, frame, size: sizeIn(annotation.defaultAppearanceData) });
    } else if (commentKinds.has(subtype)) {
      if (comment !== "") comments.push(comment);
    } else if (!silentKinds.has(subtype)) unread.add(kindOf(annotation));
  }
  return { typed, comments, unread: [...unread], files: files.filter((name) => name !== ""), struck };
}

/** The lines that everybody sees; null for a kind that is not read. */
function linesOf(annotation: LibraryAnnotation): string[] | null {
  const drawn = shownLines(annotation.textContent);
  switch (annotation.subtype) {
    case "Widget":
      return fieldLines(annotation);
    case "FreeText":
      return drawn.length > 0 ? drawn : linesIn(stringIn(annotation.contentsObj, "str"));
    case "Stamp":
      return drawn.length > 0 ? drawn : null;
    default:
      return null;
  }
}

/** The value of a form field as it is shown (ISO 32000-2 §12.7.5); a box to tick is ☑ or ☐, a button of several ● or ○. */
function fieldLines(field: LibraryAnnotation): string[] | null {
  const { fieldType, fieldValue } = field;
  if (fieldType === "Btn") return buttonLines(field);
  if (fieldType !== "Tx" && fieldType !== "Ch") return null;
  if (field.password === true) return [];
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  return values.flatMap((value: unknown) => (typeof value === "string" ? linesIn(fieldType === "Ch" ? optionOf(field.options, value) : value) : []));
}

function buttonLines({ checkBox, radioButton, fieldValue, exportValue, buttonValue }: LibraryAnnotation): string[] | null {
  if (checkBox === true) return [fieldValue === exportValue && fieldValue !== "Off" ? "☑" : "☐"];
  if (radioButton === true) return [fieldValue === buttonValue && fieldValue !== null ? "●" : "○"];
  return null;
}

/** What a choice shows for a value. */
function optionOf(options: unknown, value: string): string {
  const found: unknown = Array.isArray(options) ? options.find((option: unknown) => stringIn(option, "exportValue") === value) : null;
  return stringIn(found, "displayValue") || value;
}

function kindOf({ subtype, fieldType, radioButton }: LibraryAnnotation): string {
  if (subtype !== "Widget") return typeof subtype === "string" ? subtype : "?";
  return fieldType === "Btn" && radioButton !== true ? "Button" : typeof fieldType === "string" ? fieldType : "Widget";
}

function shownLines(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((line: unknown) => (typeof line === "string" ? linesIn(line) : [])) : [];
}

function linesIn(text: string): string[] {
  return text.split(/[\r\n]+/u).map((line) => line.trim()).filter((line) => line !== "");
}

function stringIn(value: unknown, key: string): string {
  if (typeof value !== "object" || value === null) return "";
  const found = (value as Readonly<Record<string, unknown>>)[key];
  return typeof found === "string" ? found : "";
}

function sizeIn(value: unknown): number | null {
  const size = typeof value === "object" && value !== null ? (value as { readonly fontSize?: unknown }).fontSize : null;
  return typeof size === "number" && size > 0 ? size : null;
}

function boxFrom(value: unknown): Box | null {
  if (!Array.isArray(value) || value.length !== 4 || !value.every((edge) => typeof edge === "number" && Number.isFinite(edge))) return null;
  const [x0, y0, x1, y1] = value as [number, number, number, number];
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}
