/** An XML part as light objects: no DTD, no entities but the five of XML, namespaces by URI, bounded depth and size. */
import { SaxesParser } from "saxes";

/** Most elements have no children, and many no attributes: they share these. */
const none: XmlElement[] = [];
const plain: Readonly<Record<string, string>> = {};
const nothing: ReadonlySet<string> = new Set();

/** An element. Names carry the usual prefix of their namespace (`w:p`), whatever prefix the file writes. */
export class XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: XmlElement | null;
  #children: XmlElement[] = none;
  /** Its own text, that of its children left out. */
  text = "";
  /** Position among the siblings of one name, from 1; 0 as long as nobody asked. */
  #position = 0;

  constructor(name: string, attributes: Readonly<Record<string, string>>, parent: XmlElement | null) {
    this.name = name;
    this.attributes = attributes;
    this.parent = parent;
  }

  get children(): readonly XmlElement[] {
    return this.#children;
  }

  append(child: XmlElement): void {
    if (this.#children === none) this.#children = [child];
    else this.#children.push(child);
  }

  /** The first child of this name. */
  child(name: string): XmlElement | null {
    for (const child of this.#children) if (child.name === name) return child;
    return null;
  }

  /** The `w:val` of the first child of this name, null when there is no such child or no value. */
  valueOf(name: string): string | null {
    return this.child(name)?.attributes["w:val"] ?? null;
  }

  get position(): number {
    if (this.#position === 0) {
      const counts = new Map<string, number>();
      for (const sibling of this.parent?.children ?? [this]) {
        const count = (counts.get(sibling.name) ?? 0) + 1;
        counts.set(sibling.name, count);
        sibling.#position = count;
      }
    }
    return this.#position;
  }
}

/** Why a part could not be read to its end. */
export type XmlProblem = "dtd" | "depth" | "size" | "syntax";

/** A part as far as it could be read. */
export interface XmlPart {
  readonly root: XmlElement | null;
  readonly problem: XmlProblem | null;
}

/** Bounds of one part: deepest nesting and number of elements. */
export interface XmlLimits {
  readonly depth: number;
  readonly elements: number;
}

/** Usual prefixes by namespace, transitional and strict (ISO/IEC 29500-1 Annex A, 29500-4). */
const prefixes: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
  "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
  "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
  "http://purl.oclc.org/ooxml/drawingml/chart": "c",
  "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
  "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
  "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
  "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "xdr",
  "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing": "xdr",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup": "wpg",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas": "wpc",
  "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
  "http://schemas.microsoft.com/office/word/2003/wordml": "w",
  "http://schemas.microsoft.com/office/word/2003/auxHint": "wx",
  "http://schemas.microsoft.com/aml/2001/core": "aml",
  "urn:schemas-microsoft-com:vml": "v",
  "urn:schemas-microsoft-com:office:office": "o",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
  "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://purl.org/dc/terms/": "dcterms",
};

const usualPrefixes = new Set(Object.values(prefixes));

/** Most attributes of one element, and most prefixes in scope. */
const mostAttributes = 300;

class Stopped extends Error {
  readonly problem: XmlProblem;

