/** The notices of a review laid side by side: what each task has beside it in the others. Compared anew when people's work has changed a reading. */
import { comparisonsOf, counterpartsOf, type Comparison, type Counterpart } from "../lineage/answers.ts";
import { linkResults } from "../lineage/links.ts";
import type { Language } from "../model/finding.ts";
import type { ParseResult } from "../model/notice.ts";
import type { Shelf } from "./shelf.ts";
import { stateOf } from "./state.ts";
import type { Stored } from "./store.ts";

/** More tasks are not compared while people wait: `fengong links` and datasets do it. */
const mostTasks = 20_000;

/** All notices side by side. */
export interface SideBySide {
  /** How many notices there are besides. */
  readonly others: number;
  /** Too many tasks to compare here. */
  readonly tooMany: boolean;
  readonly comparisons: readonly Comparison[];
  readonly counterparts: ReadonlyMap<string, readonly Counterpart[]>;
  /** Position on the shelf, by the id of a notice. */
  readonly positions: ReadonlyMap<string, number>;
}

/** Compares what stands on a shelf; waits until all of it is read, one after the other, so that whoever opens a notice waits for none but the one under way. */
export function openSideBySide(shelf: Shelf, language: Language): (stored: Stored) => Promise<SideBySide> {
  let known: { readonly revision: string; readonly done: Promise<SideBySide> } | null = null;
  return (stored) => {
    if (known?.revision !== stored.revision) {
      const done = compareAll(shelf, stored, language);
      known = { revision: stored.revision, done };
      done.catch(() => { known = null; });
    }
    return known.done;
  };
}

async function compareAll(shelf: Shelf, stored: Stored, language: Language): Promise<SideBySide> {
  const results: ParseResult[] = [];
  const positions = new Map<string, number>();
  let tasks = 0;
  for (const [n, item] of shelf.items.entries()) {
    const read = item.record ?? (await shelf.notice(n))?.result;
    if (read === undefined || read.status === "failed") continue;
    const { result } = stateOf(read, stored, language);
    tasks += result.tasks.length;
    results.push(result);
    if (!positions.has(result.notice.id)) positions.set(result.notice.id, n);
  }
  const [others, tooMany] = [Math.max(0, positions.size - 1), tasks > mostTasks];
  if (others === 0 || tooMany) return { others, tooMany, comparisons: [], counterparts: new Map(), positions };
  const lineage = linkResults(results);
  const links = [...lineage.links()];
  const once = { ...lineage, links: () => links };
  return { others, tooMany, comparisons: comparisonsOf(once), counterparts: counterpartsOf(once), positions };
}
