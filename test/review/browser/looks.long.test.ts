/** How the page lies on the screen, in a real Chromium. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import type { Language } from "../../../src/model/finding.ts";
import { readOverrides } from "../../../src/dataset/correct/overrides.ts";
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

async function show(review: Omit<Opened, "language"> & { readonly language: Language }, options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
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

  test("a notice that is chosen in the list is opened, and the list closed", async () => {
    const page = await show(openReview([seed("wanzheng-66.html"), seed("wuhu-kaoping.html")]));
    await page.click("#shelf-button");
    await page.click("#shelf li:last-child button");
    await page.waitForSelector('body[data-ready="1"]');
    expect([await page.locator("#shelf").isVisible(), await page.getAttribute("#shelf-button", "aria-expanded")]).toEqual([false, "false"]);
    await page.close();
  }, 60_000);

  test("what is said of a task stays in its column in English too", async () => {
    const page = await show({ ...openReview([seed("wanzheng-66.html")]), language: "en" });
    const wide = await page.evaluate(() => [...document.querySelectorAll(".row .no")].filter((cell) => cell.scrollWidth > cell.clientWidth).length);
    expect(wide).toBe(0);
    await page.close();
  }, 60_000);

  test("a search chooses what it finds, and nothing is done to a task that it hides", async () => {
    const page = await show({ ...openReview([seed("liutiliucu-4.html")]), person: "张三" });
    const rows = page.locator("#tasks .row");
    await rows.nth(5).locator(".what > .v").click();
    const words = (await rows.nth(2).locator(".what > .v").textContent()) ?? "";
    await page.keyboard.press("/");
    await page.keyboard.type(words.slice(0, 12));
    await page.keyboard.press("Enter");
    expect(await page.locator(".row.hit").getAttribute("data-id")).toBe(await rows.nth(2).getAttribute("data-id"));
    await page.keyboard.press("a");
    await expect.poll(() => rows.nth(2).getAttribute("data-standing")).toBe("confirmed");
    await page.keyboard.press("/");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("没有这样的字");
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    expect(await page.locator(".row.hit").count()).toBe(0);
    expect(await page.locator("#tasks .row[data-standing=confirmed]").count()).toBe(1);
    await page.close();
  }, 60_000);

  test("what is wrong with a value is in view in a low window too", async () => {
    const page = await show({ ...openReview([seed("wanzheng-66.html")]), person: "张三" }, { viewport: { width: 700, height: 450 } });
    await page.locator("#tasks .row").first().locator(".what > .v").click();
    await page.keyboard.press("e");
    await page.waitForSelector("dialog[open]");
    await page.selectOption("#field", "due");
    await page.fill("#value", "2020-13-01");
    await page.fill("#reason", "电话");
    await page.locator("#value").focus();
    await page.evaluate(() => { document.querySelector("dialog")?.scrollTo(0, 0); });
    await page.evaluate(() => { document.querySelector("form")?.requestSubmit(); });
    await page.waitForSelector("#wrong:not([hidden])");
    const [top, bottom] = await edges(page, "#wrong");
    const [above, below] = await edges(page, "#dialog");
    expect([top >= above, bottom <= below]).toEqual([true, true]);
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

  test("whoever drops a task goes on at the next one, and comes back to it with u", async () => {
    const page = await show({ ...openReview([seed("liutiliucu-4.html")]), person: "张三" });
    const chosen = (): Promise<string | null> => page.locator(".row.hit").getAttribute("data-id");
    const ids = await page.locator("#tasks .row").evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset["id"]));
    for (const [at, next] of [[2, 3], [7, 6]] as const) {
      await page.locator("#tasks .row").nth(at).locator(".what > .v").click();
      await page.keyboard.press("d");
      await page.keyboard.type("不是任务");
      await page.keyboard.press("Enter");
      await expect.poll(chosen).toBe(ids[next]);
      await page.keyboard.press("u");
      await expect.poll(chosen).toBe(ids[at]);
    }
    await page.close();
  }, 60_000);

  test("numbers and days of a narrow column of a DOCX stand in one line", async () => {
    const page = await show(openReview([seed("guichi-2018.docx")]));
    const lines = await page.locator(".flow .short p").evaluateAll((found) => found.map((one) => Math.round(one.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(one).lineHeight))));
    expect(new Set(lines)).toEqual(new Set([1]));
    await page.close();
  }, 60_000);
});

describe.runIf(hasBrowser)("the file of --html", () => {
  async function inFile(): Promise<{ readonly page: Page; readonly rows: () => Promise<ReturnType<typeof readOverrides>> }> {
    const review = openReview([seed("wanzheng-66.html")]);
    const path = join(review.folder, "out.html");
    writeFileSync(path, await packReview(review.shelf, await review.store.read(), "zh"));
    const { page } = await openPage(browser);
    await openNotice(page, `file://${path}`);
    const rows = async (): Promise<ReturnType<typeof readOverrides>> => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
      return readOverrides(readFileSync(await download.path(), "utf8"));
    };
    return { page, rows };
  }
  async function correct(page: Page, field: string, value: string, reason = "电话"): Promise<void> {
    await page.locator("#tasks .row").first().locator(".what > .v").click();
    await page.keyboard.press("e");
    await page.waitForSelector("dialog[open]");
    await page.selectOption("#field", field);
    for (const [input, given] of Object.entries({ value, reason, person: "张三" })) await page.fill(`#${input}`, given);
    await page.click("#save");
  }

  test("corrections are downloaded as the dataset takes them: nothing is null, numbers are numbers, and a task needs no more than its words", async () => {
    const { page, rows } = await inFile();
    for (const [field, value] of [["due", ""], ["weight", "5"], ["openEnded", "true"], ["lead", " 省财政厅 "]] as const) {
      await correct(page, field, value);
      await page.waitForSelector("dialog", { state: "hidden" });
    }
    await page.keyboard.press("o");
    for (const [input, given] of Object.entries({ printed: "经省政府同意", value: "经省政府同意", reason: "漏读" })) await page.fill(`#${input}`, given);
    await page.click("#save");
    await page.waitForSelector("dialog", { state: "hidden" });
    expect(await rows()).toMatchObject({ troubles: [], overrides: [{ field: "due", value: null }, { field: "weight", value: 5 }, { field: "openEnded", value: true }, { field: "lead", value: "省财政厅" }, { op: "add", fields: { text: "经省政府同意" } }] });
    await page.close();
  }, 60_000);

  test.each([
    ["a day that is none", "due", "2020-13-01", "电话", "“完成时限”不是日期，要写成 2026-12-31 这样。"],
    ["no words", "text", " ", "电话", "“任务内容”不能空着。"],
    ["a reason of blanks", "due", "2020-11-30", " ", "“理由”不能空着。"],
    ["what was read", "due", "2020-12-31", "电话", "和所读的一样，没有要更正的；读得对，请按 a 认可。"],
  ])("refuses %s, with the sentence of the server; the dialog stays", async (_, field, value, reason, sentence) => {
    const { page } = await inFile();
    await correct(page, field, value, reason);
    await expect.poll(() => page.textContent("#wrong")).toBe(sentence);
    expect(await page.locator("dialog[open]").count()).toBe(1);
    await page.close();
  }, 60_000);
});
