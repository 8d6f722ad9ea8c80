import { expect, test } from "vitest";
import { compiledWhenAsked } from "../../src/text/compiled.ts";

test("an expression is spelt with the first question, and once", () => {
  let spelt = 0;
  const pattern = compiledWhenAsked(() => `a${++spelt}`, "y");
  expect(spelt).toBe(0);
  expect(pattern().source).toBe("a1");
  expect(pattern()).toBe(pattern());
  expect(pattern().flags).toBe("y");
  expect(spelt).toBe(1);
});
