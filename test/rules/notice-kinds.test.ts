import { describe, expect, test } from "vitest";
import { noticeKindRule, noticeKindRules } from "../../src/rules/notice-kinds.ts";

describe.each(noticeKindRules)("notice kind $id", (rule) => {
  test.each([...rule.examples])("%s", (title) => {
    expect(noticeKindRule(title, null)?.id).toBe(rule.id);
  });

  test.each([...(rule.not ?? [])])("not %s", (title) => {
    expect(noticeKindRule(title, null)?.id).not.toBe(rule.id);
  });
});

test("a genre outside allocates nothing", () => {
  expect(noticeKindRules.filter(({ outside, allocates }) => outside === true && allocates)).toEqual([]);
});

test("the enclosed plan says more than the letter that forwards it", () => {
  expect(noticeKindRule("某市人民政府办公室关于做好有关工作的通知", "2020年政务公开工作考评方案")?.kind).toBe("assessment-plan");
});

test("a title without such words says nothing", () => {
  expect(noticeKindRule("某市人民政府公报", null)).toBeNull();
  expect(noticeKindRule(null, null)).toBeNull();
});
