/** Guards every regular expression of the source against more than linear time. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Expression } from "./expressions/collect.ts";
import { findGrowth } from "./expressions/growth.ts";

const collected: { literals: Expression[]; built: Expression[]; sites: string[] } = JSON.parse(
  execFileSync(process.execPath, [fileURLToPath(new URL("expressions/collect.ts", import.meta.url))], { encoding: "utf8", maxBuffer: 1e9 }),
);

/** Built from the words of a table row when a signature is read; tried, but never matched, before an expression of people is read. */
const seldomBuilt = new Set([...collected.sites].filter((site) => /^src\/(?:segment\/front\/signature|text\/linear)\.ts/u.test(site)));

test("every place that builds an expression was reached", () => {
  const reached = new Set(collected.built.map(({ at }) => at));
  expect(collected.sites.filter((site) => !reached.has(site) && !seldomBuilt.has(site))).toEqual([]);
  expect(collected.literals.length).toBeGreaterThan(500);
});

test("none takes more than linear time", () => {
  const different = new Map([...collected.literals, ...collected.built].map((one) => [`${one.source}/${one.flags}`, one]));
  const slow = [...different.values()].flatMap(({ source, flags, at }) => {
    const found = findGrowth(source, flags, Number(process.env["FENGONG_EXPRESSION_ATTACKS"] ?? 40));
    return found === null ? [] : [`${at} /${source}/${flags} on ${JSON.stringify(found.attack)}: ${found.times}`];
  });
  expect(slow.join("\n")).toBe("");
});

test.each(["(a+)+$", "a+b", "\\s+$", "^(?:[,、]+|并)*$", "^(?:完成|(?:完成)?时限)*$", "(?:计划|计划完成|完成)*时限$", "\\s*x?\\s*$", "^(?:a|b|ab)*c"])("/%s/ is found", (source) => {
  expect(findGrowth(source, "u")).not.toBeNull();
});

test.each(["^a+b", "(?<!\\s)\\s+$", "a{1,20}b", "^[^<]*<", "$(?<=前(?:\\([^)]*\\))?)"])("/%s/ is let through", (source) => {
  expect(findGrowth(source, "u", 12)).toBeNull();
});
