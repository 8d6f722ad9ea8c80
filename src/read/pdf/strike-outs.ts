/** Where words stand that an annotation strikes through (ISO 32000-2, 12.5.6.10). */
import type { Box } from "../../model/position.ts";
import { transformBox, type Matrix } from "../grid/matrix.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** Boxes of corners in lists of eight numbers each, four points in whatever order the file has them; in drawn coordinates. */
export function strikeBoxes(lists: readonly ArrayLike<number>[], matrix: Matrix): Box[] {
  return lists.flatMap((points) => Array.from({ length: Math.floor(points.length / 8) }, (_, i) => boxAt(points, 8 * i, matrix)));
}

function boxAt(points: ArrayLike<number>, from: number, matrix: Matrix): Box {
  const xs = [0, 2, 4, 6].map((at) => points[from + at] ?? 0);
  const ys = [1, 3, 5, 7].map((at) => points[from + at] ?? 0);
  return transformBox(matrix, smallest(xs), smallest(ys), largest(xs), largest(ys));
}
