/** Which pictures may hold words that are lost with them: those as large as a table or a page. */

/** Centimetres: smaller pictures are seals, logos, signatures. Tables are wide, or as high as wide. */
const large = { side: 6, width: 10, low: 3.5 };

/** Whether a picture of this size, in centimetres, may hold text. */
export function isLarge({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return (width >= large.side && height >= large.side) || (width >= large.width && height >= large.low);
}

/** English Metric Units in a centimetre (ECMA-376, 20.1.10.16). */
export const emu = 360_000;
