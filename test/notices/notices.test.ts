import { expect, test } from "vitest";
import { choose, choiceNames, plainest, settle } from "./choices.ts";
import { isRight, missesOf, read, tallyOf, writers, type Reading } from "./measure.ts";
import { makeNotice } from "./notice.ts";
import { shrink } from "./shrink.ts";

const seeds = Array.from({ length: 24 }, (_, i) => `quick-${String(i)}`);

async function readAll(format: string): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const seed of seeds) readings.push(await read(makeNotice(seed), format));
  return readings;
}

test("the same seed gives the same notice, another seed another", () => {
  expect(makeNotice("same")).toEqual(makeNotice("same"));
  expect(writers["html"]?.(makeNotice("same"))).not.toEqual(writers["html"]?.(makeNotice("other")));
});

test("settled choices stay as they are", () => {
  for (let i = 0; i < 500; i++) {
    const choices = choose(`settled-${String(i)}`);
    expect(settle(choices)).toEqual(choices);
  }
});

test("every value of every choice comes up", () => {
  const seen = new Map(choiceNames.map((name) => [name, new Set<string>()]));
  for (let i = 0; i < 3000; i++) for (const name of choiceNames) seen.get(name)?.add(choose(`seen-${String(i)}`)[name]);
  for (const name of choiceNames) expect(seen.get(name)?.size, name).toBeGreaterThan(1);
});

test("every record of an answer stands in the file", () => {
  for (const seed of seeds) {
    const notice = makeNotice(seed);
    const page = new TextDecoder().decode(writers["html"]?.(notice)).replace(/<[^>]+>|\s/gu, "");
    if (notice.choices.cut === "record") continue;
    for (const { text } of notice.gold.tasks) expect(page).toContain(text.replace(/\s/gu, ""));
  }
});

test("a failing notice is made plainer for as long as it fails", async () => {
  const notice = makeNotice("shrink", settle({ ...makeNotice("shrink").choices, place: "table", shape: "rows", time: "caption", side: "2" }));
  const small = await shrink(notice, async (other) => Promise.resolve(other.choices.time === "caption"));
  expect(choiceNames.filter((name) => small.choices[name] !== plainest(name))).toEqual(["time"]);
});

test.each(Object.keys(writers))("notices in %s are read as they were made", async (format) => {
  const readings = await readAll(format);
  const { records, exact, silent } = tallyOf(readings);
  const misses = readings.filter((reading) => !isRight(reading)).map(missesOf).join("\n");
  expect(exact / records, misses).toBeGreaterThanOrEqual(floors.exact);
  expect(silent / records, misses).toBeLessThanOrEqual(floors.silent);
});

/** Shares of records that were reached. */
const floors = { exact: 0.9, silent: 0.06 };
