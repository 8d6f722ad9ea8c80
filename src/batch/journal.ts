/** The journal of an output tree: one line of JSON for each notice that was read, appended and never changed. */
import { mkdir, open, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { journalFolder, type Shard } from "./tree.ts";

const entrySchema = z.object({
  /** Name of the notice. */
  input: z.string(),
  /** Names of its files. */
  files: z.array(z.string()),
  /** Output below the output folder, and its size in bytes. */
  output: z.string(),
  bytes: z.number(),
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

/** A journal that is open for more lines. */
export interface Journal {
  /** The last entry of each notice, of all journals of the tree. */
  readonly known: ReadonlyMap<string, Entry>;
  readonly append: (entry: Entry) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the journal of an output tree. Each shard writes its own, and all are read, so that shards can run side by side. */
export async function openJournal(out: string, shard: Shard): Promise<Journal> {
  const folder = join(out, journalFolder);
  await mkdir(folder, { recursive: true });
  const known = new Map<string, Entry>();
  const own = shard.of === 1 ? "journal.ndjson" : `journal-${shard.index}-of-${shard.of}.ndjson`;
  const names = (await readdir(folder)).filter((name) => /^journal.*\.ndjson$/u.test(name) && name !== own).sort();
  let torn = false;
  for (const name of [...names, own]) {
    const text = await readFile(join(folder, name), "utf8").catch(() => "");
    for (const entry of entriesIn(text)) known.set(entry.input, entry);
    if (name === own) torn = text !== "" && !text.endsWith("\n");
  }
  const file = await open(join(folder, own), "a");
  // A line that a killed run left half written is no entry; what follows starts on a new line.
  if (torn) await file.appendFile("\n");
  let last = Promise.resolve();
  return {
    known,
    append: (entry) => {
      last = last.then(() => file.appendFile(`${JSON.stringify(entry)}\n`));
      return last;
    },
    close: async () => {
      await last.catch(() => undefined);
      await file.close();
    },
  };
}

/** The entries of a journal; lines that are none are passed over. */
export function entriesIn(text: string): Entry[] {
  return text.split("\n").flatMap((line) => {
    const read = line === "" ? null : entrySchema.safeParse(jsonOf(line));
    return read?.success === true ? [read.data] : [];
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
