/** Folders of small notices for the tests of a batch, and what stands in an output tree. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { journalFolder } from "../../src/batch/tree.ts";

const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));

/** A page that allocates one task. */
export function page(task: string): string {
  return `<!DOCTYPE html><meta charset="utf-8"><h1>2021年重点工作任务分解表</h1>
<table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr><tr><td>1</td><td>${task}</td><td>市财政局</td><td>6月底前</td></tr></table>`;
}

/** Writes files below a folder. */
export function plant(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** `count` pages in ten folders. */
export function plantMany(folder: string, count: number): void {
  plant(folder, Object.fromEntries(Array.from({ length: count }, (_, i) => [`in/${i % 10}/${i}.html`, page(`完成第${i}项工作，推进改革。`)])));
}

/** Every file of an output tree with its text; the journals are left out. */
export function treeOf(out: string): Record<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => !name.startsWith(journalFolder) && statSync(join(out, name)).isFile());
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(out, name), "utf8")]));
}

/** What a command said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A command that is running. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** The environment in which no reading of a file `endless.html` comes to an end, however fast the machine is. */
export const endless = { NODE_OPTIONS: `--import=${new URL("processes/endless.ts", import.meta.url).href}` };

/** The environment in which a named pipe passes for a file on a share that hangs. */
export const hung = { NODE_OPTIONS: `--import=${new URL("processes/hung.ts", import.meta.url).href}` };

/** The environment in which the first process that is about to give an output its name is killed, and its parent before it where `too` is. `mark`: a file that says so. */
export function dying(mark: string, too: boolean): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import=${new URL("processes/dying.ts", import.meta.url).href}`, DYING: mark, ...(too ? { DYING_TOO: "1" } : {}) };
}

/** The environment in which a reading process that begins with a file `poison.html` is killed. */
export const poison = { NODE_OPTIONS: `--import=${new URL("processes/poison.ts", import.meta.url).href}` };

/** The environment in which each process that gives an output its name adds a byte to the file `mark`. */
export function counting(mark: string): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import=${new URL("processes/counting.ts", import.meta.url).href}`, WRITTEN: mark };
}

/** Starts the command. With `null` as input, stdin stays open. */
export function start(args: readonly string[], cwd: string, input: string | null = "", more: NodeJS.ProcessEnv = {}): Running {
  const env = { ...process.env, ...more, LC_ALL: "zh_CN.UTF-8", NO_COLOR: "1", FORCE_COLOR: undefined };
  const child = spawn(process.execPath, [script, ...args], { cwd, env, stdio: "pipe" });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.on("error", () => undefined);
  if (input !== null) child.stdin.end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
  return { child, ended };
}

/** Runs the command where no file may have more than so many KiB, and standard output is a file: `stdout` of the folder, or a device. */
export function limited(cwd: string, kib: number, args: readonly string[], { stdout = "stdout", more = {} }: { readonly stdout?: string; readonly more?: NodeJS.ProcessEnv } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...more, LC_ALL: "C", NO_COLOR: "1", FORCE_COLOR: undefined };
    const child = spawn("bash", ["-c", `ulimit -f ${kib}; exec env LC_ALL=zh_CN.UTF-8 "$@" > ${stdout}`, "bash", process.execPath, script, ...args], { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({ code, signal, out: stdout === "stdout" ? readFileSync(join(cwd, stdout), "utf8") : "", err });
    });
  });
}

/** Runs the command to its end. */
export function run(args: readonly string[], cwd: string, input = "", more: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return start(args, cwd, input, more).ended;
}
