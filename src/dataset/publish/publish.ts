/** Copies the versions that hold to another folder, such as that of a web server. The index goes last: readers see the old state or the new one. */
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { shortageOf } from "../../batch/shortage.ts";
import { below, openDisk, type Disk } from "../keep/disk.ts";
import { enterDataset } from "../keep/lock.ts";
import { isIn, refuseInside, WrongPlace } from "../keep/places.ts";
import { isPlain } from "../keep/plain-file.ts";
import { findVersions, indexOf, numberOf, setAside } from "./recover.ts";
import { filesBelow } from "../keep/sums.ts";
import { finding, verifyVersion, type VerifyFinding } from "../keep/verify.ts";
import { artifacts, folderOf, isDraft, loadVersions, saveVersions, type Versions, versionsFile } from "../keep/versions.ts";

/** A copy in the making: no other file has the id of a version behind this word. */
const copyingName = /^\.copying-\d{4,}-[0-9a-f]{8}$/u;

/** What became of it: versions that were copied now, and under which name a damaged index of the target was kept; what is wrong with the dataset or its copy, or why nothing was done. */
export type Copied =
  | { readonly copied: readonly string[]; readonly findings: readonly []; readonly refused: null; readonly aside?: string }
  | { readonly copied: null; readonly findings: readonly VerifyFinding[]; readonly refused: null }
  | { readonly copied: null; readonly findings: readonly []; readonly refused: Refused };

/** Why nothing is published, and about what. */
export interface Refused {
  readonly why: keyof typeof refusals;
  readonly detail: string;
}

/** Reasons, each with a sentence in both languages. */
export const refusals = {
  noDataset: { zh: "这不是数据集（没有 versions.json，也没有完整的版本）：", en: "this is no dataset (neither versions.json nor a whole version): " },
  lostIndex: {
    zh: "versions.json 不在了，先由各版本重建（dataset verify --mend，或下一次 build）：",
    en: "versions.json is lost; make it again from the versions first (dataset verify --mend, or the next build): ",
  },
  noVersion: { zh: "数据集还没有成功的版本：", en: "the dataset has no successful version yet: " },
  itself: { zh: "目标就是这个数据集，或在它里面：", en: "the target is the dataset itself, or inside of it: " },
  insideVersion: { zh: "目标在某个数据集的版本或缓存里：", en: "the target is among the versions or in the cache of a dataset: " },
  otherDataset: { zh: "目标是另一个数据集，没有改动；请换一个文件夹：", en: "the target is another dataset, and was left alone; name another folder: " },
  foreignIndex: {
    zh: "目标里的 versions.json 不是数据集的索引，没有改动；请换一个文件夹，或先把它移开：",
    en: "the versions.json of the target is no index of a dataset, and was left alone; name another folder, or move it away first: ",
  },
  older: {
    zh: "目标里有这个数据集没有的更新的版本，没有改动；确要退回请加 --allow-older：",
    en: "the target has newer versions than this dataset, and was left alone; --allow-older goes back on purpose: ",
  },
} as const;

/** How to publish. */
export interface Handing {
  /** The target may go back to an older version. */
  readonly allowOlder?: boolean;
  readonly disk?: Disk;
}

/** Copies. Damaged versions stop it before anything is written; it can be done again after any interruption. */
export async function publish(out: string, target: string, { allowOlder = false, disk = openDisk() }: Handing = {}): Promise<Copied> {
  const { versions: known, damage } = await loadVersions(out);
  if (known === null) return { copied: null, findings: [finding("index", null, damage)], refused: null };
  const refused = await refusalOf(out, target, known);
  if (refused !== null) return { copied: null, findings: [], refused };
  const successful: Versions = { ...known, versions: known.versions.filter(({ status }) => status === "success") };
  const here = successful.versions.filter(({ pruned }) => !pruned);
  const wrong = await findingsOf(out, here);
  if (wrong.length > 0) return { copied: null, findings: wrong, refused: null };

  const entry = await enterDataset(target);
  try {
    const held = await heldBy(target);
    const damaged = await damageOf(target);
    if (damaged !== null && held.versions.length === 0) return { copied: null, findings: [], refused: { why: "foreignIndex", detail: `${join(target, versionsFile)} (${damaged})` } };
    const against = conflictOf(held, successful, target);
    if (against !== null && !(against.why === "older" && allowOlder)) return { copied: null, findings: [], refused: against };
    return await copyAll({ out, target, disk, damaged: damaged !== null, check: entry.check }, successful, held);
  } finally {
    await entry.release();
  }
}

