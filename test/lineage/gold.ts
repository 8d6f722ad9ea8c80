/** Gold for links: which tasks answer which, read by a person before a program linked them; and what a set of links makes of it. */
import { readFileSync } from "node:fs";
import type { Lineage } from "../../src/lineage/links.ts";
import type { Link } from "../../src/model/link.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { parseNotice } from "../../src/pipeline.ts";

type Kind = "verbatim" | "rewritten" | "doubtful";

/** A set of notices, and all pairs of their tasks that belong together. */
export interface GoldSet {
  readonly name: string;
  /** Words of real notices (the seeds) or invented ones. */
  readonly words: "seeds" | "invented";
  /** Written after the thresholds were settled: nothing may be wrong in it, and how much is found is told as it is. */
  readonly unseen: boolean;
  readonly notices: readonly { readonly name: string; readonly path: string }[];
  readonly pairs: readonly { readonly from: string; readonly to: string; readonly kind: Kind }[];
}

const here = (path: string): string => new URL(path, import.meta.url).pathname;
const invented = (name: string): GoldSet["notices"][number] => ({ name, path: here(`notices/${name}.html`) });
const seed = (name: string): GoldSet["notices"][number] => ({ name, path: here(`../../corpus/seeds/files/${name}.html`) });

function rowsOf(name: string): string[][] {
  return readFileSync(here(`gold/${name}.tsv`), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#")).slice(1).map((line) => line.split("\t"));
}

function family(name: string, notices: readonly string[], unseen = false): GoldSet {
  const pairs = rowsOf(name).map(([fromNotice = "", from = "", toNotice = "", to = "", kind]) => ({ from: `${fromNotice}/${from}`, to: `${toNotice}/${to}`, kind: kind as Kind }));
  return { name, words: "invented", unseen, notices: notices.map(invented), pairs };
}

export const goldSets: readonly GoldSet[] = [
  {
    name: "wanzheng-66 and wuhu-kaoping",
    words: "seeds",
    unseen: false,
    notices: [seed("wanzheng-66"), seed("wuhu-kaoping")],
    pairs: rowsOf("wanzheng-66_wuhu-kaoping").map(([from = "", to = "", kind]) => ({ from: `wuhu-kaoping/${from}`, to: `wanzheng-66/${to}`, kind: kind as Kind })),
  },
  family("canteens", ["canteens-nation", "canteens-province", "canteens-city"]),
  family("county", ["county-2031", "county-2032", "county-2033"]),
  family("harbour", ["charging-nation", "charging-province", "charging-city", "harbour-2034", "harbour-2035", "harbour-2036"]),
  family("water", ["water-nation", "water-province", "water-county", "business-2041", "business-2042", "business-2043"]),
  family("market", ["market-city", "market-county", "livelihood-2051", "livelihood-2052"], true),
];

/** The results of a set, and how gold names their tasks: name of the notice and number in reading order. */
export async function readSet({ notices }: GoldSet): Promise<{ readonly results: ParseResult[]; readonly nameOf: ReadonlyMap<string, string> }> {
  const nameOf = new Map<string, string>();
  const results: ParseResult[] = [];
  for (const { name, path } of notices) {
    const result = await parseNotice({ name, bytes: readFileSync(path) });
    for (const { id, ordinal } of result.tasks) nameOf.set(id, `${name}/${ordinal}`);
    results.push(result);
  }
  return { results, nameOf };
}

/** Right and wrong of a set. */
export interface Score {
  readonly links: number;
  readonly wrong: readonly string[];
  readonly certain: number;
  readonly certainWrong: number;
  readonly missedVerbatim: readonly string[];
  readonly missedRewritten: readonly string[];
  readonly verbatim: number;
  readonly rewritten: number;
}

/** Compares links with gold. */
export function score({ pairs }: GoldSet, lineage: Lineage, nameOf: ReadonlyMap<string, string>): Score {
  const nameLink = ({ from, to }: Link): string => `${nameOf.get(from) ?? from} ${nameOf.get(to) ?? to}`;
  const kinds = new Map(pairs.map(({ from, to, kind }) => [`${from} ${to}`, kind]));
  const links = [...lineage.links()];
  const found = new Set(links.map(nameLink));
  const judged = links.filter((link) => kinds.get(nameLink(link)) !== "doubtful");
  const isWrong = (link: Link): boolean => !kinds.has(nameLink(link));
  const of = (kind: Kind): string[] => [...kinds].filter(([, one]) => one === kind).map(([pair]) => pair);
  return {
    links: judged.length,
    wrong: judged.filter(isWrong).map(nameLink),
    certain: judged.filter(({ certain }) => certain).length,
    certainWrong: judged.filter((link) => link.certain && isWrong(link)).length,
    verbatim: of("verbatim").length,
    rewritten: of("rewritten").length,
    missedVerbatim: of("verbatim").filter((pair) => !found.has(pair)),
    missedRewritten: of("rewritten").filter((pair) => !found.has(pair)),
  };
}
