/** Where elements stand in the parts of a package. */
import type { XmlElement } from "../xml.ts";

/** Paths of elements: `word/document.xml#/w:document/w:body/w:tbl[1]/w:tr[3]/w:tc[2]/w:p[1]`. */
export class Paths {
  readonly #names = new Map<XmlElement, string>();
  readonly #paths = new Map<XmlElement, string>();

  /** Names the part that a root element belongs to. */
  addPart(root: XmlElement, name: string): void {
    this.#names.set(root, name);
  }

  /** The path of an element: its part, then the names from the root, each with its position among siblings of one name. */
  of(element: XmlElement): string {
    const known = this.#paths.get(element);
    if (known !== undefined) return known;
    const { parent, name } = element;
    const step = unique.has(name) ? name : `${name}[${String(element.position)}]`;
    const path = parent === null ? `${this.#names.get(element) ?? ""}#/${name}` : `${this.of(parent)}/${step}`;
    this.#paths.set(element, path);
    return path;
  }
}

/** Elements that their parent can hold only once. */
const unique: ReadonlySet<string> = new Set(["w:body", "w:sdtContent", "w:txbxContent", "w:tblGrid", "w:pPr", "w:rPr"]);
