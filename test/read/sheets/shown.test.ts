import { expect, test } from "vitest";
import { builtInFormats } from "../../../src/rules/sheet-formats.ts";
import { openShower } from "../../../src/read/sheets/shown.ts";

const shower = await openShower(false);

/** 44561 is 2021-12-31. */
test.each<[pattern: string, value: number | string, shown: string]>([
  ["General", 12, "12"],
  ["General", 0.1 + 0.2, "0.3"],
  ["General", 12345678901, "12345678901"],
  ["@", 12, "12"],
  ["@", "2021年底", "2021年底"],
  ["0%", 0.15, "15%"],
  ["0.00%", 0.1234, "12.34%"],
  ["#,##0.00", 1234.5, "1,234.50"],
  ["00", 3, "03"],
  ['"第"0"项"', 3, "第3项"],
  ['@"负责"', "市财政局", "市财政局负责"],
  [";;;", 5, ""],
  [";;;", "隐藏", ""],
  ["yyyy/m/d", 44561, "2021/12/31"],
  ['yyyy"年"m"月"d"日"', 44561, "2021年12月31日"],
  ["yyyy\\-mm\\-dd", 44561, "2021-12-31"],
  ['[$-804]yyyy"年"m"月"d"日";@', 44561, "2021年12月31日"],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', 44561, "二〇二一年十二月三十一日"],
  ['[DBNum1][$-804]m"月"d"日"', 44287, "四月一日"],
  ["[DBNum1]General", 123, "一百二十三"],
  ["[DBNum1]0", 123, "一二三"],
  ["[DBNum2]General", 23, "贰拾叁"],
  ['上午/下午h"时"mm"分"', 44561.75, "下午6时00分"],
  ["[$-F800]dddd, mmmm dd, yyyy", 44561, "2021年12月31日"],
  ["[$-804]aaaa", 44561, "星期五"],
  ["mmm-yy", 44561, "Dec-21"],
  ["[h]:mm", 1.5, "36:00"],
  ["yyyy/m/d", -5, "-5"],
  ["yyyy/m/d", 1e12, "1E+12"],
  ["not [a pattern", 5, "5"],
  ["not [a pattern", "words", "words"],
])("%s shows %s as %s", (pattern, value, shown) => {
  expect(shower.show(value, pattern).trim()).toBe(shown);
});

test("workbooks that count from 1904 show the same days", async () => {
  const other = await openShower(true);
  expect(other.show(44561 - 1462, "yyyy/m/d")).toBe("2021/12/31");
  expect(other.show(15, "0")).toBe("15");
});

/** ECMA-376 part 1, 18.8.30, table for zh-CN; 44561.75 is 2021-12-31 18:00. */
test.each<[id: number, shown: string]>([
  [14, "2021/12/31"], [15, "31-Dec-21"], [16, "31-Dec"], [17, "Dec-21"], [20, "18:00"], [22, "2021/12/31 18:00"],
  [27, "2021年12月"], [28, "12月31日"], [29, "12月31日"], [30, "12-31-21"], [31, "2021年12月31日"], [32, "18时00分"], [33, "18时00分00秒"],
  [34, "下午6时00分"], [35, "下午6时00分00秒"], [36, "2021年12月"], [50, "2021年12月"], [51, "12月31日"], [52, "2021年12月"], [53, "12月31日"],
  [54, "12月31日"], [55, "下午6时00分"], [56, "下午6时00分00秒"], [57, "2021年12月"], [58, "12月31日"],
])("built-in format %i shows a day as %s", (id, shown) => {
  expect(shower.show(44561.75, builtInFormats[id] ?? "")).toBe(shown);
});

test("every built-in format is one that the library reads", () => {
  for (const [id, pattern] of Object.entries(builtInFormats)) expect([id, shower.show(1.5, pattern)]).not.toEqual([id, pattern]);
});
