/** The columns that the parts of a table over several pages share. */
import type { PageTable } from "./page-table.ts";

/** Edges this near, in points, are one edge. */
const near = 3;
/** Widths may differ by this share. */
const widthTolerance = 0.015;
/** On a page that is turned against the one before, the table is as much wider as the page; its columns keep their shares to this. */
const turnedTolerance = 0.02;

/** Columns of a whole table, found part by part. */
export class Columns {
  readonly #first: PageTable;
  #edges: number[];
  readonly #own = new Map<PageTable, readonly number[]>();
  readonly #widthOf: (page: number) => number;

  /** `widthOf` gives the width of a page. */
  constructor(first: PageTable, widthOf: (page: number) => number) {
    this.#first = first;
    this.#widthOf = widthOf;
    this.#edges = [...first.xs];
    this.#own.set(first, first.xs);
  }

  /** Takes a further part in; false, and nothing changes, when its columns are others. */
  add(part: PageTable): boolean {
    const turned = Math.abs(this.#widthOf(part.page) / this.#widthOf(this.#first.page) - 1) > 0.1;
    const own = turned ? stretchTo(this.#first, part) : alignTo(this.#first, part);
    const within = turned ? Math.max(near, turnedTolerance * (this.#first.box[2] - this.#first.box[0])) : near;
    if (own === null || !compatible(this.#edges, own, within)) return false;
    this.#own.set(part, own);
    const added = own.filter((edge) => !this.#edges.some((other) => Math.abs(other - edge) <= within));
    if (added.length > 0) this.#edges = [...this.#edges, ...added].sort((a, b) => a - b);
    return true;
  }

  /** How many columns the table has. */
  get count(): number {
    return this.#edges.length - 1;
  }

  /** Where columns of a part stand in the table; all parts must have been added before. */
  of(part: PageTable, c0: number, c1: number): [c0: number, c1: number] {
    const own = this.#own.get(part) ?? part.xs;
    return [this.#indexOf(own[c0] ?? 0), this.#indexOf(own[c1] ?? 0)];
  }

  #indexOf(edge: number): number {
    let best = 0;
    for (let i = 1; i < this.#edges.length; i++) if (Math.abs((this.#edges[i] ?? 0) - edge) < Math.abs((this.#edges[best] ?? 0) - edge)) best = i;
    return best;
  }
}

/** The edges of a part moved onto the first part; null when the tables are of different width. */
function alignTo(first: PageTable, part: PageTable): number[] | null {
  const [left, , right] = first.box;
  const width = right - left;
  const own = part.box[2] - part.box[0];
  if (width <= 0 || own <= 0 || Math.abs(own - width) > Math.max(near, widthTolerance * width)) return null;
  return part.xs.map((x, i) => (i === part.xs.length - 1 ? right : left + (x - part.box[0])));
}

/** The edges of a part on a page of another width, stretched to the first part; null when they are not as many, or too few to tell. */
function stretchTo(first: PageTable, part: PageTable): number[] | null {
  const [left, , right] = first.box;
  const own = part.box[2] - part.box[0];
  if (own <= 0 || part.xs.length < 4 || part.xs.length !== first.xs.length) return null;
  return part.xs.map((x) => left + ((x - part.box[0]) * (right - left)) / own);
}

/** Whether most inner edges of the part with fewer of them are edges of the other, too. */
function compatible(edges: readonly number[], own: readonly number[], within: number): boolean {
  const inner = edges.slice(1, -1);
  const others = own.slice(1, -1);
  const [fewer, more] = inner.length <= others.length ? [inner, others] : [others, inner];
  if (fewer.length === 0) return more.length <= 1;
  const shared = fewer.filter((edge) => more.some((other) => Math.abs(other - edge) <= within)).length;
  return shared >= 0.6 * fewer.length;
}
