/** Times of which a character is unknown: none of them has a day. */
import { expect, test } from "vitest";
import { findDeadlines } from "../../../src/normalise/deadlines/find.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";

test.each(["6月\ufffd前", "\ufffd月底前", "\ufffd月\ufffd前", "2021年\ufffd月底前", "202\ufffd年6月底前", "6月3\ufffd日前"])("%s", (text) => {
  const readings = parseDeadline(text, { year: 2021 });
  expect(readings.map(({ due }) => due)).toEqual(readings.map(() => null));
  expect(readings.map((reading) => reading.text).join("")).toContain("\ufffd");
  expect(findDeadlines(`${text}完成整改。`, { year: 2021 }).filter(({ due }) => due !== null)).toEqual([]);
});

test("one far from the time says nothing of it", () => {
  expect(parseDeadline("\ufffd局6月底前", { year: 2021 }).map(({ due }) => due)).toContain("2021-06-30");
});
