/** Manifests: which files are one notice, and what is known of them. A manifest names files of its own folder and of the base, and no others. */
import { dirname, join, posix, resolve } from "node:path";
import { z } from "zod";
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";
import { told } from "../model/told.ts";
import { sha256 } from "../text/digest.ts";
import { readUtf8 } from "../text/utf8.ts";
import { reasonOf } from "../text/reason.ts";
import { isBelow, leadsTo, realPath } from "./inside.ts";
import type { Item, ItemFile } from "./item.ts";
import { fileOf, itemOf } from "./items.ts";
import { loadFile, type Loaded } from "./load.ts";
import { Refused } from "./refused.ts";
import { pathOfShown } from "./shown-name.ts";

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
export class ManifestError extends Refused {
  readonly wrong = "badManifest";
}

/** Where the files of a manifest may lie. */
export interface Bounds {
  /** Names start here. */
  readonly base: string;
  /** Folders; null: the base and the folder of the manifest. */
  readonly within?: readonly string[];
  readonly followLinks?: boolean;
  /** Loads the manifest; the usual one waits as long as the system does. */
  readonly load?: (path: string, limit: number) => Promise<Loaded>;
}

/** Largest manifest, in bytes: a million entries have room. */
const largest = 500_000_000;

/**
 * The notices of a manifest: JSON (a list, or an object with `files`) or NDJSON. An entry names a `file` relative to the manifest;
 * `partOf` makes it an attachment of the file it names. `label`, `uri` (or `url`), `year`, `issued`, `region` are told to the reader;
 * `retrieved` and `publisher` are kept for a dataset. An entry that leads elsewhere is a file that cannot be read; of two entries for
 * one file the first holds, and that is said.
 */
export async function fromManifest(path: string, bounds: Bounds): Promise<Item[]> {
  const text = await textOf(path, bounds.load ?? loadFile);
  const folder = dirname(resolve(path));
  const place = await boundedBy(folder, bounds);
  const entries: Placed[] = [];
  for (const [i, entry] of parseManifest(text).entries()) entries.push({ ...(await placeOf(entry.file, i + 1, place)), entry });
  const letters = new Map<string, Placed>();
  const attached = new Map<string, Placed[]>();
  const { first, again } = onceEach(entries);
  for (const placed of first) if (placed.entry.partOf === undefined) letters.set(placed.path, placed);
  for (const placed of first) {
    if (placed.entry.partOf === undefined) continue;
    const letter = await placeOf(placed.entry.partOf, entries.indexOf(placed) + 1, place);
    if (!letters.has(letter.path)) letters.set(letter.path, { ...letter, entry: { file: placed.entry.partOf } });
    attached.set(letter.path, [...(attached.get(letter.path) ?? []), placed]);
  }
  return [...letters.values()].map((letter) => together(letter, attached.get(letter.path) ?? [], again, bounds.base));
}

async function textOf(path: string, load: NonNullable<Bounds["load"]>): Promise<string> {
  const { bytes, problem } = await load(path, largest);
  if (problem !== null) throw new ManifestError(problem.params["reason"] ?? problem.code);
  const { text, line } = readUtf8(bytes);
  if (text === null) throw new ManifestError(`${line}: not UTF-8`);
  return text.replace(/^\ufeff/u, "");
}

/** An entry and where its file lies; `problem`: why it is not read. */
interface Placed {
  readonly path: string;
  readonly entry: Entry;
  readonly problem: Diagnostic | null;
}

/** The first entry of each file, and the numbers of all of a file that has several. */
function onceEach(entries: readonly Placed[]): { readonly first: readonly Placed[]; readonly again: ReadonlyMap<string, readonly number[]> } {
  const numbers = new Map<string, number[]>();
  for (const [i, { path }] of entries.entries()) numbers.set(path, [...(numbers.get(path) ?? []), i + 1]);
  const first = entries.filter(({ path }, i) => numbers.get(path)?.[0] === i + 1);
  return { first, again: new Map([...numbers].filter(([, of]) => of.length > 1)) };
}

function together(letter: Placed, parts: readonly Placed[], again: ReadonlyMap<string, readonly number[]>, base: string): Item {
  const { year, issued, region } = letter.entry;
  const options = told({ year, issued, region });
  const files = [listed(letter, base, parts.length === 0 ? "notice" : "letter"), ...parts.map((part) => listed(part, base, "attachment"))] as const;
  const findings = [letter, ...parts].flatMap(({ path }, i) => {
    const numbers = again.get(path);
    return numbers === undefined ? [] : [diagnose("input/manifest-twice", { params: { name: files[i]?.name ?? "", entries: numbers.join(", ") } })];
  });
  return itemOf(files, options, findings);
}

function listed({ path, entry, problem }: Placed, base: string, role: ItemFile["role"]): ItemFile {
  const { label = null, uri = null, url = null, retrieved = null, publisher = null } = entry;
  const file = { ...fileOf(path, base, role, label, uri ?? url), retrieved, publisher };
  if (problem === null) return file;
  // Its name tells nothing of the machine: it is that of the manifest.
  const name = `_outside/${sha256(entry.file).slice(0, 8)}/${posix.basename(entry.file.replace(/[\\:]/gu, "/").replaceAll("\0", "%00")) || "root"}`;
  return { ...file, name, problem: { ...problem, params: { ...problem.params, name } } };
}

interface Bounded {
  readonly folder: string;
  /** Folders as they are called, and where they are. */
  readonly within: readonly { readonly path: string; readonly real: string }[];
  readonly followLinks: boolean;
}

async function boundedBy(folder: string, { base, within = [base, folder], followLinks = false }: Bounds): Promise<Bounded> {
  const paths = within.map((one) => resolve(one));
  return { folder, within: await Promise.all(paths.map(async (path) => ({ path, real: await leadsTo(path) }))), followLinks };
}

/** Forms that are no relative path with slashes, on any system: absolute ones, drives, shares, addresses, backslashes. */
const foreign = /^(?:[/\\]|[A-Za-z]:|[a-z][a-z0-9+.-]*:\/\/)|[\\\0]/u;

async function placeOf(file: string, number: number, { folder, within, followLinks }: Bounded): Promise<Pick<Placed, "path" | "problem">> {
  const plain = join(folder, file.replaceAll("\0", ""));
  const path = (await realPath(plain).catch(() => null)) === null ? join(folder, pathOfShown(file.replaceAll("\0", ""))) : plain;
  const leads = followLinks || foreign.test(file) ? null : await leadsTo(path);
  const isInside = !foreign.test(file) && within.some((one) => isBelow(one.path, path) && (leads === null || isBelow(one.real, leads)));
  return { path, problem: isInside ? null : diagnose("input/outside", { params: { name: "", entry: String(number) } }) };
}

/** The entries of a manifest; throws {@link ManifestError} with the first thing that is wrong. */
function parseManifest(text: string): Entry[] {
  const read = z.array(entrySchema).safeParse(entriesIn(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const [number, ...field] = issue?.path ?? [];
  throw new ManifestError(`${[...(typeof number === "number" ? [`#${number + 1}`] : []), ...field.map(String)].join(" ")}: ${issue?.message ?? ""}`);
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
    throw new ManifestError(reasonOf(error));
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
