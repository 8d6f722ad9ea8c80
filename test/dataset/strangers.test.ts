/** What people keep beside a dataset stays there; what a killed build left goes. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { draftsOf } from "../../src/batch/whole.ts";
import { openCache } from "../../src/dataset/keep/cache.ts";
import { publish } from "../../src/dataset/publish/publish.ts";
import { publishEdition } from "../../src/dataset/publish/publish-edition.ts";
import { editionOf } from "./editions.ts";
import { emptyFolder, quickDisk, settingsOf } from "./folders.ts";

const mine = ["versions.json.20261101", "versions.json.bak", ".building-plan", ".building-0001-aaaaaaaa.old", ".copying-list", ".fengong-0123456789abcdef-1-1.draft"];
const left = [`${draftsOf("versions.json")}4711-3.draft`];

function plantIn(folder: string, making: string): void {
  for (const name of [...mine, ...left]) writeFileSync(join(folder, name), "words");
  mkdirSync(join(folder, making));
  writeFileSync(join(folder, making, "README.md"), "half");
}

test("beside a dataset that is built", async () => {
  const out = emptyFolder();
  plantIn(out, ".building-0009-0123abcd");
  await publishEdition(editionOf(), { out, settings: settingsOf(), now: "2026-11-26T00:00:00Z", disk: quickDisk });
  expect(readdirSync(out).sort()).toEqual([...mine, "artifacts", "versions.json"].sort());
});

test("beside a copy", async () => {
  const [out, target] = [emptyFolder(), emptyFolder()];
  await publishEdition(editionOf(), { out, settings: settingsOf(), now: "2026-11-26T00:00:00Z", disk: quickDisk });
  plantIn(target, ".copying-0009-0123abcd");
  await publish(out, target, { disk: quickDisk });
  expect(readdirSync(target).sort()).toEqual([...mine, "artifacts", "versions.json"].sort());
});

test("in a cache", async () => {
  const out = emptyFolder();
  const cache = openCache(out);
  const [used, unused] = ["a".repeat(64), "a".repeat(63) + "b"];
  for (const hash of [used, unused]) await cache.keepBytes(hash, new Uint8Array(3));
  const folder = join(out, "cache/bytes/aa");
  for (const name of ["notes.txt", `${draftsOf(unused)}1-1.draft`]) writeFileSync(join(folder, name), "words");
  await cache.prune(new Set(), new Set([used]));
  expect(readdirSync(folder).sort()).toEqual([used, "notes.txt"].sort());
});
