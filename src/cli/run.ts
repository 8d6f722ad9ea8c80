/** What the commands share: load a file, have it read under guard, tell people, write the data. */
import type { Readable } from "node:stream";
import { defaultLimits, type ParseOptions } from "../model/context.ts";
import type { Language, Severity } from "../model/finding.ts";
import type { Diagnostic } from "../model/notice.ts";
import type { FailOn } from "./exit-codes.ts";
import { crash, openGuard, type Budget, type Guard } from "./guard.ts";
import { loadFile, loadStream } from "./input.ts";
import type { Answer, Job, JobInput, Reply } from "./job.ts";
import { describe, summarise } from "./people.ts";

/** The streams of the process. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** What the options of a command line ask for. */
export interface Settings {
  readonly streams: Streams;
  readonly language: Language;
  readonly options: ParseOptions;
  /** Null: as the terminal asks. */
  readonly pretty: boolean | null;
  readonly budget: Budget;
  readonly failOn: FailOn;
  /** What is said on stderr. */
  readonly tell: "errors" | "warnings" | "all";
}

/** What came of a file: an answer, or why there is none. `bytes` is null when the file was not read. */
export type Outcome =
  | { readonly answer: Answer; readonly problem: null; readonly bytes: Uint8Array }
  | { readonly answer: null; readonly problem: Diagnostic; readonly bytes: Uint8Array | null };

/** Reads files one after the other in a guarded thread. */
export interface Reading {
  readonly read: (file: string, job: (input: JobInput) => Job) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** The script of the thread: TypeScript in the repository, JavaScript in the package. */
const script = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);

/** Opens the thread for one command. */
export function openReading({ streams, options, budget }: Settings): Reading {
  const guard: Guard<Job, Reply> = openGuard(script, budget);
  const limit = options.limits?.bytes ?? defaultLimits.bytes;

  const read: Reading["read"] = async (file, job) => {
    const loaded = file === "-" ? await loadStream(file, streams.stdin, limit) : await loadFile(file, limit);
    if (loaded.problem !== null) return { answer: null, problem: loaded.problem, bytes: null };
    const { name, bytes } = loaded;
    const { reply, problem } = await guard.run(job({ name, bytes }));
    if (problem !== null) return { answer: null, problem, bytes };
    if (!reply.ok) return { answer: null, problem: crash(reply.reason), bytes };
    return { answer: reply.answer, problem: null, bytes };
  };

  return { read, close: guard.close };
}

/** Severities that are not said. */
const unsaid: Readonly<Record<Settings["tell"], readonly Severity[]>> = { errors: ["warning", "info"], warnings: ["info"], all: [] };

/** What people are told of a file. */
export interface Told {
  readonly status: string;
  readonly count: number;
  readonly noun: "tasks" | "tables";
  readonly diagnostics: readonly Diagnostic[];
}

/** Tells people what was found in a file, on stderr; of a file that failed, only why. */
export function tellPeople(file: string, { status, count, noun, diagnostics }: Told, settings: Settings): void {
  const { language, tell, streams } = settings;
  const showing = { file, language, stream: streams.stderr };
  const silent = unsaid[tell];
  const lines = diagnostics.filter(({ severity }) => !silent.includes(severity)).map((diagnostic) => describe(diagnostic, showing));
  if (tell !== "errors" && status !== "failed") lines.push(summarise(count, noun, diagnostics, showing));
  if (lines.length > 0) streams.stderr.write(`${lines.join("\n")}\n`);
}

/** Writes data to stdout and waits until it has been taken. */
export function writeData(text: string, { streams }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    streams.stdout.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** Data as JSON with a line end. */
export function toJson(data: object, pretty: boolean): string {
  return `${JSON.stringify(data, null, pretty ? 2 : 0)}\n`;
}
