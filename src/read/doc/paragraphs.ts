/** Formatting of paragraphs ([MS-DOC] 2.6.2): what is needed to read text, and its paragraph properties. */
import { childOf, type Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";
import { Damage, type Bytes } from "./bytes.ts";
import { isOfTable, operand, type Sprm, type SprmReader } from "./sprms.ts";

/** Formatting of a paragraph on top of its style. */
export interface ParagraphFormat {
  readonly style: number;
  /** Value of `w:jc`. */
  readonly alignment: string | null;
  /** 0 is the outermost, 9 body text. */
  readonly outline: number | null;
  readonly breakBefore: boolean | null;
  /** Number of the list from 1, 0 for none. */
  readonly list: number | null;
  readonly listLevel: number | null;
  /** It stands in a table; in so many, 0 where the file does not count. */
  readonly inTable: boolean;
  readonly itap: number;
  /** Its mark ends a row; that of a table in a cell, where the character is that of any paragraph. */
  readonly endsRow: boolean;
  readonly endsInnerCell: boolean;
  readonly endsInnerRow: boolean;
  /** What defines the row that it ends. */
  readonly row: readonly Sprm[];
}

/** A paragraph of a style of which nothing else is said. */
export function plainParagraph(style: number): ParagraphFormat {
  return { style, alignment: null, outline: null, breakBefore: null, list: null, listLevel: null, inTable: false, itap: 0, endsRow: false, endsInnerCell: false, endsInnerRow: false, row: [] };
}

type Open = { -readonly [K in keyof ParagraphFormat]: ParagraphFormat[K] };

/** Where changes go on that are too long for their page: rows of wide tables ([MS-DOC] 2.9.209). */
export interface Overflow {
  readonly data: Bytes;
  readonly sprms: SprmReader;
}

/** Applies changes in order. */
export function changedParagraph(format: ParagraphFormat, changes: readonly Sprm[], overflow: Overflow): ParagraphFormat {
  if (changes.length === 0) return format;
  const open: Open = { ...format };
  const row: Sprm[] = [];
  const apply = (change: Sprm): void => {
    if (isOfTable(change)) row.push(change);
    else appliers[change.code]?.(open, change);
  };
  for (const change of changes) {
    if (change.code === 0x6645 || change.code === 0x6646) overflowing(change, overflow).forEach(apply);
    else apply(change);
  }
  if (row.length > 0) open.row = [...format.row, ...row];
  return open;
}

/** Tables around a paragraph: the count where one is stated, else one for a paragraph that stands in a table. */
export function depthOf({ inTable, itap }: ParagraphFormat): number {
  return itap > 0 ? itap : inTable ? 1 : 0;
}

function overflowing(change: Sprm, { data, sprms }: Overflow): Sprm[] {
  const at = operand(change);
  if (at + 2 > data.length) throw new Damage("sprmPHugePapx");
  return sprms.read(data, at + 2, data.u16(at));
}

const alignments: Readonly<Record<number, string>> = { 0: "left", 1: "center", 2: "right", 3: "both", 4: "distribute", 5: "mediumKashida", 7: "highKashida", 8: "lowKashida", 9: "thaiDistribute" };
/** Numbers from here on say that the paragraph is in no list, whatever it was before. */
const noList = 0x7ff;

const appliers: Readonly<Record<number, (format: Open, change: Sprm) => void>> = {
  0x2403: (format, change) => { format.alignment = alignments[operand(change)] ?? null; },
  0x2461: (format, change) => { format.alignment = alignments[operand(change)] ?? null; },
  0x2407: (format, change) => { format.breakBefore = operand(change) !== 0; },
  0x2416: (format, change) => { format.inTable = operand(change) !== 0; },
  0x2417: (format, change) => { format.endsRow = operand(change) !== 0; },
  0x244b: (format, change) => { format.endsInnerCell = operand(change) !== 0; },
  0x244c: (format, change) => { format.endsInnerRow = operand(change) !== 0; },
  0x2640: (format, change) => { format.outline = operand(change); },
  0x260a: (format, change) => { format.listLevel = operand(change); },
  0x4600: (format, change) => { format.style = operand(change); },
  0x460b: (format, change) => { format.list = operand(change) >= noList ? 0 : operand(change); },
  0x6649: (format, change) => { format.itap = operand(change); },
  0x664a: (format, { bytes, at }) => { format.itap += bytes.i32(at); },
};

/** Adds the paragraph properties that a format states. */
export function addParagraphProperties(tree: Tree, holder: XmlElement, format: Pick<ParagraphFormat, "alignment" | "outline" | "breakBefore" | "list" | "listLevel">): void {
  const properties = (): XmlElement => childOf(tree, holder, "w:pPr");
  if (format.breakBefore !== null) tree.value(properties(), "w:pageBreakBefore", format.breakBefore ? 1 : 0);
  if (format.list !== null || format.listLevel !== null) {
    const numbering = tree.add(properties(), "w:numPr");
    if (format.listLevel !== null) tree.value(numbering, "w:ilvl", format.listLevel);
    if (format.list !== null) tree.value(numbering, "w:numId", format.list);
  }
  if (format.alignment !== null) tree.value(properties(), "w:jc", format.alignment);
  if (format.outline !== null) tree.value(properties(), "w:outlineLvl", format.outline);
}
