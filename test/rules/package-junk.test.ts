import { expect, test } from "vitest";
import { junk } from "../../src/rules/package-junk.ts";

test.each(junk.examples)("%s is passed over", (name) => {
  expect(name).toMatch(junk.pattern);
});

test.each(junk.not)("%s is read", (name) => {
  expect(name).not.toMatch(junk.pattern);
});
