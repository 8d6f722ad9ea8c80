/** Where a dataset may be written: not inside a version, whose files never change, and not into another dataset. */
import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { Refused } from "../../batch/refused.ts";
import { cacheFolder } from "./cache.ts";
import { openPlain } from "./plain-file.ts";
import { versionFiles } from "./version-files.ts";
import { artifacts, versionsFile } from "./versions.ts";

/** A folder that no dataset may be written to. */
export class WrongPlace extends Refused {
  readonly wrong = "wrongPlace";
}

/** The real path of a folder that need not be there yet. */
async function realOf(path: string): Promise<string> {
  const whole = resolve(path);
  const found = await realpath(whole).catch(() => null);
  if (found !== null || dirname(whole) === whole) return found ?? whole;
  return join(await realOf(dirname(whole)), basename(whole));
}

/** Whether two paths lead to one folder, by whatever name or mount. */
async function isSamePlace(a: string, b: string): Promise<boolean> {
  if ((await realOf(a)) === (await realOf(b))) return true;
  const [one, other] = [await stat(a, { bigint: true }).catch(() => null), await stat(b, { bigint: true }).catch(() => null)];
  return one !== null && other !== null && one.dev === other.dev && one.ino === other.ino;
}

/** Whether `path` is in `folder`, or the folder itself. */
export async function isIn(path: string, folder: string): Promise<boolean> {
  for (let at = await realOf(path); ; at = dirname(at)) {
    if (await isSamePlace(at, folder)) return true;
    if (dirname(at) === at) return false;
  }
}

/** Throws {@link WrongPlace} for a folder among the versions or in the cache of any dataset. */
export async function refuseInside(path: string): Promise<void> {
  const real = await realOf(path);
  for (let at = real; dirname(at) !== at; at = dirname(at)) {
    if ((await isVersion(at)) || ((basename(at) === artifacts || basename(at) === cacheFolder) && (await isThere(join(dirname(at), versionsFile))))) throw new WrongPlace(at === real ? at : `${at}${sep}${relative(at, real)}`);
  }
}

async function isVersion(folder: string): Promise<boolean> {
  return (await isThere(join(folder, versionFiles.sums))) && (await openPlain(join(folder, versionFiles.lock)).then((file) => file.close()).then(() => true, () => false));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}
