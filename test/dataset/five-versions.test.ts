/** Five versions of known notices: every change is reported with its cause, none is invented, and the ids of what nobody touched stay. */
import { expect, test } from "vitest";
import { emptyFolder } from "./folders.ts";
import { buildOf, judgeStages, readerOf } from "./five-versions.ts";
import { edit } from "./notices/edit.ts";
import { randomOf } from "./notices/random.ts";
import { stagesOf } from "./notices/stages.ts";
import { fileOf, makeWorld } from "./notices/world.ts";

test("sources, parser, lookups and corrections are told apart", async () => {
  const stages = stagesOf("acceptance", 30);
  const judged = await judgeStages(stages, emptyFolder());
  expect(judged.flatMap(({ troubles }) => troubles)).toEqual([]);
  const causes = new Set(judged.flatMap(({ changes }) => changes.map((change) => change.causes.join("+"))));
  expect([...causes].sort()).toEqual(["lookup", "override", "parser", "parser+source", "source"]);
  expect(new Set(judged.slice(1).flatMap(({ changes }) => changes.map(({ op }) => op)))).toEqual(new Set(["ADD", "DEL", "MOD", "REKEY"]));
  expect(stages.map(({ stale }) => stale).at(-1)).toBeGreaterThan(0);
});

test("nothing new is no version and reads nothing; one changed file is read alone", async () => {
  const folder = emptyFolder();
  const world = makeWorld("again", 6);
  const inputs = { world, old: false, lookup: null, corrections: [] };
  const settings = "formats: [ndjson]";
  const first = await buildOf(inputs, folder, { settings });
  const idle = readerOf(false);
  expect((await buildOf(inputs, folder, { settings, reader: idle, now: "2026-02-02T00:00:00Z" })).outcome).toMatchObject({ status: "same", version: first.outcome.version });
  expect(idle.names).toEqual([]);
  const [[name, made] = []] = [...world.notices];
  const changed = made === undefined ? null : edit(made, "deadline", "x", randomOf("again"));
  if (name === undefined || changed === null) throw new Error("no notice to edit");
  const reader = readerOf(false);
  const next = await buildOf({ ...inputs, world: { ...world, notices: new Map([...world.notices, [name, changed]]) } }, folder, { settings, reader });
  expect(next.outcome.version).not.toBe(first.outcome.version);
  expect(reader.names).toEqual(world.postings.filter(({ notice }) => notice === name).map(fileOf));
});
