/** Adds values to a list, however many: `list.push(...values)` takes no more than the stack holds. */
export function addAll<T>(list: T[], values: Iterable<T>): void {
  for (const value of values) list.push(value);
}
