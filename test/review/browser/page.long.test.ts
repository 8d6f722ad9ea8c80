/** The page in a real Chromium: marks, keys, readers with keyboards alone, foreign pages, hostile notices. */
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOverrides } from "../../../src/dataset/correct/overrides.ts";
import { packReview } from "../../../src/review/pack.ts";
import { openServer, type ReviewServer } from "../../../src/review/server.ts";
import { accessibility, hasBrowser, openBrowser, openNotice, openPage } from "./chromium.ts";
import { openReview, removeReviews, seed, type Opened } from "../open.ts";

let browser: Browser;
const servers: ReviewServer[] = [];

beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser(["--host-resolver-rules=MAP evil.test 127.0.0.1"]);
});
afterAll(async () => {
  removeReviews();
  for (const server of servers) server.close();
  if (hasBrowser) await browser.close();
});

async function serve(review: Opened): Promise<ReviewServer> {
  const server = await openServer(review, 0);
  servers.push(server);
  return server;
}

/** Boxes of what is marked on the page, in shares of the sheet they lie on; of highlights the boxes of their ranges. */
async function boxes(page: Page, kind: "row" | "value"): Promise<readonly (readonly [number, number, number, number])[]> {
  return page.evaluate((name) => {
    const drawn = [...document.querySelectorAll(`.mark[data-kind=${name}]`)].map((mark) => mark.getBoundingClientRect());
    const view = (document.querySelector("iframe")?.contentWindow ?? window) as Window & typeof globalThis;
    const ranges = [...view.CSS.highlights].filter(([own]) => own.startsWith(`${name}-`)).flatMap(([, highlight]) => [...highlight].flatMap((range) => [...(range as Range).getClientRects()]));
    return [...drawn, ...ranges].map(({ left, top, right, bottom }) => [left, top, right, bottom] as const);
  }, kind);
}

const words = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const view = (document.querySelector("iframe")?.contentWindow ?? window) as Window & typeof globalThis;
    return [...view.CSS.highlights].filter(([own]) => own.startsWith("value-")).flatMap(([, highlight]) => [...highlight]).map((range) => (range as Range).toString()).join("");
  });

/** How much of the boxes of the value is ink on the page that pdf.js drew: of the box with least of it. */
function shareOfInk(page: Page): Promise<number> {
  return page.evaluate(() => {
    const shares = [...document.querySelectorAll(".mark[data-kind=value]")].map((mark) => {
      const canvas = mark.parentElement?.querySelector("canvas");
      if (canvas == null) return 0;
      const [box, sheet] = [mark.getBoundingClientRect(), canvas.getBoundingClientRect()];
      const scale = canvas.width / sheet.width;
      const { data } = canvas.getContext("2d")!.getImageData((box.left - sheet.left) * scale, (box.top - sheet.top) * scale, Math.max(1, box.width * scale), Math.max(1, box.height * scale));
      let dark = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i]! + data[i + 1]! + data[i + 2]! < 384 && data[i + 3]! > 128) dark++;
      return dark / (data.length / 4);
    });
    return Math.min(...shares);
  });
}

