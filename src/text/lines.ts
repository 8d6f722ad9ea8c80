/** Printed lines. */

/** Words that wrap over lines on one line; Chinese lines are joined without a space (GB/T 9704-2012, 7.3.1 on titles). */
export function unwrap(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/gu, "");
}
