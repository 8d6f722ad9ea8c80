import { expect, test } from "vitest";
import { makingVerb } from "../../src/rules/standing-phrases.ts";
import { topicOf, yearlyTitles } from "../../src/rules/yearly-titles.ts";
import { titleKey } from "../../src/text/title.ts";

test.each(yearlyTitles.map(({ title, topic }) => [title, topic] as const))("%s is about “%s”", (title, topic) => {
  expect(topicOf(titleKey(title))).toBe(titleKey(topic));
});

test.each([["建成县中医院康复楼", true], ["制定节约用水条例", true], ["企业开办全流程压缩", false], ["废旧锂电池由企业回收", false], ["城区学前教育", false]])("%s opens with a verb of making: %s", (text, expected) => {
  expect(makingVerb.test(text)).toBe(expected);
});
