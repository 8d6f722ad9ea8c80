import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chineseNumber, chineseYear } from "../../src/text/numerals.ts";

describe("chineseNumber", () => {
  test.each([
    ["12", 12], ["１２", 12], ["零", 0], ["一", 1], ["两", 2], ["十", 10], ["十二", 12], ["二十", 20], ["三十一", 31],
    ["廿", 20], ["廿五", 25], ["卅", 30], ["卅一", 31], ["一百", 100], ["一百零五", 105], ["一百二十", 120], ["两千", 2000],
    ["二〇二〇", 2020], ["三〇", 30], ["一○", 10],
  ])("reads %s", (words, value) => {
    expect(chineseNumber(words)).toBe(value);
  });

  test.each(["", "元", "年", "十十", "二廿", "1年", "O", "1.5", "-3", "百百", "一千千"])("refuses %j", (words) => {
    expect(chineseNumber(words)).toBeNull();
  });

  test("reads back every number below a thousand", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), (value) => {
      expect(chineseNumber(spell(value))).toBe(value);
    }));
  });
});

describe("chineseYear", () => {
  test.each([
    ["2020", 2020], ["２０２０", 2020], ["二〇二〇", 2020], ["二○二○", 2020], ["二O二O", 2020], ["二零二零", 2020], ["二○二O", 2020], ["一九九八", 1998],
  ])("reads %s", (words, year) => {
    expect(chineseYear(words)).toBe(year);
  });

  test.each(["20", "20200", "二十", "0020", "9999", "二〇二"])("refuses %s", (words) => {
    expect(chineseYear(words)).toBeNull();
  });
});

function spell(value: number): string {
  const digit = "零一二三四五六七八九";
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  let words = hundreds > 0 ? `${digit.charAt(hundreds)}百` : "";
  if (tens > 0) words += (tens === 1 && hundreds === 0 ? "" : digit.charAt(tens)) + "十";
  else if (hundreds > 0 && ones > 0) words += "零";
  return ones > 0 ? words + digit.charAt(ones) : words;
}
