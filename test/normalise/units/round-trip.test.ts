/** Printed members joined with their separators and tails give back the printed text: nothing between them is anything but a word of the tables. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { departments } from "../../../src/rules/units/departments.ts";
import { recogniseDocumentRule } from "../../../src/rules/units/documents.ts";
import { readUnitHeader, shortLabels } from "../../../src/rules/units/headers.ts";
import { byDutyWords, clauseOpeners, roleOpeners, roleVerbs, verbAdverbs, verbComplements } from "../../../src/rules/units/verbs.ts";
import { batchLabel, connectives, openWords } from "../../../src/rules/units/words.ts";
import { simplify } from "../../../src/text/traditional.ts";
import { folded } from "../../../src/text/fold.ts";
import { readIn } from "./reading.ts";

type Reading = ReturnType<typeof readIn>;

/** What is printed between and around the members, times and unread words, one piece a gap. */
function gapsOf(text: string, { members, deadlineRanges, unread }: Reading): string[] {
  const ranges = [...members.map(({ range }) => range), ...deadlineRanges, ...unread.map(({ range }) => range)].sort((a, b) => a[0] - b[0]);
  const gaps: string[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    gaps.push(text.slice(at, Math.max(at, start)));
    at = Math.max(at, end);
  }
  return [...gaps, text.slice(at)];
}

const small = [...roleVerbs.flatMap(({ words }) => words), ...verbAdverbs, ...verbComplements, ...clauseOpeners, ...roleOpeners.flatMap(({ words }) => words), ...connectives, "商"].sort((a, b) => b.length - a.length);

/** What no table explains of a gap. */
function leftover(gap: string): string {
  let rest = simplify(folded(gap)).replace(/[(（][^()（）]*(?:列|排|见|附|含)[^()（）]*[)）]/gu, "");
  rest = rest.replace(/([\u4e00-\u9fff]{1,16})[:】]/gu, (label: string, words: string) => (readUnitHeader(words) !== null || shortLabels.has(words) || batchLabel.test(words) || /时限|时间|期限|其中/u.test(words) ? "" : label));
  const rule = recogniseDocumentRule(rest);
  if (rule !== null) rest = rest.slice(0, rule.range[0]) + rest.slice(rule.range[1]);
  rest = rest.replace(/等(.*)$/u, (_, after: string) => openWords.pattern.exec(after)?.[1] === undefined ? `等${after}` : after.slice((openWords.pattern.exec(after)?.[1] ?? "").length));
  rest = rest.replace(byDutyWords.pattern, "");
  for (const word of small) rest = rest.split(word).join("");
  return rest.replace(/[、,;。:/|\s()[\]{}〔〕【】《》〈〉<>"“”★☆●·\d.①-⑳-]/gu, "");
}

describe("lists that are made up", () => {
  const bodies = departments.filter(({ kind, vertical }) => kind === "agency" && !vertical).flatMap(({ names }) => names.map((name) => name.split(/[=@]/u)[0] ?? "")).filter((name) => name.length >= 3 && !name.startsWith("委"));
  const unit = fc.tuple(fc.constantFrom("省", "市", "县", "区", "合肥市", "贵池区"), fc.constantFrom(...bodies)).map(([place, body]) => place + body);
  const list = fc.tuple(fc.uniqueArray(unit, { minLength: 1, maxLength: 6 }), fc.constantFrom("、", "，", "；", "\n")).map(([names, mark]) => ({ names, mark }));
  const tail = fc.constantFrom("", "负责", "牵头", "配合", "按职责分工负责", "等负责", "等部门配合", "分别负责落实", "。");

  test("read back exactly", () => {
    fc.assert(
      fc.property(list, tail, fc.constantFrom(null, "责任单位"), ({ names, mark }, end, header) => {
        const text = names.join(mark) + end;
        const reading = readIn(header, text);
        const gaps = gapsOf(text, reading);
        const printed = gaps.map((gap, i) => gap + (reading.members[i]?.text ?? "")).join("");
        expect(reading.unread).toEqual([]);
        expect(printed).toBe(text);
        expect(gaps).toEqual(["", ...names.slice(1).map(() => mark), end]);
      }),
      { numRuns: 400, seed: 20260110 },
    );
  });
});

test("real expressions: every word is in a member, a time, an unread stretch or a table", () => {
  const [, ...rows] = readFileSync(new URL("units.tsv", import.meta.url), "utf8").trimEnd().split("\n");
  const lists = rows.map((row) => row.split("\t")).filter(([expression = "", , , , , people = ""]) => people === "" && !expression.includes(" | "));
  const lost = lists.flatMap(([text = "", , , , , , , context = ""]) => {
    const reading = readIn(context.startsWith("column:") ? context.slice("column:".length) : null, text);
    return gapsOf(text, reading).map(leftover).filter((words) => words !== "").map((words) => `${words} ← ${text}`);
  });
  console.log(`round trip: ${lists.length} lists, ${lost.length} gaps that no table explains`);
  // The duty behind a verb is no part of the list.
  expect(lost).toEqual(["平台建设方对接平台改造求 ← 市政务公开办负责与平台建设方对接平台改造要求，各县（市）区政府负责落实"]);
});
