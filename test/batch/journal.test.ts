import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { entriesIn, openJournal, type Entry } from "../../src/batch/journal.ts";

const whole = { index: 1, of: 1 };
const entry = (input: string, tasks = 1): Entry => ({ input, files: [input], output: `${input}.json`, bytes: 9, settings: "s", key: "k", status: "success", tasks, diagnostics: [] });

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-journal-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a journal", () => {
  test("gives back the last entry of each notice", async () => {
    const first = await openJournal(folder, whole);
    await Promise.all([first.append(entry("a")), first.append(entry("b")), first.append(entry("a", 2))]);
    await first.close();
    const second = await openJournal(folder, whole);
    expect([...second.known.values()]).toEqual([entry("a", 2), entry("b")]);
    await second.close();
  });

  test("passes over a line that was cut off, and goes on behind it", async () => {
    const file = join(folder, ".fengong", "journal.ndjson");
    const first = await openJournal(folder, whole);
    await first.append(entry("a"));
    await first.close();
    appendFileSync(file, JSON.stringify(entry("b")).slice(0, 30));
    const second = await openJournal(folder, whole);
    expect([...second.known.keys()]).toEqual(["a"]);
    await second.append(entry("c"));
    await second.close();
    expect(entriesIn(readFileSync(file, "utf8")).map(({ input }) => input)).toEqual(["a", "c"]);
  });

  test("of a shard is its own, and all are read", async () => {
    const shards = [1, 2].map((index) => ({ index, of: 2 }));
    for (const shard of shards) {
      const journal = await openJournal(folder, shard);
      await journal.append(entry(`of-${shard.index}`));
      await journal.close();
    }
    const all = await openJournal(folder, whole);
    expect([...all.known.keys()].sort()).toEqual(["of-1", "of-2"]);
    await all.close();
  });

  test("takes no other line for an entry", () => {
    writeFileSync(join(folder, "x"), "");
    expect(entriesIn('{}\n[]\nnull\nnope\n{"input":"a"}\n')).toEqual([]);
  });
});
