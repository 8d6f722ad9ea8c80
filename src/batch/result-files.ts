/** The files of results that words of a command line mean: files as they are named, and all JSON and NDJSON of folders. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { systemPath } from "./path-bytes.ts";

/** A file, and whether it was named or found in a folder. */
export interface ResultFile {
  readonly path: string;
  readonly named: boolean;
}

/** Files in the order of the words, those of a folder by name. Hidden folders (journals, caches) are left out. */
export async function findResultFiles(words: readonly string[]): Promise<ResultFile[]> {
  const found: ResultFile[] = [];
  for (const word of words) {
    const folder = word !== "-" && (await stat(systemPath(word)).catch(() => null))?.isDirectory() === true;
    if (folder) for (const path of await filesBelow(word)) found.push({ path, named: false });
    else found.push({ path: word, named: true });
  }
  return found;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = (await readdir(systemPath(folder), { withFileTypes: true }).catch(() => [])).filter(({ name }) => !name.startsWith(".")).sort((a, b) => (a.name < b.name ? -1 : 1));
  const paths: string[] = [];
  for (const entry of entries) {
    if (entry.isDirectory()) paths.push(...(await filesBelow(join(folder, entry.name))));
    else if (/\.(?:json|ndjson)$/iu.test(entry.name)) paths.push(join(folder, entry.name));
  }
  return paths;
}
