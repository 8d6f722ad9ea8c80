import { expect, test } from "vitest";
import { boldFont } from "../../src/rules/font-names.ts";

test.each(boldFont.examples)("%s is bold", (name) => {
  expect(name).toMatch(boldFont.pattern);
});

test.each(boldFont.not)("%s says nothing of it", (name) => {
  expect(name).not.toMatch(boldFont.pattern);
});
