/**
 * The index made again from the versions themselves, when versions.json is lost or broken: each version says which one it was compared
 * with, what it counts and whether it held its gates. What no version says is when it was made: the date of its list of sums is taken.
 * Entries of versions whose files were removed to save space cannot be made again.
 */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { asShortage } from "../../batch/shortage.ts";
import { codeOf } from "../../batch/system-code.ts";
import { openDisk, type Disk } from "../keep/disk.ts";
import { gatesFileSchema } from "./gates.ts";
import { enterDataset } from "../keep/lock.ts";
import { readPlain } from "../keep/plain-file.ts";
import { loadLock } from "../assemble/previous.ts";
import { statisticsSchema } from "./statistics.ts";
import { damagesOf, sumOf } from "../keep/sums.ts";
import { versionFiles } from "../keep/version-files.ts";
import { artifacts, folderOf, loadVersions, saveVersions, type VersionEntry, type Versions, versionsFile } from "../keep/versions.ts";

/** What was found in the folder of versions. */
export interface Found {
  /** Oldest first. */
  readonly whole: readonly VersionEntry[];
  /** Names of what is no whole version. */
  readonly broken: readonly string[];
}

/** Looks through all versions on the disk but those that are `known`. */
export async function findVersions(out: string, known: ReadonlySet<string> = new Set()): Promise<Found> {
  const whole: VersionEntry[] = [];
  const broken: string[] = [];
  for (const name of (await namesIn(join(out, artifacts))).filter((one) => !known.has(one)).sort()) {
    const entry = await entryOf(out, name);
    if (entry === null) broken.push(name);
    else whole.push(entry);
  }
  return { whole: whole.sort((a, b) => numberOf(a) - numberOf(b) || (a.created < b.created ? -1 : 1)), broken };
}

/** Names in a folder; none where there is no folder. That it cannot be listed is not the same, and is thrown. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return [];
    throw asShortage(error, folder);
  });
}

/** Running number of a version. */
export function numberOf({ version }: Pick<VersionEntry, "version">): number {
  return Number(version.split("-")[0]);
}

/** The entry of a version that stands in its place; null when it is not whole, or no version. One that was `created` just now is not read through again. */
export async function entryOf(out: string, version: string, created: string | null = null): Promise<VersionEntry | null> {
  const place = folderOf(out, version);
  const text = (name: string): Promise<string | null> => readPlain(join(place, name)).catch(() => null);
  const [sums, gatesText, statisticsText] = [await text(versionFiles.sums), await text(versionFiles.gates), await text(versionFiles.statistics)];
  if (sums === null || gatesText === null || statisticsText === null || (created === null && (await damagesOf(place, sums))?.length !== 0)) return null;
  const gates = gatesFileSchema.safeParse(parsed(gatesText)).data;
  const statistics = statisticsSchema.safeParse(parsed(statisticsText)).data;
  if (gates?.version !== version || statistics === undefined || (await loadLock(out, version).catch(() => null)) === null) return null;
  const { notices, tasks, changes } = statistics;
  const both = (op: keyof VersionEntry["changes"]): number => changes.notices[op] + changes.tasks[op];
  return {
    version,
    status: gates.passed ? "success" : "failed",
    previous: statistics.previous,
    created: created ?? (await stat(join(place, versionFiles.sums))).mtime.toISOString(),
    notices: notices.total,
    tasks: tasks.total,
    changes: { ADD: both("ADD"), MOD: both("MOD"), DEL: both("DEL"), REKEY: both("REKEY") },
    fell: [...new Set(gates.gates.filter(({ passed }) => !passed).map(({ gate }) => gate))],
    sums: (await sumOf(join(place, versionFiles.sums))).sha256,
    pruned: false,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The index that these versions give. */
export function indexOf(versions: readonly VersionEntry[]): Versions {
  return { lastSuccessful: versions.findLast(({ status }) => status === "success")?.version ?? null, versions: [...versions] };
}

/** What was done to the index, for people. */
export interface Mended {
  /** Why it was made again; null when it was only completed. */
  readonly damage: string | null;
  /** Versions that were entered. */
  readonly entered: readonly string[];
  /** What stands among the versions and is none that is whole. */
  readonly broken: readonly string[];
}

/** Moves an index that cannot be trusted to a name of its own, and says which: what was set aside before stays too. */
export async function setAside(out: string, disk: Disk): Promise<string> {
  for (let number = 1; ; number++) {
    const name = `${versionsFile}.damaged${number === 1 ? "" : `-${number}`}`;
    if (await stat(join(out, name)).then(() => true, () => false)) continue;
    await disk.rename(join(out, versionsFile), join(out, name));
    return name;
  }
}

/**
 * Makes the index again where it is lost or broken and there are whole versions, and enters those that a build left complete when it was
 * killed. A broken file is kept beside it. Null: there was nothing to do.
 */
export async function mendVersions(out: string, disk: Disk): Promise<Mended | null> {
  const { versions: known, damage } = await loadVersions(out);
  const isThere = await stat(join(out, versionsFile)).then(() => true, () => false);
  if (known !== null && isThere) return complete(out, known, disk);
  const { whole, broken } = await findVersions(out);
  if (whole.length === 0) return null;
  if (isThere) await setAside(out, disk);
  await saveVersions(out, indexOf(whole), disk);
  return { damage: damage ?? `${versionsFile} is missing`, entered: whole.map(({ version }) => version), broken };
}

/** The same for a dataset that nobody is building. Nothing is made where no dataset is. */
export async function mendDataset(out: string): Promise<Mended | null> {
  if ((await namesIn(join(out, artifacts))).length === 0) return null;
  const entry = await enterDataset(out);
  try {
    return await mendVersions(out, openDisk());
  } finally {
    await entry.release();
  }
}

/** Enters what follows the last version: those that come next in number, and were compared with the one that holds. */
async function complete(out: string, known: Versions, disk: Disk): Promise<Mended | null> {
  const { whole, broken } = await findVersions(out, new Set(known.versions.map(({ version }) => version)));
  let [now, last] = [known, Math.max(0, ...known.versions.map(numberOf))];
  const entered: string[] = [];
  for (const entry of whole) {
    if (numberOf(entry) <= last || entry.previous !== now.lastSuccessful) continue;
    now = { lastSuccessful: entry.status === "success" ? entry.version : now.lastSuccessful, versions: [...now.versions, entry] };
    last = numberOf(entry);
    entered.push(entry.version);
  }
  if (entered.length === 0) return null;
  await saveVersions(out, now, disk);
  return { damage: null, entered, broken };
}
