import { describe, expect, test } from "vitest";
import { symbolFontOf, symbolFonts, symbolText } from "../../src/rules/symbol-fonts.ts";

describe.each(symbolFonts)("symbol font $id", ({ id, rows, instead, examples }) => {
  test("writes its examples", () => {
    expect(examples).not.toHaveLength(0);
    for (const [code, character] of examples) expect(symbolText(id.replace("-", " "), code)).toBe(character);
  });

  test("has rows of sixteen characters, one a code", () => {
    for (const row of rows) expect(row).toMatch(/^[2-9A-F]0(?: (?:__|.)){16}$/u);
    for (const [code, character] of Object.entries(instead)) {
      expect(code).toMatch(/^[2-9A-F][0-9A-F]$/u);
      expect([...character]).toHaveLength(1);
    }
  });
});

test("characters that nobody knows are kept, damaged codes are marked", () => {
  expect(symbolText("Wingdings", "F0FF")).toBe("\uf0ff");
  expect(symbolText("Marlett", "F061")).toBe("\uf061");
  expect(symbolText("仿宋", "4E00")).toBe("一");
  expect(symbolText("Wingdings", "")).toBe("\ufffd");
  expect(symbolText("Wingdings", "zz")).toBe("\ufffd");
});

test("a font is known by its name as files write it", () => {
  const idOf = (name: string): string | undefined => symbolFontOf(name)?.id;
  expect(["ABCDEF+Wingdings-Regular", "Wingdings2", "Wingdings 2", "Wingdings-3", "SymbolMT", "Symbol,Bold", "ZapfDingbats", "ITC Zapf Dingbats"].map(idOf)).toEqual([
    "wingdings", "wingdings-2", "wingdings-2", "wingdings-3", "symbol", "symbol", "zapf-dingbats", "zapf-dingbats",
  ]);
  expect(["SimSun", "Segoe UI Symbol", "Arial", "SymbolSans", "Wingdings Sans"].map(idOf)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
