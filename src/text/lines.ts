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
