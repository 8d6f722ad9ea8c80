/** What comes late, fails on the way or is left behind: nothing of it is shown in a wrong place, kept for ever, or passed over without a word. */
import { readFileSync } from "node:fs";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectNotice } from "../../../src/pipeline.ts";
import { openServer } from "../../../src/review/server.ts";
import { openShelf } from "../../../src/review/shelf.ts";
import { openReview, removeReviews, seed, type Opened } from "../open.ts";
import { accessibility, hasBrowser, openBrowser, openNotice, openPage } from "./chromium.ts";

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

async function addressOf(review: Opened): Promise<string> {
  const server = await openServer({ ...review, person: "张三" }, 0);
  closing.push(server.close);
  return server.address;
}

/** A review of one notice of several files. */
function openTogether(names: readonly string[]): Opened {
  const files = names.map((name, i) => ({ path: seed(name), name, role: i === 0 ? ("notice" as const) : ("attachment" as const), label: null, uri: null }));
  const read = async (): Promise<Awaited<ReturnType<Parameters<typeof openShelf>[1]["read"]>>> => {
    const [notice, ...others] = files.map(({ name, path, role }) => ({ name, role, bytes: new Uint8Array(readFileSync(path)) }));
    const { result } = await inspectNotice([notice!, ...others]);
    return { result, renderings: result.sources.map(() => null) };
  };
  return { ...openReview([]), shelf: openShelf([{ name: "together", files: [files[0]!, ...files.slice(1)], options: {}, record: null }], { read, close: () => undefined }) };
}

/** Holds the first request of an address back until it is let go. */
async function holdFirst(page: Page, address: string): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isFirst = true;
  await page.route(address, async (route) => {
    if (isFirst) held.push(route);
    else await route.continue();
    isFirst = false;
  });
  return async () => { for (const route of held) await route.continue(); };
}

