/** `fengong inspect`: a picture of what the program saw on a page and which field took it. */
import { shownName } from "../batch/shown-name.ts";
import { failedResult } from "../emit/result.ts";
import type { DeliveryTrouble } from "./deliver.ts";
import { exitOf, type Exit } from "./exit-codes.ts";
import { writeWhole } from "./output.ts";
import { openReading, tellPeople, writeData, type Settings } from "./run.ts";

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
  const reading = openReading(settings);
  try {
    const { options, language } = settings;
    const { answer, problem, bytes } = await reading.read(file, (input) => ({ kind: "inspect", input, options, page, language }));
    const name = shownName(file);
    const failed = failedResult(bytes === null ? { name } : { name, bytes }, null, problem === null ? [] : [problem]);
    const { result, svg: drawn } = answer?.kind === "inspect" ? answer : { result: failed, svg: null };
    if (result.status !== "failed" && drawn === null) return { exit: null, wrong: "noPage" };
    if (drawn !== null && svg === "-") await writeData(drawn, settings);
    const wrong = drawn === null || svg === "-" ? null : await writeWhole(svg, drawn);
    if (wrong !== null) return { exit: null, wrong };
    tellPeople(name, { ...result, count: result.tasks.length, noun: "tasks" }, settings);
    return { exit: exitOf(result, settings.failOn), wrong: null };
  } finally {
    reading.close();
  }
}
