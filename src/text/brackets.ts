/** Brackets of any width, read with their nesting. Mixed pairs close each other, as officials print them. */

/** A bracket at the outermost level: `[start, end)` with both signs. */
export interface Bracket {
  readonly start: number;
  readonly end: number;
  /** What stands between the signs. */
  readonly inner: string;
}

const opening = "（(〔[【〈［｛{〖";
const closing = "）)〕]】〉］｝}〗";
/** Quotation marks and book-title marks: a bracket inside a title is no bracket of the sentence. */
const quoteOpening = "《“";
const quoteClosing = "》”";

/** A line that breaks off behind a mark of a list, and the rest of its bracket: short, without a sentence or a bracket of its own. */
const goesOn = /[、，,]\s*$/u;
const restOfBracket = /^[^（(〔[【〈［｛{〖\n。；;！？!?]{0,60}[）)〕\]】〉］｝}〗]/u;

/** The outermost closed brackets of a text, in order; one that closes neither on its line nor, behind the mark of a list, early on the next is left out. */
export function outerBrackets(text: string): Bracket[] {
  const found: Bracket[] = [];
  let depth = 0;
  let quotes = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === "\n") {
      if (depth === 1 && goesOn.test(text.slice(Math.max(start, i - 4), i)) && restOfBracket.test(text.slice(i + 1, i + 62))) continue;
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
