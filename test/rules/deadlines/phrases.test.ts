import { describe, expect, test } from "vitest";
import { phrasesThatClaim } from "../../../src/normalise/deadlines/grammar.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";
import { guards } from "../../../src/rules/deadlines/guards.ts";
import { phrases } from "../../../src/rules/deadlines/phrases.ts";
import { findDeadlines } from "../../../src/normalise/deadlines/find.ts";
import { brief } from "../../normalise/deadlines/brief.ts";

const context = { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-06-08" } as const;

test("ids are unique", () => {
  const ids = [...phrases.map(({ id }) => id), ...guards.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(phrases)("phrase $id", (rule) => {
  test("has an example", () => {
    expect(rule.examples).not.toHaveLength(0);
  });

  test.each(rule.examples)("alone reads $words", ({ words, gives }) => {
    expect(words.charAt(0)).toMatch(new RegExp(rule.begins));
    expect(phrasesThatClaim(words)).toEqual([rule.id]);
    const readings = parseDeadline(words, context);
    expect(readings.map(brief).join("; ")).toBe(gives);
    expect(readings.map(({ text }) => text).join("").replace(/[、和]/g, "")).toBe(words.replace(/[、和]/g, ""));
  });
});

describe.each(guards)("guard $id", (rule) => {
  test.each(rule.examples)("keeps out %s", (text) => {
    expect(findDeadlines(text, context)).toEqual([]);
  });

  test("without it, at least one example would be taken", () => {
    const words = rule.examples.map((text) => parseDeadline(text, context).filter(({ kind }) => kind !== "unrecognized").length);
    expect(Math.max(...words)).toBeGreaterThan(0);
  });
});

/** Forms that running text does not bind without more words around them. */
const onlyInCells = ["全年", "9月左右", "每年", "每季度", "每半年", "每周", "前3日", "2020年以后"];
const anywhere = phrases.filter(({ where }) => where === "anywhere").flatMap(({ examples }) => examples.map(({ words }) => words));

test.each(anywhere.filter((words) => !onlyInCells.includes(words)))("running text holds %s", (words) => {
  expect(findDeadlines(`各单位要${words}完成。`, context).length).toBeGreaterThan(0);
});
