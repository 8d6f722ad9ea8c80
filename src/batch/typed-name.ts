/** Words of a command line as they stand on the disk. */
import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { decodeGb18030 } from "../text/gb18030.ts";
import { bytesOfPath, systemPath } from "./path-bytes.ts";
import { pathOfShown } from "./shown-name.ts";

/** What stands at a path; null where nothing does, or where it may not be asked. */
export function statOf(word: string, cwd: string): Promise<Stats | null> {
  return stat(systemPath(resolve(cwd, word))).catch(() => null);
}

/** The path that a word means: itself, the name that `shownName` shows so, or one of a list that was written in GB18030; the word itself where none of these is there. */
export async function asItIs(word: string, cwd: string): Promise<string> {
  if ((await statOf(word, cwd)) !== null) return word;
  const others = [pathOfShown(word), /\P{ASCII}/u.test(word) ? (decodeGb18030(bytesOfPath(word)) ?? word) : word];
  for (const other of others) if (other !== word && (await statOf(other, cwd)) !== null) return other;
  return word;
}
