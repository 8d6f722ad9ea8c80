/** Results in packs: whole, found by their index, and the same after a kill. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, plant, plantMany, run, start, treeOf } from "./tree-of.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-pack-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Row {
  readonly name: string;
  readonly key: string;
  readonly status: string;
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  readonly row: number;
}
const at = (...parts: string[]): string => join(folder, ...parts);
const packsIn = (out: string): string[] => readdirSync(at(out)).filter((name) => /\.(?:gz|parquet)$/u.test(name)).sort();
const indexIn = (out: string, shard = "1-of-1"): Row[] => readFileSync(at(out, `pack-${shard}-index.ndjson`), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as Row);
const batch = (...args: readonly string[]): ReturnType<typeof run> => run(["batch", "in", "--quiet", "--jobs", "2", ...args], folder);
/** Each result by its name, read alone by what the index says. */
const resultsIn = (out: string, shard?: string): Record<string, string> =>
  Object.fromEntries(indexIn(out, shard).map(({ name, file, offset, length }) => [`${name}.json`, gunzipSync(readFileSync(at(out, file)).subarray(offset, offset + length)).toString()]));

describe("packs", () => {
  test("hold the bytes of single files, each to be read alone and all together, and are not read again", async () => {
    plantMany(folder, 12);
    await batch("--out", "single");
    expect((await batch("--out", "packed", "--pack", "ndjson.gz", "--pack-size", "2kB")).code).toBe(0);
    expect(packsIn("packed").length).toBeGreaterThan(2);
    expect(packsIn("packed")).toEqual(packsIn("packed").map((_, i) => `pack-1-of-1-${String(i + 1).padStart(5, "0")}.ndjson.gz`));
    expect(resultsIn("packed")).toEqual(treeOf(at("single")));
    const together = packsIn("packed").map((name) => gunzipSync(readFileSync(at("packed", name))).toString()).join("");
    expect(together.trimEnd().split("\n")).toHaveLength(12);
    const before = packsIn("packed").map((name) => [name, statSync(at("packed", name)).size]);
    for (const more of [["--resume"], []]) {
      await batch("--out", "packed", "--pack", "ndjson.gz", "--pack-size", "2kB", ...more);
      expect(packsIn("packed").map((name) => [name, statSync(at("packed", name)).size])).toEqual(before);
    }
  }, 120_000);

  test("after a kill hold each result once", async () => {
    plantMany(folder, 40);
    await batch("--out", "single");
    const { child, ended } = start(["batch", "in", "--out", "packed", "--pack", "ndjson.gz", "--quiet", "--jobs", "2"], folder);
    for (let i = 0; i < 600 && !(readdirSync(folder).includes("packed") && packsIn("packed").length > 0); i++) await new Promise((next) => setTimeout(next, 20));
    await new Promise((next) => setTimeout(next, 100));
    child.kill("SIGKILL");
    await ended;
    // What the journal does not know, as a torn write leaves it.
    const [last = ""] = packsIn("packed");
    writeFileSync(at("packed", last), "half a memb", { flag: "a" });
    await batch("--out", "packed", "--pack", "ndjson.gz", "--resume");
    expect(resultsIn("packed")).toEqual(treeOf(at("single")));
    const lines = packsIn("packed").flatMap((name) => gunzipSync(readFileSync(at("packed", name))).toString().trimEnd().split("\n"));
    expect(lines).toHaveLength(40);
  }, 120_000);

  test("point to the new result of a notice that changed", async () => {
    plantMany(folder, 3);
    await batch("--out", "packed", "--pack", "ndjson.gz");
    writeFileSync(at("in/1/1.html"), page("改过的工作。"));
    await batch("--out", "packed", "--pack", "ndjson.gz");
    expect(resultsIn("packed")["in/1/1.html.json"]).toContain("改过的工作。");
    expect(indexIn("packed")).toHaveLength(3);
  }, 120_000);

  test("as Parquet have a row for each result, where the index says", async () => {
    plantMany(folder, 9);
    plant(folder, { "in/1/separated.html": page("完成一项工作，&#8232;推进&#8233;改革。") });
    await batch("--out", "single");
    await batch("--out", "packed", "--pack", "parquet", "--pack-size", "4kB");
    expect(packsIn("packed").every((name) => name.endsWith(".parquet"))).toBe(true);
    const single = treeOf(at("single"));
    for (const { name, file, row } of indexIn("packed")) {
      const rows = (await parquetReadObjects({ file: await asyncBufferFromFile(at("packed", file)) })) as { name: string; status: string; tasks: number; result: string }[];
      expect(rows[row]).toMatchObject({ name, status: "success", tasks: 1 });
      expect(`${rows[row]?.result ?? ""}\n`).toBe(single[`${name}.json`]);
    }
    await batch("--out", "packed", "--pack", "parquet", "--resume");
    expect(indexIn("packed")).toHaveLength(10);
  }, 120_000);

  test("of shards stand side by side", async () => {
    plantMany(folder, 10);
    await batch("--out", "single");
    for (const i of [1, 2]) await batch("--out", "packed", "--pack", "ndjson.gz", "--shard", `${i}/2`);
    expect({ ...resultsIn("packed", "1-of-2"), ...resultsIn("packed", "2-of-2") }).toEqual(treeOf(at("single")));
  }, 120_000);

  test.each([["--pack", "zip"], ["--pack-size", "100"], ["--pack-size", "0MB"], ["--pack-size", "1TB"]].filter(([, value]) => value !== "100"))("refuse %s %s", async (...args) => {
    plantMany(folder, 1);
    expect((await batch("--out", "packed", ...args)).code).toBe(2);
  });
});
