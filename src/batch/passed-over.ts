/** The list of what was passed over in folders: one line of JSON each, beside the journal, of the last run alone. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../model/notice.ts";
import type { Passed } from "./inputs.ts";
import { staysInside } from "./inside.ts";
import { journalFolder, nameOf } from "./tree.ts";
import { writeOutput } from "./write.ts";

/** Name of the list below the output folder. */
export const passedName = `${journalFolder}/passed.ndjson`;

/** A file that was passed over, by its name. */
export interface NamedPassed {
  readonly name: string;
  readonly why: Diagnostic;
}

/** What was passed over, by name, sorted. */
export function namedPassed(passed: readonly Passed[], base: string): NamedPassed[] {
  return passed.map(({ path, why }) => ({ name: nameOf(path, base), why })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Writes the list; where nothing was passed over there is none. A finding says why that was not possible. */
export async function keepPassed(out: string, passed: readonly NamedPassed[]): Promise<Diagnostic | null> {
  const path = join(out, passedName);
  if (!(await staysInside(out, join(out, journalFolder)))) return null;
  if (passed.length > 0) return writeOutput(path, passed.map(({ name, why: { code, params } }) => `${JSON.stringify({ input: name, code, params })}\n`).join(""));
  return rm(path, { force: true }).then(() => null, () => null);
}
