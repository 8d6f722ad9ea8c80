import { describe, expect, test } from "vitest";
import { itemLabels, readLineLabel } from "../../src/rules/item-labels.ts";

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
])("%s", (line, meaning) => {
  expect(readLineLabel(line)?.meaning).toEqual(meaning);
});

test.each(["根据《条例》要求，做好以下工作：", "一是做好公开"])("%s has no label", (line) => {
  expect(readLineLabel(line)).toBeNull();
});
