/** The elements of WordprocessingML by their part in reading: wrappers that are looked through, and what is not shown. */
import type { XmlElement } from "../xml.ts";

/** Wrappers around blocks, rows, cells and runs. Insertions and the new place of moved text are part of the document. */
export const wrappers: ReadonlySet<string> = new Set(["w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent", "w:dir", "w:bdo", "w:fldSimple", "w:ruby", "w:rubyBase"]);

/** Deleted text and the old place of moved text. */
export const deletions: ReadonlySet<string> = new Set(["w:del", "w:moveFrom"]);

/** Elements that no reader needs: left out while parsing. */
export const unneeded: ReadonlySet<string> = new Set([
  "w:proofErr", "w:bookmarkStart", "w:bookmarkEnd", "w:lang", "w:szCs", "w:spacing", "w:ind", "w:kern", "w:bCs", "w:iCs",
  "w:tcBorders", "w:tblBorders", "w:tblCellMar", "w:tcMar", "w:pBdr", "w:tblLook", "w:latentStyles", "w:tabs", "w:snapToGrid", "w:adjustRightInd",
  "w:commentRangeStart", "w:commentRangeEnd", "w:permStart", "w:permEnd", "w:rsids", "w:themeFontLang", "w:tblPrChange", "w:pPrChange", "w:rPrChange", "w:trPrChange",
  "w:tcPrChange", "w:sectPrChange", "w:tblGridChange", "w:tblPrExChange", "w:numberingChange",
]);

/** The children of an element, with those of wrappers in their place. Deleted ones are left out. */
export function* within(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === "w:sdt" || wrappers.has(child.name)) yield* within(child);
    else if (child.name === "mc:AlternateContent") {
      const branch = branchOf(child);
      if (branch !== null) yield* within(branch);
    } else if (!deletions.has(child.name)) yield child;
  }
}

/** The one branch of an alternative that is read: the first that holds text, else the first of all. */
export function branchOf(alternatives: XmlElement): XmlElement | null {
  const branches = alternatives.children.filter(({ name }) => name === "mc:Choice" || name === "mc:Fallback");
  return branches.find(holdsText) ?? branches[0] ?? null;
}

function holdsText(element: XmlElement): boolean {
  return element.children.some((child) => (isText(child.name) && child.text !== "") || child.name === "w:sym" || holdsText(child));
}

function isText(name: string): boolean {
  return name === "w:t" || name === "m:t";
}

const single: ReadonlySet<string> = new Set(["w:tab", "w:ptab", "w:br", "w:cr", "w:noBreakHyphen", "w:sym"]);

/** Length of the text content of an element, as {@link Run} defines it. */
export function contentLength(element: XmlElement): number {
  if (isText(element.name)) return element.text.length;
  if (single.has(element.name)) return 1;
  let length = 0;
  for (const child of element.children) if (child.name !== "w:p" && child.name !== "w:pPr") length += contentLength(child);
  return length;
}
