/** Official times in the real chrono-node. */
import { Chrono, zh } from "chrono-node";
import { describe, expect, test } from "vitest";
import { official, officialParser } from "../src/chrono.ts";
import { findDeadlines, parseDeadline } from "../src/deadlines.ts";
import { phrases } from "../src/rules/deadlines/phrases.ts";

const reference = new Date(2021, 2, 5, 12);
const dayOf = (date: Date | undefined): string | undefined => date && [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
const read = (text: string, chrono = official): (string | undefined)[][] => chrono.parse(text, reference).map((one) => [one.text, dayOf(one.start.date()), dayOf(one.end?.date())]);

describe("official", () => {
  test.each([
    ["三季度末", [["三季度末", "2021-09-30", undefined]]],
    ["请于2020年9月30日前报送材料，12月底前完成整改。", [["2020年9月30日前", "2020-09-30", undefined], ["12月底前", "2020-12-31", undefined]]],
    ["2021年3月至6月", [["2021年3月至6月", "2021-03-01", "2021-06-30"]]],
    ["6月底前完成摸底，6月底前完成整改", [["6月底前", "2021-06-30", undefined], ["6月底前", "2021-06-30", undefined]]],
    ["请于三季度末前报送", [["三季度末前", "2021-09-30", undefined]]],
    ["上半年", [["上半年", "2021-01-01", "2021-06-30"]]],
    ["（9月底前）", [["9月底前", "2021-09-30", undefined]]],
  ])("reads %s", (text, wanted) => {
    expect(read(text)).toEqual(wanted);
    for (const { index, text: words } of official.parse(text, reference)) expect(text.slice(index, index + words.length)).toBe(words);
  });

  test.each(["长期坚持", "每季度末报送", "印发之日起10个工作日内", "《2020年工作要点》已经印发", "春节前后", "", "0.5%"])("invents no day for %j", (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    ["2020年9月30日前", ["year", "month", "day"]],
    ["9月30日前", ["month", "day"]],
    ["9月底前", ["month"]],
    ["2020年9月底前", ["year", "month"]],
    ["三季度末", []],
    ["2020年底前", ["year"]],
  ] as const)("of %s is certain what is printed", (text, wanted) => {
    const [{ start } = { start: null }] = official.parse(text, reference);
    expect(start).not.toBeNull();
    expect((["year", "month", "day"] as const).filter((part) => start?.isCertain(part))).toEqual(wanted);
    expect(start?.get("day")).not.toBeNull();
  });

  test("of a time that takes its year from the one before only its own parts are certain", () => {
    expect(official.parse("2020年3月启动，年底前完成", reference).map(({ start }) => start.isCertain("year"))).toEqual([true, false]);
    expect(official.parse("2020年9月底前，12月底前", reference).map(({ start }) => start.isCertain("year"))).toEqual([true, false]);
  });

  test("tells kind, rules and warnings", () => {
    const [reading] = official.parse("国庆节前", reference);
    expect([...(reading?.tags() ?? [])]).toEqual(expect.arrayContaining(["fengong/by"]));
    expect([...(official.parse("9月(暂定)", reference)[0]?.tags() ?? [])]).toContain("fengong/partly-read");
  });
});

describe("officialParser", () => {
  test("takes year and date of issue", () => {
    expect(read("三季度末", new Chrono({ parsers: [officialParser({ year: 2020 })], refiners: [] }))).toEqual([["三季度末", "2020-09-30", undefined]]);
    expect(read("自印发之日起10个工作日内", new Chrono({ parsers: [officialParser({ issued: "2021-04-28" })], refiners: [] }))[0]?.[1]).toBe("2021-05-14");
  });

  test("stands beside the parsers of chrono's own Chinese", () => {
    const both = zh.casual.clone();
    both.parsers.unshift(officialParser({ year: 2020 }));
    expect(read("三季度末完成，昨天说的", both)).toEqual([["三季度末", "2020-09-30", undefined], ["昨天", "2021-03-04", undefined]]);
  });

  test.each([{ yaer: 2020 }, { year: "2020" }, { issued: "2020-13-01" }, null])("refuses %j", (context) => {
    expect(() => officialParser(context as never)).toThrow(TypeError);
  });

  test.each(phrases.flatMap(({ examples }) => examples.map(({ words }) => words)))("gives the days of our own reading of %s", (words) => {
    const parser = new Chrono({ parsers: [officialParser({ year: 2021 })], refiners: [] });
    const own = findDeadlines(words, { year: 2021 });
    const wanted = (own.length > 0 ? own : parseDeadline(words, { year: 2021 })).flatMap(({ due }) => due ?? []);
    expect(parser.parse(words, reference).map((one) => dayOf((one.end ?? one.start).date()))).toEqual(wanted);
  });
});
