/** Chance from a seed: the same choices on every machine (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) >>> 0;
  }

  /** A number from 0 up to, but without, `end`. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  /** Whether something that happens once in `times` happens now. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  /** Small mostly, large at times: lengths of what is cut, copied or put in. */
  size(most: number): number {
    return 1 + this.below(Math.max(1, Math.min(most, 1 << (1 + this.below(17)))));
  }
}
