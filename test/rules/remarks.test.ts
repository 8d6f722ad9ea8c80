import { describe, expect, test } from "vitest";
import { remarkRule, remarkRules, timeForAll } from "../../src/rules/remarks.ts";

describe.each(remarkRules)("remark $id", (rule) => {
  test.each([...rule.examples])("%s", (words) => expect(remarkRule(words)).toBe(rule));

  test.each([...rule.not])("not %s", (words) => expect(remarkRule(words)).not.toBe(rule));
});

describe("time for all tasks", () => {
  test.each([...timeForAll.examples])("%s", (line) => expect(line).toMatch(timeForAll.pattern));
  test.each([...timeForAll.not])("not %s", (line) => expect(line).not.toMatch(timeForAll.pattern));
});