  constructor(problem: XmlProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** What becomes of elements that do not simply join the tree. */
export interface XmlSelection {
  /** Names of elements that are left out with all that they hold. */
  readonly skipped?: ReadonlySet<string>;
  /** Takes elements of one name as soon as they end, and the tree does not keep them: a sheet of many rows is never there as a whole. */
  readonly taken?: { readonly name: string; readonly take: (element: XmlElement) => void };
}

/** Parses a part. One that breaks off is given as far as it goes. */
export function parseXml(text: string, limits: XmlLimits, selection: XmlSelection = {}): XmlPart {
  const builder = new Builder(limits, selection);
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("opentag", (tag) => builder.open(tag.name, tag.attributes));
  parser.on("closetag", () => builder.close());
  parser.on("text", (text) => builder.text(text));
  parser.on("cdata", (text) => builder.text(text));
  parser.on("doctype", () => {
    throw new Stopped("dtd");
  });
  parser.on("error", () => {
    throw new Stopped("syntax");
  });
  try {
    parser.write(text).close();
    return { root: builder.root, problem: null };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    builder.end();
    return { root: builder.root, problem: error.problem };
  }
}

/** The prefixes that hold from one element on, and the names already translated with them. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
  readonly depth: number;
}

class Builder {
  root: XmlElement | null = null;
  readonly #limits: XmlLimits;
  readonly #skipped: ReadonlySet<string>;
  readonly #taken: XmlSelection["taken"];
  readonly #scopes: Scope[] = [{ prefixes: new Map([["", ""]]), names: new Map(), depth: -1 }];
  #scope: Scope = { prefixes: new Map([["", ""]]), names: new Map(), depth: -1 };
  #element: XmlElement | null = null;
  #depth = 0;
  #count = 0;
  /** Depth of the element that is left out, -1 for none. */
  #skippedFrom = -1;

  constructor(limits: XmlLimits, { skipped = nothing, taken }: XmlSelection) {
    this.#limits = limits;
    this.#skipped = skipped;
    this.#taken = taken;
  }

  open(rawName: string, rawAttributes: Readonly<Record<string, string>>): void {
    if (++this.#depth > this.#limits.depth) throw new Stopped("depth");
    if (++this.#count > this.#limits.elements) throw new Stopped("size");
    if (this.#skippedFrom !== -1) return;
    const names = this.#declare(rawAttributes);
    const name = this.#translate(rawName, true);
    if (this.#skipped.has(name)) {
      this.#skippedFrom = this.#depth;
      return;
    }
    const element = new XmlElement(name, names.length === 0 ? plain : this.#attributes(names, rawAttributes), this.#element);
    if (name !== this.#taken?.name) this.#element?.append(element);
    this.root ??= element;
    this.#element = element;
  }

  #attributes(names: readonly string[], raw: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    // The parser makes a fresh object for each element; names without a prefix stay as they are.
    if (!names.some((name) => name.includes(":")) && Object.keys(raw).length === names.length) return raw;
    const attributes: Record<string, string> = {};
    for (const name of names) attributes[this.#translate(name, false)] = raw[name] ?? "";
    return attributes;
  }

  /** Takes in the namespaces that an element declares, and gives the names of its other attributes. */
  #declare(attributes: Readonly<Record<string, string>>): string[] {
    const names = Object.keys(attributes);
    if (names.length > mostAttributes) throw new Stopped("size");
    if (names.length === 0 || !names.some((name) => name.startsWith("xmlns"))) return names;
    const declared = new Map(this.#scope.prefixes);
    for (const name of names) {
      const prefix = name === "xmlns" ? "" : name.startsWith("xmlns:") ? name.slice(6) : null;
      if (prefix !== null) declared.set(prefix, prefixes[attributes[name] ?? ""] ?? (usualPrefixes.has(prefix) ? `other-${prefix}` : prefix));
    }
    if (declared.size > mostAttributes) throw new Stopped("size");
    this.#scope = { prefixes: declared, names: new Map(), depth: this.#depth };
    this.#scopes.push(this.#scope);
    return names.filter((name) => name !== "xmlns" && !name.startsWith("xmlns:"));
  }

  /** An attribute without a prefix is in no namespace, an element in the default one. */
  #translate(raw: string, isElement: boolean): string {
    const colon = raw.indexOf(":");
    if (colon === -1 && !isElement) return raw;
    const known = this.#scope.names.get(raw);
    if (known !== undefined) return known;
    const prefix = this.#scope.prefixes.get(colon === -1 ? "" : raw.slice(0, colon)) ?? raw.slice(0, Math.max(colon, 0));
    const name = prefix === "" ? raw.slice(colon + 1) : `${prefix}:${raw.slice(colon + 1)}`;
    if (colon !== -1 || isElement) this.#scope.names.set(raw, name);
    return name;
  }

  text(text: string): void {
    if (this.#skippedFrom === -1 && this.#element !== null) this.#element.text += text;
  }

  close(): void {
    if (this.#skippedFrom === -1) this.#endElement();
    else if (this.#skippedFrom === this.#depth) this.#skippedFrom = -1;
    if (this.#scope.depth === this.#depth && this.#scopes.length > 1) {
      this.#scopes.pop();
      this.#scope = this.#scopes.at(-1) ?? this.#scope;
    }
    this.#depth--;
  }

  /** Ends what a part that breaks off leaves open. */
  end(): void {
    while (this.#element !== null) this.#endElement();
  }

  #endElement(): void {
    const element = this.#element;
    if (element === null) return;
    this.#element = element.parent;
    if (element.name === this.#taken?.name) this.#taken.take(element);
  }
}
