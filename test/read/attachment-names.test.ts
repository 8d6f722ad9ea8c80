import { describe, expect, test } from "vitest";
import { byName, labelInName, letterFirst } from "../../src/read/attachment-names.ts";

describe("labelInName", () => {
  test.each([
    ["附件1.docx", "附件1"],
    ["a/附件 2-联系表.pdf", "附件2"],
    ["附件十：台账.xlsx", "附件10"],
    ["附件：任务分解表.docx", "附件"],
    ["关于印发方案的通知（附件３）.doc", "附件3"],
    ["附表1.docx", "附件1"],
    ["attachment_4.pdf", "附件4"],
    ["Annex.pdf", "附件"],
    ["通知.html", null],
    ["附近商户名单.docx", null],
    ["附件1/通知.html", null],
    ["reattached.pdf", null],
  ])("%s -> %s", (name, label) => {
    expect(labelInName(name)).toBe(label);
  });
});

test("names stand in the order in which a person lists them", () => {
  expect(["附件10.docx", "附件2.docx", "b", "a10", "a9", "a"].sort(byName)).toEqual(["a", "a9", "a10", "b", "附件2.docx", "附件10.docx"]);
});

describe("letterFirst", () => {
  test.each([
    [["附件1.docx", "通知.html"], "通知.html", ["附件1.docx"]],
    [["b.docx", "a.pdf", "c.html"], "c.html", ["a.pdf", "b.docx"]],
    [["附件10.pdf", "正文.pdf", "附件2.pdf", "表.html"], "正文.pdf", ["附件2.pdf", "附件10.pdf", "表.html"]],
    [["附件1.pdf", "附件2.pdf"], "附件1.pdf", ["附件2.pdf"]],
    [["one.pdf"], "one.pdf", []],
  ])("%j", (names, letter, others) => {
    const found = letterFirst(names);
    expect(found?.letter).toBe(letter);
    expect(found?.attachments.map(({ name }) => name)).toEqual(others);
  });

  test("none of nothing", () => {
    expect(letterFirst([])).toBeNull();
  });
});
