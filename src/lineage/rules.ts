/**
 * When equal words make a link. Measured on 749 tasks of 35 notices and on the gold of test/lineage: a long run alone links phrases, a share alone
 * links short sentences.
 */
export interface WordingRule {
  readonly id: string;
  /** Longest run of equal characters, and equal characters as a share of the shorter sentence. */
  readonly run: number;
  readonly cover: number;
  /** Only between notices of which one names the other, or that are one series. */
  readonly related: boolean;
  /** `opening`: the phrases that open the sentences, which say what it is about, share words; `phrase`: the run holds a whole phrase of one side. */
  readonly shape: "opening" | "phrase" | null;
}

const rule = (id: string, run: number, cover: number, shape: WordingRule["shape"] = null): WordingRule => ({ id, run, cover, related: shape !== null, shape });

/** The first that holds links. Those of `related` never make a link certain. */
export const wordingRules: readonly WordingRule[] = [
  rule("wording/long-run", 16, 0.5),
  rule("wording/most-of-it", 12, 0.8),
  rule("wording/related", 8, 0.7, "opening"),
  rule("wording/phrase", 12, 0.25, "phrase"),
];

/**
 * When two tasks of related notices are linked though most of their words are others: weight of the rare pairs of characters they share, as a share of
 * all of the task that has fewer, times that of the next best task on either side; in notices of so many tasks at least.
 */
export const closestRule = { ...rule("wording/closest", 4, 0), related: true, score: 4.5, share: 0.2, margin: 2, tasks: 4 } as const;

/** Without a printed relation words that so many notices share are a phrase: see `rarity`. */
export const leastRarity = 0.25;

/** Without a relation, sentences that open with words of their own are linked only by so large a share. */
export const leastCoverOfOthers = 0.8;

/** Shortest run of any rule, between any notices and between related ones. */
export const leastRun = { any: 12, related: 8 } as const;
