/** What a command line names, where folders and datasets may stand beside files. */
import { stat } from "node:fs/promises";
import process from "node:process";
import { findInputs } from "../batch/inputs.ts";
import { systemPath } from "../batch/path-bytes.ts";
import type { Said } from "../batch/search.ts";
import { asItIs } from "../batch/typed-name.ts";
import { told } from "../model/told.ts";
import { hasIndex } from "../dataset/keep/versions.ts";
import type { Settings } from "./run.ts";

/** One thing that was named: a dataset, or files; what is not there stands as a file, whose reading says so. What could not be looked at is told and never read. */
export type Given = { readonly dataset: string } | { readonly files: readonly string[]; readonly troubles: readonly Said[] };

/** Looks at each name in turn; `-` is standard input. */
export async function lookInto(names: readonly string[], { options, budget }: Settings): Promise<Given[]> {
  const base = process.cwd();
  const given: Given[] = [];
  for (const name of names) {
    const path = name === "-" ? name : await asItIs(name, base);
    if (path === "-" || (await stat(systemPath(path)).catch(() => null))?.isFile() === true) given.push({ files: [path], troubles: [] });
    else if (await hasIndex(path)) given.push({ dataset: path });
    else {
      const found = await findInputs([path], { cwd: base, out: null, budget, ...told({ bytes: options.limits?.bytes }) });
      given.push({ files: [...found.paths, ...found.unmatched], troubles: found.troubles });
    }
  }
  return given;
}
