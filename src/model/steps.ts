/** Long work that others may interrupt: it goes from place to place at which it can be left for a moment. */

/** Work whose every `yield` is such a place. It gives its answer at the end. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of the work at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Does the work with a rest at each of its places. */
export async function inTurns<T>(steps: Steps<T>, rest: () => Promise<void>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await rest();
  }
}

/** After so many tasks or sections there is a place to rest: some milliseconds of work. */
export const stride = 25;

/** What `map` gives. */
export function* mapInSteps<T, R>(items: readonly T[], change: (item: T, index: number) => R): Steps<R[]> {
  const changed: R[] = [];
  for (const [index, item] of items.entries()) {
    changed.push(change(item, index));
    if (index % stride === stride - 1) yield;
  }
  return changed;
}
