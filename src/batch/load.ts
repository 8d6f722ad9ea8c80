/** Files and standard input as bytes, or the finding that says why not. */
import { open, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";
import { systemPath } from "./path-bytes.ts";
import { shownName } from "./shown-name.ts";

/** A file that was read, or why it was not. `-` as name is standard input. */
export type Loaded =
  | { readonly name: string; readonly bytes: Uint8Array; readonly problem: null }
  | { readonly name: string; readonly bytes: null; readonly problem: Diagnostic };

/** Reads a file of at most `limit` bytes; a larger one is not opened. Messages call it `name`. */
export async function loadFile(path: string, limit: number, name = shownName(path)): Promise<Loaded> {
  try {
    const found = await stat(systemPath(path));
    if (found.isDirectory()) return { name, bytes: null, problem: diagnose("input/directory", { params: { name } }) };
    if (!found.isFile()) return { name, bytes: null, problem: diagnose("input/special", { params: { name } }) };
    if (found.size > limit) return { name, bytes: null, problem: tooLarge(String(found.size), limit) };
    const file = await open(systemPath(path));
    try {
      return await loadStream(name, file.createReadStream({ autoClose: false }), limit);
    } finally {
      await file.close();
    }
  } catch (error) {
    return { name, bytes: null, problem: problemOf(name, error) };
  }
}

/** Reads a stream to its end, or until it has given more than `limit` bytes. */
export async function loadStream(name: string, stream: Readable, limit: number): Promise<Loaded> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return { name, bytes: null, problem: tooLarge(`>${limit}`, limit) };
      chunks.push(chunk);
    }
  } catch (error) {
    return { name, bytes: null, problem: problemOf(name, error) };
  }
  return { name, bytes: new Uint8Array(Buffer.concat(chunks)), problem: null };
}

function tooLarge(bytes: string, limit: number): Diagnostic {
  return diagnose("limit/bytes", { params: { bytes, limit: String(limit) } });
}

/** What an error of the system says of a file; messages call it `name`. */
export function problemOf(name: string, error: unknown): Diagnostic {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return diagnose("input/not-found", { params: { name } });
  if (code === "EACCES" || code === "EPERM") return diagnose("input/permission", { params: { name } });
  if (code === "ENAMETOOLONG") return diagnose("input/too-deep", { params: { name } });
  if (code === "EMFILE" || code === "ENFILE") return diagnose("machine/open-files", { params: { name, reason: code } });
  if (code === "EISDIR") return diagnose("input/directory", { params: { name } });
  return diagnose("input/unreadable", { params: { name, reason: code || String(error) } });
}
