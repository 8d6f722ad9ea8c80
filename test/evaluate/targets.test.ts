import { expect, test } from "vitest";
import { scoreOf, type Score } from "./judgement.ts";
import { readGold } from "./gold.ts";
import type { Measured } from "./measure.ts";
import { perfectResult } from "./perfect.ts";
import { nameOf, standings, targets } from "./targets.ts";

const gold = readGold({ notice: {}, tasks: [] });

function measured(key: string, values: Readonly<Record<string, number>>): Measured {
  const scores = Object.entries(values).map(([field, percent]): [string, Score] => [
    field,
    scoreOf(field, { right: percent, wrong: 100 - percent, missing: 0, invented: 0, gaps: 0 }),
  ]);
  const file = { key, corpus: "seeds", path: "", format: "html", notice: "any", gold, allowances: [] };
  return { file, result: perfectResult(gold, "any"), judgements: [], scores: new Map(scores), gaps: [], stale: [] };
}

function standing(name: string, ...files: readonly Measured[]) {
  return standings({ measured: files, unread: [] }).find((one) => one.name === name);
}

test("names of promises differ", () => {
  expect(new Set(targets.map(nameOf)).size).toBe(targets.length);
});

test("a share at or above the promise meets it, one below does not", () => {
  const name = "2 seeds/wanzheng-66.html text value";
  expect(standing(name, measured("seeds/wanzheng-66.html", { text: 99 }))?.met).toBe(true);
  expect(standing(name, measured("seeds/wanzheng-66.html", { text: 98 }))?.met).toBe(false);
});

test("a promise about a file that is not read is not met", () => {
  expect(standing("2 seeds/wanzheng-66.html text value")).toMatchObject({ got: null, met: false });
});

test("one wrong field of the notice breaks the promise of the notice", () => {
  const page = (title: number) => measured("seeds/wanzheng-66.html", { "notice.title": title, "notice.draft": 100 });
  const name = "2 seeds/wanzheng-66.html notice value";
  expect([standing(name, page(100))?.met, standing(name, page(0))?.met]).toEqual([true, false]);
});

test("a PDF is held to the score of its DOCX", () => {
  const name = "4 seeds/wanzheng-66.pdf text value";
  const pdf = measured("seeds/wanzheng-66.pdf", { text: 97 });
  expect(standing(name, pdf)?.met).toBe(false);
  expect(standing(name, pdf, measured("seeds/wanzheng-66.docx", { text: 98 }))?.met).toBe(true);
  expect(standing(name, pdf, measured("seeds/wanzheng-66.docx", { text: 99 }))?.met).toBe(false);
});

test("the worst file decides on coverage", () => {
  const files = ["seeds/a.html", "real/b.html", "negatives/c.html"].map((key, i) => measured(key, { coverage: 100 - i }));
  const coverageOf = (some: readonly Measured[]) => standings({ measured: some, unread: [] }).find(({ target }) => target.field === "coverage");
  expect(coverageOf(files)).toMatchObject({ got: 0.98, met: false });
  expect(coverageOf(files.slice(0, 2))).toMatchObject({ got: null, met: false });
});
