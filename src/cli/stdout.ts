/** Standard output that is redirected to a file. */
import { fstatSync, writeSync } from "node:fs";
import { Writable } from "node:stream";
import { asShortage } from "../batch/shortage.ts";
import type { Streams } from "./run.ts";

/**
 * The stream itself; for a file on the disk one that writes all of a piece: Node asks once for a write and does not look how much was
 * written, so that a full disk would cut off data in silence.
 */
export function wholeOutput(stdout: NodeJS.WriteStream & { readonly fd: number }): Streams["stdout"] {
  if (!isFile(stdout.fd)) return stdout;
  return new Writable({
    decodeStrings: true,
    write: (piece: Buffer, _, done) => {
      try {
        for (let at = 0; at < piece.length; ) at += writeSync(stdout.fd, piece, at);
        done();
      } catch (error) {
        done(asShortage(error, "stdout") as Error);
      }
    },
  });
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}
