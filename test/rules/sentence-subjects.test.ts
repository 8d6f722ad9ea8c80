import { describe, expect, test } from "vitest";
import { doingWords } from "../../src/rules/sentence-subjects.ts";
import { subjectsIn } from "../../src/segment/subjects.ts";

const doers = (text: string): { role: string | null; text: string }[] =>
  subjectsIn({ text, spans: [{ start: 0, end: text.length }] }).map(({ role, quote }) => ({ role, text: quote.text }));

describe.each(doingWords)("doing words $id", ({ role, examples, not }) => {
  test.each(examples)("$sentence", ({ sentence, doers: names }) => {
    expect(doers(sentence)[0]).toEqual({ role, text: names });
  });

  test.each(not)("no doer: %s", (sentence) => {
    expect(doers(sentence)).toEqual([]);
  });
});
