/** What docs/links.md shows is what the program gives. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { comparisonsOf } from "../../src/lineage/answers.ts";
import { linkResults } from "../../src/lineage/links.ts";
import { linkOutputs } from "../../src/lineage/outputs.ts";
import { closestRule, wordingRules } from "../../src/lineage/rules.ts";
import { explainRule } from "../../src/rules/explained.ts";
import { relationSchema } from "../../src/model/link.ts";
import { goldSets, readSet, score } from "./gold.ts";

const page = readFileSync(new URL("../../docs/links.md", import.meta.url), "utf8");

test("the lines shown stand in the output", async () => {
  const [, canteens] = goldSets;
  if (canteens === undefined) throw new TypeError("no set");
  const { results } = await readSet(canteens);
  const lineage = linkResults(results.slice(1));
  expect(comparisonsOf(lineage)).toHaveLength(1);
  let text = "";
  const write = await linkOutputs.find(({ id }) => id === "text")?.load();
  for await (const piece of write?.(lineage, { language: "zh", headers: null, table: "answers", pretty: false, escapeFormulas: true }) ?? []) text += String(piece);
  for (const [, block = ""] of page.matchAll(/```text\n(.+?)```/gsu)) expect(text).toContain(block);
});

test("the figures are those of the gold", async () => {
  const rows = page.split("\n").filter((line) => /^\| .*\| (?:\d\.\d{3}|–)/u.test(line)).map((line) => line.split("|").map((cell) => cell.trim()));
  expect(rows).toHaveLength(goldSets.length);
  for (const [i, set] of goldSets.entries()) {
    const { results, nameOf } = await readSet(set);
    const one = score(set, linkResults(results), nameOf);
    const all = one.verbatim + one.rewritten;
    const missed = one.missedVerbatim.length + one.missedRewritten.length;
    expect(rows[i]?.slice(2, 7)).toEqual([
      String(one.links),
      ((one.links - one.wrong.length) / one.links).toFixed(3),
      one.certain === 0 ? "– (0)" : `${((one.certain - one.certainWrong) / one.certain).toFixed(3)} (${one.certain})`,
      ((one.verbatim - one.missedVerbatim.length) / one.verbatim).toFixed(3),
      ((all - missed) / all).toFixed(3),
    ]);
  }
});

test("every rule and relation is named, and every rule explained", () => {
  for (const { id } of [...wordingRules, closestRule]) {
    expect(page).toContain(`\`${id}\``);
    expect(explainRule(id)).toMatchObject({ of: "link" });
  }
  for (const relation of relationSchema.shape.relation.options) expect(page).toContain(`\`${relation}\``);
});
