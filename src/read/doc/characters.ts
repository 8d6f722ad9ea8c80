/** Formatting of characters ([MS-DOC] 2.6.1): what is needed to read text, and its run properties. */
import { childOf, type Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";
import { operand, type Sprm } from "./sprms.ts";

/** On, off, as the style, or against it; null where nothing is said. */
export type Switch = "on" | "off" | "as-style" | "against-style" | null;

/** Formatting of a run of characters on top of its styles. */
export interface CharacterFormat {
  readonly bold: Switch;
  readonly struck: Switch;
  readonly doublyStruck: Switch;
  readonly hidden: Switch;
  /** In half-points. */
  readonly size: number | null;
  readonly inserted: boolean;
  readonly deleted: boolean;
  /** `superscript`, `subscript`, `baseline`. */
  readonly position: string | null;
  /** Numbers in the tables of styles and fonts. */
  readonly style: number | null;
  readonly chineseFont: number | null;
  readonly westernFont: number | null;
  /** Special characters stand for something else: a picture, a note. */
  readonly special: boolean;
  /** The special character is an embedded file, or data of a form field. */
  readonly embedded: boolean;
  readonly data: boolean;
  readonly symbol: { readonly font: number; readonly code: number } | null;
  /** Where a picture stands in the stream `Data`. */
  readonly picture: number | null;
}

/** Nothing said. */
export const plainCharacters: CharacterFormat = {
  bold: null, struck: null, doublyStruck: null, hidden: null, size: null, inserted: false, deleted: false, position: null, style: null, chineseFont: null, westernFont: null,
  special: false, embedded: false, data: false, symbol: null, picture: null,
};

type Open = { -readonly [K in keyof CharacterFormat]: CharacterFormat[K] };

/** Applies changes in order. */
export function changedCharacters(format: CharacterFormat, changes: readonly Sprm[]): CharacterFormat {
  if (changes.length === 0) return format;
  const open: Open = { ...format };
  for (const change of changes) appliers[change.code]?.(open, change);
  return open;
}

const appliers: Readonly<Record<number, (format: Open, change: Sprm) => void>> = {
  0x0800: (format, change) => { format.deleted = operand(change) !== 0; },
  0x0801: (format, change) => { format.inserted = operand(change) !== 0; },
  0x0806: (format, change) => { format.data = operand(change) !== 0; },
  0x080a: (format, change) => { format.embedded = operand(change) !== 0; },
  0x0835: (format, change) => { format.bold = switchOf(change, format.bold); },
  0x0837: (format, change) => { format.struck = switchOf(change, format.struck); },
  0x083c: (format, change) => { format.hidden = switchOf(change, format.hidden); },
  0x0855: (format, change) => { format.special = operand(change) !== 0; },
  0x0856: (format, change) => { format.embedded = operand(change) !== 0; },
  0x2a33: (format) => { Object.assign(format, { bold: null, struck: null, doublyStruck: null, hidden: null, size: null, position: null, chineseFont: null, westernFont: null }); },
  0x2a48: (format, change) => { format.position = ["baseline", "superscript", "subscript"][operand(change)] ?? null; },
  0x2a53: (format, change) => { format.doublyStruck = switchOf(change, format.doublyStruck); },
  0x4a30: (format, change) => { format.style = operand(change); },
  0x4a43: (format, change) => { format.size = operand(change); },
  0x4a4f: (format, change) => { format.westernFont = operand(change); },
  0x4a50: (format, change) => { format.chineseFont = operand(change); },
  0x6a03: (format, change) => { format.picture = operand(change); },
  0x6a09: (format, { bytes, at }) => { format.symbol = { font: bytes.u16(at), code: bytes.u16(at + 2) }; },
};

/** “As the style” on top of an earlier change takes it back. */
function switchOf(change: Sprm, before: Switch): Switch {
  switch (operand(change)) {
    case 0:
      return "off";
    case 1:
      return "on";
    case 0x80:
      return "as-style";
    case 0x81:
      return "against-style";
    default:
      return before;
  }
}

/** What styles say of the four switches, and the names of fonts. */
export interface Surroundings {
  readonly styled: Readonly<Record<"bold" | "struck" | "doublyStruck" | "hidden", boolean>>;
  readonly fontName: (index: number | null) => string | null;
}

const switches = [["bold", "w:b"], ["struck", "w:strike"], ["doublyStruck", "w:dstrike"], ["hidden", "w:vanish"]] as const;

/** Adds the run properties that a format states. */
export function addRunProperties(tree: Tree, holder: XmlElement, format: CharacterFormat, { styled, fontName }: Surroundings): void {
  const properties = (): XmlElement => childOf(tree, holder, "w:rPr");
  if (format.style !== null) tree.value(properties(), "w:rStyle", format.style);
  for (const [key, name] of switches) {
    const value = format[key];
    if (value === "on" || value === "off") tree.value(properties(), name, value === "on" ? 1 : 0);
    else if (value === "against-style") tree.value(properties(), name, styled[key] ? 0 : 1);
  }
  if (format.size !== null) tree.value(properties(), "w:sz", format.size);
  if (format.position !== null) tree.value(properties(), "w:vertAlign", format.position);
  const font = fontName(format.chineseFont);
  if (font !== null) tree.add(properties(), "w:rFonts", { "w:eastAsia": font });
}
