/** What words say about going on: those that await more, and those that begin nothing. */

/** A mark after which a cell is never complete. */
const awaiting = /[、，,（(《〈“‘「『【〔[]$/u;

/** A mark after which a cell may be complete, where its column is written so. */
const pausing = /[；;]$/u;

/** Marks that begin no cell. */
const neverFirst = /^[、，。；：！？,.;:)）》〉”’」』】〕\]%％]/u;

/** An addition in brackets, which is no outline number. */
const addition = /^[(（](?![一二三四五六七八九十\d]{1,3}[)）])/u;

/** A number at the head of a row. */
const numbered = /^(?:[(（]?[\d一二三四五六七八九十]{1,3}[)）、.．]|\d{1,3}(?:[-–.．]\d{1,3})+|第[\d一二三四五六七八九十]{1,3})/u;

/** Figures, amounts and ticks fill one line and never go on. */
const figures = /^[\d.,，%％+\-−–—/√×○●☑☐]+[万亿]?[元个项间处座套户亩]?$/u;

const brackets = [["（", "）"], ["(", ")"], ["《", "》"], ["“", "”"], ["「", "」"], ["【", "】"]] as const;

/** Whether words cannot end here: behind a comma, or within brackets. */
export function awaitsMore(words: string): boolean {
  return awaiting.test(words) || brackets.some(([open, close]) => words.lastIndexOf(open) > words.lastIndexOf(close));
}

/** Whether words end with a mark that parts clauses. */
export function pauses(words: string): boolean {
  return pausing.test(words);
}

/** Whether words cannot begin here. */
export function cannotBegin(words: string): boolean {
  return neverFirst.test(words);
}

/** Whether words add to others, as a label does that goes on with its points: （6分）. */
export function adds(words: string): boolean {
  return addition.test(words);
}

/** Whether words are figures only. */
export function isFigures(words: string): boolean {
  return figures.test(words);
}

/** Whether words count rows: whole numbers, three or more, each greater by one than the one before. */
export function countsRows(words: readonly string[]): boolean {
  return words.length >= 3 && words.every((word, i) => /^\d{1,4}$/u.test(word) && (i === 0 || Number(word) === Number(words[i - 1]) + 1));
}

/** Whether a row with these first words has a number of its own. */
export function beginsNumbered(words: string): boolean {
  return numbered.test(words);
}
