/** What is painted behind a paragraph: white words are seen on a colour. */
import { isShaded, type Styles } from "./styles.ts";
import type { XmlElement } from "../xml.ts";

/** Whether a colour stands behind a paragraph, or may: of its own, of a cell, row or table around it, of a shape, of the page. */
export function standsOnColour(paragraph: XmlElement, styles: Styles): boolean {
  for (let at: XmlElement | null = paragraph; at !== null; at = at.parent) {
    if (shapes.has(at.name) || at.child("w:background") !== null) return true;
    const properties = at.child(`${at.name}Pr`);
    if (properties === null) continue;
    const shading = properties.child("w:shd");
    if (shading !== null && isShaded(shading)) return true;
    if (styles.shades(properties.valueOf("w:pStyle")) || styles.shades(properties.valueOf("w:tblStyle"))) return true;
  }
  return false;
}

/** Text boxes: the fill of their shape is told in other languages. */
const shapes: ReadonlySet<string> = new Set(["w:txbxContent"]);
