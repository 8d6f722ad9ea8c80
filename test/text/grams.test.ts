import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DatabaseSync } from "node:sqlite";
import { indexTerms, searchQuery } from "../../src/text/grams.ts";
import { folded } from "../../src/text/fold.ts";

test.each([
  ["政务", "政务 务"],
  ["政务公开", "政务 务公 公开 开"],
  ["水", "水"],
  ["推进5G基站、APP建设", "推进 进 5G 基站 站 APP 建设 设"],
  ["政\n务", "政务 务"],
  ["２０２０年", "2020 年"],
  ["。，！", ""],
  ["𠮷野家", "𠮷野 野家 家"],
])("indexTerms(%j) is %j", (text, terms) => {
  expect(indexTerms(text)).toBe(terms);
});

test.each([
  ["政务", '"政务"'],
  ["办公厅", '"办公 公厅"'],
  ["水", '"水"*'],
  ["5G基站", '"5G 基站"'],
  ["甲乙5G", '"甲乙 乙 5G"'],
  ['"政务" OR *', '"政务 务 OR"'],
  ["！", null],
])("searchQuery(%j) is %j", (words, query) => {
  expect(searchQuery(words)).toBe(query);
});

describe("a full-text index of pairs", () => {
  const database = new DatabaseSync(":memory:");
  database.exec("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 0')");
  const ask = database.prepare("SELECT count(*) AS n FROM t WHERE t MATCH ?");

  test("finds every stretch of Chinese characters that stands in a text, and none that does not", () => {
    const character = fc.constantFrom(..."政务公开改革水电一二。、5G ");
    const text = fc.string({ unit: character, minLength: 1, maxLength: 30 });
    const word = fc.string({ unit: fc.constantFrom(..."政务公开改革水电一二"), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(text, word, (x, w) => {
        database.exec("DELETE FROM t");
        database.prepare("INSERT INTO t VALUES (?)").run(indexTerms(x));
        expect(ask.get(searchQuery(w))?.["n"]).toBe(folded(x).includes(w) ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });
});
