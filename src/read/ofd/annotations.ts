/** What stands on pages beside their content (GB/T 33190-2016, 15): stamps and typed notes are drawn, watermarks are furniture, remarks are named. */
import type { OfficeParts } from "../office-parts.ts";
import type { XmlElement } from "../xml.ts";
import { attributeOf, childOf, childrenOf, locationOf, textOf } from "./element.ts";

/** An annotation that is shown. */
export interface Annotation {
  /** What it draws, null for nothing. */
  readonly appearance: XmlElement | null;
  readonly watermark: boolean;
  /** What its author says of it, empty for nothing. */
  readonly remark: string;
}

/** Opens the annotations of a document: those of a page by its id. `part` is the file of the document. */
export async function openAnnotations(parts: OfficeParts, root: XmlElement, part: string): Promise<(page: string) => Promise<readonly Annotation[]>> {
  const list = textOf(root, "annotations");
  const file = list === null ? "" : locationOf(list, part);
  const pages = list !== null && parts.has(file) ? await parts.xml(file) : null;
  const files = new Map(childrenOf(pages, "page").map((page) => [attributeOf(page, "PageID") ?? "", locationOf(textOf(page, "fileloc") ?? "", file)]));
  return async (page) => {
    const own = files.get(page);
    return own === undefined || !parts.has(own) ? [] : childrenOf(await parts.xml(own), "annot").flatMap(annotationOf);
  };
}

function annotationOf(element: XmlElement): Annotation[] {
  if (attributeOf(element, "Visible") === "false") return [];
  return [{ appearance: childOf(element, "appearance"), watermark: attributeOf(element, "Type") === "Watermark", remark: (textOf(element, "remark") ?? "").trim() }];
}
