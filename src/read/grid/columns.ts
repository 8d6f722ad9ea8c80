/** The columns that the parts of a table over several pages share. */
import type { PageTable } from "./page-table.ts";

/** Edges this near, in points, are one edge. */
const near = 3;
/** Widths may differ by this share. */
const widthTolerance = 0.015;

/** Columns of a whole table, found part by part. */
export class Columns {
  readonly #first: PageTable;
  #edges: number[];
  readonly #own = new Map<PageTable, readonly number[]>();

  constructor(first: PageTable) {
    this.#first = first;
    this.#edges = [...first.xs];
    this.#own.set(first, first.xs);
  }

  /** Takes a further part in; false, and nothing changes, when its columns are others. */
  add(part: PageTable): boolean {
    const own = alignTo(this.#first, part);
    if (own === null || !compatible(this.#edges, own)) return false;
    this.#own.set(part, own);
    const added = own.filter((edge) => !this.#edges.some((other) => Math.abs(other - edge) <= near));
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

/** Whether most inner edges of the part with fewer of them are edges of the other, too. */
function compatible(edges: readonly number[], own: readonly number[]): boolean {
  const inner = edges.slice(1, -1);
  const others = own.slice(1, -1);
  const [fewer, more] = inner.length <= others.length ? [inner, others] : [others, inner];
  if (fewer.length === 0) return more.length <= 1;
  const shared = fewer.filter((edge) => more.some((other) => Math.abs(other - edge) <= near)).length;
  return shared >= 0.6 * fewer.length;
}
