/** SHA256SUMS: a line a file, as `sha256sum` writes and checks it. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { below, type FileSum } from "./disk.ts";
import { isPlain } from "./plain-file.ts";
import { versionFiles } from "./version-files.ts";

/** The text for some files, sorted by name. */
export function sumsText(files: ReadonlyMap<string, Pick<FileSum, "sha256">>): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { sha256 }]) => `${sha256}  ${name}\n`)
    .join("");
}

/** Hashes by name; null when a line is none of ours. */
export function readSums(text: string): ReadonlyMap<string, string> | null {
  const lines = text.split("\n").slice(0, -1);
  const sums = new Map<string, string>();
  for (const line of lines) {
    const match = /^([0-9a-f]{64}) {2}(\S.*)$/u.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) return null;
    sums.set(match[2], match[1]);
  }
  return text.endsWith("\n") ? sums : null;
}

/** Hash of a file on disk. */
export async function sumOf(path: string): Promise<FileSum> {
  const hash = createHash("sha256");
  let bytes = 0;
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return { bytes, sha256: hash.digest("hex") };
}

/** Names of all files below a folder, with slashes, sorted. */
export async function filesBelow(folder: string): Promise<string[]> {
  const names: string[] = [];
  const open = [""];
  for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
    for (const entry of await readdir(join(folder, inner), { withFileTypes: true })) {
      const name = inner === "" ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) open.push(name);
      else names.push(name);
    }
  }
  return names.sort();
}

/** What is wrong with a file of a folder. */
export interface Damage {
  readonly file: string;
  readonly kind: "missing" | "extra" | "changed";
}

/** Compares a folder with its list in both ways. Null: the list itself cannot be read. */
export async function damagesOf(folder: string, listText: string): Promise<readonly Damage[] | null> {
  const sums = readSums(listText);
  if (sums === null) return null;
  const there = new Set(await filesBelow(folder));
  const damages: Damage[] = [...there].filter((name) => name !== versionFiles.sums && !sums.has(name)).map((file) => ({ file, kind: "extra" }));
  for (const [file, sha256] of sums) {
    if (!there.has(file)) damages.push({ file, kind: "missing" });
    else if (!(await isPlain(below(folder, file))) || (await sumOf(below(folder, file))).sha256 !== sha256) damages.push({ file, kind: "changed" });
  }
  return damages.sort((a, b) => (a.file < b.file ? -1 : 1));
}
