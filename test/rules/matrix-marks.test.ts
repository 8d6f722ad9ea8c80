import { describe, expect, test } from "vitest";
import { isForm, legendEntries, legendRoles, legendSentence, marksApart, matrixMark, readLegend, roleMark, roleOfMark, rolesByMarks, stateLegend, taskOfMatrix, unitCorner } from "../../src/rules/matrix-marks.ts";

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

test.each([...unitCorner.examples])("%s heads units in rows of a matrix", (words) => {
  expect(unitCorner.pattern.test(words)).toBe(true);
});

test.each([...unitCorner.not])("%s heads none", (words) => {
  expect(unitCorner.pattern.test(words)).toBe(false);
});

test.each([...taskOfMatrix.examples])("%s heads a task", (words) => {
  expect(taskOfMatrix.pattern.test(words)).toBe(true);
});

test.each([...taskOfMatrix.not])("%s heads no task", (words) => {
  expect(taskOfMatrix.pattern.test(words)).toBe(false);
});

test.each([...stateLegend.examples])("%s: marks say how things stand", (words) => {
  expect(stateLegend.pattern.test(words)).toBe(true);
});

test.each([...stateLegend.not])("%s: marks say who acts", (words) => {
  expect(stateLegend.pattern.test(words)).toBe(false);
});

test.each(["是否参会", "身份证复印件", "周一", "第二次集中学习", "已报送方案"])("%s is ticked off", (words) => {
  expect(isForm(words)).toBe(true);
});

test.each(["整治背街小巷", "检修第二泵站", "收集材料清单"])("%s is work", (words) => {
  expect(isForm(words)).toBe(false);
});

test("words of a role and two marks tell roles, one mark tells none", () => {
  expect([["牵头", "配合"], ["★", "☆", "★"], ["√", "√"], []].map(rolesByMarks)).toEqual([true, true, false, false]);
});
