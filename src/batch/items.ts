/** Paths to notices: each file one notice, or the files of a folder together, or as a manifest says. */
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { labelInName, letterFirst } from "./attachment-names.ts";
import type { Item, ItemFile } from "./item.ts";
import { nameOf } from "./tree.ts";

/** Each file is a notice. */
export function singly(paths: readonly string[], base: string): Item[] {
  return paths.map((path) => itemOf([fileOf(path, base, "notice", null)]));
}

/** The files of each folder are one notice: the letter and its attachments, told apart by their names. */
export function byFolder(paths: readonly string[], base: string): Item[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return [...folders.values()].flatMap((files) => {
    const found = letterFirst(files);
    return found === null ? [] : [together(found, base)];
  });
}

/** All files are one notice; the first one is the letter. */
export function asOne([letter, ...others]: readonly [string, ...string[]], base: string): Item {
  return together({ letter, attachments: others.map((name) => ({ name, label: labelInName(name) })) }, base);
}

/** All files are one notice; their names say which is the letter. */
export function folderAsOne(paths: readonly [string, ...string[]], base: string): Item {
  const found = letterFirst(paths);
  return found === null ? asOne(paths, base) : together(found, base);
}

function together({ letter, attachments }: NonNullable<ReturnType<typeof letterFirst>>, base: string): Item {
  if (attachments.length === 0) return itemOf([fileOf(letter, base, "notice", null)]);
  return itemOf([fileOf(letter, base, "letter", null), ...attachments.map(({ name, label }) => fileOf(name, base, "attachment", label))]);
}

const entrySchema = z.object({
  file: z.string().min(1),
  partOf: z.string().min(1).optional(),
  label: z.string().nullable().optional(),
  uri: z.string().nullable().optional(),
  /** The same as `uri`. */
  url: z.string().nullable().optional(),
  retrieved: z.iso.date().nullable().optional(),
  publisher: z.string().nullable().optional(),
  year: z.int().min(1000).max(2999).optional(),
  issued: z.iso.date().optional(),
  region: z
    .string()
    .regex(/^\d{6}$/u)
    .optional(),
});

type Entry = z.infer<typeof entrySchema>;

/** A manifest that is not what it should be. */
export class ManifestError extends Error {}

/**
 * The notices of a manifest: JSON (a list, or an object with `files`) or NDJSON. An entry names a `file` relative to the manifest;
 * `partOf` makes it an attachment of the file it names. `label`, `uri` (or `url`), `year`, `issued`, `region` are told to the reader;
 * `retrieved` and `publisher` are kept for a dataset.
 */
export async function fromManifest(path: string, base: string): Promise<Item[]> {
  const entries = parseManifest(await readFile(path, "utf8").catch((error: unknown) => {
    throw new ManifestError(error instanceof Error && "code" in error ? String(error.code) : String(error));
  }));
  const folder = dirname(resolve(path));
  const letters = new Map<string, Entry>();
  const attached = new Map<string, Entry[]>();
  for (const entry of entries) if (entry.partOf === undefined) letters.set(join(folder, entry.file), entry);
  for (const entry of entries) {
    if (entry.partOf === undefined) continue;
    const letter = join(folder, entry.partOf);
    if (!letters.has(letter)) letters.set(letter, { file: entry.partOf });
    attached.set(letter, [...(attached.get(letter) ?? []), entry]);
  }
  return [...letters].map(([letter, entry]) => {
    const parts = attached.get(letter) ?? [];
    const first = listed(letter, base, parts.length === 0 ? "notice" : "letter", entry);
    const others = parts.map((part) => listed(join(folder, part.file), base, "attachment", part));
    return itemOf([first, ...others], entry);
  });
}

/** The entries of a manifest; throws {@link ManifestError} with the first thing that is wrong. */
function parseManifest(text: string): Entry[] {
  const read = z.array(entrySchema).safeParse(entriesIn(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ManifestError(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}

/** A list, the list of an object with `files`, or one entry a line. */
function entriesIn(text: string): unknown {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  try {
    if (lines.length > 1 && lines.every(isJson)) return lines.map((line): unknown => JSON.parse(line));
    const whole: unknown = JSON.parse(text);
    if (typeof whole !== "object" || whole === null || Array.isArray(whole)) return whole;
    return "files" in whole ? whole.files : [whole];
  } catch (error) {
    throw new ManifestError(error instanceof Error ? error.message : String(error));
  }
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function itemOf(files: Item["files"], { year, issued, region }: Partial<Entry> = {}): Item {
  const options = { ...(year === undefined ? {} : { year }), ...(issued === undefined ? {} : { issued }), ...(region === undefined ? {} : { region }) };
  return { name: files[0].name, files, options };
}

function listed(path: string, base: string, role: ItemFile["role"], { label = null, uri = null, url = null, retrieved = null, publisher = null }: Entry): ItemFile {
  return { ...fileOf(path, base, role, label, uri ?? url), retrieved, publisher };
}

function fileOf(path: string, base: string, role: ItemFile["role"], label: string | null, uri: string | null = null): ItemFile {
  return { path: resolve(path), name: nameOf(path, base), role, label, uri };
}
