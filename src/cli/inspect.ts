/** `fengong inspect`: a picture of what the program saw on a page and which field took it. */
import { unreadResult } from "../batch/give-up.ts";
import { shownName } from "../batch/shown-name.ts";
import type { DeliveryTrouble } from "./deliver.ts";
import { exitOf, type Exit } from "./exit-codes.ts";
import { writeWhole } from "./output.ts";
import { openViewing } from "./reading.ts";
import { tellPeople, writeData, type Settings } from "./run.ts";

/** Which page, and where the picture goes. */
interface Wanted {
  /** From 1. */
  readonly page: number;
  /** A path, or - for standard output. */
  readonly svg: string;
}

/** What came of it: an exit, or wrong usage. */
export type Inspected = { readonly exit: Exit; readonly wrong: null } | { readonly exit: null; readonly wrong: "noPage" | DeliveryTrouble };

/** Draws one page of one file. A file that failed draws nothing and leaves the output as it was. */
export async function inspectFile(file: string, { page, svg }: Wanted, settings: Settings): Promise<Inspected> {
  const viewing = openViewing(file, settings);
  try {
    const { options, language } = settings;
    const outcome = await viewing.view((given) => ({ kind: "inspect", file: given, options, page, language }));
    if (outcome.answer?.kind === "tables") throw new TypeError("an answer of another kind");
    const { result, svg: drawn } = outcome.answer ?? { result: unreadResult([outcome.file], outcome.problem, outcome.noted), svg: null };
    if (result.status !== "failed" && drawn === null) return { exit: null, wrong: "noPage" };
    if (drawn !== null && svg === "-") await writeData(drawn, settings);
    const wrong = drawn === null || svg === "-" ? null : await writeWhole(svg, drawn);
    if (wrong !== null) return { exit: null, wrong };
    tellPeople(shownName(file), { ...result, count: result.tasks.length, noun: "tasks" }, settings);
    return { exit: exitOf(result, settings.failOn), wrong: null };
  } finally {
    viewing.close();
  }
}
