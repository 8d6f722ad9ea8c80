/** The lookups file of a command line, and which of its rows were of no use in the run. */
import type { Budget } from "../batch/budget.ts";
import { openLoader } from "../batch/loader.ts";
import type { Lookups } from "../model/lookups.ts";
import type { ParseResult } from "../model/notice.ts";
import { usedLookups } from "../normalise/units/unused-lookups.ts";
import { readLookups } from "../read/lookups.ts";
import { lookupIds } from "../rules/units/lookups.ts";
import { printable } from "../text/shown.ts";
import { readUtf8 } from "../text/utf8.ts";
import type { Settings } from "./run.ts";
import { words } from "./words.ts";

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

/** Collects the rows that results used and tells people, once, which were not. */
export interface LookupCount {
  readonly add: (result: ParseResult) => void;
  readonly tellUnused: () => void;
}

/** Opens the count of one run. */
export function countLookups({ options, language, tell, streams }: Settings): LookupCount {
  const used = new Set<string>();
  return {
    add: (result) => {
      if (options.lookups !== undefined) for (const id of usedLookups(result)) used.add(id);
    },
    tellUnused: () => {
      const unused = options.lookups === undefined ? [] : lookupIds(options.lookups).filter((id) => !used.has(id));
      if (unused.length > 0 && tell !== "errors") streams.stderr.write(`${words.unusedLookups[language]}${unused.map((id) => `\n  ${printable(id)}`).join("")}\n`);
    },
  };
}
