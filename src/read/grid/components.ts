/** Which ruling lines belong together: lines that cross or touch form one figure, which may be a table. */
import type { Box } from "../../model/position.ts";
import type { Rulings } from "./rulings.ts";
import { countBefore } from "../../model/sorted.ts";

/** Lines that end this near another line, in points, touch it. */
const touch = 3;

/** One straight line of a figure. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lines that hang together. */
export interface Figure {
  readonly horizontal: readonly Stroke[];
  readonly vertical: readonly Stroke[];
  readonly box: Box;
}

/** Parts the lines of a page into figures, top to bottom. */
export function figuresOf(rulings: Rulings): Figure[] {
  const horizontal = rulings.horizontal.flatMap(({ at, pieces }) => pieces.map(([from, to]): Stroke => ({ at, from, to })));
  const vertical = rulings.vertical.flatMap(({ at, pieces }) => pieces.map(([from, to]): Stroke => ({ at, from, to })));
  const parents = new Parents(horizontal.length + vertical.length);
  for (const [i, h] of horizontal.entries()) {
    for (let j = countBefore(vertical, (one) => one.at < h.from - touch); j < vertical.length; j++) {
      const v = vertical[j];
      if (v === undefined || v.at > h.to + touch) break;
      if (h.at >= v.from - touch && h.at <= v.to + touch) parents.join(i, horizontal.length + j);
    }
  }
  const groups = new Map<number, { horizontal: Stroke[]; vertical: Stroke[] }>();
  const groupOf = (index: number): { horizontal: Stroke[]; vertical: Stroke[] } => {
    const root = parents.find(index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  for (const [i, h] of horizontal.entries()) groupOf(i).horizontal.push(h);
  for (const [j, v] of vertical.entries()) groupOf(horizontal.length + j).vertical.push(v);
  return [...groups.values()].map((group) => ({ ...group, box: boxOf(group) })).sort((a, b) => a.box[1] - b.box[1]);
}

function boxOf({ horizontal, vertical }: { horizontal: readonly Stroke[]; vertical: readonly Stroke[] }): Box {
  let box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { at, from, to } of horizontal) box = [Math.min(box[0], from), Math.min(box[1], at), Math.max(box[2], to), Math.max(box[3], at)];
  for (const { at, from, to } of vertical) box = [Math.min(box[0], at), Math.min(box[1], from), Math.max(box[2], at), Math.max(box[3], to)];
  return box;
}


/** Sets that grow together (union-find with path halving). */
export class Parents {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = new Int32Array(size);
    for (let i = 0; i < size; i++) this.#parents[i] = i;
  }

  find(index: number): number {
    let at = index;
    for (let up = this.#parents[at] ?? at; up !== at; up = this.#parents[at] ?? at) {
      this.#parents[at] = this.#parents[up] ?? up;
      at = this.#parents[at] ?? at;
    }
    return at;
  }

  /** The smaller index becomes the root, so that roots do not depend on the order of joining. */
  join(a: number, b: number): void {
    const one = this.find(a);
    const other = this.find(b);
    this.#parents[Math.max(one, other)] = Math.min(one, other);
  }
}
