/** The parts of a Word package, found by relationship and content type, never by name alone (ISO/IEC 29500-2). */
import type { Context } from "../../model/context.ts";
import type { Place } from "../../model/position.ts";
import { decode, type Decoded } from "../charset.ts";
import { partPath, relationshipsOf } from "../part-path.ts";
import type { Container, Refusal } from "../container.ts";
import { unneeded } from "./markup.ts";
import type { Part, PartKind, Relationship, WordParts } from "./parts.ts";
import { parseXml, type XmlElement, type XmlLimits } from "../xml.ts";

interface Opening {
  readonly container: Container;
  readonly source: number;
  readonly context: Context;
}

const contentTypesName = "[Content_Types].xml";
const mainType = /(?:wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml$/iu;

/** Reads the parts of one package and reports what is wrong with them. */
export class Package {
  readonly #container: Container;
  readonly #context: Context;
  readonly #source: number;
  readonly #types: ContentTypes;
  /** Parts in good order as they were unpacked, by entry name. */
  readonly #unpacked: Map<string, Uint8Array>;

  private constructor({ container, context, source }: Opening, types: ContentTypes, unpacked: Map<string, Uint8Array>) {
    this.#container = container;
    this.#context = context;
    this.#source = source;
    this.#types = types;
    this.#unpacked = unpacked;
  }

  static async open(container: Container, source: number, context: Context): Promise<Package> {
    const opening = { container, source, context };
    for (const part of container.misnamed) context.report("docx/altered-part", { params: { part } });
    const unpacked = new Map<string, Uint8Array>();
    const opened = new Package(opening, new ContentTypes(null), unpacked);
    const root = container.find(contentTypesName) === null ? null : await opened.#xml(contentTypesName, new Set());
    return new Package(opening, new ContentTypes(root), unpacked);
  }

  /** The document that the package holds; null when it has no main part, and a diagnostic says so. */
  async document(): Promise<WordParts | null> {
    const main = await this.#main();
    if (main === null) return null;
    return {
      main,
      related: (kind) => this.#related(main, kind),
      margin: (target) => this.#read(target, unneeded),
      properties: () => this.#properties(),
      picture: (target) => this.#picture(target),
      forWitness: (parts) => this.#textParts(parts),
    };
  }

  async #main(): Promise<Part | null> {
    const relationships = await this.#relationshipsOf("");
    const named = [...relationships.values()].find((one) => one.type === "officeDocument" && !one.external)?.target;
    const name = [named, this.#types.findMain(), "word/document.xml"].find((one) => one !== undefined && this.#container.find(one) !== null);
    if (name === undefined) {
      this.#context.report("docx/missing-document", { params: { part: named ?? "word/document.xml" } });
      return null;
    }
    const type = this.#types.of(name);
    if (type === null || !mainType.test(type)) this.#context.report("docx/content-type", { params: { part: name, type: type ?? "" } });
    const part = await this.#read(name, unneeded);
    if (part?.root.name === "w:document") return part;
    if (part !== null) this.#context.report("docx/not-a-document", { params: { root: part.root.name } });
    return null;
  }

  /** A part by its entry name; null when it cannot be read, and a diagnostic says why. */
  async #read(name: string, skipped: ReadonlySet<string>): Promise<Part | null> {
    const root = await this.#xml(name, skipped);
    return root === null ? null : { name, root, relationships: await this.#relationshipsOf(name) };
  }

  /** The part that a relationship of this type leads to, null when there is none. */
  async #related(from: Part, type: PartKind): Promise<Part | null> {
    const found = [...from.relationships.values()].find((one) => one.type === type && !one.external);
    return found === undefined ? null : this.#read(found.target, type === "settings" ? new Set() : unneeded);
  }

  /** The document properties (core properties), null when there are none. */
  async #properties(): Promise<Part | null> {
    const found = [...(await this.#relationshipsOf("")).values()].find((one) => one.type === "core-properties" && !one.external);
    return found === undefined || this.#container.find(found.target) === null ? null : this.#read(found.target, new Set());
  }

  async #picture(target: string): Promise<Uint8Array | null> {
    const unpacked = await this.#container.unpack(target);
    return "code" in unpacked ? null : unpacked.bytes;
  }

  /** The bytes of these parts, of their relationships and of what leads to them; damaged ones are not among them. */
  #textParts(parts: readonly Part[]): Map<string, Uint8Array> {
    const wanted = [contentTypesName, "_rels/.rels", ...parts.flatMap(({ name }) => [name, relationshipsOf(name)])];
    const found = new Map<string, Uint8Array>();
    for (const name of wanted) {
      const entry = this.#container.find(name) ?? name;
      const bytes = this.#unpacked.get(entry);
      if (bytes !== undefined) found.set(entry, bytes);
    }
    return found;
  }

  async #relationshipsOf(part: string): Promise<ReadonlyMap<string, Relationship>> {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const name = relationshipsOf(part);
    const found = new Map<string, Relationship>();
    if (this.#container.find(name) === null) return found;
    const root = await this.#xml(name, new Set());
    for (const { name: element, attributes } of root?.children ?? []) {
      if (element !== "rel:Relationship") continue;
      const external = attributes["TargetMode"] === "External";
      const target = attributes["Target"] ?? "";
      const type = (attributes["Type"] ?? "").replace(/^.*\//su, "");
      found.set(attributes["Id"] ?? "", { type, target: external ? target : partPath(folder, target), external });
    }
    return found;
  }

  async #xml(name: string, skipped: ReadonlySet<string>): Promise<XmlElement | null> {
    const unpacked = await this.#container.unpack(name);
    if ("code" in unpacked) {
      this.#report(unpacked);
      return null;
    }
    const { bytes, intact } = unpacked;
    if (!intact) this.#context.report("docx/altered-part", { params: { part: name } });
    const { depth, elements } = this.#context.limits;
    const limits: XmlLimits = { depth, elements };
    const decoded = decode(bytes);
    this.#reportCharset(name, decoded);
    const { root, problem } = parseXml(decoded.text, limits, { skipped });
    switch (problem) {
      case "dtd":
        this.#context.report("docx/dtd", { params: { part: name } });
        return null;
      case "depth":
        this.#context.report("limit/depth", { params: { limit: String(depth) } });
        return null;
      case "size":
        this.#context.report("docx/too-large", { params: { what: `${name} 元素数`, limit: String(elements) } });
        return root;
      case "syntax":
        // What stands before the damage is kept; the second witness would stumble over it too.
        this.#context.report("docx/damaged-part", { params: { part: name, reason: "XML" } });
        return root;
      case null:
        this.#unpacked.set(this.#container.find(name) ?? name, inUtf8(bytes, decoded));
        return root;
    }
  }

  /** Parts are UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.1.4); some programs write others, and some files are damaged. */
  #reportCharset(part: string, { charset, declared, lied, damaged, text }: Decoded): void {
    const place: Place[] = [{ source: this.#source, kind: "element", path: `${part}#/`, start: null, end: null }];
    const standard = /^utf-(?:8|16le|16be)$/u.test(charset);
    if (!standard || (lied && !/^utf-?(?:8|16)/iu.test(declared ?? ""))) this.#context.report("docx/charset", { params: { part, declared: declared ?? "", used: charset }, place });
    if (damaged > 0) this.#context.report("docx/charset-damaged", { params: { part, charset, count: String(damaged) }, actual: damagedWords(text), place });
  }

  #report({ code, params }: Refusal): void {
    this.#context.report(code, { params });
  }
}

