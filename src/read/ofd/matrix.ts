/** Places on a page of OFD (GB/T 33190-2016, 8.5): millimetres, origin at the top left, nested boxes and matrices. */
import type { Box } from "../../model/position.ts";

/** Takes x, y to a·x + c·y + e, b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Points in a millimetre. */
export const points = 72 / 25.4;

/** First `inner`, then `outer`. */
export function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Where a point goes. */
export function put([a, b, c, d, e, f]: Matrix, x: number, y: number): [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The matrix of six numbers; null where they are not six. */
export function matrixOf(numbers: readonly number[]): Matrix | null {
  const [a, b, c, d, e, f] = numbers;
  return a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined ? null : [a, b, c, d, e, f];
}

/** The smallest upright box around what a matrix makes of a box of this size at the origin. */
export function boxOf(matrix: Matrix, width: number, height: number): Box {
  const corners = [put(matrix, 0, 0), put(matrix, width, 0), put(matrix, 0, height), put(matrix, width, height)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
