/** The examples of docs/service.md are run: clients of the service, and the recipes for engines. */
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseNotice } from "../../src/index.ts";
import { jsonText } from "../../src/text/shown.ts";
import { page, plant, run, treeOf } from "../batch/tree-of.ts";
import { seed, tryService, type Tried } from "../serve/listening.ts";

const chapter = readFileSync(new URL("../../docs/service.md", import.meta.url), "utf8");
const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));

/** The example whose first line names its file. */
function example(name: string): string {
  const found = [...chapter.matchAll(/```\w+\n((?:#|\/\/) (\S+)\n[^]*?)```/gu)].find(([, , file]) => file === name)?.[1];
  if (found === undefined) throw new Error(`docs/service.md has no ${name}`);
  return found;
}

const has = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: "ignore" }).status === 0;
const python = has("python3", "--version");
const java = has("java", "--list-modules");
for (const [there, what] of [[python, "python3"], [java, "java (11 or later)"]] as const) if (!there) console.log(`no ${what} here: its example in docs/service.md was skipped`);

let folder = "";
let service: Tried;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fengong-service-"));
  service = await tryService({ waiting: 0 });
  cpSync(new URL("../../corpus/seeds/files/liutiliucu-4.html", import.meta.url), join(folder, "4.html"));
});
afterAll(async () => {
  await service.drain();
  rmSync(folder, { recursive: true, force: true });
});

const expected = async (): Promise<Awaited<ReturnType<typeof parseNotice>>> => parseNotice({ name: "4.html", bytes: seed("liutiliucu-4.html") });

describe("a client of twenty lines", () => {
  test.runIf(python)("in Python, which comes again when the service is busy", async () => {
    writeFileSync(join(folder, "client.py"), example("client.py"));
    expect(example("client.py").trimEnd().split("\n").length).toBeLessThanOrEqual(24);
    const runs = await Promise.all([1, 2, 3].map(() => promisify(execFile)("python3", ["client.py", service.address, "4.html"], { cwd: folder })));
    const { status, tasks } = await expected();
    for (const { stdout } of runs) expect(stdout).toBe(`${[status, ...tasks.map(({ number, due, text }) => `${number ?? "None"} ${due ?? "None"} ${text}`)].join("\n")}\n`);
  });

  test.runIf(java)("in Java", async () => {
    writeFileSync(join(folder, "Client.java"), example("Client.java"));
    const { stdout } = await promisify(execFile)("java", ["Client.java", service.address, "4.html"], { cwd: folder, maxBuffer: 1e8 });
    expect(stdout).toBe(`${jsonText(await expected())}\n`);
  });
});

describe("recipes", () => {
  test.runIf(python)("a partition through a warm worker", () => {
    plant(folder, { "in/a.html": page("甲"), "in/b.html": page("乙"), "in/c.pdf": "%PDF-1.4" });
    writeFileSync(join(folder, "partition.py"), example("partition.py"));
    const out = execFileSync("python3", ["partition.py", JSON.stringify([process.execPath, script, "worker", "--quiet"]), "in/a.html", "in/b.html", "in/c.pdf"], { cwd: folder, encoding: "utf8" });
    expect(out).toBe("in/a.html success\nin/b.html success\nin/c.pdf failed\n");
  });

  test("array jobs over shards write what one run writes", async () => {
    const base = mkdtempSync(join(folder, "array-"));
    plant(base, Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`notices/${i}.html`, page(`完成第${i}项工作。`)])));
    await run(["batch", "notices", "--out", "whole", "--quiet"], base);
    const [, recipe = ""] = /```sh\n# Kubernetes[^\n]*\n([^]*?)```/u.exec(chapter) ?? [];
    const command = recipe.replace("fengong", `'${process.execPath}' '${script}'`);
    for (const index of ["0", "1", "2"]) execFileSync("sh", ["-ec", command], { cwd: base, env: { ...process.env, SHARDS: "3", SLURM_ARRAY_TASK_ID: index } });
    expect(treeOf(join(base, "results"))).toEqual(treeOf(join(base, "whole")));
  });
});
