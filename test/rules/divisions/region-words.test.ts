import { describe, expect, test } from "vitest";
import { provinceOfShortName, readRegionWords, zoneWithin } from "../../../src/rules/divisions/region-words.ts";

describe("the place at the beginning of a name", () => {
  test.each([
    ["安徽省芜湖市繁昌区文化和旅游局", 2021, null, "安徽省芜湖市繁昌区", "340212"],
    ["镇江市教育局", null, null, "镇江市", "321100"],
    ["合肥市民政局", null, null, "合肥市", "340100"],
    ["上海市市场监管局", null, null, "上海市", "310000"],
    ["吉林市教育局", null, null, "吉林市", "220200"],
    ["安徽芜湖市教育局", null, null, "安徽芜湖市", "340200"],
    ["北京市东城区教委", null, null, "北京市东城区", "110101"],
    ["鼓楼区政府", null, "320100", "鼓楼区", "320106"],
    ["鼓楼区政府", null, "350000", "鼓楼区", "350102"],
    ["市中区教育局", null, "370100", "市中区", "370103"],
    ["朝阳市建平县", null, null, "朝阳市建平县", "211322"],
    ["南京市江北新区管委会", null, null, "南京市", "320100"],
    ["安徽芜湖三山经济开发区管委会", null, null, "安徽芜湖三山经济开发区", "340272"],
  ])("%s in %s within %s", (text, year, within, words, code) => {
    const read = readRegionWords(text, year, within);
    expect(text.slice(0, read?.length)).toBe(words);
    expect(read?.division?.code).toBe(code);
  });

  test.each(["鼓楼区政府", "市中区教育局", "朝阳区教委"])("%s is not settled without a parent", (text) => {
    expect(readRegionWords(text, null, null)?.division).toBeNull();
  });

  test.each(["合肥市场监管局", "东区教育局", "市财政局", "区发改委", "教育部", "合肥教育局", ""])("%s begins with no place", (text) => {
    expect(readRegionWords(text, null, null)).toBeNull();
  });
});

describe("zones of a city", () => {
  test.each([
    ["经开区", "340200", "340271"],
    ["经济技术开发区", "340202", "340271"],
    ["三山经济开发区", "340200", "340272"],
    ["经济开发区", "340200", undefined],
    ["高新区", "340200", undefined],
    ["经开区", "340000", undefined],
  ])("%s in %s", (name, within, code) => expect(zoneWithin(name, within)?.code).toBe(code));
});

test("short names of provinces", () => {
  expect(provinceOfShortName("内蒙古")?.code).toBe("150000");
  expect(provinceOfShortName("贵池")).toBeNull();
});
