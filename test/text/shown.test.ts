import { describe, expect, test } from "vitest";
import { harmless, jsonText, printable } from "../../src/text/shown.ts";

describe("words that may be shown", () => {
  test.each([
    ["ESC, BEL and C1", "\u001B]0;x\u0007\u009B31m", "\uFFFD]0;x\uFFFD\uFFFD31m"],
    ["marks of direction", "a\u202Eb\u2066c\u2069d\u200Ee\u200Ff\u061C", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFD"],
    ["line ends", "a\r\nb\nc\rd\u2028e\u0085", "a⏎b⏎c\uFFFDd\uFFFDe\uFFFD"],
    ["tags that hide words", "a\u{E0041}\u{E007F}b", "a\uFFFD\uFFFDb"],
    ["notes between lines", "\uFFF9甲\uFFFA乙\uFFFB", "\uFFFD甲\uFFFD乙\uFFFD"],
    ["DEL and NUL", "a\u007F\u0000b", "a\uFFFD\uFFFDb"],
    ["nothing of what words are written with", "市财政局　（①）👩\u200D💻葛\u{E0100}\u00A0é\u200B", "市财政局　（①）👩\u200D💻葛\u{E0100}\u00A0é\u200B"],
  ])("printable: %s", (_, text, shown) => {
    expect(printable(text)).toBe(shown);
    expect(harmless(shown)).toBe(shown);
  });

  test("harmless keeps lines, and our colours where they are shown", () => {
    const text = "a\tb\r\nc\rd\n\u001B[31me\u001B[39m\u001B[8m\u001B[31";
    expect(harmless(text)).toBe("a\tb\r\nc\uFFFDd\n\uFFFD[31me\uFFFD[39m\uFFFD[8m\uFFFD[31");
    expect(harmless(text, true)).toBe("a\tb\r\nc\uFFFDd\n\u001B[31me\u001B[39m\uFFFD[8m\uFFFD[31");
  });

  test("JSON means the same and has nothing that steers", () => {
    const data = { "\u202Ekey": "\u001B\u009B\u007F\u2029\u{E0041}甲\n", list: [null, 1, "\t"] };
    for (const pretty of [false, true]) {
      const text = jsonText(data, pretty);
      expect(JSON.parse(text)).toEqual(data);
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202E\u2029\u{E0041}]/u);
    }
    expect(jsonText({ a: "甲" })).toBe('{"a":"甲"}\n');
  });
});
