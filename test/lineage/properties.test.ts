import fc from "fast-check";
import { expect, test } from "vitest";
import { commonBlocks, shortestBlock } from "../../src/lineage/blocks.ts";
import { clausesIn, comparable, gap } from "../../src/lineage/clauses.ts";
import { fingerprints, guaranteed } from "../../src/lineage/fingerprints.ts";
import { unitLists } from "../../src/lineage/unit-lists.ts";
import { reading } from "../../src/text/reading.ts";
import { linksOf, noticeWith } from "./notices.ts";

const characters = "建设基层政务公开工作专题集中展现各领域信息及有关策文件提供检索功能并与网站平台数据对接共享";
const run = fc.array(fc.constantFrom(...characters), { minLength: 0, maxLength: 40 }).map((parts) => parts.join(""));
const mark = fc.constantFrom("，", "、", "。", "；", " ", "\n", "全省", "12", "《某某意见》", "");

test("every run of twelve that two texts share has a common fingerprint", () => {
  const hashesOf = (text: string): Set<number> => {
    const hashes = new Set<number>();
    fingerprints(text, gap, (hash) => hashes.add(hash));
    return hashes;
  };
  fc.assert(
    fc.property(run, run, run, run, fc.array(fc.constantFrom(...characters), { minLength: guaranteed, maxLength: 30 }), (a, b, c, d, shared) => {
      const common = shared.join("");
      const [one, other] = [hashesOf(a + common + b), hashesOf(c + common + d)];
      expect([...one].some((hash) => other.has(hash))).toBe(true);
    }),
  );
});

test("blocks are equal, long enough, and no character is in two", () => {
  fc.assert(
    fc.property(run, run, run, (a, b, c) => {
      const [one, other] = [a + b + c, c + gap + a + b];
      const blocks = commonBlocks(one, other, gap);
      const [left, right] = [new Set<number>(), new Set<number>()];
      for (const block of blocks) {
        expect(block.length).toBeGreaterThanOrEqual(shortestBlock);
        expect(one.slice(block.a, block.a + block.length)).toBe(other.slice(block.b, block.b + block.length));
        for (let i = 0; i < block.length; i++) {
          expect(left.has(block.a + i) || right.has(block.b + i)).toBe(false);
          left.add(block.a + i);
          right.add(block.b + i);
        }
      }
    }),
  );
});

test("comparable text leads back to its printed words", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(run, mark), { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      const { text: folded, from, to, phraseEnds } = comparable(text);
      for (let i = 0; i < folded.length; i++) {
        expect(to[i]).toBeGreaterThan(from[i] ?? Infinity);
        if (folded.charCodeAt(i) > 2) expect(reading(text.slice(from[i], to[i]))).toBe(folded.charAt(i));
      }
      expect(phraseEnds.at(-1)).toBe(folded.length);
      for (const { start, end } of clausesIn(text, 1)) expect(text.slice(start, end)).not.toMatch(/[。；\n]/u);
    }),
  );
});

test("whatever is inserted, deleted, split, merged or swapped: no link without equal words, and the same from both sides", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(run, mark), { minLength: 1, maxLength: 6 }), fc.array(fc.tuple(fc.nat(5), mark, run), { minLength: 1, maxLength: 6 }), (pieces, edits) => {
      const mine = pieces.map(([words, sign]) => words + sign).join("");
      const other = edits.map(([at, sign, words]) => (pieces[at % pieces.length]?.[0] ?? "") + sign + words.slice(0, at)).join("");
      const notices = [noticeWith("甲", [mine]), noticeWith("乙", [other])] as const;
      const links = linksOf(...notices);
      expect(linksOf(notices[1], notices[0])).toEqual(links);
      for (const link of links) {
        const [from, to] = link.from.startsWith("甲") ? [mine, other] : [other, mine];
        const letters = (text: string): string => reading(text).replace(/[^\p{L}\p{N}]/gu, "");
        expect(link.parts.length).toBeGreaterThan(0);
        for (const part of link.parts) expect(letters(from.slice(part.from.start, part.from.end))).toBe(letters(to.slice(part.to.start, part.to.end)));
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["由国家发展改革委、教育部、财政部负责", ["国家发展改革委、教育部、财政部"]],
  ["教育、卫生健康、供水、供电", []],
  ["会议室、办公室建设", []],
  ["向市政务公开办报送稿件", []],
])("lists of units in %s", (text, expected) => {
  expect(unitLists(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
