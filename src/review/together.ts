/** Files that change together: what is to be written is put down whole first, so that of a decision that was killed in between all is done, or nothing. */
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { lockByKernel } from "../dataset/keep/kernel-lock.ts";
import { draftIn, draftsOf, isInUse, writeWhole } from "../batch/whole.ts";
import { sha256 } from "../text/digest.ts";

/** New texts by path. */
export type Texts = Readonly<Record<string, string>>;

const intentSchema = z.record(z.string(), z.strictObject({ before: z.string().nullable(), after: z.string() }));

/** Writes the files. `intent`: the path of what is put down first. */
export async function writeTogether(intent: string, texts: Texts): Promise<void> {
  const files = Object.entries(texts);
  if (files.length < 2) {
    for (const [path, text] of files) await writeWhole(path, text);
    return;
  }
  const planned = await Promise.all(files.map(async ([path, after]) => [path, { before: await sumOf(path), after }] as const));
  await writeWhole(intent, JSON.stringify(Object.fromEntries(planned)));
  for (const [path, text] of files) await writeWhole(path, text);
  await rm(intent, { force: true });
}

/** Ends what was begun and not ended; files that somebody else has changed since stay as they are. `paths`: those that may be written. */
export async function endTogether(intent: string, paths: readonly string[]): Promise<void> {
  const text = await readFile(intent, "utf8").catch(() => null);
  if (text === null) return;
  const read = intentSchema.safeParse(parsed(text));
  if (!read.success) return;
  for (const [path, { before, after }] of Object.entries(read.data)) if (paths.includes(path) && (await sumOf(path)) === before) await writeWhole(path, after);
  await rm(intent, { force: true });
}

/** Takes away the drafts of files that killed processes left beside them. */
export async function sweep(paths: readonly string[]): Promise<void> {
  for (const [folder, own] of Map.groupBy(paths, dirname)) {
    const begins = new Set(own.map((path) => draftsOf(basename(path))));
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      if (!begins.has(draftIn(name) ?? "")) continue;
      const made = await stat(path).catch(() => null);
      if (made !== null && !isInUse(name, made.mtimeMs)) await rm(path, { force: true }).catch(() => undefined);
    }
  }
}

/** So many milliseconds another may take to write; it takes a few. */
const patience = 10_000;
const between = 20;

/** Works while no other process of this machine that asks for the same place does. Where the file system knows no locks, it works nevertheless. */
export async function alone<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += between) {
    const lock = await lockByKernel(path).catch(() => ({ state: "unsupported" }) as const);
    if (lock.state === "taken") {
      if (waited >= patience) throw new Error(path);
      await setTimeout(between);
      continue;
    }
    try {
      return await work();
    } finally {
      if (lock.state === "held") await lock.release();
    }
  }
}

async function sumOf(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? null : sha256(bytes);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
