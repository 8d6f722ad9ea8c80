/** Heads and feet of printed pages (ECMA-376 part 1, 18.3.1.46): words with codes for page numbers, fonts and places. */

const pageNumber = /第\s*&P\s*页|共\s*&N\s*页/gu;
const codes = /&(?:"[^"]*"|K[\da-fA-F]{6}|K\d\d[+-]\d{3}|\d{1,3}|&|[A-Za-z])/gu;

/** The words of heads and feet that say more than a page number, each once. */
export function marginWords(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.split(/&[LCR]/u)).map((text) => text.replace(pageNumber, "").replace(codes, "").trim());
  return [...new Set(words)].filter((text) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4);
}
