import { describe, expect, test } from "vitest";
import { fallsOf, raised, roundDown, type Floors } from "./floors.ts";
import { explains, scoreOf, tally, total, type Gap, type Judgement, type Score } from "./judgement.ts";

function score(field: string, right: number, all: number): Score {
  return scoreOf(field, { right, wrong: all - right, missing: 0, invented: 0, gaps: 0 });
}

const scoresOf = (...scores: readonly Score[]): Map<string, Score> => new Map(scores.map((one) => [one.field, one]));

const floors: Floors = { floors: { "seeds/a.html": { text: 0.9, path: 1 }, "seeds/b.html": { text: 1 } }, reached: ["2 a"] };

describe("floors", () => {
  test("a score below its floor is a fall, an equal one is none", () => {
    expect(fallsOf("seeds/a.html", scoresOf(score("text", 9, 10), score("path", 9, 10)), floors)).toEqual([
      { file: "seeds/a.html", field: "path", floor: 1, value: 0.9 },
    ]);
  });

  test("a field that is not scored any more is a fall", () => {
    expect(fallsOf("seeds/b.html", new Map(), floors).map(({ value }) => value)).toEqual([null]);
  });

  test("update raises and never lowers; force lowers; other files stay", () => {
    const measured = new Map([["seeds/a.html", scoresOf(score("text", 10, 10), score("path", 1, 2))]]);
    expect(raised(floors, measured, ["2 b"], false)).toEqual({
      floors: { "seeds/a.html": { text: 1, path: 1 }, "seeds/b.html": { text: 1 } },
      reached: ["2 a", "2 b"],
    });
    expect(raised(floors, measured, ["2 b"], true).floors["seeds/a.html"]).toEqual({ text: 1, path: 0.5 });
    expect(raised(floors, measured, ["2 b"], true).reached).toEqual(["2 b"]);
  });

  test("a floor can be met again by the same score", () => {
    for (const [right, all] of [[2, 3], [1, 7], [47, 48]] as const) {
      const measured = scoresOf(score("text", right, all));
      expect(fallsOf("x", measured, raised({ floors: {}, reached: [] }, new Map([["x", measured]]), [], false))).toEqual([]);
    }
    expect(roundDown(0.99999)).toBe(0.9999);
  });
});

const judgements: readonly Judgement[] = [
  { field: "units", record: "1", gold: "lead 甲局", got: "lead 甲局", right: true },
  { field: "units", record: "1", gold: "support 乙局", got: null, right: false },
  { field: "units", record: "1", gold: null, got: "support 丙局", right: false },
  { field: "text", record: "1", gold: "甲", got: "甲", right: true },
  { field: "text", record: "2", gold: "乙", got: "丙", right: false },
];

describe("scores", () => {
  test("found fields get precision, recall and F1, others a share", () => {
    const scores = tally(judgements);
    expect(scores.get("units")).toMatchObject({ right: 1, missing: 1, invented: 1, precision: 0.5, recall: 0.5, value: 0.5 });
    expect(scores.get("text")).toMatchObject({ right: 1, wrong: 1, value: 0.5 });
  });

  test("fields that every notice has are scored also where there is nothing to find", () => {
    expect([...tally([]).values()].map(({ field, value }) => [field, value])).toEqual([
      ["records", 1],
      ["cellDeadlines", 1],
      ["textDeadlines", 1],
      ["units", 1],
    ]);
  });

  test("several files are added up, not averaged", () => {
    expect(total([scoresOf(score("text", 1, 1)), scoresOf(score("text", 0, 3))]).get("text")?.value).toBe(0.25);
  });
});

describe("known gaps", () => {
  const gap: Gap = { file: "seeds/a.html", record: "2", field: "text", gold: "乙", reason: "the page prints it otherwise" };

  test("a known difference is counted apart", () => {
    const scores = tally(judgements, (judgement) => explains(gap, "seeds/a.html", judgement));
    expect(scores.get("text")).toMatchObject({ right: 1, wrong: 0, gaps: 1, value: 1 });
  });

  test.each<readonly [string, Partial<Gap>, boolean]>([
    ["itself", {}, true],
    ["the beginning of its words", { gold: "…" }, true],
    ["another file", { file: "seeds/b.html" }, false],
    ["another record", { record: "1" }, false],
    ["another field", { field: "path" }, false],
    ["other words in gold", { gold: "丁" }, false],
    ["other words in the answer", { got: "丁" }, false],
  ])("a gap explains %s", (_, change, explained) => {
    expect(judgements.some((judgement) => explains({ ...gap, ...change }, "seeds/a.html", judgement))).toBe(explained);
  });
});
