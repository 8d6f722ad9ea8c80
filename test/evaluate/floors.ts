/** The two files that the evaluation keeps beside the corpus: scores that may not fall, and differences that are known. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readJson, repository } from "./corpora.ts";
import type { Gap, Score } from "./judgement.ts";

const scoresPath = join(repository, "corpus", "scores.json");
const gapsPath = join(repository, "corpus", "known-gaps.json");

const scoresSchema = z.strictObject({
  floors: z.record(z.string(), z.record(z.string(), z.number())),
  reached: z.array(z.string()),
});

/** Shares that may fall because a mistake was mended or a doubt is said now. */
const unfloored: ReadonlySet<string> = new Set(["said", "stated"]);

/** Floors by file and field, and the names of the targets that have been reached. */
export type Floors = z.infer<typeof scoresSchema>;

const gapsSchema = z.array(
  z.strictObject({
    file: z.string(),
    record: z.string(),
    field: z.string(),
    gold: z.string(),
    got: z.string().optional(),
    reason: z.string().min(10),
  }),
);

export function readFloors(): Floors {
  return scoresSchema.parse(readJson(scoresPath));
}

export function writeFloors(floors: Floors): void {
  writeFileSync(scoresPath, `${JSON.stringify(floors, null, 1)}\n`);
}

export function readGaps(): Gap[] {
  return gapsSchema.parse(readJson(gapsPath));
}

/** A field of a file that scores less than it did. `value` is null when the file was not read or the field not scored any more. */
export interface Fall {
  readonly file: string;
  readonly field: string;
  readonly floor: number;
  readonly value: number | null;
}

/** Four decimals, never rounded up, so that a floor can always be met again. */
export function roundDown(value: number): number {
  return Math.floor(value * 10_000) / 10_000;
}

/** All fields of one file that lie below their floors. */
export function fallsOf(file: string, scores: ReadonlyMap<string, Score>, { floors }: Floors): Fall[] {
  return Object.entries(floors[file] ?? {}).flatMap(([field, floor]) => {
    const value = scores.get(field)?.value ?? null;
    return value === null || value < floor ? [{ file, field, floor, value }] : [];
  });
}

/** Floors raised to what was measured; lowered only by `force`. Files that were not measured keep theirs. */
export function raised(
  old: Floors,
  measured: ReadonlyMap<string, ReadonlyMap<string, Score>>,
  reached: readonly string[],
  force: boolean,
): Floors {
  const floors = { ...old.floors };
  for (const [file, scores] of measured) {
    const before = old.floors[file] ?? {};
    const values = [...scores.values()].filter(({ field }) => !unfloored.has(field)).map(({ field, value }): [string, number] => [
      field,
      force ? roundDown(value) : Math.max(roundDown(value), before[field] ?? 0),
    ]);
    floors[file] = force ? Object.fromEntries(values) : { ...before, ...Object.fromEntries(values) };
  }
  const kept = force ? reached : [...new Set([...old.reached, ...reached])];
  const sorted = Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1));
  return { floors: Object.fromEntries(sorted), reached: [...kept].sort() };
}
