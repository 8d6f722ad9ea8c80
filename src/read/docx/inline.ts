/** The text of one paragraph: runs, fields, links, breaks, notes and what hangs in the text (text boxes, pictures). */
import { symbolText } from "../../rules/symbol-fonts.ts";
import type { AsideKind } from "../aside.ts";
import type { Run } from "./drafts.ts";
import { isPageField, linkOfField, type Fields } from "./fields.ts";
import { branchOf, contentLength, deletions, wrappers } from "./markup.ts";
import { leaveOut, type Notes } from "./notes.ts";
import { isNumberField, type NumberFields } from "./number-fields.ts";
import type { Relationship } from "./parts.ts";
import { unreadObject } from "./objects.ts";
import { withoutMarks } from "../raised.ts";
import { standsOnColour } from "./backing.ts";
import { readLook, toggle, type RunLook, type Styles } from "./styles.ts";
import type { XmlElement } from "../xml.ts";

/** What stands in a paragraph. */
export interface Inline {
  /** Runs between page breaks. */
  readonly stretches: readonly (readonly Run[])[];
  /** What a field shows as the number of the paragraph, null without one. */
  readonly number: string | null;
  /** Text boxes (`w:txbxContent`) and paragraphs that stand inside this one, in the order of their anchors. */
  readonly boxes: readonly XmlElement[];
}

/** How the runs of a paragraph look unless they say otherwise. */
export interface Setting {
  readonly look: RunLook;
  readonly styles: Styles;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly notes: Notes;
  readonly numberFields: NumberFields;
  /** Outline level of the paragraph, outermost 0, null for body text. */
  readonly outline: number | null;
}

/** Faces that stand for bold in Chinese type (GB/T 9704-2012, 7.3), unless the whole document is set in one. */
const headingFace = /黑体|小标宋|粗|SimHei|Heiti|YaHei Bold/iu;

/** Reads the text of a paragraph. */
export function readInline(paragraph: XmlElement, setting: Setting, fields: Fields): Inline {
  const reader = new InlineReader(paragraph, setting, fields);
  reader.children(paragraph, { shown: true, link: null, prompt: standsInPrompt(paragraph) });
  fields.endParagraph();
  return reader.finish();
}

interface State {
  readonly shown: boolean;
  readonly link: string | null;
  /** It is what an empty content control asks for. */
  readonly prompt: boolean;
}

class InlineReader {
  readonly #paragraph: XmlElement;
  readonly #setting: Setting;
  readonly #fields: Fields;
  readonly #stretches: Run[][] = [[]];
  readonly #boxes: XmlElement[] = [];
  #offset = 0;
  /** Typeface of the default style. */
  readonly #bodyFont: string | null;
  /** Runs above the line: whether they are marks of notes shows by the words around them. */
  readonly #raised = new Set<Run>();
  #number: string | null = null;
  #bold: boolean;
  #hidden: boolean;
  #struck: boolean;
  #unseen: boolean;
  #isRaised: boolean;

  constructor(paragraph: XmlElement, setting: Setting, fields: Fields) {
    this.#paragraph = paragraph;
    this.#setting = setting;
    this.#fields = fields;
    this.#bodyFont = setting.styles.paragraph(null).look.font;
    this.#bold = this.#isBold(setting.look.bold, setting.look.font);
    this.#hidden = setting.look.hidden === true;
    this.#struck = setting.look.struck === true;
    this.#unseen = this.#isUnseen([setting.look]);
    this.#isRaised = setting.look.raised === true;
  }

  finish(): Inline {
    const stretches = this.#stretches.map((runs) => withoutMarks(runs, this.#raised, ({ text, offset }) => { this.#setAside("raised-mark", text, offset); }));
    return { stretches, number: this.#number, boxes: this.#boxes };
  }

  #setAside(kind: AsideKind, text: string, offset: number): void {
    this.#setting.notes.aside.push({ kind, text, paragraph: this.#paragraph, offset });
  }

  children(element: XmlElement, state: State): void {
    for (const child of element.children) this.#visit(child, state);
  }

