/** The process around the command: arguments in, exit code out. Nothing below it ends in a stack trace. */
import process from "node:process";
import { crash } from "../batch/crash.ts";
import { shortageOf } from "../batch/shortage.ts";
import type { Language } from "../model/finding.ts";
import { argumentsOf } from "./arguments.ts";
import { exitCodes, type Exit } from "./exit-codes.ts";
import { languageOf } from "./language.ts";
import { describe } from "./people.ts";
import { runProgram } from "./program.ts";
import { wholeOutput } from "./stdout.ts";
import { forWords } from "./terminal.ts";

/** Runs the command on the arguments of the process and sets its exit code. */
export async function main(): Promise<void> {
  const argv = argumentsOf();
  const language = languageOf(argv, process.env);
  // Whoever read our output has seen enough (`| head`): stop at once and say nothing.
  const stdout = wholeOutput(process.stdout);
  for (const stream of new Set([process.stdout, stdout])) {
    stream.on("error", (error: NodeJS.ErrnoException) => { endOutput(error, language); });
  }
  process.stderr.on("error", () => undefined);
  // Warnings of libraries quote what they read, and Node prints them as they are.
  process.removeAllListeners("warning").on("warning", ({ name, message }) => forWords(process.stderr).write(`${name}: ${message}\n`));
  process.on("uncaughtException", (error) => {
    process.exit(exitCodes[tell(error, language)].code);
  });
  try {
    const exit = await runProgram(argv, { stdin: process.stdin, stdout, stderr: process.stderr, language });
    process.exitCode = exitCodes[exit].code;
  } catch (error) {
    process.exitCode = exitCodes[tell(error, language)].code;
  }
}

/** Ends the command where its output cannot be written: in silence where whoever read it has seen enough. */
export function endOutput(error: NodeJS.ErrnoException, language: Language): never {
  process.exit(error.code === "EPIPE" ? exitCodes.ok.code : exitCodes[tell(error, language, "stdout")].code);
}

/** Tells what ended the command. What the machine did not give is told as that; anything else that arrives here is a defect. `path` is of what met the error, where that is known and the error does not say it. */
function tell(error: unknown, language: Language, path = ""): Exit {
  const shortage = shortageOf(error, path);
  const diagnostic = shortage?.diagnostic ?? crash(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  forWords(process.stderr).write(`${describe(diagnostic, { file: "fengong", language, stream: process.stderr })}\n`);
  return shortage === null ? "defect" : "machine";
}
