/** Ids that became others: those of all versions so far, and pairs that people name. */
import { parse as parseCsv } from "csv-parse/sync";
import { parse } from "yaml";
import { z } from "zod";
import { Refused } from "../../batch/refused.ts";
import { asShortage } from "../../batch/shortage.ts";
import { codeOf } from "../../batch/system-code.ts";
import { reasonOf } from "../../text/reason.ts";
import type { Cause, Rekey } from "../edition.ts";
import { readPlain } from "../keep/plain-file.ts";

const pairsSchema = z.array(z.strictObject({ old: z.string().min(1), new: z.string().min(1), note: z.string().optional() }));

/** Pairs from a YAML list of {old, new}; throws with a sentence when the file is none. */
export function readPairs(text: string | null): ReadonlyMap<string, string> {
  const read = pairsSchema.safeParse(text === null ? [] : (yamlIn(text) ?? []));
  if (!read.success) throw new RekeysError(read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
  return new Map(read.data.map((pair) => [pair.old, pair.new]));
}

function yamlIn(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 20, logLevel: "error" });
  } catch (error) {
    throw new RekeysError(reasonOf(error));
  }
}

/** A file of pairs that is not what it should be. */
export class RekeysError extends Refused {
  readonly wrong = "badRekeys";
}

/** The rows of the rekeys.csv of a version; none when it is not there. */
export async function loadRekeys(path: string): Promise<Rekey[]> {
  const text = await readPlain(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return "";
    throw asShortage(error, path);
  });
  const records: string[][] = parseCsv(text, { from: 2 });
  return records.map(([old = "", to = "", version = "", causes = ""]) => ({ old, new: to, version, causes: causes.split("；").filter((cause) => cause !== "") as Cause[] }));
}

/** Pairs of old and new ids over a table that others share: what is added stays here. */
export class PairsOver {
  readonly #own = new Map<string, string>();
  readonly #layers: readonly Pairs[];

  /** Tables that others share, the first of them first asked. */
  constructor(...below: readonly Pairs[]) {
    this.#layers = [this.#own, ...below];
  }

  get(old: string): string | undefined {
    for (const pairs of this.#layers) {
      const to = pairs.get(old);
      if (to !== undefined) return to;
    }
    return undefined;
  }

  set(old: string, to: string): void {
    this.#own.set(old, to);
  }
}

/** A table from old to new ids. */
export interface Pairs {
  get(old: string): string | undefined;
}

/** Where an id leads, over as many changes as there were, or to the first that `isThere`. */
export function follow(pairs: Pairs, isThere: (id: string) => boolean = () => false): (id: string) => string {
  return (id) => {
    const seen = new Set<string>();
    let now = id;
    for (let next = pairs.get(now); !isThere(now) && next !== undefined && !seen.has(next); next = pairs.get(now)) {
      seen.add(now);
      now = next;
    }
    return now;
  };
}
