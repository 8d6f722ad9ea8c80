/** Sections ([MS-DOC] 2.8.26, 2.6.4): where they end, how they begin, and the size of their pages. */
import type { Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";
import type { Bytes } from "./bytes.ts";
import { readPlex } from "./plex.ts";
import { operand, type SprmReader } from "./sprms.ts";

/** A section: the position behind its last character, and its properties. */
export interface Section {
  readonly end: number;
  readonly type: "continuous" | "nextColumn" | "nextPage" | "evenPage" | "oddPage";
  readonly titlePage: boolean;
  readonly width: number;
  readonly height: number;
  readonly landscape: boolean;
}

const sectionRow = 12;
const types: readonly Section["type"][] = ["continuous", "nextColumn", "nextPage", "evenPage", "oddPage"];
/** US Letter, which a file need not state, in twentieths of a point. */
const letter = { width: 12240, height: 15840 };

/** The sections in order. */
export function readSections(table: Bytes, stream: Bytes, sprms: SprmReader): Section[] {
  const { positions, data, at, count } = readPlex(table, sectionRow);
  const sections: Section[] = [];
  for (let i = 0; i < count; i++) {
    const section = { end: positions[i + 1] ?? 0, type: "nextPage" as Section["type"], titlePage: false, landscape: false, ...letter };
    const place = data.u32(at(i) + 2);
    const changes = place + 2 <= stream.length ? sprms.read(stream, place + 2, stream.u16(place)) : [];
    for (const change of changes) {
      const value = operand(change);
      if (change.code === 0x3009) section.type = types[value] ?? "nextPage";
      else if (change.code === 0x300a) section.titlePage = value !== 0;
      else if (change.code === 0x301d) section.landscape = value === 2;
      else if (change.code === 0xb01f) section.width = value;
      else if (change.code === 0xb020) section.height = value;
    }
    sections.push(section);
  }
  return sections;
}

/** Adds the properties of a section; `margins` are its references to headers and footers. */
export function addSection(tree: Tree, holder: XmlElement, section: Section, margins: readonly MarginPart[]): void {
  const element = tree.add(holder, "w:sectPr");
  for (const { kind, use, id } of margins) tree.add(element, `w:${kind}Reference`, { "w:type": use, "r:id": id });
  tree.value(element, "w:type", section.type);
  tree.add(element, "w:pgSz", { "w:w": String(section.width), "w:h": String(section.height), ...(section.landscape ? { "w:orient": "landscape" } : {}) });
  if (section.titlePage) tree.add(element, "w:titlePg");
}

/** A header or footer: its section from 0, what it is, and where its words stand among those of all margins. */
export interface MarginPart {
  readonly section: number;
  readonly kind: "header" | "footer";
  readonly use: "default" | "first" | "even";
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Stories of separators of notes stand before those of the first section. */
const separators = 6;
const order = [["header", "even"], ["header", "default"], ["footer", "even"], ["footer", "default"], ["header", "first"], ["footer", "first"]] as const;

/** The headers and footers that have words of their own ([MS-DOC] 2.8.8). */
export function readMargins(table: Bytes): MarginPart[] {
  const { positions } = readPlex(table, 0);
  const parts: MarginPart[] = [];
  for (let i = separators; i + 1 < positions.length; i++) {
    const [kind, use] = order[(i - separators) % order.length] ?? ["header", "default"];
    const start = positions[i] ?? 0;
    // A paragraph mark that nobody sees ends each of them.
    const end = (positions[i + 1] ?? 0) - 1;
    const section = Math.floor((i - separators) / order.length);
    if (end > start) parts.push({ section, kind, use, id: `${kind}${String(i - separators + 1)}`, start, end });
  }
  return parts;
}
