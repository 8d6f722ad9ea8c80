/** What holds inside a group of RTF; groups inherit it and end it. */

/** Where the words of a group go. */
export type Destination =
  | "text"
  | "quiet"
  | "code"
  | "label"
  | "fonts"
  | "styles"
  | "style"
  | "info"
  | "property"
  | "lists"
  | "levelText"
  | "levelNumbers"
  | "objectClass";

/** Formatting and destination. */
export interface State {
  destination: Destination;
  /** Characters behind `\u` that stand for it in older programs. */
  skip: number;
  font: number | null;
  /** The font of Chinese characters, where one is named beside that of Western ones. */
  chineseFont: number | null;
  /** The last of `\loch`, `\hich` and `\dbch` was the last one. */
  chinese: boolean;
  bold: boolean;
  hidden: boolean;
  struck: boolean;
  /** In half-points, null for the usual one. */
  size: number | null;
  deleted: boolean;
  inserted: boolean;
  position: "superscript" | "subscript" | null;
  characterStyle: number | null;
  style: number;
  align: string | null;
  outline: number | null;
  breakBefore: boolean;
  inTable: boolean;
  /** Tables around, 0 where the file does not count. */
  itap: number;
  list: number;
  level: number;
  /** The group is the definition of a row of a table in a cell. */
  nested: boolean;
  /** Name of the property of the document that the group holds. */
  property: string;
}

/** At the start of a document. */
export function openState(): State {
  return {
    destination: "text", skip: 1, font: null, chineseFont: null, chinese: false, bold: false, hidden: false, struck: false, size: null, deleted: false, inserted: false, position: null,
    characterStyle: null, style: 0, align: null, outline: null, breakBefore: false, inTable: false, itap: 0, list: 0, level: 0, nested: false, property: "",
  };
}

/** `\plain`. */
export function plain(state: State, font: number | null): void {
  Object.assign(state, { font, chineseFont: null, chinese: false, bold: false, hidden: false, struck: false, size: null, deleted: false, inserted: false, position: null, characterStyle: null });
}

/** `\pard`. */
export function plainParagraph(state: State): void {
  Object.assign(state, { style: 0, align: null, outline: null, breakBefore: false, inTable: false, itap: 0, list: 0, level: 0 });
}