/** Why a dataset cannot be published to a folder, by the places of both. */
async function refusalOf(out: string, target: string, { lastSuccessful, versions }: Versions): Promise<Refused | null> {
  if (versions.length === 0) return { why: (await findVersions(out)).whole.length > 0 ? "lostIndex" : "noDataset", detail: out };
  if (lastSuccessful === null) return { why: "noVersion", detail: out };
  if ((await isIn(target, out)) || (await isIn(join(target, artifacts), out))) return { why: "itself", detail: target };
  try {
    await refuseInside(target);
    return null;
  } catch (error) {
    if (error instanceof WrongPlace) return { why: "insideVersion", detail: error.message };
    throw error;
  }
}

/** The versions that a folder has by its index, or by themselves when that is lost. */
async function heldBy(target: string): Promise<Versions> {
  const { versions } = await loadVersions(target);
  return versions !== null && versions.versions.length > 0 ? versions : indexOf((await findVersions(target)).whole);
}

/** Why the index of a folder cannot be trusted; null where it can, or where there is none. */
async function damageOf(target: string): Promise<string | null> {
  return (await loadVersions(target)).damage;
}

/** A folder with versions is a copy of this dataset when it shares one with it, sums and all; it is newer when its last one is not here. */
function conflictOf(held: Versions, { versions }: Versions, target: string): Refused | null {
  if (held.versions.length === 0) return null;
  const own = new Map(versions.map(({ version, sums }) => [version, sums]));
  if (!held.versions.some(({ version, sums }) => own.get(version) === sums)) return { why: "otherDataset", detail: target };
  return held.lastSuccessful === null || own.has(held.lastSuccessful) ? null : { why: "older", detail: `${target} (${held.lastSuccessful})` };
}

interface Copying {
  readonly out: string;
  readonly target: string;
  readonly disk: Disk;
  /** The index of the target cannot be trusted. */
  readonly damaged: boolean;
  readonly check: () => Promise<void>;
}

async function copyAll({ out, target, disk, damaged, check }: Copying, successful: Versions, held: Versions): Promise<Copied> {
  const here = successful.versions.filter(({ pruned }) => !pruned);
  await disk.makeFolder(target);
  await disk.makeFolder(join(target, artifacts));
  for (const name of await readdir(target)) if (copyingName.test(name) || isDraft(name)) await disk.remove(join(target, name));
  const copied: string[] = [];
  for (const entry of here) {
    if ((await verifyVersion(target, entry)).length === 0) continue;
    await copyVersion(out, target, entry.version, disk).catch((error: unknown) => giveBack(error, target, entry.version, disk));
    copied.push(entry.version);
  }
  const after = await findingsOf(target, here);
  if (after.length > 0) return { copied: null, findings: after, refused: null };
  // What the target still has of versions that were pruned here stays there and is entered as it is.
  const there = await Promise.all(successful.versions.map(async (entry) => ({ ...entry, pruned: entry.pruned && (await verifyVersion(target, entry)).length > 0 })));
  await check();
  const aside = damaged ? await setAside(target, disk) : null;
  await saveIfNew(target, { ...successful, versions: [...othersIn(held, successful), ...there].sort((a, b) => numberOf(a) - numberOf(b)) }, disk);
  return { copied, findings: [], refused: null, ...(aside === null ? {} : { aside }) };
}

/** Versions of the target that are not handed on from here: those that the index here has lost, that failed there, or that are newer and stay when people go back. All keep their entry. */
function othersIn(held: Versions, { versions }: Versions): Versions["versions"] {
  const own = new Set(versions.map(({ version }) => version));
  return held.versions.filter((entry) => !own.has(entry.version));
}

async function findingsOf(folder: string, entries: Versions["versions"]): Promise<VerifyFinding[]> {
  const found: VerifyFinding[] = [];
  for (const entry of entries) found.push(...(await verifyVersion(folder, entry)));
  return found;
}

async function copyVersion(out: string, target: string, version: string, disk: Disk): Promise<void> {
  const [from, draft] = [folderOf(out, version), join(target, `.copying-${version}`)];
  const names = await filesBelow(from);
  for (const folder of [...new Set(["", ...names.map((name) => dirname(name)).filter((name) => name !== ".")])].sort()) await disk.makeFolder(below(draft, folder));
  for (const name of names) await disk.copy(below(from, name), below(draft, name));
  await disk.remove(folderOf(target, version));
  await disk.rename(draft, folderOf(target, version));
}

/** Where the machine gives no room, what was begun gives its own back. */
async function giveBack(error: unknown, target: string, version: string, disk: Disk): Promise<never> {
  const shortage = shortageOf(error, target);
  if (shortage !== null) await disk.remove(join(target, `.copying-${version}`)).catch(() => undefined);
  throw shortage ?? error;
}

async function saveIfNew(target: string, versions: Versions, disk: Disk): Promise<void> {
  const known = await loadVersions(target);
  if (known.versions !== null && JSON.stringify(known.versions) === JSON.stringify(versions) && (await isPlain(join(target, versionsFile)))) return;
  await saveVersions(target, versions, disk);
}
