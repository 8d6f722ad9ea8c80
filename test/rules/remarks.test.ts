import { describe, expect, test } from "vitest";
import { remarkRule, remarkRules } from "../../src/rules/remarks.ts";

describe.each(remarkRules)("remark $id", (rule) => {
  test.each([...rule.examples])("%s", (words) => expect(remarkRule(words)).toBe(rule));

  test.each([...rule.not])("not %s", (words) => expect(remarkRule(words)).not.toBe(rule));
});
