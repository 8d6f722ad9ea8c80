/** Which program read: a hash of the code that decides results. A development build is another program than the one before it. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { isSea } from "node:sea";
import { fileURLToPath } from "node:url";
import { sha256 } from "../text/digest.ts";

/** The rooms whose code decides a result, and the files beside them. */
const rooms = ["model", "text", "rules", "read", "segment", "normalise", "validate", "emit", "dataset", "lineage"];
const files = ["pipeline"];

/** The hash; the same wherever the program stands, another for its TypeScript, its JavaScript and each executable. */
export async function fingerprint(): Promise<string> {
  if (isSea()) return sha256(await readFile(process.execPath));
  const root = fileURLToPath(new URL("..", import.meta.url));
  const extension = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
  const listed = await Promise.all(rooms.map(async (room) => (await readdir(join(root, room), { recursive: true })).map((name) => join(room, name))));
  const names = [...listed.flat(), ...files.map((file) => file + extension)].filter((name) => name.endsWith(extension) && !name.endsWith(".d.ts")).sort();
  const hashes = await Promise.all(names.map(async (name) => `${name.replaceAll("\\", "/")} ${sha256(await readFile(join(root, name)))}`));
  return sha256(hashes.join("\n"));
}
