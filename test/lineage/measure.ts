/**
 * Figures of links against gold, one set a line, and what is wrong or missed.
 *
 *     node test/lineage/measure.ts            # gold of the project
 *     node test/lineage/measure.ts FILE…      # also: all links among other notices, which a person has to judge
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import { indexClauses } from "../../src/lineage/clause-index.ts";
import { linkResults } from "../../src/lineage/links.ts";
import { parseNotice } from "../../src/pipeline.ts";
import { goldSets, readSet, score } from "./gold.ts";

const percent = (part: number, all: number): string => (all === 0 ? "–" : (part / all).toFixed(3));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

say("set · words · links · precision · certain · precision of certain · recall of verbatim · recall of all");
for (const set of goldSets) {
  const { results, nameOf } = await readSet(set);
  const one = score(set, linkResults(results), nameOf);
  const all = one.verbatim + one.rewritten;
  const right = all - one.missedVerbatim.length - one.missedRewritten.length;
  say(`${set.name} · ${set.words} · ${one.links} · ${percent(one.links - one.wrong.length, one.links)} · ${one.certain} · ${percent(one.certain - one.certainWrong, one.certain)} · ${percent(one.verbatim - one.missedVerbatim.length, one.verbatim)} · ${percent(right, all)}`);
  for (const pair of one.wrong) say(`  wrong ${pair}`);
  for (const pair of one.missedVerbatim) say(`  missed, verbatim ${pair}`);
  for (const pair of one.missedRewritten) say(`  missed, rewritten ${pair}`);
}

const others = process.argv.slice(2);
if (others.length > 0) {
  const results = [];
  for (const path of others) results.push(await parseNotice({ name: path, bytes: readFileSync(path) }, { verify: false }));
  const texts = new Map(results.flatMap(({ tasks }) => tasks.map((task) => [task.id, task] as const)));
  const lineage = linkResults(results);
  const { notices } = lineage;
  const index = indexClauses(notices);
  const links = [...lineage.links()];
  const sizes = notices.map((_, i) => index.ofNotice(i)).map(([from, to]) => to - from);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const pairs = (all * all - sizes.reduce((sum, size) => sum + size * size, 0)) / 2;
  say(`${others.length} further notices, ${texts.size} tasks, ${pairs} pairs of sentences: ${links.length} links, ${links.filter(({ certain }) => certain).length} certain`);
  for (const { from, to, run, coverFrom, coverTo, rarity, documents, parts } of links) {
    say(`${from} → ${to} run ${run} cover ${coverFrom} ${coverTo} rarity ${rarity} ${documents?.relation ?? "-"}`);
    for (const part of parts) if (part.from.field === "text") say(`    ${texts.get(from)?.text.slice(part.from.start, part.from.end) ?? ""}`);
  }
}
