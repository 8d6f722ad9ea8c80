/** Sources of an older version that are not there: whether they were taken away, or only cannot be seen now. */
import { readdir, stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { Inputs } from "../../batch/inputs.ts";
import { pathOfBytes, systemPath } from "../../batch/path-bytes.ts";
import { shownName } from "../../batch/shown-name.ts";
import { codeOf } from "../../batch/system-code.ts";
import { pathOf } from "../../batch/tree.ts";
import type { LockedItem } from "../edition.ts";
import { isPassing } from "./readings-store.ts";
import type { SourceItem, Sources, Unseen } from "./found-sources.ts";

/** The places of a search of which nothing can be said: folders that could not be looked into, files that were passed over only for now. */
export function unseenIn({ troubles, passed }: Pick<Inputs, "troubles" | "passed">, folder: string): Unseen[] {
  const of = (path: string, reason: string): Unseen => ({ parts: partsOf(shownName(relative(resolve(folder), resolve(path)))), reason });
  return [...troubles.map(({ path, code }) => of(path, code)), ...passed.filter(({ why }) => isPassing(why.code)).map(({ path, why }) => of(path, why.code))];
}

function partsOf(name: string): string[] {
  return name.split("/").filter((part) => part !== "");
}

/** Items of an older version that are not there and were not taken away, each with the reason; an emptied folder may be a share that is not mounted. */
export async function absentOf(folder: string, older: readonly LockedItem[], { items, unseen }: Pick<Sources, "items" | "unseen">, { emptied }: { readonly emptied: boolean }): Promise<Map<string, string>> {
  const there = new Set(items.map(({ locked }: SourceItem) => locked.item));
  const absent = new Map<string, string>();
  for (const { item } of older) {
    if (there.has(item)) continue;
    const reason = unseenReason(item, unseen) ?? (await whyAbsent(folder, item));
    if (reason !== null && (emptied || reason !== emptyFolder)) absent.set(item, reason);
  }
  return absent;
}

const emptyFolder = "empty folder";

/** Why nothing can be said of the place of an item. */
function unseenReason(item: string, unseen: readonly Unseen[]): string | null {
  const names = namesOf(item).map(partsOf);
  return unseen.find(({ parts }) => names.some((own) => parts.length <= own.length && parts.every((part, i) => fits(own[i] ?? "", part))))?.reason ?? null;
}

/** The name of an item, and the one that it had before it was numbered among names that look the same when they are masked. */
function namesOf(item: string): string[] {
  const plain = item.replace(/~\d+(?=\.[^./]*$|$)/u, "");
  return item.includes("*") && plain !== item ? [item, plain] : [item];
}

/** Whether a part of a name may be shown so: numbers of people are masked, digit by digit. */
function fits(shown: string, part: string): boolean {
  if (shown === part) return true;
  if (shown.length !== part.length || !shown.includes("*")) return false;
  return [...shown].every((sign, i) => sign === part[i] || (sign === "*" && /[\dXx\uFF10-\uFF19\uFF38\uFF58]/u.test(part[i] ?? "")));
}

/** Null when the item was taken away: its place can be looked at, and there is no such file, or one that is no source any more. */
async function whyAbsent(folder: string, item: string): Promise<string | null> {
  for (const path of await pathsOf(folder, item)) {
    const reason = await whyNotAt(path, folder);
    if (reason !== null) return reason;
  }
  return null;
}

/** Where an item may lie: a name that is masked stands for each that looks like it. */
async function pathsOf(folder: string, item: string): Promise<string[]> {
  const own = pathOf(item, folder);
  if (own === null) return [];
  if (!item.includes("*")) return [own];
  let places = [{ path: folder, left: partsOf(item) }];
  const paths: string[] = [];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { path, left: [part, ...left] } = place;
    if (part === undefined) {
      paths.push(path);
      continue;
    }
    const names = await readdir(systemPath(path), { encoding: "buffer" }).catch((): Buffer[] => []);
    const alike = names.map(pathOfBytes).filter((name) => fits(part, shownName(name)));
    if (alike.length === 0) paths.push(join(path, part, ...left));
    places = [...places, ...alike.map((name) => ({ path: join(path, name), left }))];
  }
  return paths;
}

async function whyNotAt(path: string, folder: string): Promise<string | null> {
  try {
    return (await stat(systemPath(path))).isFile() ? null : "input/special";
  } catch (error) {
    const code = codeOf(error);
    if (code !== "ENOENT" && code !== "ENOTDIR") return code;
  }
  for (let above = dirname(path); !relative(folder, above).startsWith("..") && relative(folder, above) !== ""; above = dirname(above)) {
    const names = await readdir(systemPath(above)).catch((error: unknown) => codeOf(error));
    if (typeof names !== "string") return names.some((name) => !name.startsWith(".")) ? null : emptyFolder;
    if (names !== "ENOENT" && names !== "ENOTDIR") return names;
  }
  return null;
}
