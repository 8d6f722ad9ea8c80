/** Who is let in: so many requests at work, so many that wait, so many bytes in memory. Whoever finds no place is told at once. */

/** Places in a service. */
export interface Admission {
  /** A place for a request; false when all are taken. */
  readonly enter: () => boolean;
  readonly leave: () => void;
  /** Room for so many more bytes of bodies; false when there is none. */
  readonly hold: (bytes: number) => boolean;
  readonly release: (bytes: number) => void;
  /** The turn of a request to have its notice read; false when its caller went away before. */
  readonly turn: (gone: AbortSignal) => Promise<boolean>;
  readonly done: () => void;
  readonly counts: () => Counts;
}

/** How many requests are inside, how many of them are being read, and how many wait for that. */
export interface Counts {
  readonly inside: number;
  readonly reading: number;
  readonly waiting: number;
}

/** Opens places for `jobs` requests at work and `waiting` behind them, whose bodies have at most `most` bytes together. */
export function openAdmission(jobs: number, waiting: number, most: number): Admission {
  const line: (() => void)[] = [];
  let [inside, held, reading] = [0, 0, 0];
  return {
    enter: () => {
      if (inside >= jobs + waiting) return false;
      inside++;
      return true;
    },
    leave: () => {
      inside--;
    },
    hold: (bytes) => {
      if (held + bytes > most) return false;
      held += bytes;
      return true;
    },
    release: (bytes) => {
      held -= bytes;
    },
    turn: (gone) => {
      if (gone.aborted) return Promise.resolve(false);
      if (reading < jobs) {
        reading++;
        return Promise.resolve(true);
      }
      return new Promise((resolve) => {
        const drop = (): void => {
          line.splice(line.indexOf(go), 1);
          resolve(false);
        };
        const go = (): void => {
          gone.removeEventListener("abort", drop);
          resolve(true);
        };
        line.push(go);
        gone.addEventListener("abort", drop, { once: true });
      });
    },
    done: () => {
      const next = line.shift();
      if (next === undefined) reading--;
      else next();
    },
    counts: () => ({ inside, reading, waiting: line.length }),
  };
}
