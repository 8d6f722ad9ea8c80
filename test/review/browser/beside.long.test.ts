/** Notices side by side in a real Chromium: seen, walked through with keys, read by axe; with a server and as one file. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packReview } from "../../../src/review/pack.ts";
import { openServer } from "../../../src/review/server.ts";
import { openReview, removeReviews, type Opened } from "../open.ts";
import { fileURLToPath } from "node:url";
import { accessibility, hasBrowser, openBrowser, openNotice, openPage } from "./chromium.ts";

const family = (name: string): string => fileURLToPath(new URL(`../../lineage/notices/${name}.html`, import.meta.url));
const levels = ["canteens-nation", "canteens-province", "canteens-city"].map(family);

let browser: Browser;
const closing: (() => void)[] = [];

beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser();
});
afterAll(async () => {
  removeReviews();
  for (const close of closing) close();
  if (hasBrowser) await browser.close();
});

/** The address of a review: of a server, or of a file that holds it. */
async function addressOf(review: Opened, as: "server" | "file"): Promise<string> {
  if (as === "server") {
    const server = await openServer(review, 0);
    closing.push(server.close);
    return server.address;
  }
  const path = join(review.folder, "out.html");
  writeFileSync(path, await packReview(review.shelf, await review.store.load(), "zh"));
  return `file://${path}`;
}

const compared = (page: Page, n: number): Promise<unknown> => page.waitForSelector(`body[data-compared="${String(n)}"]`);
const equalWords = (page: Page): Promise<string> => page.evaluate(() => [...(CSS.highlights.get("equal") ?? [])].map((range) => (range as Range).toString()).join("|"));

describe.runIf(hasBrowser).each(["server", "file"] as const)("as a %s", (as) => {
  test("every item of the province with the nation's above it and the city's below, and back with one key", async () => {
    const { page, foreign, errors } = await openPage(browser);
    await openNotice(page, await addressOf(openReview(levels), as));
    await page.keyboard.press("]");
    await compared(page, 1);
    expect(await page.locator("#beside .neighbours li").count()).toBe(2);
    expect(await page.locator("#tasks .row .beside").count()).toBe(12);
    const row = page.locator("#tasks .row").nth(10);
    expect(await row.locator(".answer").count()).toBe(2);
    await row.locator('.v[data-field="text"]').first().click();
    for (let i = 0; i < 4 && (await page.locator(".v.link.chosen").count()) === 0; i++) await page.keyboard.press("l");
    expect(await page.locator(".v.link.chosen").textContent()).toContain("国办发〔2031〕17号");
    expect(await equalWords(page)).toContain("社区食堂信息系统，实现就餐记录、补贴发放和食品抽检一网通查");
    await page.keyboard.press("t");
    await compared(page, 0);
    expect(await page.locator(".row.hit .no .v").textContent()).toBe("11");
    expect(await page.locator(".row.hit .answer").count()).toBe(2);
    await page.locator("#filter").selectOption("alone");
    expect(await page.locator("#tasks .row:not([hidden]) .answer").count()).toBe(0);
    expect(await page.locator("#tasks .row:not([hidden]) .none").count()).toBeGreaterThan(0);
    await page.locator("#beside .open").last().click();
    await page.waitForSelector('body[data-ready="2"]');
    expect([foreign, errors]).toEqual([[], []]);
    await page.close();
  }, 60_000);
});

