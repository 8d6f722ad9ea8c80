/** Which notices are likely so short that a process which starts fast reads them sooner than one that reads fast: pages and texts, whose limits are far whatever stands in them. */
import type { JobFile } from "./job.ts";

/** Bytes of a short notice. */
export const shortBytes = 65_536;

/** So many bytes say whether a file is words. */
const ahead = 1024;

/** Names of pages and texts. */
const plainName = /\.(?:x?html?|shtml|txt|text)$/iu;

/**
 * Whether the files seem short pages or texts, all of them. Files are known by their names and not looked at: a share that hangs keeps the process that opens a file of it,
 * and to open a pipe is to take what another program writes into it.
 */
export function seemSmall(files: readonly JobFile[]): boolean {
  return files.every(({ path, bytes }) => (bytes === undefined ? plainName.test(path) : bytes.length <= shortBytes && looksPlain(bytes)));
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