describe.runIf(hasBrowser)("a source that comes late", () => {
  test("is not drawn beside the view that was opened meanwhile", async () => {
    const { page, errors } = await openPage(browser);
    const letGo = await holdFirst(page, "**/api/source/0/0?drawn");
    await page.goto(await addressOf(openReview([seed("guichi-2018.docx")])));
    await page.locator("#tabs [role=tab]").nth(1).click();
    await page.waitForSelector("body[data-preview]");
    await letGo();
    await page.waitForSelector('body[data-ready="0"]');
    expect([await page.locator("#sheets iframe").count(), await page.locator("#sheets .flow").count()]).toEqual([1, 0]);
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);

  test("holds up no key when another is opened instead", async () => {
    const { page, errors } = await openPage(browser);
    await holdFirst(page, "**/frames/*");
    await page.goto(await addressOf(openTogether(["wuhu-kaoping.html", "wanzheng-66.html"])));
    await page.waitForSelector("iframe", { state: "attached" });
    await page.locator("#tabs [role=tab]").nth(1).click();
    await page.waitForSelector('body[data-ready="0"]', { timeout: 10_000 });
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);

  test("is let go with its worker when the next notice is opened", async () => {
    const { page, errors } = await openPage(browser);
    await openNotice(page, await addressOf(openReview([seed("wanzheng-66.pdf"), seed("wuhu-kaoping.html")])));
    await expect.poll(() => page.workers().length).toBe(1);
    await page.keyboard.press("]");
    await page.waitForSelector('body[data-ready="1"]');
    await expect.poll(() => page.workers().length).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);
});

describe.runIf(hasBrowser)("a program that ended", () => {
  test("is said in the dialog that is saved, and where a source is opened", async () => {
    const { page, errors } = await openPage(browser);
    await openNotice(page, await addressOf(openReview([seed("guichi-2018.docx")])));
    await page.locator("#tasks .row .v").first().click();
    await page.keyboard.press("e");
    await page.waitForSelector("dialog[open]");
    await page.route("**/api/**", (route) => route.abort());
    await page.locator("#value").fill("十");
    await page.locator("#reason").fill("理由");
    await page.locator("#reason").press("Enter");
    await expect.poll(() => page.locator("#wrong").textContent()).toContain("可能已经结束");
    expect(await page.locator("dialog[open]").count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.keyboard.press("v");
    await expect.poll(() => page.locator("#sheets").textContent()).toContain("可能已经结束");
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);

  test("is said where the list of notices is asked for", async () => {
    const { page, errors } = await openPage(browser);
    await openNotice(page, await addressOf(openReview([seed("wuhu-kaoping.html"), seed("liutiliucu-4.html")])));
    await page.route("**/api/**", (route) => route.abort());
    await page.locator("#shelf-button").click();
    await expect.poll(() => page.locator("#notes").textContent()).toContain("可能已经结束");
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);
});

test.runIf(hasBrowser).each([
  [404, '{"error":"unknown"}', "没有这一份通知，或没有这一处。"],
  [401, '{"error":"token"}', "口令不对"],
  [500, '{"error":"defect"}', "程序出了差错"],
  [403, "forbidden", "程序没有照办，回答是 403"],
])("an answer of %s is said as what it is, and not as the end of the program", async (status, body, said) => {
  const { page, errors } = await openPage(browser);
  await openNotice(page, await addressOf(openReview([seed("liutiliucu-4.html")])));
  await page.route("**/api/values/**", (route) => route.fulfill({ status, body }));
  await page.route("**/api/confirmations", (route) => route.fulfill({ status, body }));
  await page.locator("#tasks .row .v").first().click();
  for (const key of ["e", "a"]) {
    await page.evaluate(() => { document.getElementById("notes")!.textContent = ""; });
    await page.keyboard.press(key);
    await expect.poll(() => page.locator("#notes").textContent()).toContain(said);
    expect(await page.locator("#notes").textContent()).not.toContain("可能已经结束");
  }
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test.runIf(hasBrowser)("the address for the browser that is started opens the page once, and the page may be loaded anew", async () => {
  const server = await openServer(openReview([seed("liutiliucu-4.html")]), 0);
  closing.push(server.close);
  const address = server.passAddress();
  const { page, errors } = await openPage(browser);
  await openNotice(page, address);
  expect(page.url()).not.toContain("#");
  await page.reload();
  await page.waitForSelector('body[data-ready="0"]');
  const other = await openPage(browser);
  await other.page.goto(address);
  await expect.poll(() => other.page.locator("#notes").textContent()).toContain("只能用一次");
  expect([errors, other.errors]).toEqual([[], []]);
  await page.close();
  await other.page.close();
}, 60_000);

test.runIf(hasBrowser)("arrows lead from tab to tab and leave the tasks alone; what a tab opens is named by it", async () => {
  const { page, errors } = await openPage(browser);
  await openNotice(page, await addressOf(openTogether(["wuhu-kaoping.html", "wanzheng-66.html"])));
  const tabs = page.locator("#tabs [role=tab]");
  const chosen = await page.locator(".chosen").evaluate((element) => element.outerHTML);
  const state = (): Promise<unknown> => page.evaluate(() => [document.activeElement?.id, document.getElementById("sheets")!.getAttribute("aria-labelledby"), [...document.querySelectorAll("#tabs [tabindex='0'], #tabs [aria-selected=true]")].map(({ id }) => id).join()]);
  await tabs.first().focus();
  for (const [key, id] of [["ArrowRight", "tab-1"], ["ArrowRight", "tab-0"], ["ArrowLeft", "tab-1"], ["Home", "tab-0"], ["End", "tab-1"]] as const) {
    await page.keyboard.press(key);
    await expect.poll(state).toEqual([id, id, id]);
  }
  expect(await page.locator("#sheets").getAttribute("role")).toBe("tabpanel");
  expect(await page.locator(".chosen").evaluate((element) => element.outerHTML)).toBe(chosen);
  expect(await accessibility(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test.runIf(hasBrowser)("g says of a source without pages that it has none, and of one with pages which is not there", async () => {
  const { page, errors } = await openPage(browser);
  let asked = 0;
  page.on("dialog", (dialog) => {
    asked++;
    void dialog.accept("99");
  });
  await openNotice(page, await addressOf(openReview([seed("liutiliucu-4.html"), seed("wanzheng-66.pdf")])));
  await page.keyboard.press("g");
  await expect.poll(() => page.locator("#told").textContent()).toBe("这份原文不分页");
  expect(asked).toBe(0);
  await page.keyboard.press("]");
  await page.waitForSelector('body[data-ready="1"]');
  await page.keyboard.press("g");
  await expect.poll(() => page.locator("#told").textContent()).toBe("没有第 99 页");
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test.runIf(hasBrowser)("Enter that is pressed twice saves once, and nothing is called moved", async () => {
  const { page, errors } = await openPage(browser);
  await openNotice(page, await addressOf(openReview([seed("liutiliucu-4.html")])));
  const asked: string[] = [];
  page.on("request", (request) => { if (request.method() === "POST") asked.push(request.url()); });
  await page.locator("#tasks .row .v").first().click();
  await page.keyboard.press("e");
  await page.locator("#value").fill("十");
  await page.locator("#reason").fill("理由");
  await page.evaluate(() => { for (let i = 0; i < 2; i++) document.querySelector("form")?.requestSubmit(); });
  await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
  await expect.poll(() => page.locator(".row[data-standing=corrected]").count()).toBe(1);
  expect([asked.length, await page.locator("#notes").textContent()]).toEqual([1, ""]);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);
