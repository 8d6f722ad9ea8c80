/** Loaded before a command and its processes: who gives an output its name adds a byte to the file WRITTEN, in the same breath. */
import fs, { appendFileSync, renameSync, type PathLike } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";

const { rename } = fs.promises;
const { WRITTEN: mark } = process.env;

Object.assign(fs.promises, {
  rename: async (from: PathLike, to: PathLike) => {
    if (mark === undefined || !String(from).endsWith(".draft")) return rename(from, to);
    renameSync(from, to);
    appendFileSync(mark, ".");
  },
});
syncBuiltinESMExports();
