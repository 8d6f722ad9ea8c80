/** One comparison of gold and answer, and what many of them amount to. */
import { plain } from "./words.ts";

/** One thing that was compared. `gold` null: the answer has it and gold does not; `got` null: gold has it and the answer does not. */
export interface Judgement {
  readonly field: string;
  /** Position of the record in gold from 1, `notice`, or the name of another part. */
  readonly record: string;
  readonly gold: string | null;
  readonly got: string | null;
  readonly right: boolean;
  /** Ordinal of the answer's record, where the judgement is about a whole record that the answer has. */
  readonly task?: number;
}

/** Fields that only say again, for whole records or days, what other fields say. */
export const derivedFields: ReadonlySet<string> = new Set(["exact", "said", "stated"]);

/** A difference that is known and accepted, with the reason. */
export interface Gap {
  readonly file: string;
  readonly record: string;
  readonly field: string;
  /** What gold says; the beginning followed by “…” is enough. Empty for something that gold does not have. */
  readonly gold: string;
  /** What the answer says, where `gold` alone does not tell which difference is meant. */
  readonly got?: string | undefined;
  readonly reason: string;
}

/** Counts and score of one field of one file. */
export interface Score {
  readonly field: string;
  readonly right: number;
  /** Both sides have it and they differ. */
  readonly wrong: number;
  readonly missing: number;
  readonly invented: number;
  /** Differences left out of the counts because they are known. */
  readonly gaps: number;
  readonly precision: number;
  readonly recall: number;
  /** What floors are set on, 0–1: F1 for fields that are found or not, else the share that is right. */
  readonly value: number;
}

/** Fields whose members are found, missed or invented; all others are right or wrong, one by one. */
const foundFields: ReadonlySet<string> = new Set([
  "records",
  "exact",
  "cellDeadlines",
  "textDeadlines",
  "units",
  "subjectUnits",
  "unitLists",
  "references",
  "repeals",
]);

/** Fields that every notice is scored in, also where gold has nothing to find: something made up must cost. */
const everywhere = ["records", "cellDeadlines", "textDeadlines", "units"] as const;

/** The score of a field from its counts. Nothing to find and nothing found is right. */
export function scoreOf(field: string, counts: Pick<Score, "right" | "wrong" | "missing" | "invented" | "gaps">): Score {
  const { right, wrong, missing, invented } = counts;
  const precision = share(right, right + wrong + invented);
  const recall = share(right, right + wrong + missing);
  const f1 = share(2 * right, 2 * (right + wrong) + missing + invented);
  const rate = share(right, right + wrong + missing + invented);
  return { field, ...counts, precision, recall, value: foundFields.has(field) ? f1 : rate };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** Scores by field, in the order in which the fields first come. Known gaps are counted apart. */
export function tally(judgements: readonly Judgement[], isGap: (judgement: Judgement) => boolean = () => false): Map<string, Score> {
  const none = () => ({ right: 0, wrong: 0, missing: 0, invented: 0, gaps: 0 });
  const counts = new Map<string, ReturnType<typeof none>>(everywhere.map((field) => [field, none()]));
  for (const judgement of judgements) {
    const count = counts.get(judgement.field) ?? none();
    counts.set(judgement.field, count);
    if (judgement.right) count.right++;
    else if (isGap(judgement)) count.gaps++;
    else if (judgement.got === null) count.missing++;
    else if (judgement.gold === null) count.invented++;
    else count.wrong++;
  }
  return new Map([...counts].map(([field, count]) => [field, scoreOf(field, count)]));
}

/** The scores of several files as one. */
export function total(scores: readonly ReadonlyMap<string, Score>[]): Map<string, Score> {
  const sums = new Map<string, Score>();
  for (const score of scores.flatMap((of) => [...of.values()])) {
    const sum = sums.get(score.field);
    sums.set(
      score.field,
      sum === undefined
        ? score
        : scoreOf(score.field, {
            right: sum.right + score.right,
            wrong: sum.wrong + score.wrong,
            missing: sum.missing + score.missing,
            invented: sum.invented + score.invented,
            gaps: sum.gaps + score.gaps,
          }),
    );
  }
  return sums;
}

/** Whether a known gap speaks of this difference. */
export function explains(gap: Gap, file: string, judgement: Judgement): boolean {
  return (
    !judgement.right &&
    gap.file === file &&
    gap.record === judgement.record &&
    gap.field === judgement.field &&
    begins(judgement.gold ?? "", gap.gold) &&
    (gap.got === undefined || begins(judgement.got ?? "", gap.got))
  );
}

function begins(whole: string, stated: string): boolean {
  return stated.endsWith("…") ? plain(whole).startsWith(plain(stated.slice(0, -1))) : plain(whole) === plain(stated);
}
