/** What travels through a queue: where the files of a notice lie and what they hold, never their bytes. */
import { z } from "zod";
import { openLoader, type Loader } from "../batch/loader.ts";
import type { Budget } from "../batch/budget.ts";
import type { Item, ItemFile } from "../batch/item.ts";
import { contentKey, settingsKey } from "../batch/key.ts";
import { defaultLimits, type ReadingOptions } from "../model/context.ts";
import type { ParseResult } from "../model/notice.ts";
import { toldFacts } from "../model/options.ts";
import { told } from "../model/told.ts";

/** A job: references with hashes, what is told of the notice, and under which program and options it is to be read. */
export const payloadSchema = z.strictObject({
  name: z.string(),
  files: z.array(z.strictObject({ path: z.string(), name: z.string(), role: z.enum(["notice", "letter", "attachment"]), label: z.string().nullable(), uri: z.string().nullable(), sha256: z.string() })).min(1),
  options: z.strictObject({ year: toldFacts.year, issued: toldFacts.issued, region: z.string() }).partial(),
  settings: z.string(),
});

/** What travels. */
export type Payload = z.infer<typeof payloadSchema>;

/** A notice that is done. `kept`: the output was there already. `changed`: its files are not any more what was put in; nothing was written. */
export interface Done {
  readonly name: string;
  readonly key: string;
  readonly output: string;
  readonly status: ParseResult["status"] | "kept" | "changed";
  readonly tasks: number;
}

/** A notice with its key; without one when a file could not be opened: `missing` is its name. */
export type Keyed = { readonly key: string; readonly payload: Payload } | { readonly key: null; readonly name: string; readonly missing: string };

/** Looks at the files of notices. */
export interface Keys {
  readonly keyOf: (item: Item) => Promise<Keyed>;
  readonly close: () => void;
}

/** Opens what tells the keys of notices: files are hashed in a watched process. */
export function openKeys(options: ReadingOptions, budget: Budget): Keys {
  const loader = openLoader(budget);
  return { keyOf: (item) => keyed(item, options, loader), close: loader.close };
}

async function keyed({ name, files, options: own }: Item, options: ReadingOptions, loader: Loader): Promise<Keyed> {
  const hashes: string[] = [];
  const limit = options.limits?.bytes ?? defaultLimits.bytes;
  for (const file of files) {
    const sha256 = file.problem === undefined ? (await loader.hash(file.path, limit, file.name)).sha256 : null;
    if (sha256 === null) return { key: null, name, missing: file.name };
    hashes.push(sha256);
  }
  const settings = settingsKey(optionsOf(options, own), false);
  const key = contentKey(settings, files, hashes);
  if (key === null) throw new TypeError("all files have hashes");
  return { key, payload: { name, files: files.map((file, i) => ({ ...referenceTo(file), sha256: hashes[i] ?? "" })), options: told(own), settings } };
}

function referenceTo({ path, name, role, label, uri }: ItemFile): Omit<Payload["files"][number], "sha256"> {
  return { path, name, role, label, uri };
}

/** The options of a notice. Limits that nobody told are those of the program, so that who tells them is not taken for another. */
export function optionsOf(options: ReadingOptions, own: Payload["options"]): ReadingOptions {
  return { ...options, ...told(own), limits: { ...defaultLimits, ...options.limits } };
}

/** Where the output of a notice stands below the output folder: under its key, so that other versions and options stand beside it. */
export function outputOfKey(key: string): string {
  return `${key.slice(0, 2)}/${key}.json`;
}
