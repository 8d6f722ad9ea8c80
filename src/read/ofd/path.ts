/** The lines and fills of a path object (GB/T 33190-2016, 9). */
import type { Box } from "../../model/position.ts";
import type { Rule } from "../grid/ink.ts";
import { transformPoint, type Matrix } from "../grid/matrix.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** What a path draws. */
export interface Drawn {
  readonly rules: readonly Rule[];
  /** Filled boxes that are no lines. */
  readonly boxes: readonly Box[];
  /** It has a curve or a slanted side. */
  readonly shape: boolean;
}

/** A filled box no thicker than this is a line, in points. */
const thin = 3;
/** A side that strays no more than this is straight, in points. */
const straight = 0.7;
/** Shorter pieces draw nothing that a table needs, in points. */
const shortest = 1;

type Point = readonly [x: number, y: number];

/** Reads the abbreviated data of a path; `matrix` takes it to points of the page. At most so many steps are followed. */
export function drawnBy(data: string, { stroke, fill }: { readonly stroke: boolean; readonly fill: boolean }, matrix: Matrix, most: number): Drawn {
  const { outlines, curved } = outlinesOf(data, matrix, most);
  const rules: Rule[] = [];
  const boxes: Box[] = [];
  let shape = curved;
  for (const outline of outlines) {
    const box = fill ? boxOf(outline) : null;
    const filled = box === null ? null : asRule(box);
    if (filled !== null) rules.push(filled);
    else if (box !== null) boxes.push(box);
    if (!stroke || filled !== null) continue;
    for (const [i, to] of outline.entries()) {
      const from = outline[i - 1];
      if (from === undefined) continue;
      const rule = ruleBetween(from, to);
      if (rule === null) shape ||= Math.hypot(to[0] - from[0], to[1] - from[1]) > shortest;
      else if (rule.to - rule.from >= shortest) rules.push(rule);
    }
  }
  return { rules, boxes, shape };
}

/** The straight outlines; a curve ends one, and the next begins where it leads to. */
function outlinesOf(data: string, matrix: Matrix, most: number): { readonly outlines: readonly (readonly Point[])[]; readonly curved: boolean } {
  const words = data.match(/[A-Za-z]|[-+.\d][-+.\deE]*/gu) ?? [];
  const outlines: Point[][] = [];
  let current: Point[] = [];
  let curved = false;
  let i = 0;
  const number = (): number => Number(words[i++] ?? Number.NaN);
  const begin = (point: Point): void => {
    current = [point];
    outlines.push(current);
  };
  for (let steps = 0; i < words.length && steps < most; steps++) {
    const operator = words[i++]?.toUpperCase() ?? "";
    const taken = { S: 0, M: 0, L: 0, Q: 2, B: 4, A: 5, C: 0 }[operator];
    if (taken === undefined) continue;
    if (operator === "C") {
      const [first] = current;
      if (first !== undefined) current.push(first);
      continue;
    }
    i += taken;
    const [x, y] = [number(), number()];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const point = transformPoint(matrix, x, y);
    if (operator === "L" && current.length > 0) current.push(point);
    else {
      curved ||= taken > 0;
      begin(point);
    }
  }
  return { outlines, curved };
}

/** The box that an outline of four upright sides is. */
function boxOf(outline: readonly Point[]): Box | null {
  if (outline.length < 4 || outline.length > 6) return null;
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [left, top, right, bottom] = [smallest(xs), smallest(ys), largest(xs), largest(ys)];
  const onSide = outline.every(([x, y]) => (x - left < straight || right - x < straight) && (y - top < straight || bottom - y < straight));
  return onSide ? [left, top, right, bottom] : null;
}

function asRule([left, top, right, bottom]: Box): Rule | null {
  const [width, height] = [right - left, bottom - top];
  if (height <= thin && width > 2 * height && width >= shortest) return { axis: "horizontal", at: (top + bottom) / 2, from: left, to: right };
  if (width <= thin && height > 2 * width && height >= shortest) return { axis: "vertical", at: (left + right) / 2, from: top, to: bottom };
  return null;
}

function ruleBetween([x0, y0]: Point, [x1, y1]: Point): Rule | null {
  if (Math.abs(y1 - y0) < straight) return { axis: "horizontal", at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) };
  if (Math.abs(x1 - x0) < straight) return { axis: "vertical", at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) };
  return null;
}
