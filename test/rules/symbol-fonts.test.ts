import { describe, expect, test } from "vitest";
import { symbolFonts, symbolText } from "../../src/rules/symbol-fonts.ts";

describe.each(symbolFonts)("symbol font $id", ({ id, characters, examples }) => {
  test("writes its examples", () => {
    expect(examples).not.toHaveLength(0);
    for (const [code, character] of examples) expect(symbolText(id.replace("-", " "), code)).toBe(character);
  });

  test("has one character a code", () => {
    for (const [code, character] of Object.entries(characters)) {
      expect(code).toMatch(/^[2-9A-F][0-9A-F]$/u);
      expect([...character]).toHaveLength(1);
    }
  });
});

test("characters that nobody knows are kept, damaged codes are marked", () => {
  expect(symbolText("Wingdings", "F022")).toBe("\uf022");
  expect(symbolText("Webdings", "F061")).toBe("\uf061");
  expect(symbolText("仿宋", "4E00")).toBe("一");
  expect(symbolText("Wingdings", "")).toBe("\ufffd");
  expect(symbolText("Wingdings", "zz")).toBe("\ufffd");
});
