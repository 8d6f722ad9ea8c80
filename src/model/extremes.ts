/** The extremes of many numbers: `Math.min(...values)` takes no more than the stack holds, and a sheet or a page has more. */

/** The smallest; infinite where there is none. */
export function smallest(values: Iterable<number>): number {
  let found = Infinity;
  for (const value of values) if (value < found) found = value;
  return found;
}

/** The largest; minus infinite where there is none. */
export function largest(values: Iterable<number>): number {
  let found = -Infinity;
  for (const value of values) if (value > found) found = value;
  return found;
}
