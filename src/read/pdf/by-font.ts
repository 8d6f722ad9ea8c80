/** Something counted for each font: characters that follow each other mostly share one, so the last is kept at hand. */
export class ByFont<T> {
  readonly #counts = new Map<string, T>();
  readonly #start: () => T;
  #font: string | null = null;
  #last: T | null = null;

  /** `start` gives the counts of a font that nothing was counted of. */
  constructor(start: () => T) {
    this.#start = start;
  }

  of(fontId: string): T {
    if (this.#last !== null && this.#font === fontId) return this.#last;
    const count = this.#counts.get(fontId) ?? this.#start();
    this.#counts.set(fontId, count);
    this.#font = fontId;
    this.#last = count;
    return count;
  }

  /** The fonts whose counts say so. */
  where(says: (count: T) => boolean): Set<string> {
    return new Set([...this.#counts].filter(([, count]) => says(count)).map(([id]) => id));
  }
}
