/** Reading under guard: what the commands open to have files read in processes of their own. */
import { unreadResult } from "../batch/give-up.ts";
import type { Item, ItemFile } from "../batch/item.ts";
import type { JobFile, Seen } from "../batch/job.ts";
import { openKeeper, type Outcome } from "../batch/keeper.ts";
import { loadStream } from "../batch/load.ts";
import { openPool, readingScript } from "../batch/pool.ts";
import { shownName } from "../batch/shown-name.ts";
import { seemSmall } from "../batch/small.ts";
import type { ViewAnswer, ViewJob } from "../batch/view-job.ts";
import { defaultLimits } from "../model/context.ts";
import type { Diagnostic, ParseResult } from "../model/notice.ts";
import type { Settings } from "./run.ts";

/** Reads notices one after the other, each as a batch of one. */
export interface Reading {
  /** Every notice gives a result, also when its files could not be read. */
  readonly read: (files: Item["files"]) => Promise<ParseResult>;
  readonly close: () => void;
}

/** So many small notices are read by a process that starts fast; for more of them one that reads fast is better. */
const fewSmall = 3;

/** Opens the processes for one command. */
export function openReading(settings: Settings): Reading {
  const { options, budget } = settings;
  const pool = openPool(1, budget);
  const fast = openPool(1, budget, "short");
  let small = 0;
  return {
    read: async ([letter, ...others]) => {
      const { file, problem } = await given(letter, settings);
      if (problem !== null) return unreadResult([file, ...others], problem, null);
      const files = [file, ...others] as const;
      const isShort = small < fewSmall && options.ocr === undefined && seemSmall(files);
      if (isShort) small++;
      const answer = await (isShort ? fast : pool).run({ files, options, pretty: false, output: null, kept: null });
      if (answer === null || answer.kept || answer.json === null) throw new TypeError("nobody stops a command that reads one file after the other");
      return JSON.parse(answer.json) as ParseResult;
    },
    close: () => {
      pool.close();
      fast.close();
    },
  };
}

/** Looks at single files. */
export interface Viewing {
  readonly view: (job: (file: JobFile) => ViewJob) => Promise<Outcome<ViewAnswer, readonly Seen[]> & { readonly file: JobFile }>;
  readonly close: () => void;
}

/** Opens the process that looks at one file of a command line. */
export function openViewing(name: string, settings: Settings): Viewing {
  const keeper = openKeeper<ViewJob, ViewAnswer, readonly Seen[]>(readingScript, settings.budget);
  return {
    view: async (job) => {
      const { file, problem } = await given(named(name), settings);
      if (problem !== null) return { answer: null, problem, noted: null, file };
      const outcome = await keeper.run(job(file));
      if (outcome === null) throw new TypeError("nobody stops a command that looks at one file");
      return { ...outcome, file };
    },
    close: keeper.close,
  };
}

/** A file of a command line as a notice of its own. */
export function named(name: string): ItemFile {
  return { path: name, name: shownName(name), role: "notice", label: null, uri: null };
}

/** The file itself, or what stands on standard input; only that is read in this process. */
async function given(file: ItemFile, { streams, options }: Settings): Promise<{ readonly file: JobFile; readonly problem: Diagnostic | null }> {
  if (file.path !== "-") return { file, problem: null };
  const { bytes, problem } = await loadStream(file.name, streams.stdin, options.limits?.bytes ?? defaultLimits.bytes);
  return problem === null ? { file: { ...file, bytes }, problem } : { file, problem };
}
