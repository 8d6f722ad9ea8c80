import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDocumentNumbers, readDocumentNumber, sameNumber } from "../../src/text/document-number.ts";

describe("a number alone", () => {
  test.each([
    ["皖政办秘〔2020〕66号", "皖政办秘", 2020, 66, false],
    ["国发[2006]29号", "国发", 2006, 29, false],
    ["国办函［2016］３８号", "国办函", 2016, 38, false],
    ["国办发（2018）117 号", "国办发", 2018, 117, false],
    ["皖政 办【2020】5号", "皖政办", 2020, 5, false],
    ["（华政发〔2021〕2号）", "华政发", 2021, 2, false],
    ["和政发〔2020〕第1号", "和政发", 2020, 1, false],
    ["皖政办〔20205号", "皖政办", 2020, 5, true],
    ["皖政办2020〕5号", "皖政办", 2020, 5, true],
    ["国令第706号", "国令", null, 706, false],
    ["中华人民共和国国务院令第706号", "中华人民共和国国务院令", null, 706, false],
    ["示例市人民政府公告2020年第5号", "示例市人民政府公告", 2020, 5, false],
  ])("%s", (text, agencyCode, year, serial, repaired) => {
    expect(readDocumentNumber(text)).toMatchObject({ agencyCode, year, serial, repaired });
  });

  test.each(["第706号", "〔2020〕66号", "2020年6月8日", "关于皖政办〔2020〕5号的通知", "无", "003091/202004-00012"])("%s is none", (text) => {
    expect(readDocumentNumber(text)).toBeNull();
  });
});

describe("numbers in running text", () => {
  test.each([
    ["根据《通知》(皖政务办〔2020〕5号)要求", ["皖政务办〔2020〕5号"]],
    ["按照皖政〔2021〕3号和国办发〔2020〕5号文件", ["皖政〔2021〕3号", "国办发〔2020〕5号"]],
    ["（1991年3月4日中华人民共和国国务院令第76号发布", ["中华人民共和国国务院令第76号"]],
    ["请示（国科发高〔2018〕235号）收悉", ["国科发高〔2018〕235号"]],
    ["根据《通知》（原政办发〔2041〕30号）和《方案》(和政发〔2020〕1号)", ["原政办发〔2041〕30号", "和政发〔2020〕1号"]],
    ["代替原国办发〔2001〕1号", ["国办发〔2001〕1号"]],
    ["见《通知》（见国办发〔2001〕1号）", ["国办发〔2001〕1号"]],
    ["位于人民路2018号，共12号地块", []],
    ["各单位（2020）年", []],
  ])("%s", (text, expected) => {
    const found = findDocumentNumbers(text);
    expect(found.map((number) => number.text)).toEqual(expected);
    for (const { text: printed, range } of found) expect(text.slice(...range)).toBe(printed);
  });

  test("any text gives ranges that hold what was read", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("皖政", "办", "〔", "2020", "〕", "5", "号", "（", "）", "令第", " ", "和", "。"), { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        for (const number of findDocumentNumbers(text)) {
          expect(text.slice(...number.range).replace(/\s/gu, "")).toBe(number.text);
          expect(number.text.startsWith(number.agencyCode)).toBe(true);
        }
      }),
    );
  });
});

test("brackets of any kind make one number", () => {
  expect(sameNumber("皖政办〔2020〕5号", "皖政办[2020] 5号")).toBe(true);
  expect(sameNumber("皖政办〔2020〕5号", "皖政办〔2020〕15号")).toBe(false);
});
