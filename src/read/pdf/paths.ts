/** Drawn paths to ruling lines: strokes, thin filled boxes and the sides of stroked boxes. */
import type { Rule } from "../grid/ink.ts";
import type { Matrix } from "../grid/matrix.ts";
import type { Clip } from "./state.ts";

/** A stroke is straight along an axis when its ends differ by no more than this across, in points. */
const straightness = 1;
/** A filled box is a line up to this thickness, in points; a long one may be thicker. */
const thin = 2.5;
const thinWhenLong = 3.5;
const long = 20;

/** Path segments of pdf.js: 0 move, 1 line, 2 cubic, 3 quadratic, 4 close, each with its points. */
type PathData = ArrayLike<number>;

/** Adds the ruling lines of a stroked path. */
export function strokeRules(path: PathData, matrix: Matrix, clip: Clip, rules: Rule[]): void {
  walk(path, matrix, (x0, y0, x1, y1) => {
    addStraight(x0, y0, x1, y1, clip, rules);
  });
}

/** Adds the ruling lines of a filled path: each of its parts that is as thin as a line. */
export function fillRules(path: PathData, matrix: Matrix, clip: Clip, rules: Rule[]): void {
  const boxes: [number, number, number, number][] = [];
  let box: [number, number, number, number] | null = null;
  walk(
    path,
    matrix,
    (x0, y0, x1, y1) => {
      box ??= [Infinity, Infinity, -Infinity, -Infinity];
      box = [Math.min(box[0], x0, x1), Math.min(box[1], y0, y1), Math.max(box[2], x0, x1), Math.max(box[3], y0, y1)];
    },
    () => {
      if (box !== null) boxes.push(box);
      box = null;
    },
  );
  for (const part of boxes) addBox(part, clip, rules);
  addFrames(boxes, clip, rules);
}

/** Adds the line that a thin box is; a small square counts both ways, since it stands where lines meet. */
export function addBox([left, top, right, bottom]: readonly [number, number, number, number], clip: Clip, rules: Rule[]): void {
  const width = right - left;
  const height = bottom - top;
  if (height <= thin || (height <= thinWhenLong && width >= long)) addRule("horizontal", (top + bottom) / 2, left, right, clip, rules);
  if (width <= thin || (width <= thinWhenLong && height >= long)) addRule("vertical", (left + right) / 2, top, bottom, clip, rules);
}

/** A box filled around a slightly smaller one is a frame: four lines. */
function addFrames(boxes: readonly (readonly [number, number, number, number])[], clip: Clip, rules: Rule[]): void {
  for (let i = 1; i < boxes.length; i++) {
    const outer = boxes[i - 1];
    const inner = boxes[i];
    if (outer === undefined || inner === undefined) continue;
    const bands = outer.map((edge, side) => Math.abs(edge - (inner[side] ?? Infinity)));
    const [left, top, right, bottom] = outer;
    if (bands.some((band) => band === 0 || band > thin) || right - left < long || bottom - top < 3 * thin) continue;
    addRule("horizontal", (top + inner[1]) / 2, left, right, clip, rules);
    addRule("horizontal", (bottom + inner[3]) / 2, left, right, clip, rules);
    addRule("vertical", (left + inner[0]) / 2, top, bottom, clip, rules);
    addRule("vertical", (right + inner[2]) / 2, top, bottom, clip, rules);
  }
}

function addStraight(x0: number, y0: number, x1: number, y1: number, clip: Clip, rules: Rule[]): void {
  const across = Math.abs(y1 - y0);
  const along = Math.abs(x1 - x0);
  if (across <= straightness && along > across) addRule("horizontal", (y0 + y1) / 2, Math.min(x0, x1), Math.max(x0, x1), clip, rules);
  else if (along <= straightness && across > along) addRule("vertical", (x0 + x1) / 2, Math.min(y0, y1), Math.max(y0, y1), clip, rules);
}

function addRule(axis: Rule["axis"], at: number, from: number, to: number, clip: Clip, rules: Rule[]): void {
  const horizontal = axis === "horizontal";
  const low = horizontal ? clip[1] : clip[0];
  const high = horizontal ? clip[3] : clip[2];
  if (at < low - 1 || at > high + 1) return;
  const start = Math.max(from, horizontal ? clip[0] : clip[1]);
  const end = Math.min(to, horizontal ? clip[2] : clip[3]);
  if (end > start) rules.push({ axis, at, from: start, to: end });
}

type Segment = (x0: number, y0: number, x1: number, y1: number) => void;

/** Follows a path in page coordinates; curves are passed over. */
function walk(path: PathData, [a, b, c, d, e, f]: Matrix, segment: Segment, subpath: () => void = () => undefined): void {
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  const lineTo = (px: number, py: number): void => {
    const x1 = a * px + c * py + e;
    const y1 = b * px + d * py + f;
    segment(x, y, x1, y1);
    x = x1;
    y = y1;
  };
  for (let i = 0; i < path.length; ) {
    const px = path[i + 1] ?? 0;
    const py = path[i + 2] ?? 0;
    switch (path[i]) {
      case 0:
        subpath();
        x = startX = a * px + c * py + e;
        y = startY = b * px + d * py + f;
        i += 3;
        break;
      case 1:
        lineTo(px, py);
        i += 3;
        break;
      case 2:
        moveAlong(path[i + 5] ?? 0, path[i + 6] ?? 0);
        i += 7;
        break;
      case 3:
        moveAlong(path[i + 3] ?? 0, path[i + 4] ?? 0);
        i += 5;
        break;
      default:
        segment(x, y, startX, startY);
        x = startX;
        y = startY;
        i += 1;
    }
  }
  subpath();

  function moveAlong(px: number, py: number): void {
    x = a * px + c * py + e;
    y = b * px + d * py + f;
  }
}
