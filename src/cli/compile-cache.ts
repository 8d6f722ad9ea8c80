/** Compiled code kept between runs, so that a short command does not compile the program anew. Kept where nobody else writes: who could, could run code as us. */
import { lstatSync, mkdirSync } from "node:fs";
import module from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";

/** The folder of the user for what can be made again. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env, platform = process.platform): string {
  if (platform === "win32") return join(env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "fengong", "cache");
  const usual = platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
  return join(env["XDG_CACHE_HOME"] || usual, "fengong");
}

/** Keeps compiled code in the folder; does nothing where that cannot be made, belongs to somebody else or is open to others. NODE_DISABLE_COMPILE_CACHE turns it off. */
export function keepCompiled(folder = cacheFolder()): void {
  try {
    // One level above it and no more: Node never ends making a deep path below one that takes nothing, such as /proc.
    for (const path of [dirname(folder), folder]) if (lstatSync(path, { throwIfNoEntry: false }) === undefined) mkdirSync(path, { mode: 0o700 });
    if (isOurs(folder)) module.enableCompileCache(folder);
  } catch {
    // A home that is not there, or read-only.
  }
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  if (process.getuid === undefined) return found.isDirectory();
  return found.isDirectory() && found.uid === process.getuid() && (found.mode & 0o022) === 0;
}
