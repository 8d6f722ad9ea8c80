/**
 * The second witness: mammoth reads the same parts on its own, and what it sees and this reader does not is found here.
 * It gets only parts that were unpacked and checked before, so neither bombs nor links reach it.
 */
import type { Context } from "../../model/context.ts";
import type { Place } from "../../model/position.ts";
import { reasonOf } from "../../text/reason.ts";
import { storedZip } from "./stored-zip.ts";
import type { XmlElement } from "../xml.ts";

/** What this reader made of the parts that the witness reads too. */
export interface Testimony {
  /** Shown paragraphs, and text that was left out on purpose (hidden text). */
  readonly paragraphs: readonly string[];
  /** Number of characters of symbol fonts: the witness may write each of them differently. */
  readonly symbols: number;
  readonly roots: readonly XmlElement[];
  readonly placeOf: (element: XmlElement, start: number | null, end: number | null) => Place;
}

/** Beyond this many bytes of XML the witness is not called: it takes several times the time of this reader. */
const mostBytes = 8_000_000;

/** Styles say nothing about words, but mammoth needs some; this is where it looks when the named part is not there. */
const plainStyles = ["word/styles.xml", new TextEncoder().encode('<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>')] as const;

/** Calls the witness and reports each piece of text that only it saw. */
export async function verify(parts: ReadonlyMap<string, Uint8Array>, testimony: Testimony, context: Context): Promise<void> {
  let bytes = 0;
  for (const part of parts.values()) bytes += part.length;
  if (bytes > mostBytes) {
    context.report("docx/not-verified", { params: { reason: `${String(bytes)} bytes` } });
    return;
  }
  try {
    const seen = await paragraphsOfMammoth(storedZip(new Map([...parts, plainStyles])));
    for (const { text, place } of lostText(seen, testimony)) context.report("docx/lost-text", { actual: text, place: place === null ? [] : [place] });
  } catch (error) {
    context.report("docx/not-verified", { params: { reason: reasonOf(error) } });
  }
}

/** The document tree of mammoth, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly children?: readonly Node[];
  readonly notes?: { readonly _notes?: Readonly<Record<string, { readonly body?: readonly Node[] }>> };
}

async function paragraphsOfMammoth(zip: Uint8Array): Promise<string[]> {
  const { default: mammoth } = await import("mammoth");
  const paragraphs: string[] = [];
  await mammoth.convertToHtml(
    { buffer: Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength) },
    {
      externalFileAccess: false,
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      // The tree is all that is wanted; nothing is left to convert.
      transformDocument: (root: Node) => {
        gather(root, paragraphs);
        for (const note of Object.values(root.notes?._notes ?? {})) for (const node of note.body ?? []) gather(node, paragraphs);
        return { ...root, children: [] };
      },
    },
  );
  return paragraphs;
}

function gather(node: Node, paragraphs: string[]): string {
  if (node.type === "text") return typeof node.value === "string" ? node.value : "";
  let text = "";
  for (const child of node.children ?? []) text += gather(child, paragraphs);
  if (node.type !== "paragraph") return text;
  paragraphs.push(text);
  return "";
}

/** A piece of text that only the witness saw. */
interface Lost {
  readonly text: string;
  readonly place: Place | null;
}

/** Paragraphs that both give alike are set aside; the characters of the rest are compared one by one. */
function lostText(seen: readonly string[], testimony: Testimony): Lost[] {
  const own = new Map<string, number>();
  for (const paragraph of testimony.paragraphs) {
    const key = ink(paragraph);
    own.set(key, (own.get(key) ?? 0) + 1);
  }
  const doubtful = seen.filter((paragraph) => {
    const key = ink(paragraph);
    const count = own.get(key) ?? 0;
    if (key !== "" && count > 0) own.set(key, count - 1);
    return key !== "" && count === 0;
  });
  if (doubtful.length === 0) return [];
  const spare = new Map<string, number>();
  for (const [key, count] of own) for (const character of key) spare.set(character, (spare.get(character) ?? 0) + count);
  let symbols = testimony.symbols;
  const finder = new Finder(testimony);
  return doubtful.flatMap((paragraph) => {
    const missing = take(paragraph, spare);
    if (missing === "") return [];
    const count = [...missing].length;
    if (count <= symbols) {
      symbols -= count;
      return [];
    }
    return [{ text: missing, place: finder.find(paragraph, missing) }];
  });
}

/** Takes the characters of a paragraph from those to spare, and gives the ones that are not there. */
function take(paragraph: string, spare: Map<string, number>): string {
  let missing = "";
  for (const character of ink(paragraph)) {
    const count = spare.get(character) ?? 0;
    if (count > 0) spare.set(character, count - 1);
    else missing += character;
  }
  return missing;
}

function ink(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200f\u2010\u2011\u2060\ufeff-]+/gu, "");
}

/** Finds the paragraph element that holds words, each element once. */
class Finder {
  readonly #testimony: Testimony;
  readonly #used = new Set<XmlElement>();

  constructor(testimony: Testimony) {
    this.#testimony = testimony;
  }

  find(paragraph: string, missing: string): Place | null {
    const { roots, placeOf } = this.#testimony;
    for (const wanted of [ink(paragraph), missing]) {
      for (const root of roots) {
        const element = this.#search(root, wanted);
        if (element === null) continue;
        this.#used.add(element);
        const start = ownText(element).indexOf(missing);
        return start === -1 ? placeOf(element, null, null) : placeOf(element, start, start + missing.length);
      }
    }
    return null;
  }

  #search(element: XmlElement, wanted: string): XmlElement | null {
    if (element.name === "w:p" && !this.#used.has(element) && ink(ownText(element)).includes(wanted)) return element;
    for (const child of element.children) {
      const found = this.#search(child, wanted);
      if (found !== null) return found;
    }
    return null;
  }
}

function ownText(element: XmlElement): string {
  let text = element.name === "w:t" ? element.text : ["w:tab", "w:br", "w:cr", "w:ptab", "w:sym", "w:noBreakHyphen"].includes(element.name) ? " " : "";
  for (const child of element.children) if (child.name !== "w:p" && child.name !== "w:pPr") text += ownText(child);
  return text;
}
