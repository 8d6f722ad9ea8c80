/** Words as every format can hold them. */

/** Trimmed; line ends are line feeds; what no format can hold alike is U+FFFD. */
export function clean(words: string): string {
  return words
    .toWellFormed()
    .replace(/\r\n?/gu, "\n")
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => (character === "\n" || character === "\t" ? character : "\uFFFD"))
    .trim();
}
