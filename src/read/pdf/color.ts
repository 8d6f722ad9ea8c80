/** Colours of PDF as pdf.js gives them, and whether a person can tell two of them apart. */

/** Red, green and blue in one number (0xrrggbb); null for a pattern, a gradient or a picture. */
export type Color = number | null;

/** The colours of ink and paper. */
export const black = 0x000000;
export const white = 0xffffff;

/** The colour of an operator's argument `#rrggbb`; null when it is none. */
export function colorFrom(value: unknown): Color {
  if (value === "#000000") return black;
  return typeof value === "string" && /^#[\da-f]{6}$/iu.test(value) ? Number.parseInt(value.slice(1), 16) : null;
}

/** Two colours whose parts all differ by no more than this (of 255) look alike on screen and paper. */
const tolerance = 10;

/** Whether nobody can tell two colours apart. */
export function looksLike(a: number, b: number): boolean {
  return near(a >> 16, b >> 16) && near((a >> 8) & 255, (b >> 8) & 255) && near(a & 255, b & 255);
}

function near(a: number, b: number): boolean {
  return a - b <= tolerance && b - a <= tolerance;
}

/** A colour of which this share is put on another. */
export function mixed(color: number, alpha: number, beneath: number): number {
  const part = (shift: number): number => Math.round(alpha * ((color >> shift) & 255) + (1 - alpha) * ((beneath >> shift) & 255));
  return (part(16) << 16) | (part(8) << 8) | part(0);
}
