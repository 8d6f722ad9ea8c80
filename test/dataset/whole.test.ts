/** `fengong dataset build` as people run it: killed, in another place, with other numbers of processes; and what others read of its files. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "./command.ts";
import { emptyFolder } from "./folders.ts";
import { killBuilds } from "./kills.ts";
import { randomOf } from "./notices/random.ts";
import { stagesOf } from "./notices/stages.ts";
import { plant } from "./notices/world.ts";
import { readBack } from "./read-back.ts";
import { differences, indexOf, publishedTree } from "./trees.ts";

const [one, two] = stagesOf("whole", 24).map(({ inputs }) => inputs.world);
if (one === undefined || two === undefined) throw new Error("two stages are needed");

test("the place, the order of the sources, the number of processes, time zone and language change no byte; others read what the JSON says", async () => {
  const folder = emptyFolder();
  const [here, there] = [join(folder, "here"), join(folder, "far", "away", "there")];
  mkdirSync(there, { recursive: true });
  plant(one, join(here, "sources"));
  plant(one, join(there, "material"), randomOf("shuffled"));
  await Promise.all([
    build(join(here, "sources"), join(here, "out"), ["--jobs", "1"], { TZ: "UTC", LANG: "C", LC_ALL: "C" }),
    build(join(there, "material"), join(there, "dataset"), ["--jobs", "2"], { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" }),
  ]);
  expect(differences(publishedTree(join(here, "out")), publishedTree(join(there, "dataset")))).toEqual([]);
  const version = indexOf(join(here, "out"))?.lastSuccessful ?? "";
  const { rows, troubles } = await readBack(join(here, "out", "artifacts", version));
  expect(troubles).toEqual([]);
  expect(rows).toBeGreaterThan(1000);
}, 120_000);

test("killed at any moment, the old or the new version stands, and the next build ends as if nothing had been", async () => {
  const folder = emptyFolder();
  const [first, second] = [join(folder, "first"), join(folder, "second")];
  const few = ({ notices, postings }: typeof one): typeof one => ({ notices, postings: postings.filter(({ notice }) => Number(notice) % 8 === 3) });
  plant(few(one), first);
  plant(few(two), second);
  const { kills, states, troubles } = await killBuilds({ first, second, folder, kills: 5, random: randomOf("kills") });
  expect(troubles).toEqual([]);
  expect(kills).toBe(5);
  expect([...states.keys()].every((state) => state === "old" || state === "new")).toBe(true);
}, 180_000);
