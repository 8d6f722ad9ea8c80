/** Brackets of any width, read with their nesting. Mixed pairs close each other, as officials print them. */

/** A bracket at the outermost level: `[start, end)` with both signs. */
export interface Bracket {
  readonly start: number;
  readonly end: number;
  /** What stands between the signs. */
  readonly inner: string;
}

const opening = "（(〔[【〈";
const closing = "）)〕]】〉";
/** Quotation marks and book-title marks: a bracket inside a title is no bracket of the sentence. */
const quoteOpening = "《“";
const quoteClosing = "》”";

/** The outermost closed brackets of a text, in order; one that never closes runs to the end of its paragraph and is left out. */
export function outerBrackets(text: string): Bracket[] {
  const found: Bracket[] = [];
  let depth = 0;
  let quotes = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === "\n") {
      depth = 0;
      quotes = 0;
    } else if (depth === 0 && quoteOpening.includes(character)) quotes++;
    else if (depth === 0 && quoteClosing.includes(character)) quotes = Math.max(0, quotes - 1);
    else if (quotes === 0 && opening.includes(character)) {
      if (depth === 0) start = i;
      depth++;
    } else if (depth > 0 && closing.includes(character)) {
      depth--;
      if (depth === 0) found.push({ start, end: i + 1, inner: text.slice(start + 1, i) });
    }
  }
  return found;
}
