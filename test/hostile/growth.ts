/** Whether work grows faster than what it works on. */
import { cpuTime } from "../cpu-time.ts";

/** Below this many milliseconds of the processor nothing is said: what starts up costs more than what is measured. */
const floor = 60;
/** Twice the length may take so many times as long. Linear work takes 2, quadratic 4; the rest is the machine. */
const most = 3;

/**
 * Doubles a text until it takes `enough` milliseconds or is `longest`, and gives the last lengths with their times when the
 * growth was too great twice in a row; null when it was not.
 */
export async function superlinear(make: (length: number) => string, work: (text: string) => unknown, longest = 64_000): Promise<string | null> {
  let before = 0;
  let suspicions = 0;
  const seen: string[] = [];
  for (let length = 1000; length <= longest; length *= 2) {
    const text = make(length);
    const start = cpuTime();
    await work(text);
    const time = cpuTime() - start;
    seen.push(`${text.length}: ${time.toFixed(0)} ms`);
    suspicions = time > floor && before > floor / most && time > most * before ? suspicions + 1 : 0;
    if (suspicions >= 2 || time > 20_000) return seen.slice(-4).join(", ");
    before = time;
  }
  return null;
}

/** The same, asked again before it accuses, since the rest of the process may be busy too. */
export async function surelySuperlinear(make: (length: number) => string, work: (text: string) => unknown): Promise<string | null> {
  return (await superlinear(make, work)) === null ? null : superlinear(make, work);
}
