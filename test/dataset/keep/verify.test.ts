/** No damage is overlooked, and each is named. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publish } from "../../../src/dataset/publish/publish.ts";
import { publishEdition } from "../../../src/dataset/publish/publish-edition.ts";
import { filesBelow } from "../../../src/dataset/keep/sums.ts";
import { verify } from "../../../src/dataset/keep/verify.ts";
import { loadVersions, readVersions } from "../../../src/dataset/keep/versions.ts";
import { allNew, editionOf, twoNotices, withWords } from "../editions.ts";
import { contents, emptyFolder, quickDisk, settingsOf } from "../folders.ts";

const now = "2026-11-26T00:00:00Z";

let template = "";

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), "fengong-dataset-"));
  await buildTwo(template);
});

afterAll(() => {
  rmSync(template, { recursive: true, force: true });
});

function twoVersions(): string {
  const out = emptyFolder();
  cpSync(template, out, { recursive: true });
  return out;
}

async function buildTwo(out: string): Promise<void> {
  await publishEdition(editionOf({ notices: twoNotices.slice(0, 1) }), { out, settings: settingsOf("formats: [ndjson]\ngates: { failedShare: 1 }"), now, disk: quickDisk });
  const changes = allNew(twoNotices.slice(1));
  await publishEdition(editionOf({ version: "0002-bbbbbbbb", previous: "0001-aaaaaaaa", changes }), { out, settings: settingsOf(), now, disk: quickDisk });
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes.length > 0 ? bytes : "\n");
}

test("a sound dataset has no findings", async () => {
  expect(await verify(twoVersions())).toEqual([]);
});

test("one flipped byte in any file is found, and the file named", async () => {
  const out = twoVersions();
  const names = await filesBelow(out);
  const listed = names.filter((name) => !/versions\.json$|SHA256SUMS$/u.test(name));
  for (const name of listed) flip(join(out, name));
  const found = await verify(out);
  expect(found.map(({ kind, version, detail }) => [kind, `artifacts/${version ?? ""}/${detail ?? ""}`])).toEqual(listed.map((name) => ["changed", name]));
  expect(listed.length).toBeGreaterThan(60);
});

test.each(["artifacts/0001-aaaaaaaa/SHA256SUMS", "artifacts/0002-bbbbbbbb/SHA256SUMS"])("a flipped byte in %s is found", async (name) => {
  const out = twoVersions();
  flip(join(out, name));
  expect((await verify(out)).map(({ kind, version }) => [kind, version])).toContainEqual(["sums", name.split("/")[1]]);
});

test("any flipped byte in versions.json is found", async () => {
  const out = emptyFolder();
  await publishEdition(editionOf(), { out, settings: settingsOf("formats: [ndjson]"), now, disk: quickDisk });
  const bytes = readFileSync(join(out, "versions.json"));
  for (let i = 0; i < bytes.length; i++) {
    const other = Buffer.from(bytes);
    other[i] = (other[i] ?? 0) ^ 1;
    expect(readVersions(other.toString("utf8")).damage, `byte ${i}`).not.toBeNull();
  }
  flip(join(out, "versions.json"));
  expect((await verify(out)).map(({ kind }) => kind)).toEqual(["index"]);
});

test("missing, added and whole lost files are named, in both languages", async () => {
  const out = twoVersions();
  rmSync(join(out, "artifacts/0002-bbbbbbbb/tasks.csv"));
  writeFileSync(join(out, "artifacts/0002-bbbbbbbb/more.txt"), "");
  renameSync(join(out, "artifacts/0001-aaaaaaaa"), join(out, "artifacts/0001-cccccccc"));
  expect((await verify(out)).map(({ zh, en }) => [zh, en])).toEqual([
    ["0001-aaaaaaaa：整个版本不在磁盘上", "0001-aaaaaaaa: the whole version is gone"],
    ["0002-bbbbbbbb：多出文件 more.txt", "0002-bbbbbbbb: file that does not belong there more.txt"],
    ["0002-bbbbbbbb：缺少文件 tasks.csv", "0002-bbbbbbbb: missing file tasks.csv"],
    ["0001-cccccccc：没有登记的版本", "0001-cccccccc: a version that is not entered"],
  ]);
});

test.each([
  ["a change that is missing", [], /came without ADD/u],
  ["a deletion of what was not there", [...allNew(twoNotices.slice(1)), { ...allNew(twoNotices)[0]!, op: "DEL" as const, notice: "无" }], /DEL 无 was not there/u],
  ["a new id for what was not there", [...allNew(twoNotices.slice(1)), { ...allNew(twoNotices)[1]!, op: "REKEY" as const, before: "甲", after: "乙" }], /REKEY 甲 was not there/u],
])("a delta with %s does not lead to its version", async (_, changes, words) => {
  const out = emptyFolder();
  const settings = settingsOf("formats: [ndjson]");
  await publishEdition(editionOf({ notices: twoNotices.slice(0, 1) }), { out, settings, now, disk: quickDisk });
  await publishEdition(editionOf({ version: "0002-bbbbbbbb", previous: "0001-aaaaaaaa", changes }), { out, settings, now, disk: quickDisk });
  const found = await verify(out);
  expect(found.map(({ kind, version }) => [kind, version])).toEqual([["delta", "0002-bbbbbbbb"]]);
  expect(found[0]?.detail).toMatch(words);
});

test("what cannot be trusted is neither built on nor copied", async () => {
  const out = twoVersions();
  const target = emptyFolder();
  flip(join(out, "artifacts/0002-bbbbbbbb/tasks.csv"));
  const copied = await publish(out, target, { disk: quickDisk });
  expect(copied.findings.map(({ kind, detail }) => [kind, detail])).toEqual([["changed", "tasks.csv"]]);
  expect(await filesBelow(target)).toEqual([]);
  flip(join(out, "versions.json"));
  await expect(publishEdition(editionOf(), { out, settings: settingsOf(), now, disk: quickDisk })).rejects.toThrow(/versions\.json/u);
  expect((await publish(out, target, { disk: quickDisk })).findings.map(({ kind }) => kind)).toEqual(["index"]);
});

test("a copy holds the successful versions, mends what was damaged there, and is left alone when nothing is new", async () => {
  const out = twoVersions();
  const fallen = editionOf({ version: "0003-cccccccc", previous: "0002-bbbbbbbb", notices: withWords("别的"), changes: [] });
  await publishEdition(fallen, { out, settings: settingsOf("formats: [ndjson]\ngates: { tasks: { max: 1 } }"), now, disk: quickDisk });
  const target = emptyFolder();
  expect(await publish(out, target, { disk: quickDisk })).toEqual({ copied: ["0001-aaaaaaaa", "0002-bbbbbbbb"], findings: [], refused: null });
  const { versions } = await loadVersions(target);
  expect(versions?.lastSuccessful).toBe("0002-bbbbbbbb");
  expect(versions?.versions.map(({ version }) => version)).toEqual(["0001-aaaaaaaa", "0002-bbbbbbbb"]);
  expect(await verify(target)).toEqual([]);
  const before = await contents(target);
  flip(join(target, "artifacts/0001-aaaaaaaa/notices.ndjson"));
  expect((await publish(out, target, { disk: quickDisk })).copied).toEqual(["0001-aaaaaaaa"]);
  expect(await publish(out, target, { disk: quickDisk })).toEqual({ copied: [], findings: [], refused: null });
  expect(await contents(target)).toEqual(before);
});

test.each([
  ["artifacts/0001-aaaaaaaa/README.md", ["changed"]],
  ["artifacts/0001-aaaaaaaa/SHA256SUMS", ["sums"]],
  ["artifacts/0001-aaaaaaaa/run.lock.json", ["changed"]],
  ["artifacts/0001-aaaaaaaa/pipe", ["extra"]],
  ["versions.json", ["index"]],
])("a pipe at %s is found, at once", async (name, kinds) => {
  const out = twoVersions();
  rmSync(join(out, name), { force: true });
  execFileSync("mkfifo", [join(out, name)]);
  expect((await verify(out)).map(({ kind }) => kind)).toEqual(kinds);
});
