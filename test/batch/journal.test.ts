import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { longestLine } from "../../src/batch/journal-lines.ts";
import { openJournal, type Entry, type Journal } from "../../src/batch/journal.ts";

const whole = { index: 1, of: 1 };
const entry = (input: string, tasks = 1): Entry => ({ input, files: [input], output: `${input}.json`, bytes: 9, settings: "s", key: "k", status: "success", tasks, diagnostics: [] });

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-journal-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a journal, and closes it when it was looked at. */
async function opened<T>(look: (journal: Journal) => Promise<T>): Promise<T> {
  const journal = await openJournal(folder, whole);
  try {
    return await look(journal);
  } finally {
    await journal.close();
  }
}

/** The entries of some notices, those it does not know left out. */
const entriesOf = async (journal: Journal, ...inputs: readonly string[]): Promise<Entry[]> => (await Promise.all(inputs.map(async (input) => journal.entryOf(input)))).filter((found) => found !== null);

function write(text: string | Buffer): string {
  const file = join(folder, ".fengong", "journal.ndjson");
  mkdirSync(join(folder, ".fengong"), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const line = (one: Entry): string => `${JSON.stringify(one)}\n`;

describe("a journal", () => {
  test("gives back the last entry of each notice", async () => {
    await opened((journal) => Promise.all([journal.append(entry("a")), journal.append(entry("b")), journal.append(entry("a", 2))]));
    await opened(async (journal) => {
      expect(journal.size).toBe(2);
      expect(await entriesOf(journal, "a", "b", "c")).toEqual([entry("a", 2), entry("b")]);
      expect(journal.troubles).toEqual([]);
    });
  });

  test("passes over a line that was cut off, says so, and goes on behind it", async () => {
    const file = write(line(entry("a")));
    appendFileSync(file, JSON.stringify(entry("b")).slice(0, 30));
    await opened(async (journal) => {
      expect(await entriesOf(journal, "a", "b")).toEqual([entry("a")]);
      expect(journal.troubles).toEqual([{ journal: "journal.ndjson", lines: 1, reason: null }]);
      await journal.append(entry("c"));
    });
    expect(readFileSync(file, "utf8").split("\n")[2]).toBe(line(entry("c")).trimEnd());
    await opened(async (journal) => {
      expect(await entriesOf(journal, "a", "c")).toEqual([entry("a"), entry("c")]);
    });
  });

  test("of a shard is its own, and all are read", async () => {
    for (const index of [1, 2]) {
      const journal = await openJournal(folder, { index, of: 2 });
      await journal.append(entry(`of-${index}`));
      await journal.close();
    }
    await opened(async (journal) => {
      expect(await entriesOf(journal, "of-1", "of-2")).toEqual([entry("of-1"), entry("of-2")]);
    });
  });

  /** What a journal may hold, how many entries it gives, and how many lines are said to be none. */
  test.each<[string, string | Buffer, number, number]>([
    ["nothing", "", 0, 0],
    ["blank lines", "\n\n\n", 0, 0],
    ["no entries", '{}\n[]\nnull\nnope\n{"input":"a"}\n', 0, 5],
    ["an entry between others", `nope\n${line(entry("a"))}{}\n`, 1, 2],
    ["no line feed at its end", line(entry("a")).trimEnd(), 1, 0],
    ["line feeds of Windows", line(entry("a")).replace("\n", "\r\n"), 1, 0],
    ["bytes that are no text", Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, 0x0a]), Buffer.from(line(entry("a")))]), 1, 1],
    ["a line that never ends", Buffer.concat([Buffer.from(line(entry("a"))), Buffer.alloc(longestLine + 10, 0x61), Buffer.from(`\n${line(entry("b"))}`)]), 2, 1],
    ["a name of many bytes", line(entry("通知".repeat(900))), 1, 0],
    ["entries over the borders of chunks", Array.from({ length: 9000 }, (_, i) => line(entry(`第${i}号通知`))).join(""), 9000, 0],
    ["the same notice again and again", Array.from({ length: 500 }, (_, i) => line(entry("a", i))).join(""), 1, 0],
  ])("that holds %s", async (_, text, entries, lines) => {
    write(text);
    await opened(async (journal) => {
      expect(journal.size).toBe(entries);
      expect(journal.troubles.map((trouble) => trouble.lines)).toEqual(lines === 0 ? [] : [lines]);
      const last = [...text.toString().matchAll(/"input":"([^"]{1,4000})","files"/gu)].at(-1)?.[1] ?? "";
      expect((await journal.entryOf(last))?.input).toBe(entries === 0 ? undefined : last);
    });
  });

  test.skipIf(process.getuid?.() === 0)("that may not be read is said", async () => {
    const file = write(line(entry("a")));
    chmodSync(file, 0o200);
    await opened(async (journal) => {
      expect(journal.troubles).toEqual([{ journal: "journal.ndjson", lines: 0, reason: "EACCES" }]);
      expect(await journal.entryOf("a")).toBeNull();
    });
  });

  test("beside which a folder has the name of another is read all the same", async () => {
    write(line(entry("a")));
    mkdirSync(join(folder, ".fengong", "journal-1-of-2.ndjson"));
    await opened(async (journal) => {
      expect(await entriesOf(journal, "a")).toEqual([entry("a")]);
      expect(journal.troubles).toEqual([{ journal: "journal-1-of-2.ndjson", lines: 0, reason: "EISDIR" }]);
    });
  });
});
