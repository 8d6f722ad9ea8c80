/** The page as one file: what it takes is what the program takes, and what is downloaded is a file of corrections that a dataset reads. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOverrides, type Override } from "../../../src/dataset/correct/overrides.ts";
import { packReview } from "../../../src/review/pack.ts";
import { openReview, removeReviews, seed } from "../open.ts";
import { hasBrowser, openBrowser, openNotice, openPage } from "./chromium.ts";

let browser: Browser;

beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser();
});
afterAll(async () => {
  removeReviews();
  if (hasBrowser) await browser.close();
});

/** The page of a notice as a file of 张三, at his desk in Beijing early in the morning. */
async function openFile(): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const review = openReview([seed("wanzheng-66.html")]);
  const path = join(review.folder, "out.html");
  writeFileSync(path, await packReview(review.shelf, await review.store.load(), "zh", "张三"));
  const { page, errors } = await openPage(browser, { timezoneId: "Asia/Shanghai" });
  await page.clock.setFixedTime(new Date("2026-11-01T23:00:00Z"));
  await openNotice(page, `file://${path}`);
  return { page, errors };
}

async function correct(page: Page, field: string, value: string, reason = "更正通知"): Promise<void> {
  await page.locator("#tasks .row .what > .v").first().click();
  await page.keyboard.press("e");
  await page.locator("#field").selectOption(field);
  await page.locator("#value").fill(value);
  await page.locator("#reason").fill(reason);
  await page.locator("#reason").press("Enter");
}

async function downloaded(page: Page): Promise<readonly Override[]> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#download").click()]);
  const { overrides, troubles } = readOverrides(readFileSync(await download.path(), "utf8"));
  expect(troubles).toEqual([]);
  return overrides;
}

describe.runIf(hasBrowser)("as a file", () => {
  test("a task that is added with some of its fields is a row that a dataset reads, of the person and the day here", async () => {
    const { page, errors } = await openFile();
    await page.keyboard.press("o");
    await page.locator("#value").fill("增加的一项");
    await page.locator("#printed").fill("印着的话");
    await page.locator("#add-responsible").fill("省财政厅");
    await page.locator("#reason").fill("漏读");
    expect(await page.locator("#person").inputValue()).toBe("张三");
    await page.locator("#reason").press("Enter");
    await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
    expect(await downloaded(page)).toMatchObject([{ op: "add", fields: { text: "增加的一项", responsible: "省财政厅" }, person: "张三", date: "2026-11-02" }]);
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);

  test("values are those that their fields take", async () => {
    const { page, errors } = await openFile();
    const given = [["weight", "5", 5], ["due", " 2020-11-30 ", "2020-11-30"], ["openEnded", "true", true], ["responsible", "", null], ["support", "市财政局", "市财政局"], ["kind", "phase", "phase"], ["others", "督导：省财政厅", "督导：省财政厅"]] as const;
    for (const [field, typed] of given) {
      await correct(page, field, typed);
      await expect.poll(() => page.locator("dialog[open]").count(), { message: field }).toBe(0);
    }
    expect(await downloaded(page)).toMatchObject(given.map(([field, , value]) => ({ field, value })));
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);

  test("what a field does not take is refused in the sentence of the program", async () => {
    const { page, errors } = await openFile();
    for (const [field, value, reason, sentence] of [
      ["due", "2020-13-01", "理由", "“完成时限”不是日期，要写成 2026-12-31 这样。"],
      ["deadlines.0.due", "年底", "理由", "不是日期，要写成 2026-12-31 这样。"],
      ["weight", "多", "理由", "“权重”要是数字。"],
      ["text", " ", "理由", "“任务内容”不能空着。"],
      ["others", "市财政局", "理由", "“其他角色”要写成“角色：单位”，几个之间用“；”。"],
      ["people", "张三", "理由", "要写成“姓名（角色）”"],
      ["kind", "x", "理由", "只能是 "],
      ["due", "2020-11-30", " ", "“理由”不能空着。"],
    ] as const) {
      await correct(page, field, value, reason);
      await expect.poll(() => page.locator("#wrong").textContent(), { message: `${field} ${value}` }).toContain(sentence);
      await page.keyboard.press("Escape");
    }
    expect(await page.locator("#download").count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);
});
