import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLinear } from "../../src/text/linear.ts";

const regexOf = (source: string) => {
  const { regex } = readLinear(source);
  if (regex === null) throw new Error(source);
  return regex;
};

/** Expressions of all parts over a small alphabet: most meet most texts. */
const source = fc.letrec<{ one: string; part: string; row: string; whole: string }>((tie) => ({
  one: fc.constantFrom("a", "b", "市", "[ab]", "[^a]", ".", "\\w", "\\d", "^", "$", "\\b", "\\B", "\\u5e02", "\\p{Script=Han}", "𠮷"),
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie("one"),
    fc.tuple(fc.constantFrom("(", "(?:"), tie("whole")).map(([open, inner]) => `${open}${inner})`),
    fc.tuple(fc.constantFrom("a", "[ab]", "."), fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "{0,}", "*?", "+?", "??")).map(([one, times]) => one + times),
    fc.tuple(tie("whole"), fc.constantFrom("*", "+", "?", "{2}", "{1,3}", "*?", "??")).map(([inner, times]) => `(${inner})${times}`),
  ),
  row: fc.array(tie("part"), { maxLength: 4 }).map((parts) => parts.join("")),
  whole: fc.oneof(tie("row"), fc.tuple(tie("row"), tie("row")).map(([one, other]) => `${one}|${other}`)),
}));

test("matches where the engine of JavaScript matches", () => {
  const text = fc.array(fc.constantFrom("a", "b", "市", "1"), { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(source.whole, text, (expression, words) => {
      const known = new RegExp(expression, "u").exec(words);
      const found = regexOf(expression).exec(words);
      expect(found === null ? null : [found.start, ...found.groups]).toEqual(known === null ? null : [known.index, ...known]);
    }),
    { numRuns: 1_000 },
  );
});

describe("a replacement is that of JavaScript", () => {
  test.each([
    ["^(.)旅发委$", "区旅发委", "$1旅游发展委员会"],
    ["(?<where>.)管局", "区管局和县管局", "$<where>管理局"],
    ["(市)(区)?", "市局", "$1[$2]$3$10$&$$$`$'"],
    ["(?:(a)|b)*", "ab", "<$1>"],
    ["甲|乙", "丙", "丁"],
    ["(甲)(乙)(丙)(丁)(戊)(己)(庚)(辛)(壬)(癸)", "甲乙丙丁戊己庚辛壬癸", "$10$1$11"],
  ])("%s of %s", (expression, words, replacement) => {
    expect(regexOf(expression).replace(words, replacement)).toBe(words.replace(new RegExp(expression, "u"), replacement));
  });
});

test("a character outside the basic plane is one", () => {
  expect(regexOf("^.𠮷.$").exec("市𠮷𠮷")).toMatchObject({ start: 0, end: 5 });
});

describe("an expression that takes the engine of JavaScript for ever is answered", () => {
  test.each(["^(([一-鿿])+)+!$", "^(a|a)*b$", "^(a*)*b$", "^(a+)+$!", "^(.*)*!$", "^((a|b)*)*c$", "^(a?){30}a{30}b$", "(x+x+)+y", "^(a|aa)+$b?c", "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)z"])("%s", (expression) => {
    for (const word of ["一", "a", "x"]) expect(regexOf(expression).exec(word.repeat(400))).toBeNull();
  });
});

describe("what takes more than linear time is refused with its reason", () => {
  test.each([
    ["(?=甲)乙", "looks ahead or behind"],
    ["(?!甲)乙", "looks ahead or behind"],
    ["(?<=甲)乙", "looks ahead or behind"],
    ["(?<!甲)乙", "looks ahead or behind"],
    ["(甲)\\1", "refers back"],
    ["(?<x>甲)\\k<x>", "refers back"],
    ["((甲{100}){100}){100}", "too long"],
    ["(", "cannot be read"],
    ["甲{2,1}", "cannot be read"],
    ["\\q", "cannot be read"],
  ])("%s: %s", (expression, reason) => {
    expect(readLinear(expression).refused).toContain(reason);
  });
});

test.each([
  ["^(.)旅发委$", "旅发委"],
  ["市?财政局", "财政局"],
  ["甲|乙", ""],
  ["[甲乙]+", ""],
  ["甲乙*丙", "甲"],
  ["(甲)", ""],
])("every match of %s holds “%s”", (expression, words) => expect(regexOf(expression).required).toBe(words));
