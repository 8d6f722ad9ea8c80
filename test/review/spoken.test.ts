/** Fields by the names that people have for them. */
import { expect, test } from "vitest";
import { settableNames } from "../../src/dataset/correct/settable.ts";
import { fieldName } from "../../src/review/spoken.ts";

test("every field that can be set has a Chinese name", () => {
  for (const name of [...settableNames("a/b"), ...settableNames("a")].map((one) => one.replace(".N.", ".1."))) expect(fieldName(name, "zh"), name).toMatch(/^[\p{Script=Han}\d ]+$/u);
  expect([fieldName("deadlines.1.due", "zh"), fieldName("drop", "zh"), fieldName("deadlines.1.due", "en")]).toEqual(["时限2 截止日期", "删去", "deadlines.1.due"]);
});
