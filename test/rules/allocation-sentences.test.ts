import { describe, expect, test } from "vitest";
import { allocationSentences, findAllocationSentences } from "../../src/rules/allocation-sentences.ts";

describe.each(allocationSentences)("sentence $id", (rule) => {
  test.each([...rule.examples])("$words", ({ words, clause }) => {
    const [found] = findAllocationSentences(words);
    expect(found?.rule.id).toBe(rule.id);
    expect(words.slice(found?.start, found?.end)).toBe(clause);
  });

  test.each([...rule.not])("not %s", (words) => {
    expect(findAllocationSentences(words).filter((found) => found.rule.id === rule.id)).toEqual([]);
  });
});
