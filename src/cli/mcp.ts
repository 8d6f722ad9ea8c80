/** `fengong mcp`: an assistant on the other side of standard input and output. */
import { Writable } from "node:stream";
import type { Ended } from "./command.ts";
import { isMissingPackage } from "./missing-package.ts";
import type { Settings } from "./run.ts";
import { codeOf } from "../batch/system-code.ts";

/** Serves until standard input ends. */
export async function serveMcp(folders: readonly [string, ...string[]], most: number, { options, budget, streams }: Settings): Promise<Ended> {
  try {
    const { stdin: input, stdout: output } = streams;
    if (!(output instanceof Writable)) throw new TypeError("standard output is a stream");
    await import("../serve/assistant/server.ts").then(({ serveAssistant }) => serveAssistant({ folders, options, budget, most, input, output }));
    return { exit: "ok", wrong: null };
  } catch (error) {
    if (isMissingPackage(error)) return { wrong: "needsPackage", detail: "npm install @modelcontextprotocol/server" };
    if (["ENOENT", "ENOTDIR", "EACCES"].includes(codeOf(error))) return { wrong: "noFolder", detail: error instanceof Error ? error.message : "" };
    throw error;
  }
}
