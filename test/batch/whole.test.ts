/** Files are whole or not there, also where the system writes only a part and says so. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder, openDraft, writeWhole } from "../../src/batch/whole.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-whole-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs lines of a module where no file may have more than 8 KiB: a write of more writes a part first. */
function limited(lines: string): string {
  const program = lines.replace(/from "src\//gu, `from "${new URL("../../src/", import.meta.url).href}`);
  return execFileSync("bash", ["-c", 'ulimit -f 8; exec "$0" --input-type=module -e "$1"', process.execPath, program], { cwd: folder, encoding: "utf8" });
}

const said = '.then(() => console.log("went well"), (error) => console.log(error.diagnostic?.code ?? String(error)))';

test.skipIf(process.platform === "win32").each([
  ["an output", 'import { writeWhole } from "src/batch/whole.ts";', 'writeWhole("a.json", "x".repeat(20_000))'],
  ["an index", 'import { openDisk } from "src/dataset/keep/disk.ts";', 'openDisk().replace("a.json", "x".repeat(20_000))'],
  ["an entry of a cache", 'import { openCache } from "src/dataset/keep/cache.ts";', 'openCache(".").keepBytes("a".repeat(64), new Uint8Array(20_000))'],
])("%s that was written in part takes no place, and the old one stands", (_, imports, work) => {
  writeFileSync(join(folder, "a.json"), "old");
  expect(limited(`${imports}\nawait ${work}${said}`)).toBe("machine/file-size\n");
  expect(readFileSync(join(folder, "a.json"), "utf8")).toBe("old");
  expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(["a.json"]);
});

test("a file of a version that was written in part is said", () => {
  expect(limited(`import { openDisk } from "src/dataset/keep/disk.ts";\nawait openDisk().write("a.csv", ["x".repeat(20_000)])${said}`)).toBe("machine/file-size\n");
});

test("a line of a journal that was written in part is taken back", () => {
  const entry = '{ input: "a", files: ["a".repeat(5_000)], output: "a.json", bytes: 1, settings: "s", key: null, status: "empty", tasks: 0, diagnostics: [] }';
  const lines = `import { openJournal } from "src/batch/journal.ts";\nconst journal = await openJournal(".", { index: 1, of: 1 });\nawait journal.append(${entry});\nawait journal.append(${entry})${said};\nawait journal.close().catch(() => undefined);`;
  expect(limited(lines)).toBe("machine/file-size\n");
  const text = readFileSync(join(folder, ".fengong/journal.ndjson"), "utf8");
  expect(text.split("\n").map((line) => line.length > 5_000)).toEqual([true, false]);
});

test("a file takes the place of another when it is complete", async () => {
  const path = join(folder, "a.json");
  writeFileSync(path, "old");
  const draft = await openDraft(path);
  await draft.write("new ");
  await draft.write(new TextEncoder().encode("words"));
  await draft.settle();
  expect(readFileSync(path, "utf8")).toBe("old");
  expect(readFileSync(draft.path, "utf8")).toBe("new words");
  await draft.discard();
  await writeWhole(path, "新词");
  expect(readFileSync(path, "utf8")).toBe("新词");
  expect(readdirSync(folder)).toEqual(["a.json"]);
});

test("a folder that cannot be made is said by its cause", async () => {
  writeFileSync(join(folder, "file"), "");
  await expect(makeFolder(join(folder, "file/a/b"))).rejects.toMatchObject({ code: "ENOTDIR" });
  await makeFolder(join(folder, "a/b"));
  expect(readdirSync(folder).sort()).toEqual(["a", "file"]);
});

test("a draft that somebody cut is not taken for whole", async () => {
  const draft = await openDraft(join(folder, "a.json"));
  await draft.write("words");
  writeFileSync(draft.path, "wo");
  await expect(draft.settle()).rejects.toMatchObject({ diagnostic: { code: "machine/short-write" } });
  await draft.discard();
  expect(readdirSync(folder)).toEqual([]);
});
