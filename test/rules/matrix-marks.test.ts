import { describe, expect, test } from "vitest";
import { legendEntries, legendRoles, legendSentence, marksApart, matrixMark, readLegend, roleMark, roleOfMark } from "../../src/rules/matrix-marks.ts";

test.each([...matrixMark.examples])("%s marks a unit", (words) => {
  expect(matrixMark.pattern.test(words)).toBe(true);
});

test.each([...matrixMark.not])("%s does not", (words) => {
  expect(matrixMark.pattern.test(words)).toBe(false);
});

describe.each(legendEntries)("$id", ({ examples, not }) => {
  test.each([...examples])("%s explains a mark", (words) => {
    expect(readLegend(words).size).toBe(1);
  });

  test.each([...not])("%s explains none", (words) => {
    expect(readLegend(words).size).toBe(0);
  });
});

describe.each(legendRoles)("$id", ({ role, examples }) => {
  test.each([...examples])("%s", (words) => {
    expect([...readLegend(`●为${words}`).values()]).toEqual([role]);
  });
});

test.each([...roleMark.examples])("%s carries a mark", (words) => {
  expect(marksApart(`${words}、市统计局`)).toHaveLength(1);
});

test.each([...roleMark.not])("%s carries none", (words) => {
  expect(marksApart(`${words}、市统计局`)).toEqual([]);
});

test.each([...legendSentence.examples])("%s explains marks of the notice", (words) => {
  expect(legendSentence.pattern.test(words)).toBe(true);
  expect(readLegend(words).size).toBe(1);
});

test.each([...legendSentence.not])("%s explains none", (words) => {
  expect(legendSentence.pattern.test(words)).toBe(false);
});

test("a mark before every name is a bullet", () => {
  expect(marksApart("●市财政局；●市统计局")).toEqual([]);
});

test("a legend of several marks", () => {
  expect([...readLegend("注：★为牵头单位，△为配合单位；○参与")]).toEqual([["★", "lead"], ["△", "support"], ["○", "support"]]);
});

test("words are their own legend, signs are not", () => {
  expect(roleOfMark("牵头", new Map())).toBe("lead");
  expect(roleOfMark("√", new Map())).toBeNull();
  expect(roleOfMark("√", new Map([["√", "support"]]))).toBe("support");
});