describe.runIf(hasBrowser)("the filter of what is alone", () => {
  test("shows all of the next notice, which is not compared yet", async () => {
    const { page, errors } = await openPage(browser);
    await openNotice(page, await addressOf(openReview(levels), "server"));
    await compared(page, 0);
    await page.locator("#filter").selectOption("alone");
    await page.route("**/api/beside/1", () => undefined);
    await page.locator("#beside .open").first().click();
    await page.waitForSelector('body[data-ready="1"]');
    expect(await page.locator("#filter").inputValue()).toBe("");
    expect(await page.locator("#tasks .row:not([hidden])").count()).toBe(12);
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);

  test("keeps the row that is drawn anew when it is confirmed", async () => {
    const { page, errors } = await openPage(browser);
    await openNotice(page, await addressOf({ ...openReview(levels), person: "张三" }, "server"));
    await page.keyboard.press("]");
    await compared(page, 1);
    await page.locator("#filter").selectOption("alone");
    const shown = page.locator("#tasks .row:not([hidden])");
    const before = await shown.count();
    expect(before).toBeGreaterThan(0);
    await shown.first().locator(".what > .v").click();
    await page.keyboard.press("a");
    await expect.poll(() => page.locator("#tasks .row[data-standing=confirmed]").count()).toBe(1);
    expect(await shown.count()).toBe(before);
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);
});

describe.runIf(hasBrowser).each(["light", "dark"] as const)("%s", (colorScheme) => {
  test("axe has nothing against three years side by side, narrow too", async () => {
    const { page, errors } = await openPage(browser, { colorScheme });
    await openNotice(page, await addressOf(openReview([2031, 2032, 2033].map((year) => family(`county-${String(year)}`))), "server"));
    await compared(page, 0);
    expect(await accessibility(page)).toEqual([]);
    await page.setViewportSize({ width: 420, height: 800 });
    expect(await accessibility(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);
});

test.runIf(hasBrowser).each(["server", "file"] as const)("words of strangers run nothing beside a task, as a %s", async (as) => {
  const bad = "&lt;/mark&gt;&lt;img src=x onerror=window.hacked=1&gt;&lt;script&gt;window.hacked=1&lt;/script&gt;";
  const notice = (year: number): string =>
    `<!doctype html><html><body><h1>某某市人民政府关于印发${String(year)}年“&lt;img src=x onerror=window.hacked=1&gt;”任务分工的通知</h1><p>甲政发〔${String(year)}〕1号</p><table><tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr><tr><td>1</td><td>建设基层政务公开工作专题${bad}集中展现各领域公开信息，提供信息检索功能。</td><td>市财政局</td><td>6月底前</td></tr></table></body></html>`;
  const { page, foreign } = await openPage(browser);
  await openNotice(page, await addressOf(openReview([["a.html", notice(2031)], ["b.html", notice(2032)]]), as));
  await compared(page, 0);
  expect(await page.locator("#tasks .answer").count()).toBe(1);
  expect(await page.locator("#reading img, #reading script, #beside img, #beside script").count()).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked ?? 0)).toBe(0);
  expect(foreign).toEqual([]);
  await page.close();
}, 60_000);

test.runIf(hasBrowser)("what a person corrects is compared anew, and the counterparts stay under their rows", async () => {
  const { page, errors } = await openPage(browser);
  await openNotice(page, await addressOf({ ...openReview(levels), person: "张三" }, "server"));
  await page.keyboard.press("]");
  await compared(page, 1);
  const row = page.locator("#tasks .row").nth(10);
  expect(await row.textContent()).toContain("时限 2032-03-31 → 2032-06-30");
  await row.locator('.v[data-field="deadlines.0.due"]').click();
  await page.keyboard.press("e");
  await page.locator("#value").fill("2032-06-30");
  await page.locator("#reason").fill("更正通知");
  await page.locator("#reason").press("Enter");
  await expect.poll(() => row.textContent()).not.toContain("时限 2032-03-31 → 2032-06-30");
  expect(await row.locator(".answer").count()).toBe(2);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test.runIf(hasBrowser)("files that were changed elsewhere while all is compared: it is compared anew, and nothing is called under way for ever", async () => {
  const { page, errors } = await openPage(browser);
  const review = openReview(levels);
  const letGo: (() => Promise<void>)[] = [];
  await page.route("**/api/beside/*", async (route) => {
    if (letGo.length === 0) letGo.push(() => route.continue());
    else await route.continue();
  });
  await openNotice(page, await addressOf({ ...review, person: "张三" }, "server"));
  await expect.poll(() => page.locator("#told").textContent()).toBe("正在对照……");
  writeFileSync(review.paths.overrides, "# 另一页\n");
  await page.keyboard.press("a");
  await expect.poll(() => page.locator("#notes").textContent()).toContain("已被别处改动");
  await letGo[0]?.();
  await compared(page, 0);
  await expect.poll(() => page.locator("#told").textContent()).not.toContain("正在对照");
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);
