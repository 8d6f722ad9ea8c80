/** The one-to-one assignment with the greatest sum (the Hungarian method with potentials, O(n³)). */

/** For each row of `worth` its column, or -1 where none is worth anything. */
export function assign(worth: readonly (readonly number[])[]): number[] {
  const n = Math.max(worth.length, worth[0]?.length ?? 0);
  const costs = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_unused, j) => -(worth[i]?.[j] ?? 0)));
  const solver = new Hungarian(costs);
  for (let row = 1; row <= n; row++) solver.place(row);
  return worth.map((values, i) => {
    const column = solver.columnOf(i + 1) - 1;
    return (values[column] ?? 0) > 0 ? column : -1;
  });
}

class Hungarian {
  readonly #costs: readonly (readonly number[])[];
  readonly #n: number;
  /** Potentials of rows and columns, and the row of each column; all counted from 1. */
  readonly #u: number[];
  readonly #v: number[];
  readonly #rowOf: number[];

  constructor(costs: readonly (readonly number[])[]) {
    this.#costs = costs;
    this.#n = costs.length;
    this.#u = new Array<number>(this.#n + 1).fill(0);
    this.#v = new Array<number>(this.#n + 1).fill(0);
    this.#rowOf = new Array<number>(this.#n + 1).fill(0);
  }

  columnOf(row: number): number {
    return this.#rowOf.indexOf(row, 1);
  }

  /** Gives one more row a column, along the cheapest path of changes. */
  place(row: number): void {
    const least = new Array<number>(this.#n + 1).fill(Infinity);
    const before = new Array<number>(this.#n + 1).fill(0);
    const used = new Array<boolean>(this.#n + 1).fill(false);
    this.#rowOf[0] = row;
    let column = 0;
    do {
      used[column] = true;
      column = this.#step(column, least, before, used);
    } while (this.#rowOf[column] !== 0);
    while (column !== 0) {
      const from = before[column]!;
      this.#rowOf[column] = this.#rowOf[from]!;
      column = from;
    }
  }

  #step(from: number, least: number[], before: number[], used: readonly boolean[]): number {
    const row = this.#rowOf[from]!;
    let [next, delta] = [0, Infinity];
    for (let j = 1; j <= this.#n; j++) {
      if (used[j]) continue;
      const cost = this.#costs[row - 1]![j - 1]! - this.#u[row]! - this.#v[j]!;
      if (cost < least[j]!) [least[j], before[j]] = [cost, from];
      if (least[j]! < delta) [delta, next] = [least[j]!, j];
    }
    for (let j = 0; j <= this.#n; j++) {
      if (used[j]) {
        this.#u[this.#rowOf[j]!]! += delta;
        this.#v[j]! -= delta;
      } else least[j]! -= delta;
    }
    return next;
  }
}
