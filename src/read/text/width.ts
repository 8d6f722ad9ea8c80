/** Columns that text takes where every wide character takes two: how plain text lines up. */

const wide = /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** The columns of a string; Chinese characters and full-width forms take two. */
export function columnsOf(string: string): number {
  let columns = 0;
  for (const character of string) columns += wide.test(character) || (character.codePointAt(0) ?? 0) >= 0x20000 ? 2 : 1;
  return columns;
}
