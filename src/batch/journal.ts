/** The journal of an output tree: one line of JSON for each notice that was read, appended and never changed. */
import { open, readdir, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { openBlocks, type Blocks } from "./blocks.ts";
import { isBelow, leadsTo } from "./inside.ts";
import { eachLine } from "./journal-lines.ts";
import { NameTable } from "./name-table.ts";
import { Refused } from "./refused.ts";
import { shortageOf } from "./shortage.ts";
import { journalFolder, type Shard } from "./tree.ts";
import { makeFolder, syncFile, writeAll } from "./whole.ts";
import { codeOf } from "./system-code.ts";

const entrySchema = z.object({
  /** Name of the notice. */
  input: z.string(),
  /** Names of its files. */
  files: z.array(z.string()),
  /** Output below the output folder, and its size in bytes. */
  output: z.string(),
  bytes: z.number(),
  /** Where in a pack the result stands: pack, offset and length of its gzip member, number of its row. */
  pack: z.object({ pack: z.string(), offset: z.number(), length: z.number(), row: z.number() }).optional(),
  /** Version and options under which it was read. */
  settings: z.string(),
  /** The same and the bytes of its files; null when a file could not be opened. */
  key: z.string().nullable(),
  status: z.enum(["success", "partial", "empty", "failed"]),
  tasks: z.number(),
  /** Each code once, with the parameters of its first finding. */
  diagnostics: z.array(z.object({ code: z.string(), severity: z.enum(["error", "warning", "info"]), params: z.record(z.string(), z.string()) })),
});

/** What the journal says of a notice. */
export type Entry = z.infer<typeof entrySchema>;

/** Where in a pack a result stands. */
export type PackPlace = NonNullable<Entry["pack"]>;

/** What cannot be read of a journal: the file, or some of its lines. */
export interface JournalTrouble {
  /** Name of the journal. */
  readonly journal: string;
  /** Lines that are no entries, one cut off by a killed run among them. */
  readonly lines: number;
  /** Why no more of the file could be read, null when it was read to its end. */
  readonly reason: string | null;
}

/** A journal that takes no lines: its path, and why. */
class JournalError extends Refused {
  readonly wrong = "badJournal";
}

/** A journal that is open for more lines. */
export interface Journal {
  /** How many notices it knows. */
  readonly size: number;
  /** The notices that it knew when it was opened, but for these, and for those that it was asked for. */
  readonly others: (names: Iterable<string>) => Promise<ReadonlySet<string>>;
  /** The last entry of a notice in all journals of the tree. */
  readonly entryOf: (input: string) => Entry | null | Promise<Entry | null>;
  readonly troubles: readonly JournalTrouble[];
  /** How far it knows each pack: where the last result ends, and how many there are. */
  readonly packs: ReadonlyMap<string, { readonly end: number; readonly rows: number }>;
  readonly append: (entry: Entry) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the journal of an output tree. Each shard writes its own, and all are read, so that shards can run side by side. Of a million
 * entries only their places are kept; an entry is read again when it is asked for. Throws a Shortage or a JournalError where no line can be written.
 */
export async function openJournal(out: string, shard: Shard): Promise<Journal> {
  const folder = join(out, journalFolder);
  const own = shard.of === 1 ? "journal.ndjson" : `journal-${shard.index}-of-${shard.of}.ndjson`;
  const path = join(folder, own);
  const refuse = (error: unknown): never => {
    throw error instanceof JournalError ? error : (shortageOf(error, path) ?? new JournalError(`${path} (${codeOf(error)})`, { cause: error }));
  };
  const leads = await leadsTo(path);
  if (!isBelow(await leadsTo(out), leads)) throw new JournalError(`${path} → ${leads}`);
  const file = await makeFolder(folder).then(() => open(path, "a+")).catch(refuse);
  const names = [...(await readdir(folder)).filter((name) => /^journal.*\.ndjson$/u.test(name) && name !== own).sort(), own];
  const index = await indexOf(folder, names);
  // A line that a killed run left half written is no entry; what follows starts on a new line.
  if (index.torn.has(own)) await append(file, "\n", path).catch(refuse);
  let last = Promise.resolve();
  return {
    size: index.size,
    others: index.others,
    entryOf: index.entryOf,
    troubles: index.troubles,
    packs: index.packs,
    append: (entry) => {
      last = last.then(() => append(file, `${JSON.stringify(entry)}\n`, path)).catch(refuse);
      return last;
    },
    close: async () => {
      await last.catch(() => undefined);
      await syncFile(file).catch(refuse).finally(() => file.close());
      await index.close();
    },
  };
}

/** Adds a line; of one that finds no room nothing stays, unless others have written behind it. */
async function append(file: FileHandle, line: string, path: string): Promise<void> {
  const { size } = await file.stat();
  try {
    await writeAll(file, line, path);
  } catch (error) {
    const rest = (await file.stat()).size - size;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, Math.min(rest, line.length * 4))), 0, null, size);
    if (rest > 0 && rest === bytesRead && Buffer.from(line).indexOf(buffer) === 0) await file.truncate(size);
    throw error;
  }
}

