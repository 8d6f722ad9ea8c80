/**
 * How sure a grid is. Each row says what speaks against one and how sure a grid is at most that shows it, by the share of such grids that
 * were right among the tables of ICDAR 2013 and made ones (test/tables/icdar.ts, test/tables/measure.ts). The lowest row holds.
 */
import type { Table } from "../../model/document.ts";
import { evidenceOf, type Evidence } from "./evidence.ts";
import type { PageCell, PageTable } from "./page-table.ts";
import { smallest } from "../../model/extremes.ts";

/** How sure a grid on one page is, and why not more. */
export interface Confidence {
  readonly value: number;
  /** Cells that may hold several rows. */
  readonly crowded: readonly PageCell[];
  /** Something speaks against the grid, beyond how it was found. */
  readonly doubtful: boolean;
}

interface Doubt {
  readonly most: number;
  readonly methods: readonly Table["method"][];
  readonly holds: (evidence: Evidence, table: PageTable, alone: boolean) => boolean;
}

const ruled: readonly Table["method"][] = ["ruled"];
const byText: readonly Table["method"][] = ["part-ruled", "unruled"];
const all = [...ruled, ...byText];

/** Grids below this are doubtful. */
const doubtful = 0.7;

const doubts: readonly Doubt[] = [
  // Rows or columns were taken from the places of words.
  { methods: ["part-ruled"], most: 0.85, holds: () => true },
  { methods: ["unruled"], most: 0.75, holds: () => true },
  // The lines prove one direction only: frames around words, the grid of a chart.
  { methods: all, most: 0.75, holds: (_, { xs, ys }, alone) => xs.length <= 2 || (alone && ys.length <= 2) },
  // A line over the whole width heads or ends the table: a caption or a note within its frame.
  { methods: all, most: 0.88, holds: ({ bordered }) => bordered },
  { methods: ruled, most: 0.85, holds: (_, { missing }) => missing.length > 0 },
  { methods: all, most: 0.8, holds: ({ crossing }) => crossing > 0 },
  { methods: byText, most: 0.75, holds: ({ headless }) => headless > 0 },
  { methods: ruled, most: 0.75, holds: ({ tall }, { ys }, alone) => alone && tall && ys.length <= 3 },
  { methods: all, most: 0.65, holds: (_, { irregular }) => irregular > 0 },
  { methods: all, most: 0.6, holds: ({ crowded }) => crowded.length > 0 },
  { methods: all, most: 0.6, holds: ({ gapped }) => gapped > 0 },
  { methods: byText, most: 0.5, holds: ({ lone }) => lone > 0 },
  { methods: byText, most: 0.5, holds: ({ wide }) => wide > 0 },
  { methods: ["unruled"], most: 0.4, holds: (_, { xs }) => xs.length <= 2 },
];

/** Judges the grid of a table on one page; `alone` when it is no part of a table over several. */
export function confidenceOf(table: PageTable, alone: boolean): Confidence {
  const evidence = evidenceOf(table);
  const most = doubts.filter(({ methods, holds }) => methods.includes(table.method) && holds(evidence, table, alone)).map((doubt) => doubt.most);
  const worst = smallest([1, ...most]);
  return { value: Math.min(table.confidence, worst), crowded: evidence.crowded, doubtful: worst < doubtful };
}
