/** Text as it may be shown: nothing that a stranger wrote steers a terminal, hides words or turns their order about. */

/** Control characters (C0, DEL, C1), marks of direction, separators that nobody sees, tags. Joiners and variation selectors stay: words are written with them. */
const steering = String.raw`[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u206F\uFFF9-\uFFFB\u{E0000}-\u{E007F}]`;
const any = new RegExp(steering, "gu");
const inData = new RegExp(String.raw`${steering}(?<!\n)`, "gu");
const inLines = new RegExp(String.raw`${steering}(?<![\t\r\n])|\r(?!\n)`, "gu");
/** The same without the colours that we print ourselves: red, green, yellow, cyan, and back. */
const inColouredLines = new RegExp(String.raw`${steering}(?<![\t\r\n\u001B])|\r(?!\n)|\u001B(?!\[3[12369]m)`, "gu");

/** Words on one line: line ends become ⏎, all else that steers U+FFFD. */
export function printable(text: string): string {
  return text.replace(/\r?\n/gu, "⏎").replace(any, "\uFFFD");
}

/** Words on several lines: line ends and tabs stay, and colours of our own where they are shown; all else that steers becomes U+FFFD. */
export function harmless(text: string, coloured = false): string {
  return text.replace(coloured ? inColouredLines : inLines, "\uFFFD");
}

/** Data as JSON with a line end. What steers is written as \u escapes: it means the same and is harmless on a terminal. */
export function jsonText(data: unknown, pretty = false): string {
  return `${JSON.stringify(data, null, pretty ? 2 : 0).replace(inData, escaped)}\n`;
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`).join("");
}
