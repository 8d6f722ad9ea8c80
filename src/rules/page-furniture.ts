/** Lines that number the pages. A line is folded before: no blanks, half-width digits. */

/** A way to print the number of a page. */
export interface PageNumberForm {
  readonly id: string;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

export const pageNumberForms: readonly PageNumberForm[] = [
  { id: "page:dashes", pattern: /^[—–‒―\-－·•~]{1,3}\d{1,4}[—–‒―\-－·•~]{1,3}$/u, examples: ["— 3 —", "-12-", "－ 3 －", "·5·"], not: ["2020-2025", "—", "-"] },
  { id: "page:plain", pattern: /^\d{1,4}$/u, examples: ["3", "128"], not: ["3.", "（3）", "13945"] },
  { id: "page:roman", pattern: /^[ivxlc]{1,7}$/iu, examples: ["iv", "XII"], not: ["一", "vitamin"] },
  { id: "page:of", pattern: /^\d{1,4}[/／]\d{1,4}$/u, examples: ["3/17", "3 / 17"], not: ["3/17/2"] },
  { id: "page:words", pattern: /^第\d{1,4}页(?:[,，/／]?共\d{1,4}页)?$/u, examples: ["第 3 页", "第3页 共17页", "第3页，共17页"], not: ["第3条", "第3页内容"] },
  { id: "page:english", pattern: /^page\d{1,4}(?:of\d{1,4})?$/iu, examples: ["Page 3", "Page 3 of 17"], not: ["page"] },
];

/** Whether a line is nothing but the number of its page. */
export function isPageNumber(text: string): boolean {
  if (text.length > 40) return false;
  const folded = text.replace(/\s+/gu, "").replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return pageNumberForms.some(({ pattern }) => pattern.test(folded));
}

/** What runs along the edge of a page; the pattern is tried on its words from end to end without blanks, dots and dashes. */
export interface MarginForm extends PageNumberForm {
  /** So many dots and dashes run with it. */
  readonly fewestDots: number;
}

export const marginForms: readonly MarginForm[] = [
  { id: "page:binding-line", pattern: /^[装密弥][订钉封]线?$/u, fewestDots: 0, examples: ["┊┊装┊┊订┊┊线┊┊", "装订线", "……装…………订…………线……", "密┊封┊线"], not: ["装备", "订单", "线", "装", "装订线外不答题"] },
  { id: "page:binding-dots", pattern: /^$/u, fewestDots: 6, examples: ["┊┊┊┊┊┊┊┊", "…… ……·……"], not: ["……", "—"] },
  { id: "page:side-code", pattern: /^(?=(?:[*A-Z]*\d){6})[*A-Z\d]+$/u, fewestDots: 0, examples: ["*GW2021003456*", "20210034567", "ZF-2021-000123"], not: ["2021", "12345", "GB/T9704", "2021年", "一二三四五六", "123456", "789101112"] },
];

const dots = /[┊┆┇┋┃│|︙⋮⋯…·.。○\u2013\u2014-]/gu;

/** Whether a character may be one of a binding line: its letters, and the dots that run with them. */
export function mayRunAlong(character: string): boolean {
  return /^[装密弥订钉封线┊┆┇┋┃│|︙⋮⋯…·]$/u.test(character);
}

/** Running numbers one after the other, as a narrow column of a table has them: 789101112. */
function countsOn(digits: string): boolean {
  return [1, 2, 3].some((length) => {
    let counted = "";
    for (let number = Number(digits.slice(0, length)); counted.length < digits.length; number++) counted += Number.isNaN(number) ? " " : String(number);
    return counted.length > length && counted === digits;
  });
}

/** The id of the form that words along an edge have, null for words of the text. */
export function marginRule(words: string): string | null {
  if (words.length > 400) return null;
  const letters = words.replace(/\s/gu, "").replace(dots, "");
  const count = words.length - letters.length;
  if (countsOn(letters)) return null;
  return marginForms.find(({ pattern, fewestDots }) => count >= fewestDots && pattern.test(letters))?.id ?? null;
}
