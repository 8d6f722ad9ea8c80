/** Words that another program recognised in a page's picture: they are put straight as the picture is, so that they stand between its lines. */
import { straightenedPoint } from "./skew.ts";

/** A character of such a layer. */
interface LayerGlyph {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly type: { readonly slanted: boolean };
}

/** Characters moved as the page of this size is put straight; the layer of a skewed page is slanted as it is. */
export function straightenedGlyphs<G extends LayerGlyph>(glyphs: readonly G[], size: readonly [width: number, height: number], angle: number): readonly G[] {
  if (angle === 0) return glyphs;
  return glyphs.map((glyph) => {
    const middle = [(glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2] as const;
    const [x, y] = straightenedPoint(middle, size, angle);
    const [dx, dy] = [x - middle[0], y - middle[1]];
    return { ...glyph, left: glyph.left + dx, right: glyph.right + dx, top: glyph.top + dy, bottom: glyph.bottom + dy, type: { ...glyph.type, slanted: false } };
  });
}
