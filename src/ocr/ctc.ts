/** From the probabilities that a recogniser gives for each step along a line to characters (connectionist temporal classification). */
import type { ReadCharacter } from "../model/ocr.ts";

/** Runners-up less likely than this are none. */
const leastLikely = 0.001;

/** Probabilities of `classes` characters at `steps` places along a line; class 0 is none. */
export interface Steps {
  readonly probabilities: Float32Array;
  readonly steps: number;
  readonly classes: number;
}

/** The characters that are most likely at each place; equal neighbours without anything between are one. */
export function decode({ probabilities, steps, classes }: Steps, alphabet: readonly string[]): ReadCharacter[] {
  const characters: ReadCharacter[] = [];
  let best = bestAt(probabilities, 0, classes);
  for (let step = 0; step < steps; ) {
    const start = step;
    const { index } = best;
    let peak = best;
    let at = step;
    for (step++; step < steps; step++) {
      best = bestAt(probabilities, step * classes, classes);
      if (best.index !== index) break;
      if (best.probability > peak.probability) [peak, at] = [best, step];
    }
    const text = alphabet[index - 1];
    if (index === 0 || text === undefined || text.trim() === "") continue;
    characters.push({ text, from: start / steps, to: step / steps, probability: peak.probability, other: otherAt(probabilities, at * classes, classes, index, alphabet) });
  }
  return characters;
}

function bestAt(probabilities: Float32Array, offset: number, classes: number): { readonly index: number; readonly probability: number } {
  let index = 0;
  let probability = probabilities[offset] ?? 0;
  for (let i = 1; i < classes; i++) {
    const value = probabilities[offset + i] ?? 0;
    if (value > probability) [index, probability] = [i, value];
  }
  return { index, probability };
}

function otherAt(probabilities: Float32Array, offset: number, classes: number, taken: number, alphabet: readonly string[]): ReadCharacter["other"] {
  let index = 0;
  let probability = leastLikely;
  for (let i = 1; i < classes; i++) {
    const value = probabilities[offset + i] ?? 0;
    if (i !== taken && value > probability) [index, probability] = [i, value];
  }
  const text = alphabet[index - 1];
  return text === undefined || text.trim() === "" ? null : { text, probability };
}
