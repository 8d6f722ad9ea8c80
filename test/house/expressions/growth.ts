/** How the time of a match grows with the text. */
import { cpuTime } from "../../cpu-time.ts";
import { attacksOn, textOf, type Attack } from "./attacks.ts";

/** An attack that succeeded, with the times that show it. */
export interface Finding {
  readonly attack: Attack;
  readonly times: string;
}

/** From one length to the next; the shortest catch what grows exponentially before it hangs. */
const ladder = [24, 36, 54, 81, 121, 182, 273, 3000] as const;
/** What takes fewer milliseconds at the end of the ladder is linear: quadratic work takes longer. */
const suspicious = 2;
/** On texts of the ladder's short end whatever is linear is done in a fraction of this on any machine; what grows exponentially passes it within a few letters more. */
const hopeless = 50;
/** A longer text is judged when it took so many milliseconds: a stall of the machine is shorter, and what is quadratic takes longer before the texts end. */
const telling = 150;
/** Fourfold length may take so many times as long; linear work takes 4 times, quadratic 16. */
const most = 8;
/** Growth is judged from this length on: below it a repeat with a bound of some hundreds has not met its bound, and grows like one without. */
const judged = 1000;

/** The first attack under which an expression takes more than linear time; null when none does. */
export function findGrowth(source: string, flags: string, attacks = 60): Finding | null {
  const expression = everywhere(source, flags);
  for (const attack of attacksOn(source, flags, attacks)) {
    const length = ladder.find((one) => wall(expression, textOf(attack, one)) > suspicious);
    if (length === undefined) continue;
    // Twice, since the rest of the process may be busy too.
    const times = measure(expression, attack, length) === null ? null : measure(expression, attack, length);
    if (times !== null) return { attack, times };
  }
  return null;
}

/** A sticky expression is asked at place after place, and one that is tested once must still fail at every start. */
function everywhere(source: string, flags: string): RegExp {
  return new RegExp(source, `${flags.replace(/[gy]/gu, "")}g`);
}

function wall(expression: RegExp, text: string): number {
  const start = performance.now();
  text.replace(expression, "");
  return performance.now() - start;
}

/** Times at growing lengths on the processor's clock when they grow too fast, else null. */
function measure(expression: RegExp, attack: Attack, from: number): string | null {
  const seen: string[] = [];
  const times: number[] = [];
  // Letter by letter: what grows exponentially would never come back from a much longer text.
  for (let length = from; length < 300; length = Math.ceil(length * 1.1)) {
    const time = least(expression, textOf(attack, length));
    if (time > hopeless) return `${length}: ${time.toFixed(1)} ms`;
  }
  for (let length = Math.min(from, 2000); length <= 64_000; length *= 2) {
    const time = least(expression, textOf(attack, length));
    times.push(time);
    seen.push(`${length}: ${time.toFixed(1)} ms`);
    const before = times.at(-3);
    if (time > telling && before !== undefined && length >= 4 * judged && time > most * Math.max(before, 0.3)) return seen.slice(-3).join(", ");
    if (time > 1000) return seen.slice(-3).join(", ");
  }
  return null;
}

/** The shorter of two: the rest of the process may be busy in one. */
function least(expression: RegExp, text: string): number {
  return Math.min(spent(expression, text), spent(expression, text));
}

function spent(expression: RegExp, text: string): number {
  const start = cpuTime();
  text.replace(expression, "");
  return cpuTime() - start;
}
