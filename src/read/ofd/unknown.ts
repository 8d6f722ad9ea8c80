/** Characters that nobody can know. */
import { unknownCharacter } from "../../text/unknown.ts";
import type { Glyph } from "../grid/ink.ts";

/** Private-use characters mean what their font says, and no more. */
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u;

/** The characters with U+FFFD for those that only a font knows, and how many these are. */
export function withoutUnknown(glyphs: readonly Glyph[]): { readonly glyphs: readonly Glyph[]; readonly unknown: number } {
  let unknown = 0;
  const known = glyphs.map((glyph): Glyph => {
    if (!privateUse.test(glyph.text) && glyph.text !== unknownCharacter && glyph.text !== "\0") return glyph;
    unknown++;
    return { ...glyph, text: unknownCharacter };
  });
  return { glyphs: unknown === 0 ? glyphs : known, unknown };
}
