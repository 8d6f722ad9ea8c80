/**
 * Loaded before a command and its processes: a named pipe is said to be a regular file, as one on a share that hangs. To open or read it
 * blocks in the kernel. To list BLOCKED_FOLDER, when it is set, blocks likewise: it leaves a file `blocked` and waits for BLOCKED_PIPE.
 */
import fs, { type PathLike } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join, resolve } from "node:path";
import process from "node:process";

const { open, readdir, stat, writeFile } = fs.promises;
const { BLOCKED_FOLDER: folder, BLOCKED_PIPE: pipe } = process.env;

Object.assign(fs.promises, {
  stat: async (path: PathLike) => {
    const found = await stat(path);
    return found.isFIFO() ? Object.assign(found, { isFile: () => true }) : found;
  },
  readdir: async (path: string, options: { readonly withFileTypes: true }) => {
    if (folder !== undefined && pipe !== undefined && resolve(path) === folder) {
      await writeFile(join(folder, "blocked"), "");
      await open(pipe);
    }
    return readdir(path, options);
  },
});
syncBuiltinESMExports();
