/** Every readable corpus file against its gold: scores hold their floors, reached targets stay reached, the output is valid. */
import { describe, expect, test } from "vitest";
import { parseResultSchema } from "../../src/index.ts";
import { skippedCorpora } from "../evaluate/corpora.ts";
import { fallsOf, readFloors, readGaps } from "../evaluate/floors.ts";
import { measureAll } from "../evaluate/measure.ts";
import { standings } from "../evaluate/targets.ts";

const floors = readFloors();
const gaps = readGaps();
const measurement = await measureAll(gaps);
const { measured, unread } = measurement;

const skipped = skippedCorpora();
if (skipped !== null) console.info(skipped);

describe.each(measured.map((one) => [one.file.key, one] as const))("%s", (key, { result, scores, stale }) => {
  test("scores no less than its floors", () => {
    expect(fallsOf(key, scores, floors)).toEqual([]);
  });

  test("gives a result that the schema allows", () => {
    expect(parseResultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
  });

  test("differs where the list of known gaps says so", () => {
    expect(stale).toEqual([]);
  });
});

test("a web page of a corpus is read", () => {
  expect(unread.filter(({ file }) => file.format === "html").map(({ file }) => file.key)).toEqual([]);
});

test("a file that is not read says why", () => {
  const failed = unread.filter(({ result }) => result.status === "failed");
  const silent = failed.filter(({ result }) => !result.diagnostics.some(({ severity }) => severity === "error"));
  expect(silent.map(({ file }) => file.key)).toEqual([]);
});

test("a file that had floors is still read", () => {
  expect(unread.flatMap(({ file }) => fallsOf(file.key, new Map(), floors))).toEqual([]);
});

test.each(standings(measurement).filter(({ name, got }) => got !== null && floors.reached.includes(name)))("still meets $name", ({ met }) => {
  expect(met).toBe(true);
});
