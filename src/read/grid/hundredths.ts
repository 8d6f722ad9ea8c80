/** Hundredths of a point. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
