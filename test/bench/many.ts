/**
 * What it costs to go on with a batch of which all is done: processor time and the highest memory of the command itself.
 * The notices are tiny, and their outputs and journal are made here: `node test/bench/many.ts [NOTICES] [FOLDER]` (1,000,000; kept when a folder is named).
 */
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { settingsKey } from "../../src/batch/key.ts";
import { defaultLimits } from "../../src/model/context.ts";

const goal = { seconds: 10, megabytes: 500 };
const [count = "1000000", kept] = process.argv.slice(2);
const notices = Number(count);
const folder = kept ?? mkdtempSync(join(tmpdir(), "fengong-many-"));
const text = "<p>一、完成工作。（市财政局牵头，2021年6月底前完成）</p>";

const nameOf = (i: number): string => `in/${Math.floor(i / 1000)}/${i}.html`;

async function plant(): Promise<void> {
  mkdirSync(join(folder, "out/.fengong"), { recursive: true });
  const journal = createWriteStream(join(folder, "out/.fengong/journal.ndjson"));
  const settings = settingsKey({ limits: { bytes: defaultLimits.bytes } }, false);
  for (let i = 0; i < notices; i++) {
    const name = nameOf(i);
    if (i % 1000 === 0) for (const side of ["in", "out/in"]) mkdirSync(join(folder, side, String(i / 1000)), { recursive: true });
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, "out", `${name}.json`), "{}");
    const entry = { input: name, files: [name], output: `${name}.json`, bytes: 2, settings, key: i.toString(16).padStart(64, "0"), status: "success", tasks: 1, diagnostics: [] };
    if (!journal.write(`${JSON.stringify(entry)}\n`)) await once(journal, "drain");
  }
  journal.end();
  await once(journal, "finish");
}

/** Runs the command, and looks at what it used while it runs: the processes that it starts are not counted. */
async function goOn(): Promise<{ readonly seconds: number; readonly megabytes: number; readonly said: string }> {
  const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
  const child = spawn(process.execPath, [script, "batch", "in", "--out", "out", "--resume", "--jobs", "1", "--lang", "en"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  let [seconds, megabytes, said] = [0, 0, ""];
  child.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));
  const timer = setInterval(() => {
    try {
      const fields = readFileSync(`/proc/${child.pid ?? 0}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      seconds = Math.max(seconds, (Number(fields[11]) + Number(fields[12])) / 100);
      megabytes = Math.max(megabytes, Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${child.pid ?? 0}/status`, "utf8"))?.[1] ?? 0) / 1024);
    } catch {
      // It has ended.
    }
  }, 50);
  await once(child, "close");
  clearInterval(timer);
  return { seconds, megabytes, said: said.trim() };
}

try {
  if (!existsSync(join(folder, "out"))) await plant();
  const { seconds, megabytes, said } = await goOn();
  console.log(`${notices} notices done before: ${seconds.toFixed(1)} s of processor (at most ${goal.seconds}), ${megabytes.toFixed(0)} MB of memory (at most ${goal.megabytes}); ${said}`);
  if (notices >= 1e6 && (seconds > goal.seconds || megabytes > goal.megabytes)) process.exitCode = 1;
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
