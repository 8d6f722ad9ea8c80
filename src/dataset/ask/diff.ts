/** The changes between any two versions, put together from those between neighbours. */
import { join } from "node:path";
import type { Cause, Change } from "../edition.ts";
import { valuesIn } from "../keep/ndjson.ts";
import { isPlain } from "../keep/plain-file.ts";
import { versionFiles } from "../keep/version-files.ts";
import { folderOf, loadVersions, type VersionEntry, versionMeant } from "../keep/versions.ts";

/** Why there is no comparison. */
export type DiffTrouble = "damaged" | "noDataset" | "noVersion" | "notInOrder" | "gone";

/** Changes from one version to another, or why there are none. */
export type Diff = { readonly from: string | null; readonly to: string; readonly changes: readonly Change[]; readonly trouble: null } | { readonly changes: null; readonly trouble: DiffTrouble; readonly detail: string };

/** `to` null: the last successful version; `from` null: the one before it. */
export async function diffVersions(out: string, from: string | null, to: string | null): Promise<Diff> {
  const { versions: known, damage } = await loadVersions(out);
  if (known === null) return { changes: null, trouble: "damaged", detail: damage };
  if (known.versions.length === 0) return { changes: null, trouble: "noDataset", detail: out };
  const end = to ?? known.lastSuccessful;
  const entry = versionMeant(end ?? "", known);
  if (entry === null) return { changes: null, trouble: "noVersion", detail: `${end ?? out} (${known.versions.map(({ version }) => version).join(", ")})` };
  const begin = from === null ? null : versionMeant(from, known);
  if (from !== null && begin === null) return { changes: null, trouble: "noVersion", detail: `${from} (${known.versions.map(({ version }) => version).join(", ")})` };
  const start = begin?.version ?? entry.previous;
  const chain = chainTo(entry, start, known.versions);
  if (chain === null) return { changes: null, trouble: "notInOrder", detail: `${start ?? ""} → ${entry.version}` };
  const steps: Change[][] = [];
  for (const { version } of chain) {
    const changes = await loadChanges(out, version);
    if (changes === null) return { changes: null, trouble: "gone", detail: version };
    steps.push(changes);
  }
  return { from: start, to: entry.version, changes: joinChanges(steps), trouble: null };
}

/** The versions behind `start` up to `entry`, oldest first; null when `start` is not before it. */
function chainTo(entry: VersionEntry, start: string | null, versions: readonly VersionEntry[]): VersionEntry[] | null {
  const chain: VersionEntry[] = [];
  let at: VersionEntry | undefined = entry;
  while (at !== undefined && at.version !== start) {
    chain.unshift(at);
    const previous: string | null = at.previous;
    if (previous === null) return start === null ? chain : null;
    at = versions.find(({ version }) => version === previous);
  }
  return at === undefined ? null : chain;
}

/** The changes that a version lists, null when it is not on the disk. Throws {@link DamagedDataset}. */
export async function loadChanges(out: string, version: string): Promise<Change[] | null> {
  const path = join(folderOf(out, version), versionFiles.changes);
  if (!(await isPlain(path))) return null;
  const changes: Change[] = [];
  for await (const change of valuesIn<Change>(path)) changes.push(change);
  return changes;
}

/** What is left of several steps: a value that came back is no change, what came and went was never there. */
export function joinChanges(steps: readonly (readonly Change[])[]): Change[] {
  const [first = [], ...others] = steps;
  if (others.length === 0) return [...first];
  const joined = new Map<string, Change>();
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const old = names.get(id);
    return old === undefined || old === id ? id : nameOf(old);
  };
  for (const change of steps.flat()) {
    if (change.op === "REKEY") names.set(String(change.after), String(change.before));
    const key = JSON.stringify([nameOf(change.task ?? change.notice), change.op === "MOD" ? change.field : change.op === "REKEY" ? "id" : null]);
    const before = joined.get(key);
    const both = before === undefined ? change : joinTwo(before, change);
    joined.delete(key);
    if (both !== null) joined.set(key, both);
  }
  const present = new Map([...joined.values()].filter(({ op }) => op === "ADD" || op === "DEL").map((change) => [nameOf(change.task ?? change.notice), change]));
  // What was added or deleted as a whole needs no word about its parts.
  return [...joined.values()].filter((change) => change.op === "ADD" || change.op === "DEL" || !present.has(nameOf(change.task ?? change.notice)));
}

function joinTwo(a: Change, b: Change): Change | null {
  const causes = [...new Set<Cause>([...a.causes, ...b.causes])];
  const certain = a.certain && b.certain;
  if (a.op === "ADD" && b.op === "DEL") return null;
  if (a.op === "DEL" && b.op === "ADD") return a.before === b.after ? null : { ...b, op: "MOD", field: b.task === null ? "title" : "text", before: a.before, causes, certain };
  return a.before === b.after ? null : { ...b, before: a.before, causes, certain };
}
