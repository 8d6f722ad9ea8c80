/** Files of a command line as one notice. */
import { stat } from "node:fs/promises";
import process from "node:process";
import { findInputs } from "../batch/inputs.ts";
import type { Item } from "../batch/item.ts";
import { asOne, folderAsOne, withUnread } from "../batch/items.ts";
import { namedPassed } from "../batch/passed-over.ts";
import { systemPath } from "../batch/path-bytes.ts";
import { describe } from "./people.ts";
import { told } from "../model/told.ts";
import type { Settings } from "./run.ts";

/** The one notice that files are, or the files of one folder. */
export async function itemOf(files: readonly [string, ...string[]], { options, budget, tell, streams, language }: Settings): Promise<Item> {
  const base = process.cwd();
  const isFolder = files.length === 1 && (await stat(systemPath(files[0])).catch(() => null))?.isDirectory() === true;
  if (!isFolder) return asOne(files, base);
  const { paths: [first, ...others], troubles, passed } = await findInputs(files, { cwd: base, out: null, budget, ...told({ bytes: options.limits?.bytes }) });
  const shown = passed.filter(({ why }) => tell === "all" || (tell !== "errors" && why.code !== "input/passed-by-name"));
  for (const { name, why } of namedPassed(shown, base)) streams.stderr.write(`${describe(why, { file: name, language, stream: streams.stderr })}\n`);
  return first === undefined ? asOne(files, base) : withUnread(folderAsOne([first, ...others], base), troubles, base);
}