describe.runIf(hasBrowser)("marks", () => {
  test.each(["wanzheng-66.pdf", "wanzheng-66.docx", "wanzheng-66.html"])("%s: every value that is pointed at lies inside its row, and reads as it was printed", async (name) => {
    const review = openReview([seed(name)]);
    const { address } = await serve(review);
    const { page, foreign, errors } = await openPage(browser);
    await openNotice(page, address);
    const { tasks } = (await review.shelf.notice(0))!.result;
    for (const [i, task] of tasks.entries()) {
      const values = page.locator(`.row[data-read="${String(i)}"] .v:not([data-mark=""])`);
      for (let k = 0; k < (await values.count()); k++) {
        await values.nth(k).dispatchEvent("pointerover");
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const [own, row] = [await boxes(page, "value"), await boxes(page, "row")];
        expect(own.length, `task ${String(i)} value ${String(k)}`).toBeGreaterThan(0);
        const hull = [Math.min(...row.map(([left]) => left)), Math.min(...row.map(([, top]) => top)), Math.max(...row.map(([, , right]) => right)), Math.max(...row.map(([, , , bottom]) => bottom))];
        expect(own.every(([left, top, right, bottom]) => left >= hull[0]! - 2 && top >= hull[1]! - 2 && right <= hull[2]! + 2 && bottom <= hull[3]! + 2), `task ${String(i)} value ${String(k)}`).toBe(true);
        const mark = await values.nth(k).getAttribute("data-mark");
        if (!name.endsWith(".pdf") && mark === "text") expect((await words(page)).replace(/\s/gu, "")).toBe(task.text.replace(/\s/gu, ""));
      }
    }
    expect([foreign, errors]).toEqual([[], []]);
    await page.close();
  }, 240_000);

  test.each([
    ["turned", "/Rotate 90"],
    ["upside down", "/Rotate 180"],
    ["cropped", "/CropBox [40 60 780 560]"],
    ["turned and cropped", "/Rotate 270 /CropBox [40 60 780 560]"],
  ])("a copy that is %s is drawn as it was read, its values under their marks", async (_, entry) => {
    const bytes = readFileSync(seed("wanzheng-66.pdf")).toString("latin1").replaceAll("/Type /Page\n", `/Type /Page ${entry}\n`).replaceAll("/Type/Page/", `/Type/Page${entry}/`);
    expect(bytes).toContain(entry);
    const source = openReview([]);
    writeFileSync(join(source.folder, "copy.pdf"), bytes, "latin1");
    const review = openReview([join(source.folder, "copy.pdf")]);
    const { address } = await serve(review);
    const { page, errors } = await openPage(browser);
    await openNotice(page, address);
    expect((await review.shelf.notice(0))!.result.tasks).toHaveLength(48);
    for (const task of [0, 1, 9, 30]) {
      const values = page.locator(`.row[data-read="${String(task)}"] .v:not([data-mark=""])`);
      for (let k = 0; k < (await values.count()); k++) {
        await values.nth(k).dispatchEvent("click");
        await expect.poll(() => shareOfInk(page), { timeout: 10_000, message: `task ${String(task)} value ${String(k)}` }).toBeGreaterThan(0.04);
      }
    }
    expect(errors).toEqual([]);
    await page.close();
  }, 120_000);
});