/** Where the last entry of each notice stands: number of the journal, and offset in it. */
interface Index {
  readonly size: number;
  readonly others: Journal["others"];
  readonly torn: ReadonlySet<string>;
  readonly packs: Journal["packs"];
  readonly troubles: readonly JournalTrouble[];
  readonly entryOf: Journal["entryOf"];
  readonly close: () => Promise<void>;
}

/** Journals and offsets share one number: so many bytes of one journal can be told apart. */
const span = 2 ** 44;

async function indexOf(folder: string, names: readonly string[]): Promise<Index> {
  const places = new NameTable(await entriesAbout(names.map((name) => join(folder, name))));
  const lengths = new Map<number, number>();
  const torn = new Set<string>();
  const troubles: JournalTrouble[] = [];
  const packs = new Map<string, { end: number; rows: number }>();
  for (const [number, name] of names.entries()) {
    let lines = 0;
    const reading = eachLine(join(folder, name), ({ bytes, offset, length }) => {
      const { input, pack } = bytes === null ? none : headOf(bytes);
      if (input === null) lines++;
      else places.set(input, number * span + offset);
      if (pack !== null) packs.set(pack.pack, { end: Math.max(packs.get(pack.pack)?.end ?? 0, pack.offset + pack.length), rows: Math.max(packs.get(pack.pack)?.rows ?? 0, pack.row + 1) });
      if (input !== null && length > usualLine) lengths.set(number * span + offset, length);
    });
    const { ended, reason } = await reading.then((done) => ({ ended: done, reason: null }), (error: unknown) => ({ ended: { torn: false }, reason: codeOf(error) }));
    if (ended.torn) torn.add(name);
    if (lines > 0 || reason !== null) troubles.push({ journal: name, lines, reason });
  }
  const files = new Map<number, { readonly file: FileHandle; readonly blocks: Blocks }>();
  const openFile = async (number: number): Promise<Blocks> => {
    const file = await open(join(folder, names[number] ?? ""), "r");
    const opened = files.get(number) ?? { file, blocks: openBlocks(file) };
    if (opened.file !== file) await file.close();
    files.set(number, opened);
    return opened.blocks;
  };
  return {
    size: places.size,
    others: (known) => othersIn(places, known, names.map((name) => join(folder, name))),
    torn,
    packs,
    troubles,
    entryOf: (input) => {
      const place = places.mark(input);
      if (place === undefined) return null;
      const [number, offset, least] = [Math.floor(place / span), place % span, lengths.get(place) ?? usualLine];
      const own = (bytes: Buffer): Entry | null => firstEntry(bytes, input);
      const opened = files.get(number);
      return opened === undefined ? openFile(number).then((blocks) => blocks.from(offset, least, own)) : opened.blocks.from(offset, least, own);
    },
    close: async () => {
      for (const { file } of files.values()) await file.close();
    },
  };
}

/** How many entries journals of their size have, if each is of another notice. */
async function entriesAbout(journals: readonly string[]): Promise<number> {
  const sizes = await Promise.all(journals.map((path) => stat(path).then(({ size }) => size, () => 0)));
  return Math.min(manyEntries, Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / shortLine));
}

/** The names of these journals that are not known. */
async function othersIn(places: NameTable, known: Iterable<string>, journals: readonly string[]): Promise<Set<string>> {
  const others = new Set<string>();
  if (places.marked < places.size) for (const name of known) places.mark(name);
  if (places.marked === places.size) return others;
  for (const path of journals) {
    await eachLine(path, ({ bytes }) => {
      const { input } = bytes === null ? none : headOf(bytes);
      if (input !== null && places.isLeft(input)) others.add(input);
    }).catch(() => undefined);
  }
  return others;
}

/** The entry that bytes begin with, where it is that of the notice. */
function firstEntry(bytes: Buffer, input: string): Entry | null {
  const end = bytes.indexOf(10);
  const entry = entryIn(end >= 0 ? bytes.subarray(0, end) : bytes);
  return entry?.input === input ? entry : null;
}

/** Most lines are shorter; the length of a longer one is kept. */
const usualLine = 2048;

/** Few are shorter. For so many entries there is room from the beginning, for more when they come. */
const [shortLine, manyEntries] = [350, 1_000_000];

/** The notice that a line is about, and the pack that its result stands in. */
interface Head {
  readonly input: string | null;
  readonly pack: PackPlace | null;
}

const none: Head = { input: null, pack: null };

/** The head of a line; nothing of a line that is no entry. All of it is checked when the entry is asked for. */
function headOf(bytes: Buffer): Head {
  try {
    const { input, files, output, status, pack } = JSON.parse(bytes.toString("utf8")) as Partial<Record<keyof Entry, unknown>>;
    if (typeof input !== "string" || typeof output !== "string" || typeof status !== "string" || !Array.isArray(files)) return none;
    return { input, pack: pack === undefined ? null : (entrySchema.shape.pack.safeParse(pack).data ?? null) };
  } catch {
    return none;
  }
}

/** The entry of a line; null for one that is none. */
function entryIn(bytes: Buffer): Entry | null {
  try {
    return entrySchema.safeParse(JSON.parse(bytes.toString("utf8"))).data ?? null;
  } catch {
    return null;
  }
}
