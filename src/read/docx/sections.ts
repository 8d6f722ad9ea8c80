/** Sections of a document (ISO/IEC 29500-1, 17.6): where they start a new page, and their headers and footers. */
import { within } from "./markup.ts";
import { toggle } from "./styles.ts";
import type { XmlElement } from "../xml.ts";

/** A reference to a header or footer part. */
export interface MarginReference {
  readonly kind: "header" | "footer";
  readonly use: "default" | "first" | "even";
  readonly id: string;
}

/** The first blocks of sections that start on a new page: all but continuous ones, and those that turn the page. */
export function sectionBreaks(root: XmlElement): ReadonlySet<XmlElement> {
  const starts = new Set<XmlElement>();
  let before: XmlElement | null = null;
  let start: XmlElement | null = null;
  const close = (section: XmlElement): void => {
    if (before !== null && start !== null && (section.valueOf("w:type") !== "continuous" || turns(before, section))) starts.add(start);
    before = section;
    start = null;
  };
  for (const block of within(root)) {
    if (block.name === "w:sectPr") {
      close(block);
      continue;
    }
    if (block.name !== "w:p" && block.name !== "w:tbl") continue;
    start ??= block;
    const section = block.child("w:pPr")?.child("w:sectPr") ?? null;
    if (section !== null) close(section);
  }
  return starts;
}

/** A page cannot change its size or orientation, whatever the section says. */
function turns(before: XmlElement, after: XmlElement): boolean {
  const size = (section: XmlElement): string => {
    const { "w:w": width = "", "w:h": height = "", "w:orient": orientation = "portrait" } = section.child("w:pgSz")?.attributes ?? {};
    return `${width} ${height} ${orientation}`;
  };
  return size(before) !== size(after);
}

/** The headers and footers that are shown, section by section; a section that names none shows those of the one before (17.10.1). First ones show where the section has a title page, even ones where the file parts even and odd pages. */
export function marginReferences(root: XmlElement, evenAndOdd: boolean): MarginReference[] {
  const sections: XmlElement[] = [];
  for (const block of within(root)) {
    const section = block.name === "w:sectPr" ? block : (block.child("w:pPr")?.child("w:sectPr") ?? null);
    if (section !== null) sections.push(section);
  }
  const seen = new Set<string>();
  const inherited = new Map<string, MarginReference>();
  return sections.flatMap((section) => {
    for (const child of section.children) {
      const reference = referenceOf(child);
      if (reference !== null) inherited.set(`${reference.kind}/${reference.use}`, reference);
    }
    const titlePage = toggle(section, "w:titlePg") === true;
    return [...inherited.values()].filter(({ use, id }) => {
      if ((use === "first" && !titlePage) || (use === "even" && !evenAndOdd) || seen.has(id)) return false;
      seen.add(id);
      return true;
    });
  });
}

function referenceOf({ name, attributes }: XmlElement): MarginReference | null {
  if (name !== "w:headerReference" && name !== "w:footerReference") return null;
  const type = attributes["w:type"];
  const use = type === "first" || type === "even" ? type : "default";
  return { kind: name === "w:headerReference" ? "header" : "footer", use, id: attributes["r:id"] ?? "" };
}
