import { describe, expect, test } from "vitest";
import { allocatesOnly, allocatingLine, countBehind, dutiesOfUnit, groupAllocation, groupLead, headAllocation, headAllocations, orderInName, sharedAllocation, sharedAllocationStart, speaksOfSeveral } from "../../src/rules/shared-allocations.ts";

test.each([...sharedAllocation.examples])("%s says who does all of it", (words) => {
  expect(words.slice(sharedAllocationStart(words) ?? 0)).toMatch(/^(?:由|责任单位)/u);
});

test.each([...sharedAllocation.not])("%s does not", (words) => {
  expect(sharedAllocationStart(words)).toBeNull();
});

test("this one task is not several", () => {
  expect(speaksOfSeveral("（以上任务由市住建局牵头）")).toBe(true);
  expect(speaksOfSeveral("本项工作由县水利局牵头")).toBe(false);
});

describe.each(headAllocations)("$id", ({ examples, not }) => {
  test.each([...examples])("$words", ({ words, clause }) => {
    expect(words.slice(...(headAllocation(words) ?? [0, 0]))).toBe(clause);
  });

  test.each([...not])("not %s", (words) => {
    expect(headAllocation(words)).toBeNull();
  });
});

describe(groupLead.id, () => {
  test.each([...groupLead.examples])("$words", ({ words, clause }) => {
    expect(words.slice(...(groupAllocation(words) ?? [0, 0]))).toBe(clause);
  });

  test.each([...groupLead.not])("not %s", (words) => {
    expect(groupAllocation(words)).toBeNull();
  });
});

describe(allocatingLine.id, () => {
  test.each([...allocatingLine.examples])("%s", (words) => expect(allocatesOnly(words)).toBe(true));
  test.each([...allocatingLine.not])("not %s", (words) => expect(allocatesOnly(words)).toBe(false));
});

describe(orderInName.id, () => {
  test.each([...orderInName.examples])("%s", (words) => expect(words).toMatch(orderInName.pattern));
  test.each([...orderInName.not])("not %s", (words) => expect(words).not.toMatch(orderInName.pattern));
  test.each(["由县应急局牵头，县供电公司配合，6月10日前完成", "市供应集团负责"])("%s allocates and does nothing else", (line) => expect(allocatesOnly(line)).toBe(true));
  test.each(["县应急局应负责", "县财政局要牵头落实资金，县应急局配合"])("%s does more", (line) => expect(allocatesOnly(line)).toBe(false));
});

describe(countBehind.id, () => {
  test.each([...countBehind.examples])("%s", (words) => expect(words).toMatch(countBehind.pattern));
  test.each([...countBehind.not])("not %s", (words) => expect(words).not.toMatch(countBehind.pattern));
});

describe(dutiesOfUnit.id, () => {
  test.each([...dutiesOfUnit.examples])("$words", ({ words, unit }) => {
    expect(dutiesOfUnit.pattern.exec(words)?.groups?.["unit"]).toBe(unit);
  });

  test.each([...dutiesOfUnit.not])("not %s", (words) => {
    expect(dutiesOfUnit.pattern.test(words)).toBe(false);
  });
});
