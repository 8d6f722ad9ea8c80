/** Fields and recurrences by the names that people have for them. */
import { expect, test } from "vitest";
import { settableNames } from "../../src/dataset/correct/settable.ts";
import { fieldName, recurrence } from "../../src/review/spoken.ts";

test("every field that can be set has a Chinese name", () => {
  for (const name of [...settableNames("a/b"), ...settableNames("a")].map((one) => one.replace(".N.", ".1."))) expect(fieldName(name, "zh"), name).toMatch(/^[\p{Script=Han}\d ]+$/u);
  expect([fieldName("deadlines.1.due", "zh"), fieldName("drop", "zh"), fieldName("deadlines.1.due", "en")]).toEqual(["时限2 截止日期", "删去", "deadlines.1.due"]);
});

test("plain recurrences are words, others stay rules", () => {
  expect([recurrence("FREQ=MONTHLY;INTERVAL=3", "zh"), recurrence("FREQ=YEARLY", "en"), recurrence("FREQ=MONTHLY;BYMONTHDAY=25", "zh")]).toEqual(["每季度", "every year", "FREQ=MONTHLY;BYMONTHDAY=25"]);
});
