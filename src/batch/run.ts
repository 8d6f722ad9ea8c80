/** Many notices to an output tree: what is new or changed is read, the rest is kept, and a journal knows which is which. */
import { diagnose, type ReadingOptions } from "../model/context.ts";
import { diagnosticsOf, type Job } from "./job.ts";
import { goneFrom } from "./gone.ts";
import { namesOf, type Item, type Items } from "./item.ts";
import { those } from "./items.ts";
import { openJournal, type Entry, type Journal, type JournalTrouble } from "./journal.ts";
import { settingsKey } from "./key.ts";
import type { Budget } from "./budget.ts";
import { openPacks, writeIndex, type PackPlan, type Packs } from "./pack.ts";
import { openPool, type Pool } from "./pool.ts";
import { lastingIn } from "./shortage.ts";
import { openSizes } from "./sizes.ts";
import { isIn, isShortened, outputOf, pathIn, type Shard } from "./tree.ts";
import { sweep } from "./write.ts";

/** What is kept of an earlier run. */
export interface Keeping {
  /** Files that the journal has are not even opened. */
  readonly resume: boolean;
  /** Notices that failed are read again. */
  readonly retryFailed: boolean;
  /** Nothing is kept. */
  readonly force: boolean;
}

/** A batch. */
export interface Batch {
  readonly items: Items;
  /** Output folder. */
  readonly out: string;
  readonly options: ReadingOptions;
  readonly pretty: boolean;
  /** How many processes read at a time. */
  readonly jobs: number;
  readonly shard: Shard;
  /** Results go into packs; null: each is a file of its own. */
  readonly pack: PackPlan | null;
  readonly budget: Budget;
  readonly keeping: Keeping;
  /** Names of folders all of whose notices are among the items: of another one in them the journal tells that it is gone. */
  readonly folders: readonly string[];
  /** Is told of each notice that a process begins to read. */
  readonly begin?: (item: Item) => void;
  /** `finish`: begin nothing new; `stop`: end what is running too. */
  readonly finish: AbortSignal;
  readonly stop: AbortSignal;
}

/** A notice that is done. */
export interface Done {
  readonly item: Item;
  readonly entry: Entry;
  /** The output was there already. */
  readonly kept: boolean;
}

/** The share of a batch that is to be done here. */
export function shareOf({ items, shard }: Pick<Batch, "items" | "shard">): Items {
  return shard.of === 1 ? items : those(items, (item) => isIn(shard, item));
}

/** What is to be said of a batch as a whole. */
export interface Outcome {
  /** Notices of earlier runs that are not there any more; their results still stand. */
  readonly gone: readonly string[];
}

/** Does a batch and tells of each notice when it is done, in the order of completion; warns of what cannot be read of the journal. No more notices are at work than there are jobs. Throws a Shortage when nothing more can be written; nothing is at work then. */
export async function runBatch(batch: Batch, tell: (done: Done) => void, warn: (trouble: JournalTrouble) => void = () => undefined): Promise<Outcome> {
  const items = shareOf(batch);
  const outputs = outputsOf(items);
  // A process whose parent was killed may still be at its last file: what it leaves is looked for again at the end.
  const stayed = await sweep(batch.out, outputs);
  const journal = await openJournal(batch.out, batch.shard);
  for (const trouble of journal.troubles) warn(trouble);
  const packs = batch.pack === null ? null : await openPacks(batch.out, batch.shard, batch.pack, journal.packs);
  const pool = openPool(batch.jobs, batch.budget);
  batch.stop.addEventListener("abort", pool.stop);
  const queue = items[Symbol.iterator]();
  const lanes = Array.from({ length: Math.max(1, Math.min(batch.jobs, items.length)) }, () => lane(queue, batch, { journal, pool, packs }, tell));
  let whole = false;
  let gone: readonly string[] = [];
  try {
    await allOrNone(lanes, pool.close);
    await packs?.close();
    gone = await goneFrom(journal, batch.folders, batch.items);
    whole = true;
  } finally {
    batch.stop.removeEventListener("abort", pool.stop);
    pool.close();
    await journal.close();
    if (whole && batch.pack !== null) await index(batch, batch.pack, items);
    if ((stayed > 0 || pool.lost() > 0 || !whole) && !batch.stop.aborted) await sweep(batch.out, outputs);
  }
  return { gone };
}

