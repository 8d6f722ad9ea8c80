/**
 * Starting again on a Node that is fit. This file, `fit-node.ts` and `start.ts` run on any Node that knows modules: they use nothing that came after Node 18.
 * A fit one is looked for in FENGONG_NODE, in the package `node` that `npm ci` brings for a clone, and on the PATH.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { cmdlineVariable, isFit, oldest } from "./fit-node.ts";

/** Where a fit Node may be, the likeliest first. `above` are the folders above the program. */
export function candidates(env: Readonly<Record<string, string | undefined>>, above: readonly string[], windows = process.platform === "win32"): string[] {
  const name = windows ? "node.exe" : "node";
  const brought = above.map((folder) => join(folder, "node_modules", "node", "bin", name));
  const onPath = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "").map((folder) => join(folder, name));
  return [...new Set([env["FENGONG_NODE"] ?? "", ...brought, ...onPath])].filter((path) => path !== "" && existsSync(path));
}

/** Runs the command line on a fit Node, and ends as that ends; says that there is none, exit 6. */
export async function startAgain(script: string): Promise<void> {
  const above = [fileURLToPath(new URL("..", script)), fileURLToPath(new URL("../..", script)), fileURLToPath(new URL("../../..", script))];
  const node = process.env[cmdlineVariable] === undefined ? candidates(process.env, above).find(answersFit) : undefined;
  if (node === undefined) {
    console.error(`fengong 需要 Node ${oldest.join(".")} 或更高版本，这里是 ${process.versions.node}，也没有找到别的；可用环境变量 FENGONG_NODE 指明。fengong needs Node >= ${oldest.join(".")}; this is ${process.versions.node}, and no other was found; FENGONG_NODE names one.`);
    process.exitCode = 6;
    return;
  }
  const child = spawn(node, [fileURLToPath(script), ...process.argv.slice(2)], { stdio: "inherit", env: { ...process.env, [cmdlineVariable]: `/proc/${process.pid}/cmdline` } });
  // A terminal sends Ctrl-C to both processes; whoever names this one alone means the other.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  process.exitCode = await new Promise<number>((resolve) => {
    child.on("error", (error) => {
      console.error(`fengong: ${node}: ${error.message}`);
      resolve(6);
    });
    child.on("close", (code, signal) => {
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

function answersFit(node: string): boolean {
  const { stdout, status } = spawnSync(node, ["-p", "process.versions.node"], { encoding: "utf8", timeout: 10_000 });
  return status === 0 && isFit(stdout.trim());
}
