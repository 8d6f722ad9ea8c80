import { describe, expect, test } from "vitest";
import { besideHead, namesPhase, phaseName, sectionKind, sectionRules } from "../../src/rules/sections.ts";

describe.each(sectionRules)("section $id", (rule) => {
  test.each([...rule.examples])("%s", (heading) => {
    expect(sectionKind(heading)).toBe(rule.kind);
  });

  test.each([...(rule.not ?? [])])("not %s", (heading) => {
    expect(sectionKind(heading)).not.toBe(rule.kind);
  });
});

test("a heading of the work itself has no kind of its own", () => {
  expect(sectionKind("丰富赛事活动，完善赛事体系")).toBeNull();
});

test.each([...besideHead.examples])("%s stands beside the work", (words) => expect(words).toMatch(besideHead.pattern));

test.each([...besideHead.not])("%s is work", (words) => expect(words).not.toMatch(besideHead.pattern));

test.each([...phaseName.examples])("%s is a phase", (words) => {
  expect(namesPhase(words)).toBe(true);
});

test.each([...phaseName.not])("%s is none", (words) => {
  expect(namesPhase(words)).toBe(false);
});
