/** Reading what must be a plain file: a pipe or a device in its place would never come to an end. */
import { constants } from "node:fs";
import { open, stat, type FileHandle } from "node:fs/promises";
import process from "node:process";

/** Something stands there that is no file. */
export class NoFile extends Error {
  readonly code = "ENOFILE";
  readonly path: string;
  constructor(path: string) {
    super(`ENOFILE: no plain file, '${path}'`);
    this.path = path;
  }
}

/** Opens it to be read. Throws what the system throws, and {@link NoFile} for a pipe, device, socket or folder; it waits for none of them. */
export async function openPlain(path: string): Promise<FileHandle> {
  const file = await open(path, process.platform === "win32" ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) throw new NoFile(path);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Its bytes. Throws as {@link openPlain} does. */
export async function readPlainBytes(path: string): Promise<Buffer> {
  const file = await openPlain(path);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Its text. */
export async function readPlain(path: string): Promise<string> {
  return (await readPlainBytes(path)).toString("utf8");
}

/** Whether a plain file stands there. */
export function isPlain(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isFile(), () => false);
}
