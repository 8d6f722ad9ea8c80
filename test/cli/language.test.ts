import { expect, test } from "vitest";
import { languageOf } from "../../src/cli/language.ts";

test.each([
  [[], {}, "zh"],
  [[], { LANG: "C.UTF-8" }, "zh"],
  [[], { LANG: "en_GB.UTF-8" }, "en"],
  [[], { LANG: "en_GB.UTF-8", LC_ALL: "zh_CN.UTF-8" }, "zh"],
  [["parse", "--lang", "en"], { LANG: "zh_CN.UTF-8" }, "en"],
  [["parse", "--lang=zh"], { LANG: "en_US" }, "zh"],
] as const)("languageOf %j %j -> %s", (argv, env, language) => {
  expect(languageOf(argv, env)).toBe(language);
});