  #visit(element: XmlElement, state: State): void {
    const { name } = element;
    if (name === "w:r") this.#run(element, state);
    else if (name === "w:hyperlink") this.children(element, { ...state, link: this.#target(element) ?? state.link });
    else if (name === "w:fldSimple") this.#simpleField(element, state);
    else if (deletions.has(name)) this.#leaveOut(element);
    else if (name === "w:sdt") this.#wrapper(element, { ...state, prompt: state.prompt || isPrompt(element) });
    else if (wrappers.has(name)) this.#wrapper(element, state);
    else if (name === "mc:AlternateContent") this.#alternative(element, state);
    else if (name === "m:t") this.#text(element.text, state);
    else if (name === "w:p") this.#boxes.push(element);
    else if (element.children.length === 0) this.#inRun(element, state);
    else if (name !== "w:pPr") this.children(element, state);
  }

  /** Also elements that nobody knows are looked through. */
  #wrapper(element: XmlElement, state: State, inRun = false): void {
    if (element.name === "w:ins" || element.name === "w:moveTo") this.#setting.notes.insertions++;
    for (const child of element.children) {
      // The reading aid above the words of a ruby is no part of the sentence.
      if (child.name === "w:rt") this.#offset += contentLength(child);
      else if (inRun && child.name !== "w:r" && !wrappers.has(child.name)) this.#inRun(child, state);
      else this.#visit(child, state);
    }
  }

