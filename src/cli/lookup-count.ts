/** Which rows of the lookups were of no use in a run. What knows rows is loaded where there are some. */
import type { Lookups } from "../model/lookups.ts";
import type { ParseResult } from "../model/notice.ts";
import { printable } from "../text/shown.ts";
import type { Settings } from "./run.ts";
import { words } from "./words.ts";

/** Collects the rows that results used and tells people, once, which were not. */
export interface LookupCount {
  readonly add: (result: ParseResult) => void;
  readonly tellUnused: () => void;
}

/** Opens the count of one run. */
export async function countLookups({ options: { lookups }, language, tell, streams }: Settings): Promise<LookupCount> {
  if (lookups === undefined) return { add: () => undefined, tellUnused: () => undefined };
  const ids = await allIds(lookups);
  const { usedLookups } = await import("../normalise/units/unused-lookups.ts");
  const used = new Set<string>();
  return {
    add: (result) => {
      for (const id of usedLookups(result)) used.add(id);
    },
    tellUnused: () => {
      const unused = ids.filter((id) => !used.has(id));
      if (unused.length > 0 && tell !== "errors") streams.stderr.write(`${words.unusedLookups[language]}${unused.map((id) => `\n  ${printable(id)}`).join("")}\n`);
    },
  };
}

function allIds(lookups: Lookups): Promise<string[]> {
  return import("../rules/units/lookups.ts").then(({ lookupIds }) => lookupIds(lookups));
}
