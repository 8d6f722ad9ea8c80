/** The lookups file of a command line. */
import type { Budget } from "../batch/budget.ts";
import { openLoader } from "../batch/loader.ts";
import type { Lookups } from "../model/lookups.ts";
import { readLookups } from "../read/lookups.ts";
import { printable } from "../text/shown.ts";
import { readUtf8 } from "../text/utf8.ts";

/** Largest lookups file, in bytes. */
const limit = 5_000_000;

/** The lookups of a file, or why it cannot be used, one trouble a line. */
export async function loadLookups(file: string, budget: Budget): Promise<{ readonly lookups: Lookups; readonly trouble: null } | { readonly lookups: null; readonly trouble: string }> {
  const loader = openLoader(budget);
  const { bytes, problem } = await loader.load(file, limit).finally(loader.close);
  if (problem !== null) return { lookups: null, trouble: problem.message };
  const { text, line } = readUtf8(bytes);
  if (text === null) return { lookups: null, trouble: `${printable(file)}:${line}: not UTF-8` };
  const { lookups, troubles } = readLookups(text.replace(/^\ufeff/u, ""));
  return lookups === null ? { lookups: null, trouble: troubles.map((trouble) => `\n  ${printable(trouble)}`).join("") } : { lookups, trouble: null };
}
