/** An old Node hands over to a fit one, and nothing is lost on the way. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isFit } from "../../src/cli/fit-node.ts";
import { candidates } from "../../src/cli/other-node.ts";
import { parserVersion } from "../../src/model/version.ts";
import { page, type Ended } from "../batch/tree-of.ts";

const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
const old = "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.11.0'}})";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-node-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string, args: readonly string[], input: string | null = "", started?: (child: ChildProcess) => void): Promise<Ended> {
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, FENGONG_NODE: process.execPath, LC_ALL: "zh_CN.UTF-8" } });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  if (input !== null) child.stdin.end(input);
  started?.(child);
  return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, out, err })));
}
const onOld = (...args: string[]): [string, string[]] => [process.execPath, ["--import", old, script, ...args]];

test.each([
  ["22.13.0", true],
  ["22.12.9", false],
  ["20.20.2", false],
  ["24.0.0", true],
  ["9.99.0", false],
])("Node %s: %s", (version, fit) => {
  expect(isFit(version)).toBe(fit);
});

test("it is looked for where it was named, beside the program, then on the PATH", () => {
  const named = join(folder, "named");
  const brought = join(folder, "clone", "node_modules", "node", "bin", "node");
  const onPath = join(folder, "bin", "node");
  for (const place of ["clone/node_modules/node/bin", "bin"]) mkdirSync(join(folder, place), { recursive: true });
  for (const file of [named, brought, onPath]) writeFileSync(file, "");
  const env = { FENGONG_NODE: named, PATH: ["", join(folder, "nowhere"), join(folder, "bin")].join(delimiter) };
  expect(candidates(env, [join(folder, "clone", "dist"), join(folder, "clone")], false)).toEqual([named, brought, onPath]);
  expect(candidates({}, [], false)).toEqual([]);
});

test("words, input, output and exit code are those of the command", async () => {
  expect(await run(...onOld("--version"))).toMatchObject({ code: 0, out: `${parserVersion}\n`, err: "" });
  expect(await run(...onOld("parse", "no.html"))).toMatchObject({ code: 4 });
  const { code, out } = await run(...onOld("parse", "-", "--quiet"), page("甲"));
  expect([code, out.includes('"status":"success"')]).toEqual([0, true]);
});

test.skipIf(process.platform !== "linux")("a name that is no UTF-8 arrives", async () => {
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from("\xd6\xd0.html", "latin1")]), page("甲"));
  const { code, out } = await run("sh", ["-c", `exec "${process.execPath}" --import "${old}" "${script}" parse --quiet $(printf '\\326\\320').html`]);
  expect([code, out.includes('"status":"success"')]).toEqual([0, true]);
});

test.skipIf(process.platform === "win32")("a signal ends both", async () => {
  const { code } = await run(...onOld("worker"), null, (child) => {
    setTimeout(() => child.kill("SIGTERM"), 3000);
  });
  expect(code).toBe(143);
});
