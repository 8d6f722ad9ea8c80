/** Looking into sorted lists by halves. */

/** How many of a list come before: `isBefore` holds for the first so many and for none behind them. */
export function countBefore<T>(sorted: readonly T[], isBefore: (one: T) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(sorted[middle] as T)) from = middle + 1;
    else to = middle;
  }
  return from;
}
