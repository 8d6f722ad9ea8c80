/** How the page lies on the screen, in a real Chromium. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { packReview } from "../../../src/review/pack.ts";
import { openServer, type ReviewServer } from "../../../src/review/server.ts";
import { openReview, removeReviews, seed, type Opened } from "../open.ts";
import { hasBrowser, openBrowser, openNotice, openPage } from "./chromium.ts";

let browser: Browser;
const servers: ReviewServer[] = [];

beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser();
});
afterAll(async () => {
  removeReviews();
  for (const server of servers) server.close();
  if (hasBrowser) await browser.close();
});

async function show(review: Opened, options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
  const server = await openServer(review, 0);
  servers.push(server);
  const { page } = await openPage(browser, options);
  await openNotice(page, server.address);
  return page;
}

/** Top and bottom of an element on the screen. */
const edges = (page: Page, selector: string): Promise<readonly [number, number]> =>
  page.evaluate((wanted) => {
    const { top, bottom } = document.querySelector(wanted)!.getBoundingClientRect();
    return [Math.round(top), Math.round(bottom)] as const;
  }, selector);

/** Whether the chosen row is in view, or as much of it as there is room for. */
async function isWhole(page: Page): Promise<boolean> {
  const [[top, bottom], [above, below]] = [await edges(page, ".row.hit"), await edges(page, "#reading")];
  return top >= above && (bottom <= below || (bottom - top > below - above - 16 && top < above + 16));
}

describe.runIf(hasBrowser)("the page on the screen", () => {
  test("keys stand at its lower edge, the source and the reading fill what is between, however short they are and whatever is shown above them", async () => {
    const page = await show(openReview([["broken.pdf", "%PDF-1.7 nothing"], seed("liutiliucu-4.html")]));
    const fills = async (): Promise<boolean> => {
      const [[, keys], [top, bottom], [, bar], [keysTop]] = [await edges(page, ".keys"), await edges(page, "main"), await edges(page, "#shelf:not([hidden]), .bar"), await edges(page, ".keys")];
      return keys === 900 && bottom === keysTop && top >= bar;
    };
    expect(await fills()).toBe(true);
    await page.click("#shelf-button");
    await page.waitForSelector("#shelf li");
    expect(await fills()).toBe(true);
    await page.close();
  }, 60_000);

  test("a row that is gone to is there as a whole, and so it is when others are laid beside it", async () => {
    const page = await show(openReview([seed("wanzheng-66.html"), seed("wuhu-kaoping.html")]));
    for (let row = 0; row < 6; row++) {
      await page.keyboard.press("j");
      if (row === 3) await page.waitForSelector("body[data-compared]");
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await isWhole(page), `row ${String(row)}`).toBe(true);
    }
    await page.close();
  }, 60_000);

  test("what was chosen stays in view when the other notices are laid above it", async () => {
    const page = await show(openReview([seed("wanzheng-66.html"), seed("wuhu-kaoping.html"), seed("guichi-2018.html")]));
    for (let row = 0; row < 4; row++) await page.keyboard.press("j");
    await page.waitForSelector("body[data-compared]");
    expect(await isWhole(page)).toBe(true);
    await page.close();
  }, 60_000);

  test("a file that cannot be opened is called by its name, and is not said to be away", async () => {
    const page = await show(openReview([["broken.pdf", "%PDF-1.7 nothing"]]));
    expect(await page.textContent("h1")).toBe("broken.pdf");
    expect(await page.textContent("#sheets")).toBe("这份文件没有能画出来的内容。");
    await page.close();
  }, 60_000);

  test("the help says one thing a line, with its keys", async () => {
    const page = await show(openReview([seed("liutiliucu-4.html")]));
    await page.keyboard.press("?");
    const lines = await page.locator("#help li").evaluateAll((found) => found.map((line) => [[...line.querySelectorAll("kbd")].map(({ textContent }) => textContent).join(""), line.lastElementChild?.textContent ?? ""]));
    expect(lines.map(([keys]) => keys)).toEqual(["jk", "hl", "nN", "a", "A", "e", "d", "o", "w", "u", "/", "g", "v", "t", "][", "?"]);
    expect(lines.filter(([, what]) => what === "" || what?.includes("·") === true)).toEqual([]);
    await page.close();
  }, 60_000);

  test.each(["a server", "a file"])("notices that bear one title are told apart by the names of their files, those with most to look at first, from %s", async (from) => {
    const review = openReview([seed("liutiliucu-4.docx"), seed("liutiliucu-4.html"), ["broken.pdf", "%PDF-1.7 nothing"]]);
    const page = from === "a server" ? await show(review) : (await openPage(browser)).page;
    if (from === "a file") {
      const path = join(review.folder, "out.html");
      writeFileSync(path, await packReview(review.shelf, await review.store.read(), "zh"));
      await openNotice(page, `file://${path}`);
    }
    await page.waitForSelector("body[data-compared]");
    await page.click("#shelf-button");
    await page.waitForSelector("#shelf .n:text('1 要看')");
    const lines = await page.locator("#shelf button").allTextContents();
    expect(lines).toEqual([expect.stringMatching(/^broken\.pdf1 要看$/u), expect.stringMatching(/的通知liutiliucu-4\.docx0 要看$/u), expect.stringMatching(/的通知liutiliucu-4\.html0 要看$/u)]);
    await page.close();
  }, 60_000);
});
