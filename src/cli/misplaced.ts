/** Errors of the system about a place where a folder should be made or entered, which people can mend. */
import { codeOf } from "../batch/system-code.ts";
import type { Ended } from "./command.ts";

/** What the system says where something else stands there. */
const wrongThere: ReadonlySet<string> = new Set(["EEXIST", "ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "ENAMETOOLONG", "ENOFILE", "EINVAL", "ENXIO"]);

/** What came of some work; of one that met such a place, which. */
export async function orMisplaced(work: Promise<Ended>): Promise<Ended> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && "path" in error && wrongThere.has(codeOf(error))) return { wrong: "badOut", detail: `${String(error.path)} (${codeOf(error)})` };
    throw error;
  }
}
