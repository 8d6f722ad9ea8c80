import { expect, test } from "vitest";
import { radicalExamples, unifyRadicals } from "../../src/rules/radicals.ts";

test.each(radicalExamples)("$words is read $gives", ({ words, gives }) => {
  expect(unifyRadicals(words)).toBe(gives);
});

test("every Kangxi radical becomes the character that Unicode gives for it, but 户", () => {
  for (let code = 0x2f00; code <= 0x2fd5; code++) {
    const radical = String.fromCodePoint(code);
    expect(unifyRadicals(radical)).toBe(code === 0x2f3e ? "户" : radical.normalize("NFKC"));
  }
});

test("compatibility ideographs become the unified ones, other characters stay", () => {
  expect(unifyRadicals("\uf9ce金①２（）")).toBe(`${"\uf9ce".normalize("NFKC")}金①２（）`);
});
