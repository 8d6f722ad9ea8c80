/** What every command is added with. */
import type { Command } from "commander";
import { Refused } from "../batch/refused.ts";
import type { Exit } from "./exit-codes.ts";
import type { Say, Surroundings } from "./options.ts";

/** The program that a command is added to, and what is around it. */
export interface Host {
  readonly program: Command;
  readonly say: Say;
  readonly surroundings: Surroundings;
  /** Takes the exit of the command that ran. */
  readonly end: (exit: Exit) => void;
}

/** Adds one command; what it needs is loaded when it runs. */
export type AddCommand = (host: Host) => void;

/** The files that were named; what comes through a pipe where none was. */
export function filesOf(named: readonly string[], command: Command, { surroundings }: Host): string[] {
  if (named.length === 0 && isTerminal(surroundings.stdin)) command.error("error: missing required argument 'file'");
  return named.length === 0 ? ["-"] : [...named];
}

/** Standard input can be read once. */
export function refuseStdinTwice(files: readonly string[], command: Command, { say }: Host): void {
  if (files.filter((file) => file === "-").length > 1) command.error(`error: ${say("stdinOnce")}`);
}

/** What came of a command: an exit, or what is wrong with the command line. */
export type Ended = { readonly exit: Exit; readonly wrong: null } | { readonly exit?: null; readonly wrong: Parameters<Say>[0]; readonly detail?: string };

/** Ends with the exit of what ran, or as wrong usage; work that was refused says why. */
export async function finish(work: Promise<Ended>, command: Command, { say, end }: Host): Promise<void> {
  const ended = await work.catch((error: unknown): Ended => {
    if (error instanceof Refused) return { wrong: error.wrong, detail: error.message };
    throw error;
  });
  if (ended.wrong !== null) command.error(`error: ${say(ended.wrong)}${ended.detail ?? ""}`);
  else end(ended.exit);
}

/** Whether somebody would have to type what is read: then nothing is read without being asked for. */
function isTerminal(stream: NodeJS.ReadableStream): boolean {
  return "isTTY" in stream && stream.isTTY === true;
}
