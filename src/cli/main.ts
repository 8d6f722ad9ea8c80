/** The process around the command: arguments in, exit code out. Nothing below it ends in a stack trace. */
import process from "node:process";
import { exitCodes } from "./exit-codes.ts";
import { crash } from "../batch/keeper.ts";
import type { Language } from "../model/finding.ts";
import { describe, languageOf } from "./people.ts";
import { runProgram } from "./program.ts";
import { forWords } from "./terminal.ts";

/** Runs the command on the arguments of the process and sets its exit code. */
export async function main(): Promise<void> {
  const argv = process.argv.slice(2);
  const language = languageOf(argv, process.env);
  // Whoever read our output has seen enough (`| head`): stop at once and say nothing.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? exitCodes.ok.code : exitCodes.defect.code));
  process.stderr.on("error", () => undefined);
  process.on("uncaughtException", (error) => {
    tellCrash(error, language);
    process.exit();
  });
  try {
    const exit = await runProgram(argv, { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, language });
    process.exitCode = exitCodes[exit].code;
  } catch (error) {
    tellCrash(error, language);
  }
}

function tellCrash(error: unknown, language: Language): void {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  forWords(process.stderr).write(`${describe(crash(reason), { file: "fengong", language, stream: process.stderr })}\n`);
  process.exitCode = exitCodes.defect.code;
}
