/** Outputs of any name that the file system takes are whole or not there; drafts of ours go, files of others stay. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sweep, writeOutput } from "../../src/batch/write.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-write-"));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

test.each([1, 200, 230, 239, 242, 248, 250, 254, 255])("a name of %i bytes", async (bytes) => {
  const name = "通".repeat(Math.floor(bytes / 3)) + "a".repeat(bytes % 3);
  expect(await writeOutput(join(folder, name), "words")).toBeNull();
  expect(readdirSync(folder)).toEqual([name]);
  expect(readFileSync(join(folder, name), "utf8")).toBe("words");
});

test("two runs into one folder do not take each other's drafts", async () => {
  const ours = new Set(Array.from({ length: 60 }, (_, i) => `${i}.json`));
  const writing = [...ours].map((name) => writeOutput(join(folder, name), "words"));
  for (let i = 0; i < 20; i++) await sweep(folder, ours);
  const written = await Promise.all(writing);
  expect(written.filter((problem) => problem !== null)).toEqual([]);
});

test("a name that is too long is said, and leaves nothing", async () => {
  expect(await writeOutput(join(folder, "a".repeat(256)), "words")).toMatchObject({ code: "output/unwritable", params: { reason: "ENAMETOOLONG" } });
  expect(readdirSync(folder)).toEqual([]);
});

test("what stands in its place stays when it cannot be replaced", async () => {
  mkdirSync(join(folder, "a.json"));
  writeFileSync(join(folder, "a.json", "b"), "");
  expect(await writeOutput(join(folder, "a.json"), "words")).toMatchObject({ code: "output/unwritable" });
  expect(readdirSync(folder)).toEqual(["a.json"]);
});

/** A file in the output tree, and whether the next run sweeps it away. */
test.each<[string, boolean]>([
  ["DRAFT999998-1.draft", true],
  [`DRAFT${process.pid}-1.draft`, false],
  [`DRAFT${process.ppid}-1.draft`, false],
  ["DRAFT999999-42.draft", true],
  ["DRAFT1-1.draft.bak", false],
  ["xDRAFT1-1.draft", false],
  [".fengong-0123456789abcdef-1-1.draft", false],
  ["n1.html.json.20261101", false],
  ["n1.html.json.1234567890", false],
  ["n1.html.json.bak", false],
  ["n1.html.json~", false],
  [".n1.html.json.swp", false],
  ["n1.html.json", false],
])("%s is swept: %s", async (name, swept) => {
  const [ours] = ["a/n1.html.json"];
  mkdirSync(join(folder, dirname(ours)), { recursive: true });
  const { createHash } = await import("node:crypto");
  const file = join(folder, "a", name.replace("DRAFT", `.fengong-${createHash("sha256").update("n1.html.json").digest("hex").slice(0, 16)}-`));
  writeFileSync(file, "");
  await sweep(folder, new Set([ours]));
  expect(readdirSync(join(folder, "a"))).toHaveLength(swept ? 0 : 1);
});
