/** What the commands share: load a file, have it read under guard, tell people, write the data. */
import type { Readable } from "node:stream";
import type { Budget } from "../batch/budget.ts";
import type { Item, ItemFile } from "../batch/item.ts";
import { openKeeper, type Outcome } from "../batch/keeper.ts";
import { loadFile, loadStream } from "../batch/load.ts";
import { defaultLimits, type ParseOptions } from "../model/context.ts";
import type { Language, Severity } from "../model/finding.ts";
import type { Diagnostic } from "../model/notice.ts";
import type { NoticeFiles, NoticeInput } from "../pipeline.ts";
import type { FailOn } from "./exit-codes.ts";
import type { Answer, Job, JobInput } from "./job.ts";
import { describe, summarise } from "./people.ts";
import type { Outlet } from "./terminal.ts";

/** The streams of the process. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Outlet;
  readonly stderr: Outlet;
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
  readonly tell: "nothing" | "errors" | "warnings" | "all";
}

/** What came of a file: an answer, or why there is none. `bytes` is null when the file was not read. */
export type Read =
  | { readonly answer: Answer; readonly problem: null; readonly bytes: Uint8Array }
  | { readonly answer: null; readonly problem: Diagnostic; readonly bytes: Uint8Array | null };

/** Reads files one after the other in a process of its own, under the limits of the settings. */
export interface Reading {
  readonly read: (file: string, job: (input: JobInput) => Job) => Promise<Read>;
  /** The files of one notice; those that cannot be opened are handed on with the finding that says why. */
  readonly readTogether: (files: Item["files"], job: (input: NoticeFiles) => Job) => Promise<Outcome<Answer>>;
  readonly close: () => void;
}

/** The script of the process: TypeScript in the repository, JavaScript in the package. */
const script = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);

/** Opens the process for one command. */
export function openReading({ streams, options, budget }: Settings): Reading {
  const keeper = openKeeper<Job, Answer>(script, budget);
  const limit = options.limits?.bytes ?? defaultLimits.bytes;

  const outcomeOf = async (job: Job): Promise<Outcome<Answer>> => {
    const outcome = await keeper.run(job);
    if (outcome === null) throw new TypeError("nobody stops a command that reads one file after the other");
    return outcome;
  };

  const read: Reading["read"] = async (file, job) => {
    const loaded = file === "-" ? await loadStream(file, streams.stdin, limit) : await loadFile(file, limit);
    if (loaded.problem !== null) return { answer: null, problem: loaded.problem, bytes: null };
    const { name, bytes } = loaded;
    return { ...(await outcomeOf(job({ name, bytes }))), bytes };
  };

  const readTogether: Reading["readTogether"] = async (files, job) => {
    const [letter, ...attachments] = files;
    return outcomeOf(job([await inputOf(letter, limit), ...(await Promise.all(attachments.map((file) => inputOf(file, limit))))]));
  };

  return { read, readTogether, close: keeper.close };
}

async function inputOf({ path, name, role, label, uri, problem: known }: ItemFile, limit: number): Promise<NoticeInput> {
  const { bytes, problem } = known === undefined ? await loadFile(path, limit, name) : { bytes: null, problem: known };
  return problem === null ? { name, role, label, uri, bytes } : { name, role, label, uri, bytes, problem };
}

/** Severities that are not said. */
const unsaid: Readonly<Record<Settings["tell"], readonly Severity[]>> = {
  nothing: ["error", "warning", "info"],
  errors: ["warning", "info"],
  warnings: ["info"],
  all: [],
};

/** What people are told of a file. */
export interface Told {
  readonly status: string;
  readonly count: number;
  readonly noun: "tasks" | "tables";
  readonly diagnostics: readonly Diagnostic[];
  /** Several when the notice came as several files: a finding is told of the one it stands in. */
  readonly sources?: readonly { readonly name: string }[];
}

/** Tells people what was found in a file, on stderr; of a file that failed, only why. */
export function tellPeople(file: string, { status, count, noun, diagnostics, sources = [] }: Told, settings: Settings): void {
  const { language, tell, streams } = settings;
  const showing = { file, language, stream: streams.stderr };
  const silent = unsaid[tell];
  const fileOf = ({ place }: Diagnostic): string => (sources.length > 1 ? sources[place[0]?.source ?? 0]?.name : undefined) ?? file;
  const lines = diagnostics.filter(({ severity }) => !silent.includes(severity)).map((diagnostic) => describe(diagnostic, { ...showing, file: fileOf(diagnostic) }));
  if (tell !== "nothing" && tell !== "errors" && status !== "failed") lines.push(summarise(count, noun, diagnostics, showing));
  if (lines.length > 0) streams.stderr.write(`${lines.join("\n")}\n`);
}

/** Writes data to stdout and waits until it has been taken. */
export function writeData(data: string | Uint8Array, { streams }: Pick<Settings, "streams">): Promise<void> {
  return new Promise((resolve, reject) => {
    streams.stdout.write(data, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