  #leaveOut(element: XmlElement): void {
    this.#setting.notes.deletions++;
    this.#offset += contentLength(element);
  }

  #alternative(element: XmlElement, state: State): void {
    const branch = branchOf(element);
    for (const child of element.children) {
      if (child === branch) this.children(child, state);
      else this.#offset += contentLength(child);
    }
  }

  #simpleField(element: XmlElement, state: State): void {
    const code = element.attributes["w:instr"] ?? "";
    if (isPageField(code)) this.#setting.notes.pageNumbers.add(this.#paragraph);
    const before = this.#offset;
    this.children(element, { ...state, link: linkOfField(code) ?? state.link });
    if (this.#offset === before) this.#numberField(code, state);
  }

  /** A field without a result that Word shows as a number: the label of the paragraph when nothing stands before it. */
  #numberField(code: string | null, { shown }: State): void {
    if (code === null || !isNumberField(code)) return;
    const number = this.#setting.numberFields.next(code, this.#setting.outline);
    if (!shown || this.#hidden || this.#struck) return;
    if (this.#number === null && this.#stretches.flat().every(({ text }) => text.trim() === "")) this.#number = number;
    else this.#setting.notes.unshownNumbers.push({ text: number, paragraph: this.#paragraph });
  }

  #run(element: XmlElement, state: State): void {
    const properties = element.child("w:rPr");
    const direct = readLook(properties);
    const character = this.#setting.styles.character(properties?.valueOf("w:rStyle") ?? null);
    const bold = direct.bold ?? flip(this.#setting.look.bold, character.bold);
    const font = direct.font ?? character.font ?? this.#setting.look.font;
    this.#bold = this.#isBold(bold, font);
    this.#hidden = direct.hidden ?? flip(this.#setting.look.hidden, character.hidden);
    this.#struck = direct.struck ?? flip(this.#setting.look.struck, character.struck);
    this.#unseen = this.#isUnseen([direct, character, this.#setting.look]);
    this.#isRaised = (direct.raised ?? character.raised ?? this.#setting.look.raised) === true;
    for (const child of element.children) this.#inRun(child, state);
  }

  /** Too small to be read, or white on white. `looks`: the run's own first, then what it inherits. */
  #isUnseen(looks: readonly RunLook[]): boolean {
    const said = (key: "tiny" | "white" | "backed"): boolean => looks.find((look) => look[key] !== null)?.[key] === true;
    return said("tiny") || (said("white") && !said("backed") && !standsOnColour(this.#paragraph, this.#setting.styles));
  }

  #inRun(element: XmlElement, state: State): void {
    switch (element.name) {
      case "w:t":
        this.#text(element.text, state);
        break;
      case "w:tab":
      case "w:ptab":
        this.#text("\t", state);
        break;
      case "w:cr":
        this.#text("\n", state);
        break;
      case "w:br":
        this.#break(element, state);
        break;
      case "w:noBreakHyphen":
        this.#text("-", state);
        break;
      case "w:sym":
        this.#symbol(element, state);
        break;
      case "w:fldChar":
        this.#numberField(this.#fields.mark(element.attributes["w:fldCharType"]), state);
        if (this.#fields.pageNumber) this.#setting.notes.pageNumbers.add(this.#paragraph);
        break;
      case "w:instrText":
        this.#fields.addCode(element.text);
        break;
      case "w:footnoteReference":
        this.#setting.notes.references.push(`footnote/${element.attributes["w:id"] ?? ""}`);
        break;
      case "w:endnoteReference":
        this.#setting.notes.references.push(`endnote/${element.attributes["w:id"] ?? ""}`);
        break;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        this.#object(element, state);
        break;
      case "w:rPr":
        break;
      case "mc:AlternateContent": {
        const branch = branchOf(element);
        for (const child of element.children) {
          if (child === branch) for (const inner of child.children) this.#inRun(inner, state);
          else this.#offset += contentLength(child);
        }
        break;
      }
      default:
        this.#wrapper(element, state, true);
    }
  }

  #text(text: string, { shown, link, prompt }: State): void {
    const offset = this.#offset;
    this.#offset += text.length;
    if (text === "" || !shown) return;
    this.#fields.print();
    if (!this.#fields.shown) {
      this.#setting.notes.leftOut.push(text);
      return;
    }
    const kind = this.#hidden ? "hidden" : prompt ? "prompt" : this.#struck && text !== "\n" ? "struck" : this.#unseen && text.trim() !== "" ? "unseen" : null;
    if (kind !== null) {
      this.#setAside(kind, text, offset);
      return;
    }
    const run = { text, paragraph: this.#paragraph, offset, bold: this.#bold, link: link ?? this.#fields.link };
    if (this.#isRaised) this.#raised.add(run);
    this.#stretches.at(-1)?.push(run);
  }

  #break(element: XmlElement, state: State): void {
    if (element.attributes["w:type"] !== "page") {
      this.#text("\n", state);
      return;
    }
    this.#offset++;
    if (!this.#hidden) this.#stretches.push([]);
  }

  #symbol(element: XmlElement, state: State): void {
    this.#setting.notes.symbols++;
    this.#text(symbolText(element.attributes["w:font"] ?? "", element.attributes["w:char"] ?? ""), state);
  }

  #isBold(bold: boolean | null, font: string | null): boolean {
    return bold === true || (font !== null && font !== this.#bodyFont && headingFace.test(font));
  }

  #target(element: XmlElement): string | null {
    const relationship = this.#setting.relationships.get(element.attributes["r:id"] ?? "");
    return relationship?.external === true ? relationship.target : null;
  }

  #object(element: XmlElement, state: State): void {
    if (state.shown && !this.#hidden && this.#fields.shown) this.#lookInto(element);
    else leaveOut(element, this.#setting.notes);
    this.#offset += contentLength(element);
  }

  /** Finds the text boxes of a drawing, and objects whose words stand elsewhere. */
  #lookInto(element: XmlElement): void {
    if (element.name === "w:object" && this.#embedded(element)) return;
    for (const child of element.children) {
      const unread = unreadObject(child);
      if (child.name === "w:txbxContent") this.#boxes.push(child);
      else if (unread !== null) this.#setting.notes.unread.push(unread);
      else if (child.name === "mc:AlternateContent") {
        const branch = branchOf(child);
        if (branch !== null) this.#lookInto(branch);
      } else this.#lookInto(child);
    }
  }

  /** An embedded file; the picture beside it only shows its face. */
  #embedded(element: XmlElement): boolean {
    const object = element.child("o:OLEObject");
    if (object === null) return false;
    this.#setting.notes.unread.push({ kind: "嵌入对象", name: object.attributes["ProgID"] ?? "", element: object });
    return true;
  }
}

/** Toggle properties of a paragraph style and a character style cancel each other out (17.7.3). */
function flip(paragraph: boolean | null, character: boolean | null): boolean {
  return character === true ? paragraph !== true : paragraph === true;
}

/** Whether a content control shows its prompt (ISO/IEC 29500-1, 17.5.2.39). */
function isPrompt(control: XmlElement): boolean {
  return toggle(control.child("w:sdtPr"), "w:showingPlcHdr") === true;
}

function standsInPrompt(paragraph: XmlElement): boolean {
  for (let at = paragraph.parent; at !== null; at = at.parent) if (at.name === "w:sdt" && isPrompt(at)) return true;
  return false;
}
