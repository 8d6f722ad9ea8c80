import { describe, expect, test } from "vitest";
import { aimLabel, answersLabel, itemLabels, labelAlone, markBeforeLabel, measureLabel, readLineLabel } from "../../src/rules/item-labels.ts";

describe.each(itemLabels)("label $id", (rule) => {
  test.each([...rule.examples])("%s", (label) => {
    expect(readLineLabel(`${label}：一二三`)).toMatchObject({ label, meaning: { kind: rule.kind } });
  });
});

test.each([
  ["牵头单位：市科技局", { kind: "units", role: "lead" }],
  ["责任 单位: 市科技局", { kind: "units", role: "responsible" }],
  ["【责任单位】：市科技局", { kind: "units", role: "responsible" }],
  ["完成时限：12月底前", { kind: "time" }],
  ["▲责任单位：市科技局", { kind: "units", role: "responsible" }],
  ["● 牵头单位：市科技局", { kind: "units", role: "lead" }],
  ["——完成时限：12月底前", { kind: "time" }],
  ["•【配合单位】市科技局", { kind: "units", role: "support" }],
  ["实际完成情况：主体已封顶。", { kind: "note" }],
  ["1-6月进展情况：已开工三处。", { kind: "note" }],
])("%s", (line, meaning) => {
  expect(readLineLabel(line)?.meaning).toEqual(meaning);
});

test.each(["根据《条例》要求，做好以下工作：", "一是做好公开"])("%s has no label", (line) => {
  expect(readLineLabel(line)).toBeNull();
});

describe.each([measureLabel, aimLabel, markBeforeLabel])("$id", ({ pattern, examples, not }) => {
  test.each([...examples])("%s", (label) => expect(label).toMatch(pattern));
  test.each([...not])("not %s", (label) => expect(label).not.toMatch(pattern));
});

test.each([
  ["责任单位", "市水利局、市教育局", true],
  ["牵头单位：", "市水利局", true],
  ["【责任单位】", "各县（市、区）政府。", true],
  ["完成时限", "2024年6月底前", true],
  ["责任单位", "建设标准化厂房。", false],
  ["完成时限", "加快推进", false],
])("%s alone on a line, %s below it: %s", (line, below, answers) => {
  const label = labelAlone(line);
  expect(label !== null && answersLabel(below, label)).toBe(answers);
});

test.each(["重点任务", "责任领导", "工作要求：", "责任单位要抓好落实"])("%s is no label alone", (line) => expect(labelAlone(line)).toBeNull());
