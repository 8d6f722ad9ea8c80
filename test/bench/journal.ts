/**
 * What a journal of a million entries costs to open: processor time and the highest memory of a process of its own.
 * Usage: node test/bench/journal.ts [ENTRIES]
 */
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openJournal } from "../../src/batch/journal.ts";

const limits = { seconds: 5, megabytes: 400 };
const whole = { index: 1, of: 1 };
const nameOf = (i: number): string => `2021/示例市第${i}号/示例市人民政府办公室关于印发年度重点工作任务分解表的通知.html`;

async function write(folder: string, entries: number): Promise<number> {
  mkdirSync(join(folder, ".fengong"));
  const path = join(folder, ".fengong", "journal.ndjson");
  const file = createWriteStream(path);
  for (let i = 0; i < entries; i++) {
    const name = nameOf(i);
    const key = i.toString(16).padStart(64, "0");
    const line = JSON.stringify({ input: name, files: [name], output: `${name}.json`, bytes: 20_000 + i, settings: "0".repeat(64), key, status: "success", tasks: 40, diagnostics: [{ code: "deadline/unrecognized", severity: "warning", params: {} }] });
    if (!file.write(`${line}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
  return statSync(path).size;
}

/** Opens it and asks for a hundred entries. */
async function measure(folder: string, entries: number): Promise<void> {
  const journal = await openJournal(folder, whole);
  for (let i = 0; i < 100; i++) if ((await journal.entryOf(nameOf(Math.floor((i * entries) / 100)))) === null) throw new Error("an entry is lost");
  await journal.close();
  const { user, system } = process.cpuUsage();
  process.stdout.write(JSON.stringify({ entries: journal.size, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

const [first = "1000000", open] = process.argv.slice(2);
if (open !== undefined) await measure(open, Number(first));
else {
  const folder = mkdtempSync(join(tmpdir(), "fengong-journal-"));
  try {
    const bytes = await write(folder, Number(first));
    const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), first, folder], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    const { entries, seconds, megabytes } = JSON.parse(stdout) as { entries: number; seconds: number; megabytes: number };
    process.stdout.write(`${entries} entries, ${(bytes / 1e6).toFixed(0)} MB: ${seconds.toFixed(1)} s of processor (at most ${limits.seconds}), ${megabytes.toFixed(0)} MB of memory (at most ${limits.megabytes})\n`);
    if (seconds > limits.seconds || megabytes > limits.megabytes) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
