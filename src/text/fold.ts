/** Text made uniform for matching, with the way back to the printed words. */

/** Folded text. `at(i)` is the UTF-16 offset in the printed text of folded character `i`; `at(text.length)` is its end. */
export interface Folded {
  readonly text: string;
  readonly at: (offset: number) => number;
}

const space = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;
const plain = /^[\u0021-\u007e\u3001\u3002\u300a\u300b\u4e00-\u9fff]*$/u;

/**
 * Folds compatibility forms (full-width digits, letters and brackets: NFKC, Unicode annex 15) and drops white space,
 * soft hyphens and zero-width characters: Chinese layout breaks lines and spaces letters inside words.
 */
export function fold(text: string): Folded {
  if (plain.test(text)) return { text, at: (offset) => Math.min(offset, text.length) };
  let folded = "";
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    if (!space.test(character)) {
      const form = character.normalize("NFKC");
      for (let i = 0; i < form.length; i++) offsets.push(offset);
      folded += form;
    }
    offset += character.length;
  }
  return { text: folded, at: (position) => offsets[position] ?? text.length };
}

/** Only the folded text, where the way back is not needed. */
export function folded(text: string): string {
  return fold(text).text;
}

/** How many UTF-16 units of a text are not white space: what coverage counts. */
export function countInk(text: string): number {
  let count = 0;
  for (const character of text) if (!space.test(character)) count += character.length;
  return count;
}

/** Whether a text has nothing to see in it. */
export function isBlank(text: string): boolean {
  return countInk(text) === 0;
}
