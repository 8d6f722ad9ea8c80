/** What the words of a table cell say of going on, at the end of a page or of a line: cells that await more, and words that begin none. */

/** Words by how they end or begin. Patterns match words without blanks. */
export interface ContinuationRow {
  readonly id: string;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

export const continuations = {
  /** A mark after which a cell is never complete. */
  awaiting: {
    id: "continuation:awaiting",
    pattern: /[、，,（(《〈“‘「『【〔[]$/u,
    examples: ["市财政局、", "完善制度，", "责任单位（", "印发《"],
    not: ["市财政局", "完善制度；", "责任单位）", "年底前完成。"],
  },
  /** A mark after which a cell may be complete, where its column is written so. */
  pausing: { id: "continuation:pausing", pattern: /[；;]$/u, examples: ["建立台账；", "a;"], not: ["建立台账。", "建立台账，"] },
  /** Marks that begin no cell. */
  neverFirst: {
    id: "continuation:never-first",
    pattern: /^[、，。；：！？,.;:)）》〉”’」』】〕\]%％]/u,
    examples: ["、县民政局", "）组织实施", "》的通知", "%以上"],
    not: ["县民政局", "（一）组织实施", "《通知》"],
  },
  /** An addition in brackets, which is no outline number: a label goes on with its points. */
  addition: {
    id: "continuation:addition",
    pattern: /^[(（](?![一二三四五六七八九十\d]{1,3}[)）])/u,
    examples: ["（6分）", "(含乡镇)"],
    not: ["（六）公开", "(3)公开", "6分"],
  },
  /** A number at the head of a row. */
  numbered: {
    id: "continuation:numbered",
    pattern: /^(?:[(（]?[\d一二三四五六七八九十]{1,3}[)）、.．]|\d{1,3}(?:[-–.．]\d{1,3})+|第[\d一二三四五六七八九十]{1,3})/u,
    examples: ["1-2", "1.推进公开", "（三）推进公开", "第五项"],
    not: ["推进公开", "2021年", "200万元"],
  },
  /** Figures, amounts and ticks, which fill one line and never go on. */
  figures: {
    id: "continuation:figures",
    pattern: /^[\d.,，%％+\-−–—/√×○●☑☐]+[万亿]?[元个项间处座套户亩]?$/u,
    examples: ["1,200", "85%", "30万元", "√", "12个"],
    not: ["12个月内", "市财政局", "2021年"],
  },
  /** A year that awaits its month in the line below. */
  year: { id: "continuation:year", pattern: /\d年$/u, examples: ["2031年"], not: ["三年", "2031年底"] },
  /** A month that may stand below its year. */
  month: { id: "continuation:month", pattern: /^\d{1,2}\s?月/u, examples: ["10月底前", "9 月"], not: ["月底前", "2031年9月"] },
  /** The name of a month that awaits its year in the line below. */
  monthName: {
    id: "continuation:month-name",
    pattern: /^(?:\d{1,2} ?)?(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?$/u,
    examples: ["March", "Sept.", "12 June"],
    not: ["March 2025", "Marches", "Mayor"],
  },
  /** A year that may stand below its month. */
  yearAlone: { id: "continuation:year-alone", pattern: /^(?:19|20)\d{2}$/u, examples: ["2025"], not: ["1234", "20251"] },
} as const satisfies Readonly<Record<string, ContinuationRow>>;

const brackets = [["（", "）"], ["(", ")"], ["《", "》"], ["“", "”"], ["「", "」"], ["【", "】"]] as const;

/** Whether words cannot end here: behind a comma, or within brackets. */
export function awaitsMore(words: string): boolean {
  return continuations.awaiting.pattern.test(words) || brackets.some(([open, close]) => words.lastIndexOf(open) > words.lastIndexOf(close));
}

/** Whether words end with a mark that parts clauses. */
export function pauses(words: string): boolean {
  return continuations.pausing.pattern.test(words);
}

/** Whether words cannot begin here. */
export function cannotBegin(words: string): boolean {
  return continuations.neverFirst.pattern.test(words);
}

/** Whether words add to others, as a label does that goes on with its points: （6分）. */
export function adds(words: string): boolean {
  return continuations.addition.pattern.test(words);
}

/** Whether words are figures only. */
export function isFigures(words: string): boolean {
  return continuations.figures.pattern.test(words);
}

/** Whether words count rows: whole numbers, `fewest` or more, each greater by one than the one before. */
export function countsRows(words: readonly string[], fewest = 3): boolean {
  return words.length >= fewest && words.every((word, i) => /^\d{1,4}$/u.test(word) && (i === 0 || Number(word) === Number(words[i - 1]) + 1));
}

/** Whether a row with these first words has a number of its own. */
export function beginsNumbered(words: string): boolean {
  return continuations.numbered.pattern.test(words);
}

/** Whether a time was cut between its year and its month, 2031年 / 10月底前, or between a month and its year. */
export function isCutTime(above: string, words: string): boolean {
  if (continuations.monthName.pattern.test(above) && continuations.yearAlone.pattern.test(words)) return true;
  return continuations.year.pattern.test(above) && continuations.month.pattern.test(words);
}