describe.runIf(hasBrowser)("with the keyboard alone", () => {
  test("look, correct with a reason, confirm, undo; the file is as it should be", async () => {
    const review = openReview([seed("wanzheng-66.html")]);
    const { address } = await serve(review);
    const { page, errors } = await openPage(browser);
    await openNotice(page, address);
    const { tasks, notice } = (await review.shelf.notice(0))!.result;
    await expect.poll(() => page.locator(".finding.chosen").count()).toBe(1);
    await page.keyboard.press("n");
    expect(await page.locator(".v.chosen").getAttribute("data-field")).toBe("text");
    await page.keyboard.press("l");
    await page.keyboard.press("l");
    await page.keyboard.press("l");
    expect(await page.locator(".v.chosen").getAttribute("data-field")).toBe("deadlines.0.due");
    await page.keyboard.press("e");
    await page.waitForSelector("dialog[open]");
    await page.keyboard.type("2020-13-01");
    await page.keyboard.press("Tab");
    await page.keyboard.type("更正通知");
    await page.keyboard.press("Tab");
    await page.keyboard.type("张三");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#wrong:not([hidden])");
    await page.locator("#value").fill("2020-11-30");
    await page.locator("#reason").press("Enter");
    await page.waitForSelector(".row[data-standing=corrected]");
    expect(readFileSync(review.paths.overrides, "utf8")).toBe(
      `# 人工更正：每行一处，随数据集进版本库（fengong review、dataset build --overrides）\n\n- id: ${tasks[0]!.id}\n  field: deadlines.0.due\n  expected: 2020-12-31\n  value: 2020-11-30\n  reason: 更正通知\n  person: 张三\n  date: 2026-11-01\n`,
    );
    expect(await page.locator(".row").nth(1).locator(".meaning").first().textContent()).toBe("2020-11-30");
    await page.keyboard.press("a");
    await page.waitForSelector(".row[data-standing=confirmed]");
    expect(await page.locator(".row.hit").getAttribute("data-id")).toBe(tasks[1]!.id);
    expect(readFileSync(review.paths.gold, "utf8")).toContain(`${tasks[0]!.id},due,2020-11-30\n`);
    await page.keyboard.press("u");
    await expect.poll(() => page.locator(".row[data-standing=confirmed]").count()).toBe(0);
    await page.keyboard.press("u");
    await expect.poll(() => readOverrides(readFileSync(review.paths.overrides, "utf8")).overrides).toEqual([]);
    await page.keyboard.press("d");
    await page.waitForSelector("dialog[open]");
    await page.keyboard.type("不是任务");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#tasks .row").count()).toBe(tasks.length - 1);
    expect(readOverrides(readFileSync(review.paths.overrides, "utf8")).overrides).toMatchObject([{ op: "drop", id: tasks[1]!.id }]);
    await page.keyboard.press("u");
    await expect.poll(() => page.locator("#tasks .row").count()).toBe(tasks.length);
    await page.keyboard.press("/");
    await page.keyboard.type("按月或按季度");
    await expect.poll(() => page.locator("#tasks .row:not([hidden])").count()).toBe(1);
    expect(notice.title).not.toBeNull();
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);
});

test.runIf(hasBrowser)("a pointer that rests where rows move under it points at nothing: the keys do", async () => {
  const { address } = await serve({ ...openReview([seed("wanzheng-66.html")]), person: "张三" });
  const { page, errors } = await openPage(browser);
  await openNotice(page, address);
  const text = page.locator("#tasks .row .what > .v");
  await text.first().click();
  for (const key of ["j", "j", "a", "j", "j"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(250);
    expect((await words(page)).replace(/\s/gu, "")).toBe((await page.locator(".v.chosen").textContent())?.replace(/\s/gu, ""));
  }
  await page.locator(".row.hit .who .v").first().hover();
  await expect.poll(async () => (await words(page)) === (await page.locator(".v.chosen").textContent())).toBe(false);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

describe.runIf(hasBrowser)("taking back", () => {
  test("corrections, confirmations, drops and what rests, each with w or its button; undo makes it again", async () => {
    const first = (await openReview([seed("wanzheng-66.html")]).shelf.notice(0))!.result.tasks;
    const review = openReview([seed("wanzheng-66.html")], { overrides: `- { id: ${first[3]!.id}, field: due, expected: 2019-01-01, value: 2020-11-30, reason: 旧函, person: 李四, date: 2026-10-01 }\n` });
    const { address } = await serve({ ...review, person: "张三" });
    const { page, errors } = await openPage(browser);
    await openNotice(page, address);
    const held = () => readOverrides(readFileSync(review.paths.overrides, "utf8")).overrides;
    const overrides = () => expect.poll(held);

    // One that rests: kept for what is read now, by its key; then taken back at its value.
    await page.locator(".finding.resting").click();
    await page.keyboard.press("a");
    await overrides().toMatchObject([{ id: first[3]!.id, expected: first[3]!.due, value: "2020-11-30", reason: "旧函", person: "张三" }]);
    await page.locator("#tasks .row").nth(3).locator(".v.corrected").first().click();
    await page.keyboard.press("w");
    await overrides().toEqual([]);
    await expect.poll(() => page.locator("#tasks .row").nth(3).locator(".v.corrected").count()).toBe(0);
    await page.keyboard.press("u");
    await overrides().toHaveLength(1);
    await page.locator("#tasks .row").nth(3).locator(".notes .withdraw").click();
    await overrides().toEqual([]);

    // A confirmation of a task, and of one value.
    const row = page.locator("#tasks .row").first();
    await row.locator(".what > .v").first().click();
    await page.keyboard.press("a");
    await expect.poll(() => row.getAttribute("data-standing")).toBe("confirmed");
    await row.locator(".what > .v").first().click();
    await page.keyboard.press("w");
    await expect.poll(() => row.getAttribute("data-standing")).not.toBe("confirmed");
    await row.locator(".when .v").first().click();
    await page.keyboard.press("A");
    await expect.poll(() => row.locator(".v.looked").count()).toBe(1);
    await row.locator(".v.looked").click();
    await page.keyboard.press("w");
    await expect.poll(() => row.locator(".v.looked").count()).toBe(0);
    expect(readFileSync(review.paths.reviews, "utf8").match(/"withdrawn"/gu)).toHaveLength(2);
    expect(readFileSync(review.paths.gold, "utf8").trim().split("\n")).toHaveLength(1);

    // A drop, in the list of what was dropped.
    await page.keyboard.press("d");
    await page.waitForSelector("dialog[open]");
    await page.keyboard.type("不是任务");
    await page.keyboard.press("Enter");
    await overrides().toMatchObject([{ op: "drop" }]);
    await page.locator(".dropped summary").click();
    await page.locator(".dropped .withdraw").click();
    await overrides().toEqual([]);
    await expect.poll(() => page.locator("#tasks .row").count()).toBe(first.length);

    // Nothing to take back is said.
    await page.locator("#tasks .row").nth(5).locator(".what > .v").first().click();
    await page.keyboard.press("w");
    await expect.poll(() => page.locator("#told").textContent()).toContain("可收回");
    expect(errors).toEqual([]);
    await page.close();
  }, 90_000);
});

describe.runIf(hasBrowser).each(["light", "dark"] as const)("%s", (colorScheme) => {
  test.each(["wanzheng-66.pdf", "guichi-2018.docx", "wuhu-kaoping.html"])("axe has nothing against %s, with a dialog and enlarged too", async (name) => {
    const { address } = await serve(openReview([seed(name), seed("liutiliucu-4.html")]));
    const { page, errors } = await openPage(browser, { colorScheme });
    await openNotice(page, address);
    expect(await accessibility(page)).toEqual([]);
    await page.keyboard.press("n");
    await page.keyboard.press("e");
    await page.waitForSelector("dialog[open]");
    expect(await accessibility(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 700, height: 450 });
    expect(await accessibility(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const stops = new Set<string>();
    for (let i = 0; i < 16; i++) {
      await page.keyboard.press("Tab");
      stops.add(await page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("data-do") || document.activeElement?.className || ""));
      const outlined = await page.evaluate(() => document.activeElement === document.body || document.activeElement?.tagName === "IFRAME" || getComputedStyle(document.activeElement!).outlineStyle !== "none");
      expect(outlined).toBe(true);
    }
    for (const wanted of ["find", "filter", "shelf-button", "confirm", "correct", "undo", "help"]) expect([...stops]).toContain(wanted);
    expect(errors).toEqual([]);
    await page.close();
  }, 90_000);
});

describe.runIf(hasBrowser)("bad input is said on the page", () => {
  test("corrections that are broken: line and reason; nothing is saved", async () => {
    const broken = "- id: a\n  field: due\n  expected: 1\n  value: x\n  reason: r\n  person: p\n  date: nie\n";
    const review = openReview([seed("liutiliucu-4.html")], { overrides: broken });
    const { address } = await serve({ ...review, person: "张三" });
    const { page, errors } = await openPage(browser);
    await openNotice(page, address);
    expect(await page.locator("#notes").textContent()).toMatch(/只读，不能保存：.*overrides\.yaml:1/u);
    await page.locator("#tasks .row .v").first().click();
    await page.keyboard.press("e");
    await page.locator("#value").fill("十");
    await page.locator("#reason").fill("理由");
    await page.locator("#reason").press("Enter");
    await expect.poll(() => page.locator("#wrong").textContent()).toContain("overrides.yaml:1");
    expect(await page.locator("dialog[open]").count()).toBe(1);
    expect(readFileSync(review.paths.overrides, "utf8")).toBe(broken);
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);

  test("a source that changed: its rows stay, corrections are refused in words, before and after it is opened anew", async () => {
    const review = openReview([seed("liutiliucu-4.html")]);
    const { address } = await serve({ ...review, person: "张三" });
    const { page, errors } = await openPage(browser);
    await openNotice(page, address);
    writeFileSync(join(review.folder, "liutiliucu-4.html"), "<p>别的</p>");
    await page.locator("#tasks .row .v").first().click();
    await page.keyboard.press("a");
    await expect.poll(() => page.locator("#notes").textContent()).toContain("来源已变");
    await page.keyboard.press("e");
    await page.locator("#value").fill("十");
    await page.locator("#reason").fill("理由");
    await page.locator("#reason").press("Enter");
    await expect.poll(() => page.locator("#wrong").textContent()).toContain("来源已变");
    await page.reload();
    await page.waitForSelector('body[data-ready="0"]');
    expect(await page.locator("#notes").textContent()).toContain("来源已变");
    expect(await page.locator("#tasks .row").count()).toBeGreaterThan(0);
    // Marked is what was read, not what stands there now.
    await page.locator("#tasks .row .what > .v").first().click();
    expect([await page.locator("#sheets .flow").count(), await page.locator("iframe").count()]).toEqual([1, 0]);
    await expect.poll(async () => (await words(page)).length).toBeGreaterThan(10);
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);

  test("a value that nothing takes, an empty reason, a stale second page: the dialog stays, with the sentence", async () => {
    const review = openReview([seed("liutiliucu-4.html")]);
    const { address } = await serve({ ...review, person: "张三" });
    const pages = await Promise.all([openPage(browser), openPage(browser)]);
    for (const { page } of pages) {
      await openNotice(page, address);
      await page.locator("#tasks .row .when .v").first().click();
      await page.keyboard.press("e");
      await page.waitForSelector("dialog[open]");
    }
    const [first, second] = pages.map(({ page }) => page) as [Page, Page];
    await first.locator("#field").selectOption("due");
    await first.locator("#value").fill("2020-13-01");
    await first.locator("#reason").press("Enter");
    expect(await first.locator("#reason:invalid").count()).toBe(1);
    await first.locator("#reason").fill("理由");
    await first.locator("#reason").press("Enter");
    await expect.poll(() => first.locator("#wrong").textContent()).toMatch(/\p{Script=Han}/u);
    expect(await first.locator("dialog[open]").count()).toBe(1);
    await first.locator("#value").fill("2031-01-01");
    await first.locator("#reason").press("Enter");
    await expect.poll(() => first.locator("dialog[open]").count()).toBe(0);
    await second.locator("#field").selectOption("due");
    await second.locator("#value").fill("2032-02-02");
    await second.locator("#reason").fill("理由");
    await second.locator("#reason").press("Enter");
    await expect.poll(() => second.locator("#wrong").textContent()).toContain("已被别处改动");
    expect(readOverrides(readFileSync(review.paths.overrides, "utf8")).overrides).toMatchObject([{ value: "2031-01-01" }]);
    await expect.poll(() => second.locator("#tasks .row .notes").first().textContent()).toContain("理由");
    for (const { page } of pages) await page.close();
    expect(pages.flatMap(({ errors }) => errors)).toEqual([]);
  }, 60_000);
});

const hostile = `<!DOCTYPE html><html><head><meta http-equiv="refresh" content="0;url=http://evil.test:1/refresh"><link rel="stylesheet" href="http://evil.test:1/css"><style>@import "http://evil.test:1/import";@font-face{font-family:x;src:url(http://evil.test:1/font)}body{font-family:x;background:url(http://evil.test:1/bg)}</style><link rel="prefetch" href="http://evil.test:1/prefetch"></head>
<body><img src="http://evil.test:1/img" srcset="http://evil.test:1/srcset 2x" onerror="parent.hacked=1"><video poster="http://evil.test:1/poster"></video><object data="http://evil.test:1/object"></object><embed src="http://evil.test:1/embed"><iframe src="http://evil.test:1/iframe"></iframe><svg><image href="http://evil.test:1/svg"/></svg><form action="http://evil.test:1/form"><input name="a"></form><script>parent.hacked=1;fetch("http://evil.test:1/script")</script><a href="http://evil.test:1/link" ping="http://evil.test:1/ping">链接</a>
<h1>任务分工表</h1><table><tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr><tr><td>1</td><td>完善&lt;img src=x onerror=parent.hacked=1&gt;目录。</td><td>市财政局</td><td>6月底前</td></tr></table></body></html>`;

describe.runIf(hasBrowser)("what others try", () => {
  test("a hostile notice fetches nothing, runs nothing and leaves its frame nowhere", async () => {
    const { address } = await serve(openReview([["hostile.html", hostile]]));
    const { page } = await openPage(browser);
    const reached: string[] = [];
    page.on("requestfinished", (request) => {
      if (request.url().includes("evil.test")) reached.push(request.url());
    });
    page.on("requestfailed", (request) => {
      if (request.url().includes("evil.test") && request.failure()?.errorText !== "csp" && request.failure()?.errorText !== "net::ERR_BLOCKED_BY_CSP") reached.push(`${request.url()} ${request.failure()?.errorText ?? ""}`);
    });
    await openNotice(page, address);
    await page.waitForTimeout(1500);
    // Followed and sent as a person would: the frame stays where it is.
    const frame = page.frames().find((one) => one.url().includes("/frames/"))!;
    await frame.locator("a").dispatchEvent("click");
    await frame.evaluate(() => { document.querySelector("form")?.submit(); });
    await page.waitForTimeout(500);
    expect(await frame.locator("h1").textContent()).toBe("任务分工表");
    expect(reached).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked ?? 0)).toBe(0);
    expect(await page.locator("#tasks .row img").count()).toBe(0);
    await page.close();
  }, 60_000);

  test.each(["server", "file"] as const)("as a %s a notice opens no connection, its frames neither, and keeps no mark away by a policy of its own", async (as) => {
    let connections = 0;
    const far = createServer();
    far.on("connection", () => { connections++; });
    await new Promise<void>((done) => far.listen(0, "127.0.0.1", done));
    const bound = far.address();
    const address = `http://evil.test:${String(typeof bound === "object" ? bound?.port : 0)}`;
    const head = `<style>::highlight(value),::highlight(row){background-color:transparent!important}</style><meta http-equiv="Content-Security-Policy" content="style-src 'none'"><link rel="preconnect" href="${address}">`;
    const body = `<iframe src="${address}/1"></iframe><object data="${address}/2"></object><embed src="${address}/3"><iframe srcdoc="<iframe src='${address}/4'></iframe>"></iframe><div><template shadowrootmode="open"><iframe src="${address}/5"></iframe></template></div>`;
    const review = openReview([["notice.html", hostile.replace("<head>", `<head>${head}`).replace("<h1>", `${body}<h1>`)]]);
    const path = join(review.folder, "out.html");
    if (as === "file") writeFileSync(path, await packReview(review.shelf, await review.store.load(), "zh"));
    const { page, errors } = await openPage(browser);
    await openNotice(page, as === "file" ? `file://${path}` : (await serve(review)).address);
    await page.locator("#tasks .v").filter({ hasText: "市财政局" }).first().click();
    await expect.poll(() => words(page)).toBe("市财政局");
    const colour = await page.evaluate(() => {
      const frame = document.querySelector("iframe")!;
      const view = frame.contentWindow as Window & typeof globalThis;
      const name = [...view.CSS.highlights.keys()].find((own) => own.startsWith("value"))!;
      return view.getComputedStyle(frame.contentDocument!.querySelector("td")!, `::highlight(${name})`).backgroundColor;
    });
    expect(colour).toBe("rgba(255, 157, 0, 0.35)");
    await page.waitForTimeout(1000);
    expect([connections, errors]).toEqual([0, []]);
    far.close();
    await page.close();
  }, 60_000);

  test("another name for this machine, and pages of another port, get nothing", async () => {
    const server = await serve(openReview([seed("liutiliucu-4.html")]));
    const token = server.address.split("#")[1] ?? "";
    const { page } = await openPage(browser);
    expect((await page.goto(`http://evil.test:${String(server.port)}/#${token}`))?.status()).toBe(421);
    const neighbour: Server = createServer((_, answer) => answer.setHeader("content-type", "text/html").end("<p>neighbour</p>"));
    await new Promise<void>((done) => neighbour.listen(0, "127.0.0.1", done));
    const address = neighbour.address();
    await page.goto(`http://127.0.0.1:${String(typeof address === "object" ? address?.port : 0)}/`);
    const answers = await page.evaluate(
      async ({ base, secret }) => {
        const said = (asked: Promise<Response>): Promise<string> => asked.then((answer) => `${answer.type} ${String(answer.status)}`, () => "refused");
        return [
          await said(fetch(`${base}/api/notices`, { headers: { authorization: `Bearer ${secret}` } })),
          await said(fetch(`${base}/api/corrections`, { method: "POST", mode: "no-cors", body: "{}" })),
          await said(fetch(`${base}/api/corrections`, { method: "POST", headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" }, body: "{}" })),
        ];
      },
      { base: `http://127.0.0.1:${String(server.port)}`, secret: token },
    );
    expect(answers[0]).toBe("refused");
    expect(answers[1]).toMatch(/^(?:opaque 0|refused)$/u);
    expect(answers[2]).toBe("refused");
    const statuses = new Map<string, number>();
    page.on("response", (answer) => statuses.set(new URL(answer.url()).pathname, answer.status()));
    const loaded = await page.evaluate(
      (base) =>
        Promise.all(
          ([["script", "src", "/assets/client/main.js"], ["link", "href", "/assets/style.css"], ["img", "src", "/assets/pdfjs/pdf.mjs"]] as const).map(
            ([name, attribute, path]) =>
              new Promise((resolve) => {
                const element = Object.assign(document.createElement(name), { onload: () => { resolve("loaded"); }, onerror: () => { resolve("refused"); } });
                if (name === "link") element.setAttribute("rel", "stylesheet");
                element.setAttribute(attribute, base + path);
                document.head.append(element);
              }),
          ),
        ),
      `http://127.0.0.1:${String(server.port)}`,
    );
    expect(loaded).toEqual(["refused", "refused", "refused"]);
    await page.evaluate((base) => new Promise((resolve) => document.body.append(Object.assign(document.createElement("iframe"), { src: `${base}/`, onload: resolve }))), `http://127.0.0.1:${String(server.port)}`);
    expect(statuses.get("/")).toBe(403);
    neighbour.close();
    await page.close();
  }, 60_000);
});

test.runIf(hasBrowser)("a file says of corrections that it was written with that it cannot withdraw them; a server withdraws an added task", async () => {
  const { notice, tasks } = (await openReview([seed("liutiliucu-4.html")]).shelf.notice(0))!.result;
  const words = tasks[2]!.text.slice(0, 20);
  const row = (about: string): string => `- { ${about}, reason: 漏读, person: 李四, date: 2026-10-01 }\n`;
  const overrides = row(`op: add, id: ${notice.id}, after: null, words: ${words}, fields: { text: ${words} }`) + row(`id: ${tasks[1]!.id}, field: number, expected: ${JSON.stringify(tasks[1]!.number)}, value: 十二`);
  const review = openReview([seed("liutiliucu-4.html")], { overrides });
  const path = join(review.folder, "out.html");
  writeFileSync(path, await packReview(review.shelf, await review.store.load(), "zh"));
  const added = (page: Page) => page.locator("#tasks .row[data-added]");
  const inFile = await openPage(browser);
  await openNotice(inFile.page, `file://${path}`);
  for (const take of [() => added(inFile.page).locator(".what > .v").click().then(() => inFile.page.keyboard.press("w")), () => inFile.page.locator("#tasks .notes .withdraw").first().click()]) {
    await take();
    await expect.poll(() => inFile.page.locator("#notes").textContent()).toContain("这一页收不回");
    await inFile.page.evaluate(() => { document.getElementById("notes")!.textContent = ""; });
  }
  expect(await added(inFile.page).count()).toBe(1);
  await inFile.page.close();

  const { address } = await serve({ ...review, person: "张三" });
  const { page, errors } = await openPage(browser);
  await openNotice(page, address);
  await added(page).locator(".what > .v").click();
  await page.keyboard.press("w");
  await expect.poll(() => added(page).count()).toBe(0);
  expect(readOverrides(readFileSync(review.paths.overrides, "utf8")).overrides).toMatchObject([{ field: "number" }]);
  await page.keyboard.press("u");
  await expect.poll(() => added(page).count()).toBe(1);
  expect(readOverrides(readFileSync(review.paths.overrides, "utf8")).overrides).toHaveLength(2);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test.runIf(hasBrowser)("one file without a server is the same page; corrections are downloaded", async () => {
  const review = openReview([seed("wanzheng-66.pdf"), seed("wuhu-kaoping.html")]);
  const html = await packReview(review.shelf, await review.store.load(), "zh");
  const path = join(review.folder, "out.html");
  writeFileSync(path, html);
  const { page, foreign, errors } = await openPage(browser);
  await openNotice(page, `file://${path}`);
  await page.keyboard.press("n");
  await page.keyboard.press("l");
  expect((await boxes(page, "value")).length).toBeGreaterThan(0);
  await page.keyboard.press("e");
  await page.locator("#value").fill("省财政厅");
  await page.locator("#reason").fill("更正通知");
  await page.locator("#person").fill("张三");
  await page.locator("#person").press("Enter");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#download").click()]);
  const { overrides, troubles } = readOverrides(readFileSync((await download.path()), "utf8"));
  expect([troubles, overrides.length]).toEqual([[], 1]);
  const corrected = page.locator(".row .notes.own");
  expect(await corrected.textContent()).toContain("责任单位：省财政厅 · 更正通知 · 张三");
  await page.keyboard.press("u");
  await expect.poll(() => corrected.count()).toBe(0);
  // A task that was missed is added, shown and taken back; by its button, and by undoing.
  const listed = page.locator("#findings .notes.own li");
  for (const back of [() => listed.locator(".withdraw").click(), () => page.keyboard.press("u")]) {
    await page.keyboard.press("o");
    await page.locator("#value").fill("增加的一项");
    await page.locator("#printed").fill("印着的话");
    await page.locator("#reason").fill("漏读");
    await page.locator("#reason").press("Enter");
    await expect.poll(() => listed.allTextContents()).toEqual(["✎ 人工增加：增加的一项 · 漏读 · 张三 收回"]);
    await back();
    await expect.poll(() => listed.count()).toBe(0);
    expect(await page.locator("#download").isHidden()).toBe(true);
  }
  await page.locator("#tasks .row .v").first().click();
  await page.keyboard.press("a");
  await expect.poll(() => page.locator("#notes").textContent()).toContain("认可存不下来");
  await page.keyboard.press("]");
  await page.waitForSelector('body[data-ready="1"]');
  expect([foreign, errors]).toEqual([[], []]);
  await page.close();
}, 60_000);