/** Waits for all lanes. When one fails the others are stopped, and waited for: nothing is at work any more when this throws. */
async function allOrNone(lanes: readonly Promise<void>[], stop: () => void): Promise<void> {
  for (const one of lanes) one.catch(stop);
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

/** The outputs of notices, each made when it is its turn. */
function outputsOf(items: Items): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (const name of namesOf(items)) yield outputOf({ name });
    },
  };
}

/** The index of the packs, from what the journal says now. */
async function index({ out, shard }: Batch, pack: PackPlan, items: Items): Promise<void> {
  const journal = await openJournal(out, shard);
  const entries = async function* (): AsyncGenerator<Entry> {
    for (const name of namesOf(items)) {
      const entry = await journal.entryOf(name);
      if (entry !== null) yield entry;
    }
  };
  try {
    await writeIndex(out, shard, pack, entries());
  } finally {
    await journal.close();
  }
}

/** What the lanes share. */
interface Means {
  readonly journal: Journal;
  readonly pool: Pool;
  readonly packs: Packs | null;
}

async function lane(queue: Iterator<Item, unknown>, batch: Batch, { journal, pool, packs }: Means, tell: (done: Done) => void): Promise<void> {
  const usual = settingsKey(batch.options, batch.pretty);
  const sizeOf = openSizes();
  for (let next = queue.next(); next.done !== true; next = queue.next()) {
    const item = next.value;
    if (batch.finish.aborted) return;
    const own = Object.keys(item.options).length > 0;
    const options = own ? { ...batch.options, ...item.options } : batch.options;
    const known = keptOf(item, batch, await journal.entryOf(item.name));
    const kept = known?.pack === undefined || (await packs?.has(known.pack)) === true ? known : null;
    if (kept !== null && batch.keeping.resume && kept.settings === (own ? settingsKey(options, batch.pretty) : usual) && (packs !== null || (await sizeOf(pathIn(batch.out, kept.output))) === kept.bytes)) {
      tell({ item, entry: kept, kept: true });
      continue;
    }
    const job: Job = {
      files: item.files,
      options,
      pretty: batch.pretty,
      output: packs === null ? pathIn(batch.out, outputOf(item)) : null,
      within: batch.out,
      kept: kept?.key == null ? null : { key: kept.key, bytes: kept.bytes },
    };
    batch.begin?.(item);
    const answer = await pool.run(job);
    if (answer === null) return;
    if (answer.kept) {
      if (kept !== null) tell({ item, entry: kept, kept: true });
      continue;
    }
    const shortage = lastingIn(answer.report.diagnostics);
    if (shortage !== null) throw shortage;
    const output = outputOf(item);
    const diagnostics = [...answer.report.diagnostics, ...diagnosticsOf(item.findings ?? []), ...(isShortened(item) ? [shortened(output)] : [])];
    const place = packs === null || answer.json === null ? {} : { pack: await packs.add(answer.json) };
    const entry = { input: item.name, files: item.files.map(({ name }) => name), output, ...answer.report, ...place, diagnostics };
    await journal.append(entry);
    tell({ item, entry, kept: false });
  }
}

/** The file system takes no longer name: said in the journal and to people. */
function shortened(name: string): Entry["diagnostics"][number] {
  const { code, severity, params } = diagnose("output/name-shortened", { params: { name } });
  return { code, severity, params };
}

/** The entry of an earlier run that may be kept: of the same files, and not of one that is to be tried again. */
function keptOf(item: Item, { keeping, pack }: Batch, entry: Entry | null): Entry | null {
  if (entry === null || keeping.force || entry.output !== outputOf(item) || (entry.pack === undefined) !== (pack === null)) return null;
  if (keeping.retryFailed && entry.status === "failed") return null;
  const same = entry.files.length === item.files.length && item.files.every(({ name }, i) => entry.files[i] === name);
  return same ? entry : null;
}