/** The witness reads UTF-8 only. */
function inUtf8(bytes: Uint8Array, { charset, lied, text }: Decoded): Uint8Array {
  return charset === "utf-8" && !lied ? bytes : new TextEncoder().encode(text.replace(/^<\?xml\b[^>]{0,200}\?>/u, ""));
}

/** The words around the first character that could not be decoded. */
function damagedWords(text: string): string {
  const at = text.indexOf("\ufffd");
  const [before = ""] = /[^<>]{0,20}$/u.exec(text.slice(Math.max(0, at - 20), at)) ?? [];
  const [after = ""] = /^[^<>]{0,20}/u.exec(text.slice(at, at + 20)) ?? [];
  return before + after;
}

class ContentTypes {
  readonly #overrides = new Map<string, string>();
  readonly #defaults = new Map<string, string>();

  constructor(root: XmlElement | null) {
    for (const { name, attributes } of root?.children ?? []) {
      const type = attributes["ContentType"] ?? "";
      if (name === "ct:Override") this.#overrides.set((attributes["PartName"] ?? "").replace(/^\//u, "").toLowerCase(), type);
      else if (name === "ct:Default") this.#defaults.set((attributes["Extension"] ?? "").toLowerCase(), type);
    }
  }

  of(name: string): string | null {
    const key = name.toLowerCase();
    return this.#overrides.get(key) ?? this.#defaults.get(key.replace(/^.*\./su, "")) ?? null;
  }

  findMain(): string | undefined {
    for (const [name, type] of this.#overrides) if (mainType.test(type)) return name;
    return undefined;
  }
}
