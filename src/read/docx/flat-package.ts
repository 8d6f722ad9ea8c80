/**
 * Flat OPC: all parts of a Word package in one XML file, as Word saves “Word XML Document” (ECMA-376 parts in `pkg:part`
 * elements of the namespace http://schemas.microsoft.com/office/2006/xmlPackage).
 */
import { decode } from "../charset.ts";
import { leadingText } from "../leading-text.ts";
import type { Container, Refusal, Unpacked } from "../container.ts";

/** The prefix of the package elements; they may also have none. */
const declaration = /xmlns:([\w-]{1,20})\s*=\s*["']http:\/\/schemas\.microsoft\.com\/office\/2006\/xmlPackage["']/u;
const attributes = /\s([\w:-]{1,60})\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** Whether a file is a package in one XML file. */
export function isFlatPackage(bytes: Uint8Array): boolean {
  const head = leadingText(bytes).slice(0, 2000);
  return /^(?:<\?|<!--|<)/u.test(head) && /<(?:[\w-]{1,20}:)?package\b[^>]{0,1500}xmlns(?::[\w-]{1,20})?\s*=\s*["']http:\/\/schemas\.microsoft\.com\/office\/2006\/xmlPackage["']/u.test(head);
}

interface FlatPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A flat package with its parts by name. Binary parts (pictures) are left out. */
export class FlatContainer implements Container {
  readonly misnamed: readonly string[] = [];
  /** How many bytes of the file were no characters. */
  readonly damaged: number;
  readonly charset: string;
  readonly #parts = new Map<string, FlatPart>();

  constructor(file: Uint8Array) {
    const { text, damaged, charset } = decode(file);
    this.damaged = damaged;
    this.charset = charset;
    const types: string[] = [];
    for (const { name, type, content } of partsOf(text)) {
      if (content !== null) this.#add(name, content);
      types.push(`<Override PartName="/${name}" ContentType="${type}"/>`);
    }
    this.#add("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join("")}</Types>`);
  }

  #add(name: string, content: string): void {
    const key = name.toLowerCase();
    if (!this.#parts.has(key)) this.#parts.set(key, { name, bytes: new TextEncoder().encode(content) });
  }

  find(name: string): string | null {
    return this.#parts.get(name.toLowerCase())?.name ?? null;
  }

  unpack(name: string): Promise<Unpacked | Refusal> {
    const part = this.#parts.get(name.toLowerCase());
    return Promise.resolve(part === undefined ? { code: "docx/missing-part", params: { part: name } } : { bytes: part.bytes, intact: true });
  }
}

interface SourcePart {
  readonly name: string;
  readonly type: string;
  /** Null for a binary part. */
  readonly content: string | null;
}

/** The parts in order. Parts do not nest, and their content holds no element of the package namespace. */
function partsOf(text: string): SourcePart[] {
  const prefix = declaration.exec(text.slice(0, 4000))?.[1];
  const name = (local: string): string => (prefix === undefined ? local : `${prefix}:${local}`);
  const parts: SourcePart[] = [];
  const open = `<${name("part")}`;
  for (let at = text.indexOf(open); at !== -1; at = text.indexOf(open, at + 1)) {
    const tagEnd = text.indexOf(">", at);
    if (tagEnd === -1) break;
    const next = text.indexOf(open, tagEnd);
    const body = text.slice(tagEnd + 1, next === -1 ? text.length : next);
    const tag = text.slice(at, tagEnd);
    parts.push({ name: attributeOf(tag, name("name")).replace(/^\//u, ""), type: attributeOf(tag, name("contentType")), content: contentOf(body, name("xmlData")) });
  }
  return parts.filter((part) => part.name !== "");
}

/** What stands between the tags of the XML data; what breaks off is kept to its end. */
function contentOf(body: string, element: string): string | null {
  const open = body.indexOf(`<${element}`);
  if (open === -1) return null;
  const start = body.indexOf(">", open) + 1;
  const end = body.lastIndexOf(`</${element}`);
  return start === 0 ? null : body.slice(start, end < start ? body.length : end).trimStart();
}

function attributeOf(tag: string, name: string): string {
  for (const [, own, double, single] of tag.matchAll(attributes)) if (own === name) return double ?? single ?? "";
  return "";
}
