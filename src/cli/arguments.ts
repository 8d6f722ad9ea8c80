/** The words of the command line as bytes: Node gives them as text, in which a name that is no UTF-8 is lost. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { pathOfBytes } from "../batch/path-bytes.ts";
import { cmdlineVariable } from "./fit-node.ts";

/** The arguments, bytes that are no UTF-8 kept. Linux alone can be asked for them; no other system that we run on has such names. */
export function argumentsOf(argv: readonly string[] = process.argv.slice(2), cmdline = process.env[cmdlineVariable] ?? "/proc/self/cmdline"): string[] {
  if (!argv.some((word) => word.includes("\ufffd"))) return [...argv];
  try {
    const words = split(readFileSync(cmdline)).slice(-argv.length);
    const same = words.length === argv.length && words.every((word, i) => word.toString("utf8") === argv[i]);
    return same ? words.map(pathOfBytes) : [...argv];
  } catch {
    return [...argv];
  }
}

/** Each word ends with a NUL. */
function split(bytes: Buffer): Buffer[] {
  const words: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
    words.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return words;
}
