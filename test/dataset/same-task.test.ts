/** Who a task is when its id is another: because people say so, because the number of its notice was put right, after the cache was lost. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cacheFolder } from "../../src/dataset/keep/cache.ts";
import type { Change } from "../../src/dataset/edition.ts";
import { ndjson } from "./delta-checks.ts";
import { emptyFolder } from "./folders.ts";
import { buildOf, readerOf } from "./five-versions.ts";
import { edit } from "./notices/edit.ts";
import type { Made } from "./notices/notice.ts";
import { randomOf } from "./notices/random.ts";
import { viewOf } from "./notices/view.ts";
import { makeWorld, type World } from "./notices/world.ts";

const inputs = { old: false, lookup: null, corrections: [] };
const settings = "formats: [ndjson]";

function oneNotice(): { world: World; name: string; made: Made } {
  const world = makeWorld("same task", 4);
  const [[name, made] = []] = [...world.notices];
  if (name === undefined || made === undefined) throw new Error("no notice was made");
  return { world, name, made };
}

const withNotice = (world: World, name: string, made: Made): World => ({ ...world, notices: new Map([...world.notices, [name, made]]) });
const deltaOf = (folder: string, version: string): Change[] => ndjson<Change>(join(folder, "out", "artifacts", version, "delta.ndjson"));

test("a task that people name is the same under new words", async () => {
  const { world, name, made } = oneNotice();
  const next = edit(made, "replace", "new", randomOf("replace"));
  if (next === null) throw new Error("no task to replace");
  const [before, after] = [viewOf(made), viewOf(next)];
  const old = [...before.tasks].find(([uid]) => !after.tasks.has(uid))?.[1].id ?? "";
  const come = after.tasks.get("new")?.id ?? "";
  const results: string[][] = [];
  for (const pairs of [new Map<string, string>(), new Map([[old, come]])]) {
    const folder = emptyFolder();
    await buildOf({ ...inputs, world }, folder, { settings });
    const { outcome } = await buildOf({ ...inputs, world: withNotice(world, name, next) }, folder, { settings, pairs, now: "2026-01-02T00:00:00Z" });
    const changes = deltaOf(folder, outcome.version);
    results.push([...new Set(changes.filter(({ op }) => op !== "MOD").map(({ op }) => op))].sort());
    if (pairs.size > 0) {
      expect(changes.find(({ op }) => op === "REKEY")).toMatchObject({ before: old, after: come, causes: ["source"], certain: true });
      expect(changes.filter(({ op }) => op === "MOD").map(({ field }) => field)).toContain("text");
    }
  }
  expect(results).toEqual([["ADD", "DEL"], ["REKEY"]]);
});

test("a notice whose number was put right keeps its tasks", async () => {
  const { world, name, made } = oneNotice();
  const folder = emptyFolder();
  await buildOf({ ...inputs, world }, folder, { settings });
  const { outcome } = await buildOf({ ...inputs, world: withNotice(world, name, { ...made, serial: 977 }) }, folder, { settings, now: "2026-01-02T00:00:00Z" });
  const changes = deltaOf(folder, outcome.version);
  expect(changes.filter(({ op }) => op === "ADD" || op === "DEL")).toEqual([]);
  const rekeyed = new Map(changes.filter(({ op }) => op === "REKEY").map((change) => [change.before, change.after]));
  const [before, after] = [viewOf(made), viewOf({ ...made, serial: 977 })];
  expect(rekeyed).toEqual(new Map([[before.id, after.id], ...[...before.tasks].map(([uid, { id }]) => [id, after.tasks.get(uid)?.id ?? ""] as const)]));
  expect(changes.filter(({ op }) => op === "MOD").map(({ field }) => field)).toEqual(["documentNumber", "documentSerial"]);
});

test("with the cache lost, what the old program would read of the new page cannot be known, and that is said", async () => {
  const { world, name, made } = oneNotice();
  const next = edit(made, "deadline", "x", randomOf("deadline"));
  if (next === null) throw new Error("no deadline to change");
  const certain: boolean[][] = [];
  for (const lost of [false, true]) {
    const folder = emptyFolder();
    await buildOf({ ...inputs, world, old: true }, folder, { settings });
    if (lost) rmSync(join(folder, "out", cacheFolder), { recursive: true });
    const { outcome } = await buildOf({ ...inputs, world: withNotice(world, name, next) }, folder, { settings, reader: readerOf(false), now: "2026-01-02T00:00:00Z" });
    const own = deltaOf(folder, outcome.version).filter(({ notice }) => notice === viewOf(made).id);
    expect(own.filter(({ field }) => field === "deadlines")).not.toEqual([]);
    certain.push([...new Set(own.map((change) => change.certain))]);
    if (lost) expect(own.every(({ causes }) => causes.includes("parser") && causes.includes("source"))).toBe(true);
  }
  expect(certain).toEqual([[true], [false]]);
});
