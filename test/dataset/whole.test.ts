/** `fengong dataset build` as people run it: in another place, with other numbers of processes, killed; and what others read of its files. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "./command.ts";
import { killBuilds } from "./kills.ts";
import { randomOf } from "./notices/random.ts";
import { stagesOf } from "./notices/stages.ts";
import { plant } from "./notices/world.ts";
import { readBack } from "./read-back.ts";
import { differences, indexOf, publishedTree } from "./trees.ts";

const [one, two] = stagesOf("whole", 10).map(({ inputs }) => inputs.world);
if (one === undefined || two === undefined) throw new Error("two stages are needed");

const folder = mkdtempSync(join(tmpdir(), "fengong-whole-"));
const [first, second, out] = [join(folder, "first"), join(folder, "second"), join(folder, "out")];

beforeAll(async () => {
  plant(one, first);
  plant(two, second);
  writeFileSync(join(second, "dataset.yaml"), "formats: [ndjson, csv]\n");
  await build(first, out, ["--jobs", "1"], { TZ: "UTC", LANG: "C", LC_ALL: "C" });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the place, the order of the sources, the number of processes, time zone and language change no byte", async () => {
  const far = join(folder, "far", "away");
  mkdirSync(far, { recursive: true });
  plant(one, join(far, "material"), randomOf("shuffled"));
  await build(join(far, "material"), join(far, "dataset"), ["--jobs", "2"], { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" });
  expect(differences(publishedTree(out), publishedTree(join(far, "dataset")))).toEqual([]);
});

test("programs of others read from every table of every format what the JSON says", async () => {
  const { rows, troubles } = await readBack(join(out, "artifacts", indexOf(out)?.lastSuccessful ?? ""));
  expect(troubles).toEqual([]);
  expect(rows).toBeGreaterThan(1000);
});

test("killed at any moment, the old or the new version stands, and the next build ends as if nothing had been", async () => {
  const after = join(folder, "after");
  cpSync(out, after, { recursive: true });
  const { seconds } = await build(second, after, ["--jobs", "1"]);
  const { states, troubles } = await killBuilds({ source: second, before: out, after, seconds, work: join(folder, "work"), kills: 5, inARow: 3, jobs: 1, random: randomOf("kills") });
  expect(troubles).toEqual([]);
  expect([...states.values()].reduce((sum, count) => sum + count, 0)).toBe(5);
  expect([...states.keys()].filter((state) => state !== "old" && state !== "new")).toEqual([]);
});
