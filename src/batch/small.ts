/** Which notices are so short that a process which starts fast reads them sooner than one that reads fast: pages and texts, whose limits are far whatever stands in them. */
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { JobFile } from "./job.ts";
import { systemPath } from "./path-bytes.ts";

/** Bytes of all files of a notice together. What is packed or drawn can be far more than it looks, and is not read here. */
const most = 65_536;

/** So many bytes say whether a file is words. */
const ahead = 1024;

/** Milliseconds in which a file must say how long it is: shares that hang are for a process that can be ended. */
const patience = 250;

/** Whether the files are short pages or texts, all of them. */
export async function areSmall(files: readonly JobFile[]): Promise<boolean> {
  const hurry = new AbortController();
  const sizes = Promise.all(files.map(sizeOf)).then((all) => all.reduce((sum, size) => sum + size, 0) <= most);
  try {
    return await Promise.race([sizes, wait(patience, false, { ref: false, signal: hurry.signal })]);
  } finally {
    hurry.abort();
  }
}

/** The bytes of a page or text; too many of anything else. */
async function sizeOf({ path, bytes, problem }: JobFile): Promise<number> {
  if (problem !== undefined) return 0;
  if (bytes !== undefined) return looksPlain(bytes) ? bytes.length : Infinity;
  return begin(path).catch(() => Infinity);
}

async function begin(path: string): Promise<number> {
  const file = await open(systemPath(path), constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await file.stat();
    if (!found.isFile() || found.size > most) return Infinity;
    const { buffer, bytesRead } = await file.read(new Uint8Array(ahead), 0, ahead, 0);
    return looksPlain(buffer.subarray(0, bytesRead)) ? found.size : Infinity;
  } finally {
    await file.close();
  }
}

/**
 * Whether bytes begin as a page or plain text does. No other control characters than those of lines; no XML, RTF, PDF, JSON or mail, which can hold pictures and packages.
 */
function looksPlain(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, ahead);
  if (start.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false;
  const words = new TextDecoder("latin1").decode(start).replace(/^\u00ef\u00bb\u00bf/u, "").trimStart();
  return words !== "" && !/^(?:<\?xml|<w:|\{|%PDF|PK|From |[\w-]{1,40}:)/u.test(words);
}
