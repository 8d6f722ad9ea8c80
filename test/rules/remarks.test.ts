import { describe, expect, test } from "vitest";
import { doneForAll, remarkDone, remarkPlan, remarkRoles, remarkRule, remarkRules, remarkTime, timeForAll } from "../../src/rules/remarks.ts";

describe.each(remarkRules)("remark $id", (rule) => {
  test.each([...rule.examples])("%s", (words) => expect(remarkRule(words)).toBe(rule));

  test.each([...rule.not])("not %s", (words) => expect(remarkRule(words)).not.toBe(rule));
});

describe("time for all tasks", () => {
  test.each([...timeForAll.examples])("%s", (line) => expect(line).toMatch(timeForAll.pattern));
  test.each([...doneForAll.examples])("%s", (line) => expect(line).toMatch(doneForAll.pattern));
  test.each([...doneForAll.not])("not %s", (line) => expect(line).not.toMatch(doneForAll.pattern));
  test.each([...timeForAll.not])("not %s", (line) => expect(line).not.toMatch(timeForAll.pattern));
});

describe("a remark that says until when", () => {
  test.each([...remarkTime.examples])("$words", ({ words, time }) => expect(remarkTime.pattern.exec(words)?.groups?.["time"]).toBe(time));
  test.each([...remarkTime.not])("not %s", (words) => expect(words).not.toMatch(remarkTime.pattern));
});

describe("a remark that says when the row is done", () => {
  test.each([...remarkDone.examples])("$words", ({ words, time }) => expect(remarkDone.pattern.exec(words)?.groups?.["time"]).toBe(time));
  test.each([...remarkDone.not])("not %s", (words) => expect(words).not.toMatch(remarkDone.pattern));
});

describe("a remark that looks ahead", () => {
  test.each([...remarkPlan.examples])("%s", (words) => expect(words).toMatch(remarkPlan.pattern));
  test.each([...remarkPlan.not])("not %s", (words) => expect(words).not.toMatch(remarkPlan.pattern));
});

describe("a remark that says who helps", () => {
  test.each([...remarkRoles.examples])("%s", (words) => expect(words).toMatch(remarkRoles.pattern));
  test.each([...remarkRoles.not])("not %s", (words) => expect(words).not.toMatch(remarkRoles.pattern));
});
