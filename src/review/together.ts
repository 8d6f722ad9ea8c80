/** Files that change together: what is to be written is put down whole first, so that of a decision that was killed in between all is done, or nothing. */
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { lockByKernel } from "../dataset/keep/kernel-lock.ts";
import { draftIn, draftsOf, isInUse, writeWhole } from "../batch/whole.ts";
import { sha256 } from "../text/digest.ts";

/** New texts by path. */
export type Texts = Readonly<Record<string, string>>;

const plannedSchema = z.strictObject({ before: z.string().nullable(), after: z.string() });
const intentSchema = z.record(z.string(), plannedSchema);
type Planned = z.infer<typeof plannedSchema>;

/** Writes the files. `intent`: the path of what is put down first; what others began there stays in it. */
export async function writeTogether(intent: string, texts: Texts): Promise<void> {
  const files = Object.entries(texts);
  if (files.length < 2) {
    for (const [path, text] of files) await writeWhole(path, text);
    return;
  }
  const others = ((await begun(intent)) ?? []).filter(([path]) => !Object.hasOwn(texts, path));
  const planned = await Promise.all(files.map(async ([path, after]) => [path, { before: await sumOf(path), after }] as const));
  await putDown(intent, [...others, ...planned]);
  for (const [path, text] of files) await writeWhole(path, text);
  await putDown(intent, others);
}

/** Ends what was begun and not ended; files that somebody else has changed since stay as they are. `paths`: those that may be written; what was begun of others is kept for whoever may. */
export async function endTogether(intent: string, paths: readonly string[]): Promise<void> {
  const all = await begun(intent);
  if (all === null) return;
  const own = all.filter(([path]) => paths.includes(path));
  const others = all.filter(([path]) => !paths.includes(path));
  for (const [path, planned] of own) if (await isOpen(path, planned)) await writeWhole(path, planned.after);
  if (own.length > 0 || others.length === 0) await putDown(intent, others);
}

/** The files that a decision began to write and that are not written; nothing is changed. */
export async function unfinished(intent: string): Promise<string[]> {
  const paths: string[] = [];
  for (const [path, planned] of (await begun(intent)) ?? []) if (await isOpen(path, planned)) paths.push(path);
  return paths;
}

type Begun = readonly (readonly [path: string, planned: Planned])[];

/** What was put down, by absolute path. Null where nothing was, or something that is none of ours. */
async function begun(intent: string): Promise<Begun | null> {
  const text = await readFile(intent, "utf8").catch(() => null);
  const read = intentSchema.safeParse(text === null ? null : parsed(text));
  return read.success ? Object.entries(read.data).map(([path, planned]) => [resolve(dirname(intent), path), planned] as const) : null;
}

/** Puts down what is begun, by paths from its folder, so that the folder may be moved. Nothing begun is no file. */
async function putDown(intent: string, files: Begun): Promise<void> {
  if (files.length === 0) await rm(intent, { force: true });
  else await writeWhole(intent, JSON.stringify(Object.fromEntries(files.map(([path, planned]) => [relative(dirname(intent), path), planned]))));
}

/** Says whether a file is still what it was before, and is to be something else. */
async function isOpen(path: string, { before, after }: Planned): Promise<boolean> {
  return (await sumOf(path)) === before && sha256(after) !== before;
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

/** Null for what is no file too: a pipe or a device that is named would be read for ever. */
async function sumOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  const bytes = found?.isFile() === true ? await readFile(path).catch(() => null) : null;
  return bytes === null ? null : sha256(bytes);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
