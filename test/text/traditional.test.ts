import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { characterRows, simplify } from "../../src/text/traditional.ts";

describe("traditional script", () => {
  test.each([
    ["關於印發任務分工的通知", "关于印发任务分工的通知"],
    ["鶴政辦〔2022〕12號", "鹤政办〔2022〕12号"],
    ["責任單位：市發展和改革委員會", "责任单位：市发展和改革委员会"],
    ["简体不变，〔〕[]不变", "简体不变，〔〕[]不变"],
  ])("%s", (printed, simplified) => {
    expect(simplify(printed)).toBe(simplified);
  });

  test("the rows pair one character with one, each once, and no result is traditional itself", () => {
    const traditional = characterRows.flatMap(([row]) => [...row]);
    for (const [from, to] of characterRows) expect(from.length).toBe(to.length);
    expect(new Set(traditional).size).toBe(traditional.length);
    for (const [, to] of characterRows) expect(simplify(to)).toBe(to);
  });

  test("keeps the length of any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => simplify(text).length === text.length));
  });
});
