import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAssignment } from "../../../src/normalise/units/assignment.ts";
import { departments } from "../../../src/rules/units/departments.ts";
import { neverInNames } from "../../../src/rules/units/verbs.ts";
import { recogniseAllocation } from "../../../src/rules/units/allocation.ts";
import { recogniseDocumentRule } from "../../../src/rules/units/documents.ts";
import { plain, readIn } from "./reading.ts";

const bodies = departments
  .filter(({ kind, vertical }) => kind === "agency" && !vertical)
  .flatMap(({ names }) => names.flatMap((name) => (name.split("@")[0] ?? "").split("=")))
  .filter((name) => name.length >= 3 && !name.startsWith("委"));
const unit = fc.tuple(fc.constantFrom("省", "市", "县", "区"), fc.constantFrom(...bodies)).map(([prefix, body]) => prefix + body);
const units = fc.uniqueArray(unit, { minLength: 1, maxLength: 8 });
/** Short forms of two departments: local finance or the vertical regulator. */
const sharedForms = new Set(["金融监管局"]);
const separator = fc.constantFrom("、", "，", ",", "；", "\n", " ", "、\n");
const last = fc.constantFrom("、", "和", "及", "与", "以及", "");

test("every listed name with every prefix is one member, as printed, with its function", () => {
  const wrong = departments.flatMap(({ id, names }) =>
    names
      .flatMap((name) => (name.split("@")[0] ?? "").split("="))
      .flatMap((body) => ["省", "市", "县", "区", "州", "旗"].map((prefix) => prefix + body))
      .filter((name) => {
        const { members } = readIn("责任单位", name);
        return members.length !== 1 || members[0]?.text !== name || (members[0].function !== id && !sharedForms.has(name.slice(1)));
      }),
  );
  expect(wrong).toEqual([]);
});

describe("lists read back", () => {
  test("whatever the separators", () => {
    fc.assert(
      fc.property(units, separator, last, (names, mark, end) => {
        const text = names.length < 2 ? names.join("") : names.slice(0, -1).join(mark) + end + (names.at(-1) ?? "");
        expect(readIn("责任单位", text).members.map((member) => member.text)).toEqual(names);
      }),
      { numRuns: 400, seed: 20260101 },
    );
  });

  test("with roles by words", () => {
    fc.assert(
      fc.property(units, units, fc.constantFrom("配合", "参与", "负责落实", "按职责分工负责", "协助", "等部门配合"), (leads, others, verb) => {
        const reading = readIn(null, `${leads.join("、")}牵头，${others.join("、")}${verb}`);
        expect(reading.members.filter(({ role }) => role === "lead").map(({ text }) => text)).toEqual(leads);
        expect(reading.members.filter(({ role }) => role === "support").map(({ text }) => text)).toEqual(others);
      }),
      { numRuns: 300, seed: 20260102 },
    );
  });

  test("no lead is made up", () => {
    fc.assert(
      fc.property(units, fc.constantFrom("", "负责", "配合", "参与", "分工负责", "等", "落实", "按职责分工负责"), fc.constantFrom(null, "责任单位", "配合单位", "指导单位"), (names, tail, header) => {
        expect(readIn(header, names.join("、") + tail).members.filter(({ role }) => role === "lead")).toEqual([]);
      }),
      { numRuns: 300, seed: 20260103 },
    );
  });
});

const alphabet = fc.constantFrom(..."市县区省各局委办部门政府、，,；;：:（()）〔〕【】等和与及牵头配合负责落实按职责分工2020年12月底前完成 \n由会同单位责任财教𠮷ABC。".split(""), "市财政局", "各县（市、区）", "牵头单位：", "责任单位：");
const noise = fc.array(alphabet, { maxLength: 60 }).map((parts) => parts.join(""));

describe("any text", () => {
  test("ranges point at the printed words, ascend and do not overlap; no member has a verb tail", () => {
    fc.assert(
      fc.property(noise, fc.constantFrom(null, "责任单位", "牵头单位"), (text, header) => {
        const { members, deadlineRanges, unread } = readIn(header, text);
        let end = 0;
        for (const member of members) {
          expect(text.slice(...member.range).replace(/[\s]/gu, "")).toBe(member.text);
          expect(member.range[0]).toBeGreaterThanOrEqual(end);
          end = member.range[1];
          expect(end).toBeLessThanOrEqual(text.length);
          expect(member.text).not.toMatch(neverInNames);
          expect(member.text.replace(/[(（[〔【].*[)）\]〕】]/gu, "")).not.toMatch(/[；;。]/u);
        }
        for (const [start, stop] of [...deadlineRanges, ...unread.map(({ range }) => range)]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(stop).toBeGreaterThanOrEqual(start);
          expect(stop).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1500, seed: 20260104 },
    );
  });

  test("the same words give the same answer", () => {
    fc.assert(
      fc.property(noise, (text) => {
        expect(parseAssignment(text, plain)).toEqual(parseAssignment(text, plain));
      }),
      { numRuns: 200, seed: 20260105 },
    );
  });
});

describe("reading takes linear time", () => {
  const patterns = ["市", "市、", "各市、县", "（", "）", "（市", "牵头", "负责", "负责、", "和", "市财政局和", "市财政局", "财政局 ", "等", "等部门", "会同", "按职责分工", "：", "责任单位：", "，下同", "2020年", "列第一位", "由", "委", "各", "均需", "以下各项", "，自", "开发区、"];
  // Processor time, for the machine may be busy.
  const time = (pattern: string, length: number, read: (text: string) => unknown): number => {
    const text = pattern.repeat(Math.ceil(length / pattern.length));
    const start = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  test.each(patterns)("%s repeated", (pattern) => {
    for (const read of [(text: string) => readIn("责任单位", text), recogniseAllocation, recogniseDocumentRule]) expect(time(pattern, 40_000, read)).toBeLessThan(1500);
  });
});
