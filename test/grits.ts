/**
 * GriTS_Con (arXiv 2203.12555): how like two tables are, as the greatest likeness of text between two sub-grids of them.
 * Both are given as matrices in which every slot that a merged cell covers holds its text. The likeness of two texts is
 * `2·LCS/(|a|+|b|)` with a true longest common subsequence. Rows and columns are aligned one after the other, as the paper does.
 */

/** A table with every slot filled. */
export type Matrix = readonly (readonly string[])[];

export interface Likeness {
  readonly score: number;
  readonly precision: number;
  readonly recall: number;
}

/** GriTS_Con of a table against the true one. */
export function gritsCon(got: Matrix, wanted: Matrix): Likeness {
  const likeness = remembered(textLikeness);
  const rows = align(got.length, wanted.length, (i, j) => lineScore(got[i] ?? [], wanted[j] ?? [], likeness));
  const [gotColumns, wantedColumns] = [turn(got), turn(wanted)];
  const columns = align(gotColumns.length, wantedColumns.length, (i, j) => lineScore(gotColumns[i] ?? [], wantedColumns[j] ?? [], likeness));
  let sum = 0;
  for (const [gotRow, wantedRow] of rows) for (const [gotColumn, wantedColumn] of columns) sum += likeness(got[gotRow]?.[gotColumn] ?? "", wanted[wantedRow]?.[wantedColumn] ?? "");
  const [all, true_] = [size(got), size(wanted)];
  return { score: all + true_ === 0 ? 1 : (2 * sum) / (all + true_), precision: all === 0 ? 1 : sum / all, recall: true_ === 0 ? 1 : sum / true_ };
}

function size(matrix: Matrix): number {
  return matrix.reduce((sum, row) => sum + row.length, 0);
}

function turn(matrix: Matrix): string[][] {
  const width = Math.max(0, ...matrix.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => matrix.map((row) => row[column] ?? ""));
}

/** The greatest sum of likenesses of two lines of cells, their order kept. */
function lineScore(a: readonly string[], b: readonly string[], likeness: (a: string, b: string) => number): number {
  return align(a.length, b.length, (i, j) => likeness(a[i] ?? "", b[j] ?? "")).reduce((sum, [i, j]) => sum + likeness(a[i] ?? "", b[j] ?? ""), 0);
}

/** Pairs, ascending on both sides, with the greatest sum of rewards. */
export function align(n: number, m: number, reward: (i: number, j: number) => number): [number, number][] {
  const rewards = Array.from({ length: n }, (_, i) => Float64Array.from({ length: m }, (_unused, j) => reward(i, j)));
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, best[i + 1]![j + 1]! + rewards[i]![j]!);
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (best[i]![j] === best[i + 1]![j + 1]! + rewards[i]![j]!) pairs.push([i++, j++]);
    else if (best[i]![j] === best[i + 1]![j]) i++;
    else j++;
  }
  return pairs;
}

function remembered(measure: (a: string, b: string) => number): (a: string, b: string) => number {
  const known = new Map<string, Map<string, number>>();
  return (a, b) => {
    if (a === b) return 1;
    const row = known.get(a) ?? new Map<string, number>();
    known.set(a, row);
    const value = row.get(b) ?? measure(a, b);
    row.set(b, value);
    return value;
  };
}

function textLikeness(a: string, b: string): number {
  return a.length + b.length === 0 ? 1 : (2 * longestCommon(a, b)) / (a.length + b.length);
}

/** Length of the longest common subsequence. */
export function longestCommon(a: string, b: string): number {
  let row = new Uint32Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint32Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) next[j] = a[i - 1] === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!);
    row = next;
  }
  return row[b.length]!;
}
