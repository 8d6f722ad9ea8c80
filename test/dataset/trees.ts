/** A dataset on disk as an outsider sees it: sums that are counted here again, with no code of the program. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Index {
  readonly lastSuccessful: string | null;
  readonly versions: readonly { readonly version: string; readonly status: string; readonly created: string; readonly pruned: boolean }[];
}

/** What `versions.json` says; null when there is none. Throws when it is broken. */
export function indexOf(out: string): Index | null {
  const path = join(out, "versions.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Index) : null;
}

/** SHA-256 of each file of a folder by name. */
export function sumsOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" }).filter((entry) => entry.isFile());
  const paths = names.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), createHash("sha256").update(readFileSync(path)).digest("hex")]));
}

/** What readers get: all versions, and the index without its times. The cache is nobody's business. */
export function publishedTree(out: string): Map<string, string> {
  const index = indexOf(out);
  const timeless = index === null ? "none" : JSON.stringify({ ...index, sha256: null, versions: index.versions.map((entry) => ({ ...entry, created: null })) });
  const artifacts = join(out, "artifacts");
  return new Map([...(existsSync(artifacts) ? sumsOf(artifacts) : []), ["versions.json", timeless]]);
}

/** What is wrong with a version by its SHA256SUMS: files that are changed, missing, or not listed. */
export function damageOf(out: string, version: string): string[] {
  const folder = join(out, "artifacts", version);
  const path = join(folder, "SHA256SUMS");
  if (!existsSync(path)) return ["SHA256SUMS"];
  const listed = new Map(
    readFileSync(path, "utf8").trimEnd().split("\n").map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const there = sumsOf(folder);
  there.delete("SHA256SUMS");
  return [...new Set([...listed.keys(), ...there.keys()])].filter((name) => listed.get(name) !== there.get(name)).sort();
}

/** Names of what differs between two trees. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name)).sort();
}
