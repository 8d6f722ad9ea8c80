/**
 * Results of a batch in few large files instead of one each. A pack grows by whole gzip members, one a notice, so that a notice can be
 * read alone from its offset, and the pack as a whole by whatever reads .gz. What a killed run wrote and no journal knows is cut off
 * when the next one begins. As Parquet a pack is written from that, whole, when it is full.
 */
import { open, readdir, rename, rm, stat, truncate, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Entry, PackPlace } from "./journal.ts";
import { asShortage } from "./shortage.ts";
import type { Shard } from "./tree.ts";
import { openDraft, syncFile, writeAll } from "./whole.ts";

/** How results are packed. */
export interface PackPlan {
  readonly form: "ndjson.gz" | "parquet";
  /** A pack that has so many bytes is full. */
  readonly bytes: number;
}

/** Packs that are open for more. */
export interface Packs {
  /** Whether a result is still where it was put. */
  readonly has: (place: PackPlace) => Promise<boolean>;
  /** Puts a result behind the others. */
  readonly add: (json: string) => Promise<PackPlace>;
  /** Nothing more comes. Full of whole results, whatever the form. */
  readonly close: () => Promise<void>;
}

/** The file of the index: what is where. */
function indexOf({ index, of }: Shard): string {
  return `pack-${index}-of-${of}-index.ndjson`;
}

/** The file in which a result ends up. */
function fileOf({ pack }: PackPlace, { form }: PackPlan): string {
  return `${pack}.${form}`;
}

const packed = promisify(gzip);
const spoolEnd = ".ndjson.gz";

/** Opens the packs of a shard; `known` says how far the journal knows each. Throws a Shortage where nothing can be written. */
export async function openPacks(out: string, shard: Shard, plan: PackPlan, known: ReadonlyMap<string, { readonly end: number; readonly rows: number }>): Promise<Packs> {
  const own = `pack-${shard.index}-of-${shard.of}-`;
  const names = (await readdir(out)).filter((name) => name.startsWith(own));
  let number = Math.max(0, ...names.map((name) => Number(/-(\d{5})\.(?:ndjson\.gz|parquet)$/u.exec(name)?.[1] ?? 0)));
  const stemOf = (i: number): string => `${own}${String(i).padStart(5, "0")}`;
  const spool = (stem: string): string => join(out, `${stem}${spoolEnd}`);
  for (const name of names.filter((one) => one.endsWith(spoolEnd))) await cutOff(join(out, name), known.get(name.slice(0, -spoolEnd.length))?.end ?? 0);

  let file: FileHandle | null = null;
  let full = false;
  let [stem, end, rows] = ["", 0, 0];
  const begin = async (): Promise<FileHandle> => {
    const last = stemOf(number);
    const goesOn = !full && number > 0 && (await sizeOf(spool(last))) !== null && (known.get(last)?.end ?? 0) < plan.bytes;
    if (!goesOn) number++;
    stem = stemOf(number);
    ({ end, rows } = known.get(stem) ?? { end: 0, rows: 0 });
    file = await open(spool(stem), "a").catch((error: unknown) => {
      throw asShortage(error, spool(stem));
    });
    return file;
  };
  const finish = async (): Promise<void> => {
    if (file === null) return;
    await syncFile(file).finally(() => file?.close());
    file = null;
    if (plan.form === "parquet") await turn(out, stem);
  };
  const add = async (json: string): Promise<PackPlace> => {
    const member = await packed(json.endsWith("\n") ? json : `${json}\n`);
    const into = file ?? (await begin());
    const place = { pack: stem, offset: end, length: member.length, row: rows };
    try {
      await writeAll(into, member, spool(stem));
    } catch (error) {
      await into.truncate(end).catch(() => undefined);
      throw error;
    }
    [end, rows] = [end + member.length, rows + 1];
    if (end >= plan.bytes) {
      await finish();
      full = true;
    }
    return place;
  };

  const sizes = new Map<string, Promise<number | null>>();
  const seen = (name: string): Promise<number | null> => {
    const size = sizes.get(name) ?? sizeOf(join(out, name));
    sizes.set(name, size);
    return size;
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    has: async ({ pack, offset, length }) => {
      if (plan.form === "parquet" && (await seen(`${pack}.parquet`)) !== null) return true;
      return ((await seen(`${pack}${spoolEnd}`)) ?? 0) >= offset + length;
    },
    add: (json) => {
      const place = last.then(() => add(json));
      last = place.catch(() => undefined);
      return place;
    },
    close: async () => {
      await last;
      await finish();
      if (plan.form === "parquet") for (const name of await readdir(out)) if (name.startsWith(own) && name.endsWith(spoolEnd)) await turn(out, name.slice(0, -spoolEnd.length));
    },
  };
}

/** Writes the index of a shard, whole or not at all. */
export async function writeIndex(out: string, shard: Shard, plan: PackPlan, entries: AsyncIterable<Entry>): Promise<void> {
  const path = join(out, indexOf(shard));
  const draft = await openDraft(path);
  try {
    let lines = "";
    for await (const { input: name, key, status, pack } of entries) {
      if (pack === undefined) continue;
      const where = plan.form === "parquet" ? { row: pack.row } : { offset: pack.offset, length: pack.length };
      lines += `${JSON.stringify({ name, key, status, file: fileOf(pack, plan), ...where })}\n`;
      if (lines.length < 1_000_000) continue;
      await draft.write(lines);
      lines = "";
    }
    await draft.write(lines);
    await draft.settle();
    await rename(draft.path, path);
  } catch (error) {
    throw asShortage(error, path);
  } finally {
    await draft.discard();
  }
}

/** Makes a full pack Parquet. */
async function turn(out: string, stem: string): Promise<void> {
  const spool = join(out, `${stem}${spoolEnd}`);
  await import("./pack-parquet.ts").then(({ toParquet }) => toParquet(spool, join(out, `${stem}.parquet`)));
  await rm(spool, { force: true });
}

async function cutOff(path: string, end: number): Promise<void> {
  if (end === 0) await rm(path, { force: true });
  else if (((await sizeOf(path)) ?? 0) > end) await truncate(path, end);
}

async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null;
}
