/** What grows with the number of notices is read as a stream: in processes that have no room for it as a whole. */
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const source = (file: string): string => JSON.stringify(fileURLToPath(new URL(`../../src/${file}`, import.meta.url)));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-size-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function write(file: string, count: number, lineOf: (i: number) => string): Promise<void> {
  const stream = createWriteStream(join(folder, file));
  for (let i = 0; i < count; i++) if (!stream.write(`${lineOf(i)}\n`)) await once(stream, "drain");
  stream.end();
  await once(stream, "finish");
}

/** Runs lines of a program in the folder with so much room for what it holds, in MB. */
function within(megabytes: number, program: string): unknown {
  const { stdout, stderr, signal } = spawnSync(process.execPath, [`--max-old-space-size=${megabytes}`, "--max-semi-space-size=1", "--input-type=module", "-e", program], { cwd: folder, encoding: "utf8" });
  if (stdout === "") throw new Error(`${signal ?? ""} ${stderr.slice(0, 300)}`);
  return JSON.parse(stdout);
}

const nameOf = (i: number): string => `2021/示例市第${i}号/${"示例市人民政府办公室关于印发年度重点工作任务分解表的通知".repeat(4)}.html`;

test("a journal", async () => {
  mkdirSync(join(folder, ".fengong"));
  await write(".fengong/journal.ndjson", 100_000, (i) => JSON.stringify({ input: nameOf(i), files: [nameOf(i)], output: "a.json", bytes: i, settings: "s", key: null, status: "success", tasks: 1, diagnostics: [] }));
  const program = `import { openJournal } from ${source("batch/journal.ts")};
    const journal = await openJournal(".", { index: 1, of: 1 });
    const nameOf = ${nameOf.toString()};
    const bytes = [];
    for (const i of [99999, 0, 5, 6, 7, 50000]) bytes.push((await journal.entryOf(nameOf(i))).bytes);
    const others = await journal.others(function* () { for (let i = 0; i < 99998; i++) yield nameOf(i); }());
    console.log(JSON.stringify({ size: journal.size, bytes, others: others.size }));`;
  expect(within(24, program)).toEqual({ size: 100_000, bytes: [99999, 0, 5, 6, 7, 50000], others: 1 });
});

test("a list of files", async () => {
  await write("list", 200_000, nameOf);
  const program = `import { readList } from ${source("batch/lists.ts")};
    let count = 0;
    for await (const path of readList("list")) if (path.length > 100) count++;
    console.log(count);`;
  expect(within(24, program)).toBe(200_000);
});
