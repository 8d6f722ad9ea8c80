/** `fengong inspect`: a picture of what the program saw on a page and which field took it. */
import { unreadResult } from "../batch/give-up.ts";
import { shownName } from "../batch/shown-name.ts";
import { deliver, type Undelivered } from "./deliver.ts";
import { exitOf, type Exit } from "./exit-codes.ts";
import { openViewing } from "./reading.ts";
import { tellPeople, type Settings } from "./run.ts";

/** Which page, and where the picture goes. */
interface Wanted {
  /** From 1. */
  readonly page: number;
  /** A path; null: standard output. */
  readonly out: string | null;
  readonly force: boolean;
}

/** What came of it: an exit, or wrong usage. */
export type Inspected = { readonly exit: Exit; readonly wrong: null } | Undelivered | { readonly exit: null; readonly wrong: "noPage"; readonly detail: string };

/** Draws one page of one file. A file that failed draws nothing and leaves the output as it was. */
export async function inspectFile(file: string, { page, out, force }: Wanted, settings: Settings): Promise<Inspected> {
  const viewing = openViewing(file, settings);
  try {
    const { options, language } = settings;
    const outcome = await viewing.view((given) => ({ view: "page", files: [given], options, page, language }));
    if (outcome.answer?.view === "tables") throw new TypeError("an answer of another kind");
    const { result, svg: drawn } = outcome.answer ?? { result: unreadResult([outcome.file], outcome.problem, outcome.noted), svg: null };
    if (result.status !== "failed" && drawn === null) return { exit: null, wrong: "noPage", detail: String(result.sources[0]?.pages ?? 1) };
    const undelivered = drawn === null ? null : await deliver([drawn], { out, force, inputs: file === "-" ? [] : [file] }, settings);
    if (undelivered !== null) return undelivered;
    tellPeople(shownName(file), { ...result, count: result.tasks.length, noun: "tasks" }, settings);
    return { exit: exitOf(result, settings.failOn), wrong: null };
  } finally {
    viewing.close();
  }
}
