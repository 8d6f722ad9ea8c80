/**
 * Made notices of one seed in all formats: how many records are right, how many wrong in silence, and whether the formats agree.
 * `FENGONG_NOTICES=2000` reads as many as a release is measured with.
 */
import { expect, test } from "vitest";
import { agreement, read, report, tallyOf, writers, type Reading } from "./measure.ts";
import { makeNotice } from "./notice.ts";

/** Shares that were reached. */
const floors = { exact: 0.98, silent: 0.01, equal: 0.94 };

const count = Number(process.env["FENGONG_NOTICES"] ?? 400);

test(`${String(count)} notices are read as they were made, in all formats alike`, { timeout: count * 10_000 }, async () => {
  const readings: Reading[] = [];
  for (let i = 0; i < count; i++) {
    const notice = makeNotice(`long-${String(i)}`);
    for (const format of Object.keys(writers)) readings.push(await read(notice, format));
  }
  const { records, exact, silent, statedWrongly } = tallyOf(readings);
  const [equal, of] = agreement(readings);
  const words = report(readings);
  expect(exact / records, words).toBeGreaterThanOrEqual(floors.exact);
  expect(silent / records, words).toBeLessThanOrEqual(floors.silent);
  expect(statedWrongly / records, words).toBeLessThanOrEqual(0.02);
  expect(equal / of, words).toBeGreaterThanOrEqual(floors.equal);
});
