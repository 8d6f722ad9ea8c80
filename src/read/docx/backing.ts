/** What is painted behind a paragraph: white words are seen on a colour. */
import { isShaded, type Styles } from "./styles.ts";
import type { XmlElement } from "../xml.ts";

/** Whether a colour stands behind a paragraph, or may: of its own, of a cell, row or table around it, of a shape, of the page. */
export function standsOnColour(paragraph: XmlElement, styles: Styles): boolean {
  for (let at: XmlElement | null = paragraph; at !== null; at = at.parent) {
    // The fill of a shape is told in other languages than that of the words in its box.
    if (at.name === "w:txbxContent" || at.child("w:background") !== null) return true;
    const properties = at.child(`${at.name}Pr`);
    if (properties === null) continue;
    const shading = properties.child("w:shd");
    if (shading !== null && isShaded(shading)) return true;
    if (styles.shades(properties.valueOf("w:pStyle")) || styles.shades(properties.valueOf("w:tblStyle"))) return true;
  }
  return false;
}
