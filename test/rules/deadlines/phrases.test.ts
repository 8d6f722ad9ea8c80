import { describe, expect, test } from "vitest";
import { claimPhrases, phrasesThatClaim } from "../../../src/rules/deadlines/grammar.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";
import { guards, statements } from "../../../src/rules/deadlines/guards.ts";
import { phrases } from "../../../src/rules/deadlines/phrases.ts";
import { findDeadlines } from "../../../src/normalise/deadlines/find.ts";
import { brief } from "../../normalise/deadlines/brief.ts";

const context = { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-06-08" } as const;

test("ids are unique", () => {
  const ids = [...phrases, ...guards, ...statements].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(phrases)("phrase $id", (rule) => {
  test("has an example", () => {
    expect(rule.examples).not.toHaveLength(0);
  });

  test.each(rule.examples)("alone reads $words", ({ words, gives }) => {
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

  test.each(rule.not ?? [])("leaves in %s", (text) => {
    expect(findDeadlines(text, context).length).toBeGreaterThan(0);
  });

  test("without it, at least one example would be taken", () => {
    const claims = rule.examples.flatMap((text) => [...text].flatMap((_, at) => claimPhrases(text, at, "text")));
    expect(claims.some(({ rule: { means } }) => rule.means === null || rule.means.includes(means))).toBe(true);
  });
});

describe.each(statements)("statement $id", ({ pattern, examples, not }) => {
  test.each(examples)("a cell that says %s has no deadline, and that is said", (words) => {
    expect(words).toMatch(new RegExp(pattern));
    expect(parseDeadline(words, context)).toMatchObject([{ kind: "unrecognized", start: null, due: null, text: words }]);
  });

  test.each(not)("%s is one", (words) => {
    expect(words).not.toMatch(new RegExp(pattern));
    expect(parseDeadline(words, context).some(({ kind }) => kind !== "unrecognized")).toBe(true);
  });
});

/** Forms that running text does not bind without more words around them. */
const onlyInCells = ["全年", "9月左右", "每年", "每季度", "每半年", "每周", "前3日", "2020年以后", "2020年13月", "2020年6月00日"];
const anywhere = phrases.filter(({ where }) => where === "anywhere").flatMap(({ examples }) => examples.map(({ words }) => words));

test.each(anywhere.filter((words) => !onlyInCells.includes(words)))("running text holds %s", (words) => {
  expect(findDeadlines(`各单位要${words}完成。`, context).length).toBeGreaterThan(0);
});
