/**
 * The lock that lets one build at a time into a dataset. It has two parts, both of which must be had:
 *
 *     .lock-kernel   held by the operating system for the process: never stale, and the same for all containers of a machine
 *     .lock          a note that says who is inside: for hosts that share the volume and not each other's locks
 *
 * The note is written whole under another name and then linked to its own, so it is never seen half, and of several that come at once
 * exactly one has it. Who finds a note of another judges it: on the same kernel and volume its writer must be gone, since it would still
 * hold the first part; in the same PID namespace the process and its start are looked up (a number that was given again is told by the
 * start); anybody else's note counts as long as it is renewed, by the clock of the file system that both see. A note that counts no more
 * is moved to a name of one's own and read there again: was it another one meanwhile, it goes back. Should a host that stood still for
 * minutes be passed over, it finds that out before it enters its version (`check`) and ends without it.
 */
import { link, open, readdir, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { clearInterval, setInterval } from "node:timers";
import { Refused } from "../../batch/refused.ts";
import { makeFolder } from "../../batch/whole.ts";
import { lockByKernel, type KernelLock } from "./kernel-lock.ts";
import { counts, describe, noteOf, patience, type Note } from "./lock-note.ts";
import { codeOf } from "../../batch/system-code.ts";
import { readPlain } from "./plain-file.ts";

/** Another build is at work, or was a moment ago. The message says which. */
export class Busy extends Refused {
  readonly wrong = "busyDataset";
}

/** A place in the dataset. */
export interface Entry {
  readonly release: () => Promise<void>;
  /** Throws {@link Busy} when another passed this process over. */
  readonly check: () => Promise<void>;
}

const lockFile = ".lock";

/** A note is renewed much more often than it must be. */
const renewal = 10_000;

/** Datasets that this process is in: the system does not lock a process out of its own files. */
const inside = new Set<string>();

/** Keeps other builds out until `release`. */
export async function enterDataset(out: string): Promise<Entry> {
  await makeFolder(out);
  const { dev, ino } = await stat(out, { bigint: true });
  const volume = `${dev}:${ino}`;
  if (inside.has(volume)) throw new Busy(`${process.pid}@${hostname()}`);
  inside.add(volume);
  try {
    const kernel = await lockByKernel(join(out, `${lockFile}-kernel`));
    if (kernel.state === "taken") throw new Busy(await holderIn(join(out, lockFile)));
    try {
      return await enterWith(kernel, out, volume);
    } catch (error) {
      if (kernel.state === "held") await kernel.release();
      throw error;
    }
  } catch (error) {
    inside.delete(volume);
    throw error;
  }
}

async function enterWith(kernel: KernelLock, out: string, volume: string): Promise<Entry> {
  const note = await noteOf(volume, kernel.state === "held");
  const file = await take(out, note);
  const timer = setInterval(() => void renew(file, note), renewal);
  timer.unref();
  const isMine = async (): Promise<boolean> => (await readPlain(join(out, lockFile)).catch(() => null)) === JSON.stringify(note);
  return {
    check: async () => {
      if (!(await isMine())) throw new Busy(await holderIn(join(out, lockFile)));
    },
    release: async () => {
      clearInterval(timer);
      if (await isMine()) await rm(join(out, lockFile), { force: true });
      await file.close();
      if (kernel.state === "held") await kernel.release();
      inside.delete(volume);
    },
  };
}

/** The same bytes again: the file system dates them by its own clock. */
async function renew(file: FileHandle, note: Note): Promise<void> {
  await file.write(JSON.stringify(note), 0).then(() => file.datasync()).catch(() => undefined);
}

/** So often the note of another may come and go. */
const tries = 100;

/** Puts the note into its place, where no note that counts stands. */
async function take(out: string, note: Note): Promise<FileHandle> {
  const path = join(out, lockFile);
  const draft = join(out, `${lockFile}-${note.token}`);
  const file = await open(draft, "wx+");
  let placed: FileHandle | null = null;
  try {
    await file.writeFile(JSON.stringify(note));
    await file.sync();
    for (let i = 0; i < tries; i++) {
      placed = await place({ file, draft, path, note });
      if (placed !== null) return placed;
      const found = await noteAt(path);
      if (found === null) continue;
      const age = (await nowAt(draft)) - found.modified;
      if (counts(found.text, age, note)) throw new Busy(describe(found.text, age, note));
      await remove(path, found.text, `${draft}-gone`);
    }
    throw new Busy(await holderIn(path));
  } finally {
    if (placed !== file) await file.close();
    await sweep(out, note);
  }
}

interface Draft {
  readonly file: FileHandle;
  readonly draft: string;
  readonly path: string;
  readonly note: Note;
}

/** The note in its place; null when another stands there: exactly one of several succeeds. Where no links can be made, the name is taken first and the note written after. */
async function place({ file, draft, path, note }: Draft): Promise<FileHandle | null> {
  try {
    await link(draft, path);
    return file;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return null;
    if (!withoutLinks.has(codeOf(error))) throw error;
  }
  const taken = await open(path, "wx+").catch(() => null);
  await taken?.writeFile(JSON.stringify(note));
  return taken;
}

/** What file systems say that know no links. */
const withoutLinks: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV", "EMLINK"]);

async function noteAt(path: string): Promise<{ readonly text: string; readonly modified: number } | null> {
  try {
    return { text: await readPlain(path), modified: (await stat(path)).mtimeMs };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/** Now, by the clock of the file system: that of a file which is written now. */
async function nowAt(draft: string): Promise<number> {
  const clock = `${draft}-clock`;
  await (await open(clock, "w")).close();
  const { mtimeMs } = await stat(clock);
  await rm(clock, { force: true });
  return mtimeMs;
}

/** Takes a note away, unless it is another one by now: that one goes back. */
async function remove(path: string, text: string, aside: string): Promise<void> {
  const moved = await rename(path, aside).then(() => true, () => false);
  if (!moved) return;
  if ((await readPlain(aside).catch(() => "")) !== text) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Drafts: our own, and those that others left long ago. */
async function sweep(out: string, note: Note): Promise<void> {
  const own = join(out, `${lockFile}-${note.token}`);
  await rm(own, { force: true });
  const names = (await readdir(out).catch(() => [])).filter((name) => /^\.lock-[0-9a-f]{8}-/u.test(name));
  if (names.length === 0) return;
  const now = await nowAt(own);
  for (const path of names.map((name) => join(out, name))) {
    const made = await stat(path).then(({ mtimeMs }) => mtimeMs, () => now);
    if (now - made > 10 * patience) await rm(path, { force: true });
  }
}

async function holderIn(path: string): Promise<string> {
  return describe(await readPlain(path).catch(() => ""), null, null);
}
