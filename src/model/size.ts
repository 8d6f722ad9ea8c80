/** How large data are as JSON, and how they are made smaller: what repeats is shortened, long lists are cut. */

/** What is taken away: the further occurrences of words longer than this, and the entries of a list beyond these. */
export interface Measure {
  readonly words: number;
  readonly entries: number;
}

/** As many from the front as the limit has room for. */
export function firstOf<T>(things: readonly T[], limit: number, size: (thing: T) => number): T[] {
  let sum = 0;
  const beyond = things.findIndex((thing) => (sum += size(thing)) > limit);
  return things.slice(0, beyond < 0 ? things.length : beyond);
}

/** About the length of a value as JSON. */
export function weigh(value: unknown): number {
  if (typeof value === "string") return value.length + 3;
  if (typeof value !== "object" || value === null) return 6;
  let sum = 2;
  if (Array.isArray(value)) for (const one of value) sum += weigh(one);
  else for (const [key, one] of Object.entries(value)) sum += key.length + 3 + weigh(one);
  return sum;
}

/** A copy in which long words stand in full only once, and lists are cut; how often that was done. */
export function shorten<T>(whole: T, { words, entries }: Measure): { readonly value: T; readonly taken: number } {
  const known = new Set<string>();
  let taken = 0;
  const copy = (value: unknown, key: string): unknown => {
    if (typeof value === "string") {
      if (value.length <= words || ids.has(key)) return value;
      if (!known.has(value)) {
        known.add(value);
        return value;
      }
      taken++;
      return `${value.slice(0, words / 2).toWellFormed()}…`;
    }
    if (typeof value !== "object" || value === null) return value;
    if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copy(one, name)]));
    const kept = key === "tasks" || value.length <= entries ? value : value.slice(0, entries);
    taken += value.length - kept.length;
    return kept.map((one) => copy(one, key));
  };
  return { value: copy(whole, "tasks") as T, taken };
}

/** Words that others refer to stay whole. */
const ids: ReadonlySet<string> = new Set(["id", "task"]);
