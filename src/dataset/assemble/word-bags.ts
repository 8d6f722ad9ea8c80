/** Texts as bags of neighbouring characters, to say how alike two of them are. */

/** Pairs of neighbouring characters and how often each stands there. */
export function bagOf(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  for (let i = 0; i < Math.max(1, text.length - 1); i++) {
    const pair = text.slice(i, i + 2);
    bag.set(pair, (bag.get(pair) ?? 0) + 1);
  }
  return bag;
}

/** Dice's coefficient of two bags, 0 to 1. */
export function likenessOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  return (2 * shared) / (sizeOf(a) + sizeOf(b));
}

/** How many pairs a bag holds, each as often as it stands there. */
export function sizeOf(bag: ReadonlyMap<string, number>): number {
  return [...bag.values()].reduce((sum, count) => sum + count, 0);
}
