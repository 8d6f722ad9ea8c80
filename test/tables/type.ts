/** How wide words are that made pages show: Chinese characters take one em, the rest the widths of Helvetica (Adobe font metrics, thousandths of an em). */

/** From the blank to the tilde. */
const helvetica = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** Whether a character is drawn in the Latin font. */
export function isLatin(character: string): boolean {
  return character >= " " && character <= "~";
}

/** Width of words in ems. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (isLatin(character) ? (helvetica[character.charCodeAt(0) - 32] ?? 0) / 1000 : 1), 0);
}

/** Marks that begin no line. */
const neverFirst = /^[，。；、：）」”！？%]/u;

/** Parts words into lines of at most `width` ems: between Chinese characters anywhere but before a mark, between Latin words at blanks. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const piece of text.match(/[!-~]+ ?| |[^ -~]/gu) ?? []) {
    if (line.length > 0 && widthOf(`${line.join("")}${piece}`.trimEnd()) > width) {
      const carried = neverFirst.test(piece) && line.length > 1 ? line.splice(-1) : [];
      lines.push(line.join("").trimEnd());
      line = carried;
    }
    line.push(piece);
  }
  return line.join("").trim() === "" ? lines : [...lines, line.join("").trimEnd()];
}
