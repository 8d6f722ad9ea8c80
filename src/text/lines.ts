/** Printed lines. */

/** Words that wrap over lines on one line; Chinese lines are joined without a space (GB/T 9704-2012, 7.3.1 on titles). */
export function unwrap(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/gu, "");
}

/** Joins the lines of a heading: nothing between Chinese characters, a space between Latin words. */
export function joinLines(text: string): string {
  if (!text.includes("\n")) return text;
  return text.replace(/(?<![^\S\n])[^\S\n]*\n\s*/gu, (_, offset: number) => {
    const before = text.charAt(offset - 1);
    const after = text.slice(offset).trimStart().charAt(0);
    return /[A-Za-z]/u.test(before) && /[A-Za-z]/u.test(after) ? " " : "";
  });
}

/** Words on one line, with the way back: `at(i)` is where the character `i` stands in the printed text. */
export interface OneLine {
  readonly text: string;
  readonly at: (offset: number) => number;
}

/** Words without the breaks that wrapping puts between Chinese characters, so that a pattern finds what runs over two lines. */
export function onOneLine(text: string): OneLine {
  if (!text.includes("\n")) return { text, at: (offset) => offset };
  const kept = Array.from({ length: text.length }, (_, i) => i).filter((i) => text.charAt(i) !== "\n");
  return { text: kept.map((i) => text.charAt(i)).join(""), at: (offset) => kept[offset] ?? text.length };
}
