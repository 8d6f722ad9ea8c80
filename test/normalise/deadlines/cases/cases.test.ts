/** The facts of other projects, read under our conventions. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { findDeadlines } from "../../../../src/normalise/deadlines/find.ts";
import { parseDeadline } from "../../../../src/normalise/deadlines/parse.ts";
import type { DeadlineContext } from "../../../../src/normalise/deadlines/reading.ts";
import { conflicts } from "./conflicts.ts";
import { contextOf, isSilent, judge, type Judgement } from "./judge.ts";
import { exclusions, outOfScope } from "./scope.ts";
import { loadCases, type Case } from "./sources.ts";

interface Judged extends Judgement {
  readonly one: Case;
  readonly out: string | null;
  readonly silent: boolean;
}

const judged = loadCases().map((one): Judged => {
  const judgement = judge(one, parseDeadline(one.input, contextOf(one)));
  return { one, ...judgement, out: outOfScope(one), silent: judgement.verdict === "silent" };
});
const withinScope = judged.filter(({ out }) => out === null);
const core = withinScope.filter(({ one }) => one.tier === "core");

const tally = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => `${name} ${String(names.filter((other) => other === name).length)}`).join(", ");
const say = (line: string): void => void process.stdout.write(`  ${line}\n`);

test("rules are named once", () => {
  expect(new Set(exclusions.map(({ name }) => name)).size).toBe(exclusions.length);
  expect(new Set(conflicts.map(({ kind }) => kind)).size).toBe(conflicts.length);
  expect(conflicts.every(({ reason }) => reason.length > 30)).toBe(true);
});

describe.skipIf(judged.length === 0)("cases of JioNLP, Duckling and Recognizers-Text", () => {
  test("what is out of scope, by name", () => {
    const out = judged.flatMap(({ out: name, one }) => (name === null || one.tier !== "core" ? [] : [name]));
    say(`core, out of scope: ${tally(out)}`);
    expect(new Set(out).size).toBeLessThanOrEqual(5);
    expect(out.length).toBeLessThan(judged.filter(({ one }) => one.tier === "core").length / 4);
  });

  test("core tier, within scope: at least 98 % right", () => {
    const wrong = core.filter(({ verdict }) => verdict !== "right");
    say(`core: ${String(core.length - wrong.length)} of ${String(core.length)} right (${((1 - wrong.length / core.length) * 100).toFixed(1)} %)`);
    say(`core, not right: ${wrong.map(({ one, verdict }) => `${one.id} ${verdict}`).join(", ")}`);
    for (const tier of ["lunar", "holiday", "extra"]) {
      const rows = withinScope.filter(({ one }) => one.tier === tier);
      say(`${tier}: ${String(rows.filter(({ verdict }) => verdict === "right").length)} of ${String(rows.length)} right, ${tally(rows.map(({ verdict }) => verdict))}`);
    }
    expect(1 - wrong.length / core.length).toBeGreaterThanOrEqual(0.98);
  });

  test("lunar tier: at least 90 % right", () => {
    const lunar = withinScope.filter(({ one }) => one.tier === "lunar");
    expect(lunar.filter(({ verdict }) => verdict === "right").length / lunar.length).toBeGreaterThanOrEqual(0.9);
  });

  test("every kind of conflict is met", () => {
    const met = judged.flatMap((judgement) => judgement.conflicts);
    say(`conflicts: ${tally(met)}`);
    expect(conflicts.filter(({ kind }) => !met.includes(kind)).map(({ kind }) => kind)).toEqual([]);
  });
});

/** Rows of a fixture beside this folder. */
function fixture(name: string): string[][] {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8").trim().split("\n").slice(1).map((line) => line.split("\t"));
}

/** Expressions of officials whose start or due is wrong without a word of doubt. */
function silentExpressions(): string[] {
  return fixture("expressions.tsv").flatMap(([words = "", year = "", issued = "", kind = "", start = "", end = "", , , where = ""]) => {
    const context: DeadlineContext = { workYear: year === "" ? null : { year: Number(year), basis: "title" }, dateIssued: issued === "" ? null : issued };
    const readings = where === "text" ? findDeadlines(words, context) : parseDeadline(words, context);
    const days = new Set([start, ...end.split("; ")]);
    const wrong = kind === "recurring" ? [] : readings.filter((reading) => isSilent(reading) && !(days.has(reading.due ?? "") && (kind === "multiple" || days.has(reading.start ?? ""))));
    return wrong.map(({ text }) => text);
  });
}

test("silent errors: at most 0.5 % of all cases and expressions together", () => {
  const cases = judged.filter(({ silent }) => silent).map(({ one }) => `${one.id}: ${one.input}`);
  const expressions = silentExpressions();
  const all = judged.length + fixture("expressions.tsv").length + fixture("phrases60.tsv").length;
  const silent = [...cases, ...expressions];
  say(`silent errors: ${String(silent.length)} of ${String(all)}${silent.length === 0 ? "" : `: ${silent.join("; ")}`}`);
  expect(silent.length / all).toBeLessThanOrEqual(0.005);
});

test.skipIf(judged.length > 0)("FENGONG_EXTRA_CASES is not set: the cases of JioNLP, Duckling and Recognizers-Text are not read", () => {
  expect(judged).toEqual([]);
});
