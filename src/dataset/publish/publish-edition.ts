/** An edition becomes a version: written beside its place, held to its gates, moved there, and entered last. Killed anywhere, it can be done again. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { shortageOf } from "../../batch/shortage.ts";
import { decides } from "./artifacts.ts";
import { openFolder, writeRecords, writeRest } from "./version-folder.ts";
import { loadBefore, type Before } from "./before.ts";
import { DamagedDataset } from "../keep/damage.ts";
import { openDisk, type Disk } from "../keep/disk.ts";
import type { Edition, RunLock } from "../edition.ts";
import { gatesFileSchema, type GatesFile } from "./gates.ts";
import { readPlain } from "../keep/plain-file.ts";
import { prune, pruned } from "../keep/prune.ts";
import { entryOf } from "./recover.ts";
import type { DatasetSettings } from "../correct/settings.ts";
import { statisticsSchema, type Statistics } from "./statistics.ts";
import { damagesOf, filesBelow } from "../keep/sums.ts";
import { versionFiles } from "../keep/version-files.ts";
import { artifacts, folderOf, isDraft, loadVersions, saveVersions, type Versions, withVersion } from "../keep/versions.ts";

/** What is needed beside the edition. */
export interface Publishing {
  readonly out: string;
  readonly settings: DatasetSettings;
  /** Text of the file of checked values; null when there is none. */
  readonly gold?: string | null;
  /** Whether people know what this version loses. */
  readonly allowLoss?: boolean;
  /** Throws when the dataset is another's to build by now: asked before the version is entered. */
  readonly check?: () => Promise<void>;
  /** Moment of the build, ISO 8601, UTC: it stands in versions.json alone. */
  readonly now: string;
  readonly disk?: Disk;
}

/** What became of an edition. `unchanged`: its data are those of the last successful version, which stands. */
export type Published =
  | { readonly status: "success" | "failed"; readonly version: string; readonly gates: GatesFile; readonly statistics: Statistics }
  | { readonly status: "unchanged"; readonly version: string };

/** Publishes an edition. */
export async function publishEdition(edition: Edition, { out, settings, gold = null, allowLoss = false, now, check = nobodyElse, disk = openDisk() }: Publishing): Promise<Published> {
  const known = await loadVersions(out);
  if (known.versions === null) throw new DamagedDataset(known.damage);
  await sweep(out, disk);
  await disk.makeFolder(join(out, artifacts));
  await removeEmpty(out, disk);
  const place = folderOf(out, edition.version);
  if (!(await isWhole(place))) {
    await disk.remove(place);
    const before = await loadBefore(out, edition.previous);
    const building = join(out, `.building-${edition.version}`);
    try {
      const folder = await openFolder(building, disk);
      const records = await writeRecords(folder, edition, gold);
      if (edition.previous !== null && isSame(folder.sums, before, edition)) {
        await disk.remove(building);
        return { status: "unchanged", version: edition.previous };
      }
      await writeRest(folder, edition, records, { settings, before, allowLoss });
      await disk.rename(building, place);
    } catch (error) {
      throw await withoutHalf(error, building, disk);
    }
  }
  return enter(edition, place, { out, settings, now, check, disk });
}

async function nobodyElse(): Promise<void> {
  // Who has no lock has nobody to ask.
}

/** The error that ends a build. When it is the machine that gives no room, what was begun gives its own back. */
async function withoutHalf(error: unknown, building: string, disk: Disk): Promise<unknown> {
  const shortage = shortageOf(error, building);
  if (shortage !== null) await disk.remove(building).catch(() => undefined);
  return shortage ?? error;
}

/** A version in the making: no other file has the id of a version behind this word. */
const buildingName = /^\.building-\d{4,}-[0-9a-f]{8}$/u;

const versionName = /^\d{4,}-[0-9a-f]{8}$/u;

/** Removes what a killed build left that was never complete; a file of a person is never taken for that. */
export async function sweep(out: string, disk: Disk = openDisk()): Promise<void> {
  for (const name of await readdir(out).catch(() => [])) {
    if (buildingName.test(name) || isDraft(name)) await disk.remove(join(out, name));
  }
}

/** A folder with the name of a version and without a file in it is what was left of one; nothing else that stands among the versions is ever removed here. */
async function removeEmpty(out: string, disk: Disk): Promise<void> {
  for (const name of await readdir(join(out, artifacts))) {
    if (!versionName.test(name)) continue;
    const folder = join(out, artifacts, name);
    if ((await filesBelow(folder).catch(() => [name])).length === 0) await disk.remove(folder);
  }
}

/** Whether a version stands complete in its place: a build was killed before it was entered. */
async function isWhole(place: string): Promise<boolean> {
  const sums = await readPlain(join(place, versionFiles.sums)).catch(() => null);
  return sums !== null && (await damagesOf(place, sums))?.length === 0;
}

function isSame(sums: ReadonlyMap<string, { readonly sha256: string }>, before: Before, { lock }: Edition): boolean {
  if (before.sums === null || before.settings !== lock.settings) return false;
  const now = [...sums].filter(([name]) => decides(name)).map(([name, { sha256 }]) => `${sha256} ${name}`);
  const then = [...before.sums].filter(([name]) => decides(name)).map(([name, sha256]) => `${sha256} ${name}`);
  return now.sort().join("\n") === then.sort().join("\n");
}

/** Enters a version that stands in its place, and removes the files of old ones. */
async function enter(edition: Edition, place: string, { out, settings, now, check, disk }: Omit<Required<Publishing>, "gold" | "allowLoss">): Promise<Published> {
  const known = await loadVersions(out);
  if (known.versions === null) throw new DamagedDataset(known.damage);
  const gates = gatesFileSchema.parse(JSON.parse(await readPlain(join(place, versionFiles.gates))));
  const statistics = statisticsSchema.parse(JSON.parse(await readPlain(join(place, versionFiles.statistics))));
  const entry = await entryOf(out, edition.version, now);
  if (entry === null) throw new DamagedDataset(edition.version);
  const { status } = entry;
  const kept = newestOf(withVersion(known.versions, entry), edition.lock, settings);
  await check();
  await saveVersions(out, kept, disk);
  await prune(out, kept, disk);
  return { status, version: edition.version, gates, statistics };
}

/** Lets go of old versions where an interrupted build had not come to it. */
export async function letGo(out: string, versions: Versions, lock: RunLock, settings: Pick<DatasetSettings, "keep">, disk: Disk): Promise<void> {
  const kept = newestOf(versions, lock, settings);
  if (kept.versions.some(({ pruned: gone }, i) => gone !== versions.versions[i]?.pruned)) await saveVersions(out, kept, disk);
  await prune(out, kept, disk);
}

function newestOf(versions: Versions, { items }: Pick<RunLock, "items">, { keep }: Pick<DatasetSettings, "keep">): Versions {
  return pruned(versions, keep, new Set(items.flatMap((item) => item.kept ?? [])));
}
