/** Copies the versions that hold to another folder, such as that of a web server. The index goes last: readers see the old state or the new one. */
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { shortageOf } from "../batch/shortage.ts";
import { artifacts, folderOf } from "./before.ts";
import { below, openDisk, type Disk } from "./disk.ts";
import { filesBelow } from "./sums.ts";
import { verifyVersion, type VerifyFinding } from "./verify.ts";
import { isDraft, loadVersions, saveVersions, versionsFile, type Versions } from "./versions.ts";

/** A copy in the making: no other file has the id of a version behind this word. */
const copyingName = /^\.copying-\d{4,}-[0-9a-f]{8}$/u;

/** What became of it: versions that were copied now, or what is wrong with the dataset or its copy. */
export type Copied = { readonly copied: readonly string[]; readonly findings: readonly [] } | { readonly copied: null; readonly findings: readonly VerifyFinding[] };

/** Copies. Damaged versions stop it before anything is written; it can be done again after any interruption. */
export async function publish(out: string, target: string, disk: Disk = openDisk()): Promise<Copied> {
  if (resolve(out) === resolve(target)) return { copied: [], findings: [] };
  const { versions: known, damage } = await loadVersions(out);
  if (known === null) return { copied: null, findings: [{ kind: "index", version: null, detail: damage, zh: `versions.json 不可信：${damage}`, en: `versions.json cannot be trusted: ${damage}` }] };
  const successful: Versions = { ...known, versions: known.versions.filter(({ status }) => status === "success") };
  const here = successful.versions.filter(({ pruned }) => !pruned);
  const wrong = await findingsOf(out, here);
  if (wrong.length > 0) return { copied: null, findings: wrong };

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
  if (after.length > 0) return { copied: null, findings: after };
  // What the target still has of versions that were pruned here stays there and is entered as it is.
  const there = await Promise.all(successful.versions.map(async (entry) => ({ ...entry, pruned: entry.pruned && (await verifyVersion(target, entry)).length > 0 })));
  await saveIfNew(target, { ...successful, versions: there }, disk);
  return { copied, findings: [] };
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
  if (known.versions !== null && JSON.stringify(known.versions) === JSON.stringify(versions) && (await readFile(join(target, versionsFile)).catch(() => null)) !== null) return;
  await saveVersions(target, versions, disk);
}
