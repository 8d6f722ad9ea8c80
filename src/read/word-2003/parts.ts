/**
 * The elements of Word 2003 XML in those of today (ISO/IEC 29500-1): nearly all have kept their names. Notes, headers and footers stood where they
 * belong, and get parts of their own; lists, tracked changes and links were written otherwise.
 */
import { numberFormatOf } from "../docx/number-codes.ts";
import type { Part, PartKind, Relationship, WordParts } from "../docx/parts.ts";
import { Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";

/** Elements around others that say where a program would show them. */
const hints = /^wx:(?:sect|sub-section|pBdrGroup|apo|borders|allowEmptyCollapse)$/u;
const renamed: Readonly<Record<string, string>> = { "w:vmerge": "w:vMerge", "w:hmerge": "w:hMerge", "w:listPr": "w:numPr", "w:hlink": "w:hyperlink", "w:ftr": "w:footerReference", "w:hdr": "w:headerReference" };
const changes: Readonly<Record<string, string>> = { "Word.Insertion": "w:ins", "Word.Deletion": "w:del" };
const uses: Readonly<Record<string, string>> = { odd: "default", even: "even", first: "first" };
const properties: Readonly<Record<string, string>> = { "o:Title": "dc:title", "o:Subject": "dc:subject", "o:Author": "dc:creator", "o:Keywords": "cp:keywords", "o:LastAuthor": "cp:lastModifiedBy", "o:Created": "dcterms:created", "o:LastSaved": "dcterms:modified" };

const none: ReadonlyMap<string, Relationship> = new Map();

/** The parts of a document; `limit` bounds the elements that are made of it. */
export function partsOf(root: XmlElement, limit: number): WordParts {
  return new Converter(root, new Tree(limit)).parts();
}

class Converter {
  readonly #root: XmlElement;
  readonly #tree: Tree;
  readonly #notes: Readonly<Record<"footnote" | "endnote", XmlElement>>;
  readonly #relationships = new Map<string, Relationship>();
  readonly #margins = new Map<string, XmlElement>();

  constructor(root: XmlElement, tree: Tree) {
    this.#root = root;
    this.#tree = tree;
    this.#notes = { footnote: tree.add(null, "w:footnotes"), endnote: tree.add(null, "w:endnotes") };
  }

  parts(): WordParts {
    const main = this.#tree.add(null, "w:document");
    for (const body of this.#all("w:body")) this.#copy(body, main);
    const settings = this.#tree.add(null, "w:settings");
    for (const own of this.#all("w:docPr")) this.#inside(own, settings);
    const styles = this.#tree.add(null, "w:styles");
    for (const own of this.#all("w:styles")) this.#inside(own, styles);
    const related: Readonly<Record<PartKind, XmlElement>> = { styles, settings, numbering: this.#numbering(), footnotes: this.#notes.footnote, endnotes: this.#notes.endnote };
    const info = this.#properties();
    return {
      main: { name: "wordDocument", root: main, relationships: this.#relationships },
      related: (kind) => Promise.resolve(partOf(`wordDocument/${kind}`, related[kind])),
      margin: (target) => Promise.resolve(partOf(`wordDocument/${target}`, this.#margins.get(target) ?? null)),
      properties: () => Promise.resolve(partOf("wordDocument/properties", info)),
      forWitness: () => null,
    };
  }

  #all(name: string): XmlElement[] {
    return this.#root.children.filter((child) => child.name === name);
  }

  #inside(element: XmlElement, holder: XmlElement): void {
    for (const child of element.children) this.#copy(child, holder);
  }

  #copy(element: XmlElement, holder: XmlElement): void {
    const { name, attributes, text } = element;
    if (hints.test(name) || name === "aml:content") this.#inside(element, holder);
    else if (name === "aml:annotation") this.#annotation(element, holder);
    else if ((name === "w:footnote" || name === "w:endnote") && holder.name === "w:r") this.#note(name === "w:footnote" ? "footnote" : "endnote", element, holder);
    else if (name === "w:hdr" || name === "w:ftr") this.#margin(name, element, holder);
    else if (name === "w:ilfo") this.#tree.add(holder, "w:numId", attributes);
    else {
      const made = this.#tree.add(holder, renamed[name] ?? name, this.#attributes(element));
      made.text = text;
      this.#inside(element, made);
    }
  }

  #attributes({ name, attributes }: XmlElement): Readonly<Record<string, string>> {
    if (name === "w:rFonts") return { ...attributes, "w:eastAsia": attributes["w:fareast"] ?? "" };
    if (name !== "w:hlink") return attributes;
    const target = attributes["w:dest"];
    if (target === undefined) return { "w:anchor": attributes["w:bookmark"] ?? "" };
    return { "r:id": this.#relate("hyperlink", target, true) };
  }

  #relate(type: string, target: string, external: boolean): string {
    const id = `rId${String(this.#relationships.size + 1)}`;
    this.#relationships.set(id, { type, target, external });
    return id;
  }

  /** A tracked change keeps its words; marks in properties say the same of a paragraph or row; bookmarks and comments hold none. */
  #annotation(element: XmlElement, holder: XmlElement): void {
    const kind = changes[element.attributes["w:type"] ?? ""];
    if (kind !== undefined) this.#inside(element, this.#tree.add(holder, kind));
  }

  #note(kind: "footnote" | "endnote", element: XmlElement, run: XmlElement): void {
    const root = this.#notes[kind];
    const id = String(root.children.length + 1);
    this.#tree.add(run, `w:${kind}Reference`, { "w:id": id });
    this.#inside(element, this.#tree.add(root, `w:${kind}`, { "w:id": id }));
  }

  #margin(name: "w:hdr" | "w:ftr", element: XmlElement, holder: XmlElement): void {
    const kind = name === "w:hdr" ? "header" : "footer";
    const target = `${kind}${String(this.#margins.size + 1)}`;
    const root = this.#tree.add(null, name);
    this.#margins.set(target, root);
    this.#inside(element, root);
    this.#tree.add(holder, `w:${kind}Reference`, { "w:type": uses[element.attributes["w:type"] ?? ""] ?? "default", "r:id": this.#relate(kind, target, false) });
  }

  #numbering(): XmlElement {
    const root = this.#tree.add(null, "w:numbering");
    for (const list of this.#all("w:lists").flatMap(({ children }) => children)) {
      if (list.name === "w:listDef") this.#list(list, root);
      else if (list.name === "w:list") {
        const number = this.#tree.add(root, "w:num", { "w:numId": list.attributes["w:ilfo"] ?? "" });
        for (const child of list.children) if (child.name === "w:ilst") this.#tree.add(number, "w:abstractNumId", child.attributes);
        for (const child of list.children) if (child.name === "w:lvlOverride") this.#level(child, number);
      }
    }
    return root;
  }

  #list(list: XmlElement, root: XmlElement): void {
    const made = this.#tree.add(root, "w:abstractNum", { "w:abstractNumId": list.attributes["w:listDefId"] ?? "" });
    this.#levels(list, made);
  }

  #levels(list: XmlElement, made: XmlElement): void {
    for (const child of list.children) {
      if (child.name === "w:lvl") this.#level(child, made);
      else if (child.name === "w:listStyleLink") this.#tree.add(made, "w:numStyleLink", child.attributes);
      else if (child.name === "w:styleLink") this.#tree.add(made, "w:styleLink", child.attributes);
    }
  }

  /** A level, or what overrides one; formats were numbers, and none is decimal. */
  #level(level: XmlElement, holder: XmlElement): void {
    const made = this.#tree.add(holder, level.name, level.attributes);
    if (level.name === "w:lvl") this.#tree.value(made, "w:numFmt", numberFormatOf(Number(level.valueOf("w:nfc") ?? 0)));
    for (const child of level.children) {
      if (child.name === "w:lvl") this.#level(child, made);
      else if (child.name !== "w:nfc") this.#copy(child, made);
    }
  }

  #properties(): XmlElement {
    const root = this.#tree.add(null, "cp:coreProperties");
    for (const { name, text } of this.#all("o:DocumentProperties").flatMap(({ children }) => children)) {
      const today = properties[name];
      if (today !== undefined) this.#tree.words(root, today, text);
    }
    return root;
  }
}

function partOf(name: string, root: XmlElement | null): Part | null {
  return root === null ? null : { name, root, relationships: none };
}
