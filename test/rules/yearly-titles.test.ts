import { expect, test } from "vitest";
import { makingVerb } from "../../src/rules/standing-phrases.ts";
import { isSameTopic, topicOf, yearlyTitles } from "../../src/rules/yearly-titles.ts";
import { titleKey } from "../../src/text/title.ts";

test.each(yearlyTitles.map(({ title, topic }) => [title, topic] as const))("%s is about “%s”", (title, topic) => {
  expect(topicOf(titleKey(title))).toBe(titleKey(topic));
});

test.each(yearlyTitles.flatMap(({ title, not }) => (not === undefined ? [] : [[title, not] as const])))("%s is no earlier %s", (title, not) => {
  expect(isSameTopic(topicOf(titleKey(title)), topicOf(titleKey(not)))).toBe(false);
});

test.each([["优化营商环境", "营商环境提升"], ["工业经济高质量发展行动", "工业经济提升"], ["政务公开", "政务公开"], ["教育", "教育"], ["高质量发展", "高质量发展"]])("%s and %s are one topic", (one, other) => {
  expect([isSameTopic(one, other), isSameTopic(other, one)]).toEqual([true, true]);
});

test.each([["建成县中医院康复楼", true], ["制定节约用水条例", true], ["企业开办全流程压缩", false], ["废旧锂电池由企业回收", false], ["城区学前教育", false]])("%s opens with a verb of making: %s", (text, expected) => {
  expect(makingVerb.test(text)).toBe(expected);
});
