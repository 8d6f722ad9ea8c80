/** What the commands share: their settings, telling people, writing the data. */
import type { Readable } from "node:stream";
import type { Budget } from "../batch/budget.ts";
import type { ReadingOptions } from "../model/context.ts";
import type { Language, Severity } from "../model/finding.ts";
import type { Diagnostic } from "../model/notice.ts";
import type { FailOn } from "./exit-codes.ts";
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
  readonly options: ReadingOptions;
  /** Null: as the terminal asks. */
  readonly pretty: boolean | null;
  readonly budget: Budget;
  readonly failOn: FailOn;
  /** What is said on stderr. */
  readonly tell: "nothing" | "errors" | "warnings" | "all";
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
