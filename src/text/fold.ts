/** Text made uniform for matching, with the way back to the printed words. */

/** Folded text. `at(i)` is the UTF-16 offset in the printed text of folded character `i`; `at(text.length)` is its end. */
export interface Folded {
  readonly text: string;
  readonly at: (offset: number) => number;
}

const space = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;

/** Characters that fold to themselves: printable ASCII, ideographs, and the marks of Chinese text that NFKC leaves alone. */
function isPlain(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f) || code === 0x3001 || code === 0x3002 || (code >= 0x3007 && code <= 0x3011);
}

/** Full-width ASCII folds to ASCII one to one. */
function isWide(code: number): boolean {
  return code >= 0xff01 && code <= 0xff5e;
}

/**
 * Folds compatibility forms (full-width digits, letters and brackets: NFKC, Unicode annex 15) and drops white space,
 * soft hyphens and zero-width characters: Chinese layout breaks lines and spaces letters inside words.
 */
export function fold(text: string): Folded {
  let folded = "";
  let copied = 0;
  let shifted = false;
  /** Where each folded character stood; filled from the first one that is not where it was printed. */
  const offsets: number[] = [];
  const put = (from: number, to: number, form: string): void => {
    if (!shifted && form.length !== to - from) {
      shifted = true;
      for (let i = 0; i < folded.length; i++) offsets.push(i);
    }
    folded += text.slice(copied, from) + form;
    if (shifted) {
      for (let i = copied; i < from; i++) offsets.push(i);
      for (let i = 0; i < form.length; i++) offsets.push(from);
    }
    copied = to;
  };
  eachChange(text, put);
  put(text.length, text.length, "");
  return { text: folded, at: (offset) => (shifted ? (offsets[offset] ?? text.length) : Math.min(offset, text.length)) };
}

/** Only the folded text, where the way back is not needed. */
export function folded(text: string): string {
  let words = "";
  let copied = 0;
  eachChange(text, (from, to, form) => {
    words += text.slice(copied, from) + form;
    copied = to;
  });
  return copied === 0 ? text : words + text.slice(copied);
}

/** Tells of each printed character that folds to something else. */
function eachChange(text: string, change: (from: number, to: number, form: string) => void): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isPlain(code)) continue;
    if (isWide(code)) {
      change(i, i + 1, String.fromCharCode(code - 0xfee0));
      continue;
    }
    if (code === 0x20 || code === 0x0a) {
      change(i, i + 1, "");
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(i) ?? code);
    const form = space.test(character) ? "" : character.normalize("NFKC").replace(/\s/gu, "");
    if (form !== character) change(i, i + character.length, form);
    i += character.length - 1;
  }
}

/** How many UTF-16 units of a text are not white space: what coverage counts. */
export function countInk(text: string): number {
  let ink = 0;
  for (let i = 0; i < text.length; i++) if (isPlain(text.charCodeAt(i)) || !space.test(text.charAt(i))) ink++;
  return ink;
}

/** Whether a text has nothing to see in it. */
export function isBlank(text: string): boolean {
  return countInk(text) === 0;
}
