/**
 * The way in for a browser that we start ourselves: everybody on the machine can read the arguments of its process, so that the address in them
 * carries no token, but a word that is exchanged for it once and soon.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { performance } from "node:perf_hooks";

/** A word that opens once. */
export interface Pass {
  readonly word: string;
  /** Whether it is this word, for the first time and in time. */
  readonly take: (given: string) => boolean;
}

/** So many milliseconds a browser may take to start. */
const patience = 120_000;

/** Makes one. */
export function openPass(now: () => number = () => performance.now()): Pass {
  const word = randomBytes(24).toString("base64url");
  const until = now() + patience;
  let isUsed = false;
  return {
    word,
    take: (given) => {
      const [own, other] = [Buffer.from(word), Buffer.from(given)];
      if (isUsed || now() > until || own.length !== other.length || !timingSafeEqual(own, other)) return false;
      isUsed = true;
      return true;
    },
  };
}
