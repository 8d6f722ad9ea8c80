/** The files of a job: loaded where the reading is watched, and handed to the reader. */
import { setFlagsFromString } from "node:v8";
import { defaultLimits, type ParseOptions, type ReadingOptions } from "../model/context.ts";
import type { NoticeFiles, NoticeInput } from "../pipeline.ts";
import { sha256 } from "../text/digest.ts";
import { withEngine } from "./engine.ts";
import type { JobFile, Seen, ToRead } from "./job.ts";
import { loadFile, type Loaded } from "./load.ts";
import type { Watcher } from "./serve.ts";
import { shortBytes } from "./small.ts";

/** Begins a job that shows what it reads: its files, and its options with the engine that they name. */
export async function loadJob({ files, options }: ToRead, { begin, note }: Watcher<readonly Seen[]>): Promise<{ readonly loaded: Loaded[]; readonly options: ParseOptions }> {
  begin();
  const loaded = await loadAll(files, options);
  note(loaded.map(seenOf));
  return { loaded, options: await withEngine(options) };
}

/** Loads all files of a job, or says why one could not be. */
export async function loadAll(files: readonly JobFile[], options: ReadingOptions): Promise<Loaded[]> {
  const limit = options.limits?.bytes ?? defaultLimits.bytes;
  const loaded = await Promise.all(files.map((file) => load(file, limit)));
  // A process that was started for short notices reads others as fast as any.
  if (loaded.some(({ bytes }) => (bytes?.length ?? 0) > shortBytes)) setFlagsFromString("--regexp-optimization");
  return loaded;
}

async function load({ path, name, bytes, problem }: JobFile, limit: number): Promise<Loaded> {
  if (problem !== undefined) return { name, bytes: null, problem };
  return bytes === undefined ? loadFile(path, limit, name) : { name, bytes, problem: null };
}

/** What is known of a file from its bytes. */
export function seenOf({ bytes }: Loaded): Seen {
  return bytes === null ? { bytes: null, sha256: null } : { bytes: bytes.length, sha256: sha256(bytes) };
}

/** The files as the reader takes them. */
export function inputsOf([letter, ...others]: readonly [JobFile, ...JobFile[]], [first, ...rest]: readonly Loaded[]): NoticeFiles {
  const own = inputOf(letter, first);
  return others.length === 0 ? own : [own, ...others.map((file, i) => inputOf(file, rest[i]))];
}

/** One file as the reader takes it. */
export function inputOf({ name, role, label, uri }: JobFile, loaded: Loaded | undefined): NoticeInput {
  const input = { name, role, label, uri, bytes: loaded?.bytes ?? null };
  return loaded === undefined || loaded.problem === null ? input : { ...input, problem: loaded.problem };
}
