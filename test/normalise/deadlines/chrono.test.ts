/**
 * chrono-node was thought of for explicit dates in running text. Our own rows read them, with places and guards; it stays as a yardstick.
 * Its clone, stripped to the parser of written dates, must agree with us wherever it reads a whole date.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strict } from "chrono-node/zh/hans";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDeadlines, parseDeadline } from "../../../src/deadlines.ts";
import { addDays, partsOf } from "../../../src/text/calendar.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const context = { year: 2020, issued: "2020-06-08" };
const noon = new Date(Date.UTC(2020, 5, 8, 4));

const chrono = strict.clone();
chrono.parsers = chrono.parsers.filter((parser) => parser.constructor.name === "ZHHansDateParser");

/** Whole dates that the clone reads, as `YYYY-MM-DD`; never through its Date, which knows a time zone. */
function datesByChrono(text: string): string[] {
  return chrono.parse(text, noon).flatMap(({ start, end }) =>
    [start, end ?? null].flatMap((part) => {
      if (part?.isCertain("day") !== true) return [];
      const two = (value: number | null) => String(value).padStart(2, "0");
      return [`${String(part.get("year"))}-${two(part.get("month"))}-${two(part.get("day"))}`];
    }),
  );
}

describe("the stripped clone", () => {
  test("keeps the one parser of written dates, by a name that the build has not mangled", () => {
    expect(chrono.parsers.map((parser) => parser.constructor.name)).toEqual(["ZHHansDateParser"]);
  });

  test("does not touch the stock parser", () => {
    expect(strict.parsers.length).toBeGreaterThan(3);
  });

  const day = fc.integer({ min: 0, max: 15_000 }).map((offset) => addDays("2001-01-01", offset));

  test("reads explicit dates in running text as we do", () => {
    fc.assert(fc.property(day, day, (one, other) => {
      const spell = (iso: string) => { const [y, m, d] = partsOf(iso); return `${String(y)}年${String(m)}月${String(d)}日`; };
      const text = `各县区要于${spell(one)}前完成自查，市级于${spell(other)}前完成验收。`;
      expect(findDeadlines(text, context).map(({ due }) => due)).toEqual([one, other]);
      expect(datesByChrono(text)).toEqual([one, other]);
    }));
  });

  test.each(["二〇二〇年六月三十日", "7月10日前", "2020年12月20日至2021年2月20日", "2020年6月31日前", "皖政办秘〔2020〕66号"])("agrees on %s", (text) => {
    const ours = parseDeadline(text, context).flatMap(({ start, due, kind }) => (kind === "interval" ? [start, due] : [due])).filter((iso) => iso !== null);
    expect(datesByChrono(text)).toEqual(ours);
  });
});

test("the stock parser takes 前 for “ago”: why it may not read cells", () => {
  expect(strict.parse("9月前", noon)).not.toEqual([]);
  expect(parseDeadline("9月前", context)[0]).toMatchObject({ due: "2020-08-31", alternatives: [{ due: "2020-09-30" }] });
});

test("nothing but the door for its users loads it", () => {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((name) => /from "chrono-node/u.test(readFileSync(join(root, "src", name), "utf8")))).toEqual(["chrono.ts"]);
});
