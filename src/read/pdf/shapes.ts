/** The parts of a filled path: each with its box, and whether it fills that box. */
import type { Box } from "../../model/position.ts";
import type { Matrix } from "../grid/matrix.ts";

/** A part of a path on the page. */
export interface Shape {
  readonly box: Box;
  /** Fills its box: 1 or -1 by the sense in which its sides go around, 0 for any other shape. */
  readonly rectangle: 1 | -1 | 0;
}

/** So many numbers stand behind each kind of segment: move, line, cubic, quadratic, close. */
const lengths = [2, 2, 6, 4, 0];

/** More parts than this are a drawing: they are taken as one shape. */
const mostShapes = 2000;

/** The parts of a path in page coordinates. */
export function shapesOf(path: ArrayLike<number>, matrix: Matrix): Shape[] {
  const shapes: Shape[] = [];
  let points: number[] = [];
  let curved = false;
  const end = (): void => {
    if (points.length > 2) shapes.push({ box: boxOf(points), rectangle: curved ? 0 : rectangle(points) });
    points = [];
    curved = false;
  };
  for (let i = 0; i < path.length; ) {
    const kind = path[i] ?? 4;
    if (kind === 0) end();
    const length = lengths[kind] ?? 0;
    if (length > 2) curved = true;
    for (let at = i + 1; at < i + length; at += 2) addPoint(points, matrix, path[at] ?? 0, path[at + 1] ?? 0);
    i += 1 + length;
  }
  end();
  return shapes.length <= mostShapes ? shapes : [{ box: boxOf(shapes.flatMap(({ box }) => box)), rectangle: 0 }];
}

function addPoint(points: number[], [a, b, c, d, e, f]: Matrix, x: number, y: number): void {
  points.push(a * x + c * y + e, b * x + d * y + f);
}

function boxOf(points: readonly number[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] ?? 0, points[i + 1] ?? 0];
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
}

/** Ends of a side may be so far from level, in points. */
const straightness = 0.05;

/** Four corners, the first perhaps once more at the end, whose sides are level and upright in turn. */
function rectangle(points: readonly number[]): 1 | -1 | 0 {
  const corners = cornersOf(points);
  if (corners.length !== 8) return 0;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = corners;
  const level = same(y0, y1) && same(x1, x2) && same(y2, y3) && same(x3, x0);
  const upright = same(x0, x1) && same(y1, y2) && same(x2, x3) && same(y3, y0);
  if (!level && !upright) return 0;
  return (x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1) >= 0 ? 1 : -1;
}

function cornersOf(points: readonly number[]): readonly number[] {
  if (points.length < 10) return points;
  const closed = same(points[0] ?? 0, points.at(-2) ?? 0) && same(points[1] ?? 0, points.at(-1) ?? 0);
  return closed ? points.slice(0, -2) : points;
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= straightness;
}
