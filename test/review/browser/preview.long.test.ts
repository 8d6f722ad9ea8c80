/** The second view of a DOCX in a real Chromium: the same values at the same words, and a frame that hostile files cannot leave. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Frame, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packReview } from "../../../src/review/pack.ts";
import { openServer } from "../../../src/review/server.ts";
import { docx, p, r, tbl, tc, tr, type Markup } from "../../read/docx/build.ts";
import { openReview, removeReviews, seed, type Opened } from "../open.ts";
import { accessibility, hasBrowser, openBrowser, openNotice, openPage } from "./chromium.ts";

let browser: Browser;
const closing: (() => void)[] = [];

beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser(["--host-resolver-rules=MAP evil.test 127.0.0.1"]);
});
afterAll(async () => {
  removeReviews();
  for (const close of closing) close();
  if (hasBrowser) await browser.close();
});

async function addressOf(review: Opened, as: "server" | "file" = "server"): Promise<string> {
  if (as === "server") {
    const server = await openServer(review, 0);
    closing.push(server.close);
    return server.address;
  }
  const path = join(review.folder, "out.html");
  writeFileSync(path, await packReview(review.shelf, await review.store.load(), "zh"));
  return `file://${path}`;
}

/** Goes to the second view by its key; the frame in which it is drawn. */
async function toSecondView(page: Page): Promise<Frame> {
  await page.keyboard.press("v");
  await page.waitForSelector("body[data-preview]");
  return page.frames()[1]!;
}

const ink = (text: string): string => text.replace(/\s/gu, "");
const marked = async (frame: Frame, kind: "row" | "value" | "lost" = "value"): Promise<string> =>
  ink(await frame.evaluate((name) => [...CSS.highlights].filter(([own]) => own.startsWith(`${name}-`)).flatMap(([, highlight]) => [...highlight]).map((range) => (range as Range).toString()).join(""), kind));

const table = (rows: readonly (readonly string[])[]): string => tbl([["序号", "工作任务", "责任单位", "完成时限"], ...rows].map((row) => tr(row.map((cell) => tc(cell)))));
const title = p("某某市人民政府关于印发任务分工的通知");

function fileOf(markup: Markup): Opened {
  const source = openReview([]);
  const path = join(source.folder, "notice.docx");
  writeFileSync(path, docx(markup));
  return openReview([path]);
}

describe.runIf(hasBrowser)("marks", () => {
  test.each(["guichi-2018", "liutiliucu-4", "wanzheng-66", "wanzheng-66-paged", "wuhu-kaoping"])("%s: every value stands at the same words in both views", async (name) => {
    const { page, foreign, errors } = await openPage(browser);
    await openNotice(page, await addressOf(openReview([seed(`${name}.docx`)])));
    const values = page.locator('#tasks .v:not([data-mark=""])');
    const some = Array.from({ length: await values.count() }, (_, k) => k).filter((k) => k < 40 || k % 5 === 0);
    const inOwn: string[] = [];
    for (const k of some) {
      await values.nth(k).dispatchEvent("click");
      inOwn.push(await marked(page.mainFrame()));
    }
    expect(inOwn.every((words) => words !== "")).toBe(true);
    const frame = await toSecondView(page);
    for (const [i, k] of some.entries()) {
      await values.nth(k).dispatchEvent("click");
      await expect.poll(() => marked(frame), { timeout: 10_000, message: `value ${String(k)}` }).toBe(inOwn[i]);
    }
    await page.locator("#tabs [role=tab]").first().click();
    expect(await page.locator("iframe").count()).toBe(0);
    await expect.poll(() => marked(page.mainFrame())).toBe(inOwn.at(-1));
    expect([foreign, errors]).toEqual([[], []]);
    await page.close();
  }, 240_000);

  test("content controls, page breaks inside a paragraph, nested tables and pieces of words; what is drawn otherwise is marked as a whole", async () => {
    const body = `${title}${p("一、总体要求")}<w:sdt><w:sdtContent>${table([["1", "完善政务公开目录。", "市财政局", "6月底前"]])}</w:sdtContent></w:sdt>
<w:p>${r("二、牵头单位要及时更新")}<w:r><w:br w:type="page"/></w:r>${r("公开目录，")}${r("市教育局要在9月底前完成。", "<w:b/>")}</w:p>
${table([["2", `<w:p>${r("开展")}${r("专项", "<w:i/>")}${r("检查")}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${r("。")}</w:p>`, `<w:p>${r("市")}${r("公安局", "<w:b/>")}</w:p>`, "长期"]])}`;
    const { page, errors } = await openPage(browser);
    await openNotice(page, await addressOf(fileOf({ body })));
    const at = (words: string): Promise<void> => page.locator("#tasks .v").filter({ hasText: words }).first().dispatchEvent("click");
    const frame = await toSecondView(page);
    for (const [said, printed] of [["完善政务公开目录", "完善政务公开目录。"], ["市财政局", "市财政局"], ["市公安局", "市公安局"], ["长期", "长期"]] as const) {
      await at(said);
      await expect.poll(() => marked(frame)).toBe(printed);
    }
    await at("专项检查");
    await expect.poll(() => marked(frame)).toContain("开展专项检查");
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);
});

test.runIf(hasBrowser).each(["light", "dark"] as const)("axe has nothing against the second view, %s", async (colorScheme) => {
  const { page, errors } = await openPage(browser, { colorScheme });
  await openNotice(page, await addressOf(openReview([seed("guichi-2018.docx")])));
  await toSecondView(page);
  expect(await accessibility(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

const evil = "http://evil.test:1";
const pictured = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:link="far" r:embed="far"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const hostile: Markup = {
  body: `${title}<w:altChunk r:id="chunk"/>${pictured}
<w:p><w:hyperlink r:id="script">${r("点这里")}</w:hyperlink><w:hyperlink r:id="away">${r("再点这里")}</w:hyperlink>${r(`&lt;img src=x onerror="parent.hacked=1"&gt;&lt;script&gt;parent.hacked=1&lt;/script&gt;`)}</w:p>
<w:p><w:r><w:rPr><w:rFonts w:ascii="x;}@import url(${evil}/font-name);a{" w:eastAsia="y');background:url(${evil}/east)"/><w:color w:val="red;background:url(${evil}/colour)"/></w:rPr><w:t>字</w:t></w:r></w:p>
${table([["1", "完善目录。", "市财政局", "6月底前"]])}`,
  styles: `<w:style w:type="paragraph" w:styleId="x}@import url(${evil}/style);"><w:name w:val="a"/><w:rPr><w:rFonts w:ascii="&quot;;}body{background:url(${evil}/in-style)}"/></w:rPr></w:style>`,
  links: { script: "javascript:parent.hacked=1", away: `${evil}/link`, far: `${evil}/picture`, chunk: `${evil}/chunk` },
  extra: { "word/chunk.html": `<script>top.hacked=1</script><img src="${evil}/chunk-picture">` },
};

describe.runIf(hasBrowser).each(["server", "file"] as const)("as a %s", (as) => {
  test("a hostile file reaches nothing from its frame", async () => {
    const { page, errors } = await openPage(browser);
    const reached: string[] = [];
    page.on("requestfinished", (request) => { if (request.url().includes("evil.test")) reached.push(request.url()); });
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      if (request.url().includes("evil.test") && why !== "csp" && why !== "net::ERR_BLOCKED_BY_CSP") reached.push(`${request.url()} ${why}`);
    });
    await openNotice(page, await addressOf(fileOf(hostile), as));
    const frame = await toSecondView(page);
    expect(await frame.locator("body").textContent()).toContain("完善目录");
    for (const link of await frame.locator("a").all()) await link.dispatchEvent("click");
    await page.waitForTimeout(1000);
    const within = await frame.evaluate(async (address) => {
      const said = async (work: () => unknown): Promise<string> => {
        try {
          await work();
          return "reached";
        } catch {
          return "refused";
        }
      };
      return [origin, await said(() => parent.document.body), await said(() => parent.sessionStorage.length), await said(() => sessionStorage.length), await said(() => fetch(address)), await said(() => fetch("/api/notices"))];
    }, evil);
    expect(within).toEqual(["null", "refused", "refused", "refused", "refused", "refused"]);
    expect(await frame.locator("iframe, script[src], a[href]").count()).toBe(0);
    expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked ?? 0)).toBe(0);
    expect(reached).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  }, 60_000);

  test("what is pointed at before the frame has the file is marked when it is drawn", async () => {
    const { page, foreign, errors } = await openPage(browser);
    // Before the page itself hears that the frame is ready, and sends the file.
    await page.addInitScript(() => {
      addEventListener("message", ({ data }: MessageEvent<{ readonly kind?: string }>) => {
        if (data.kind === "ready") document.querySelectorAll("#tasks .row")[1]?.querySelector<HTMLElement>(".who .v")?.click();
      });
    });
    await openNotice(page, await addressOf(openReview([seed("guichi-2018.docx")]), as));
    await page.keyboard.press("v");
    await page.waitForSelector("body[data-preview]");
    await expect.poll(() => marked(page.frames()[1]!)).toBe("区政府各部门");
    expect([foreign, errors]).toEqual([[], []]);
    await page.close();
  }, 60_000);

  test("the second view comes with its marks, and a selection of it is offered as printed words", async () => {
    const { page, foreign, errors } = await openPage(browser);
    await openNotice(page, await addressOf(openReview([seed("guichi-2018.docx")]), as));
    // Pointed at while it is being drawn.
    await page.keyboard.press("v");
    await page.waitForSelector("iframe", { state: "attached" });
    await page.waitForFunction(() => frames.length > 0);
    await page.locator("#tasks .row").nth(1).locator(".who .v").first().dispatchEvent("click");
    await page.waitForSelector("body[data-preview]");
    const frame = page.frames()[1]!;
    await expect.poll(() => marked(frame)).toBe("区政府各部门");
    await frame.evaluate(() => { getSelection()?.selectAllChildren(document.querySelector("td p")!); });
    await page.waitForTimeout(200);
    await page.keyboard.press("o");
    expect(ink(await page.locator("#printed").inputValue())).toBe(ink(await frame.locator("td p").first().textContent() ?? ""));
    expect([foreign, errors]).toEqual([[], []]);
    await page.close();
  }, 60_000);
});

test.runIf(hasBrowser).each([["wuhu-kaoping.html", false], ["wuhu-kaoping.docx", false], ["wuhu-kaoping.docx", true], ["wanzheng-66.pdf", false]] as const)("in a low and narrow window what is chosen of %s is in view; second view: %s", async (name, second) => {
  const { page, errors } = await openPage(browser, { viewport: { width: 700, height: 450 } });
  await openNotice(page, await addressOf(openReview([seed(name)])));
  if (second) await toSecondView(page);
  const inFrame = second || name.endsWith(".html");
  for (const task of [30, 3, 20]) {
    await page.locator("#tasks .row").nth(task).locator(".what > .v").first().dispatchEvent("click");
    await expect
      .poll(async () => {
        const [top, bottom] = await page.evaluate(() => { const box = document.getElementById("sheets")!.getBoundingClientRect(); return [box.top, box.bottom] as const; });
        const at = await (inFrame ? page.frames()[1]! : page.mainFrame()).evaluate(() => {
          const [range] = [...CSS.highlights].find(([own]) => own.startsWith("value-"))?.[1] ?? [];
          return (range === undefined ? document.querySelector(".mark[data-kind=value]")! : (range as Range)).getBoundingClientRect().top;
        });
        const seen = at + (inFrame ? top : 0);
        return seen >= top && seen < bottom;
      })
      .toBe(true);
  }
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test.runIf(hasBrowser).each(["x&#9;at-5&#9;at-6&#9;at-7", "x&#10;at-5", "x&#13;at-5 docx", "at-5"])("a style called %s gives its paragraphs the mark of no other", async (style) => {
  const { page, errors } = await openPage(browser);
  const body = `${title}${table([["1", "完善目录。", "市财政局", "6月底前"]])}${p("冒名的段落。", `<w:pStyle w:val="${style}"/>`)}`;
  await openNotice(page, await addressOf(fileOf({ body })));
  const frame = await toSecondView(page);
  for (const said of ["完善目录。", "市财政局", "6月底前"]) {
    await page.locator("#tasks .v").filter({ hasText: said }).first().dispatchEvent("click");
    await expect.poll(() => marked(frame)).toBe(said);
  }
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test.runIf(hasBrowser).each([
  ["a sheet wider than any paper", `<w:sectPr><w:pgSz w:w="200000000" w:h="16838"/></w:sectPr>`],
  ["words far to the right", `<w:p><w:pPr><w:ind w:left="2000000"/></w:pPr>${r("远")}</w:p>`],
])("%s leaves the words large enough to read", async (_, more) => {
  const { page } = await openPage(browser);
  await openNotice(page, await addressOf(fileOf({ body: `${title}${table([["1", "完善目录。", "市财政局", "6月底前"]])}${more}` })));
  const frame = await toSecondView(page);
  expect(await frame.evaluate(() => Number(document.body.style.zoom))).toBeGreaterThan(0.25);
  await page.close();
}, 60_000);

test.runIf(hasBrowser)("a frame that never answers is given up after a minute, and until then it is said that it is being read", async () => {
  const { page, errors } = await openPage(browser);
  await page.route("**/preview", (route) => route.fulfill({ body: "<!DOCTYPE html><p>…", contentType: "text/html" }));
  await page.clock.install();
  await openNotice(page, await addressOf(openReview([seed("guichi-2018.docx")])));
  await page.keyboard.press("v");
  await page.waitForSelector("iframe", { state: "attached" });
  expect(await page.locator("#sheets").textContent()).toContain("正在读取");
  await page.clock.fastForward(61_000);
  await expect.poll(() => page.locator("#sheets").textContent()).toMatch(/^[^正]*画不出/u);
  expect(await page.locator("iframe").count()).toBe(0);
  await page.keyboard.press("v");
  await expect.poll(() => page.locator("#sheets .flow").count()).toBe(1);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test.runIf(hasBrowser)("a server that is gone is said in the place of the second view, and asked again", async () => {
  const { page, errors } = await openPage(browser);
  await openNotice(page, await addressOf(openReview([seed("guichi-2018.docx")])));
  await page.route("**/api/source/**", (route) => route.abort());
  await page.keyboard.press("v");
  await expect.poll(() => page.locator("#sheets").textContent()).toContain("没有回答");
  await page.unroute("**/api/source/**");
  await page.locator("#tabs [role=tab]").nth(1).click();
  await page.waitForSelector("body[data-preview]");
  expect(await page.locator("#sheets").textContent()).toBe("");
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test.runIf(hasBrowser)("what comes late is not drawn beside what was opened since", async () => {
  const { page, errors } = await openPage(browser);
  await openNotice(page, await addressOf(openReview([seed("guichi-2018.docx")])));
  await page.keyboard.press("v");
  await page.waitForSelector("body[data-preview]");
  let held: Route | undefined;
  await page.route("**/api/source/**drawn", (route) => { held = route; }, { times: 1 });
  await page.keyboard.press("v");
  await expect.poll(() => held !== undefined).toBe(true);
  await page.keyboard.press("v");
  await page.waitForSelector("body[data-preview] iframe");
  await held!.continue();
  await page.waitForTimeout(500);
  await expect.poll(() => page.locator("#sheets > *").count()).toBe(1);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);

test.runIf(hasBrowser)("what docx-preview cannot draw is said, and the first view is there as before", async () => {
  const { page, errors } = await openPage(browser);
  await page.route("**/api/source/**file", (route) => route.fulfill({ body: "no archive" }));
  await openNotice(page, await addressOf(openReview([seed("guichi-2018.docx")])));
  await page.keyboard.press("v");
  await expect.poll(() => page.locator("#sheets").textContent()).toContain("画不出");
  await page.keyboard.press("v");
  await expect.poll(() => page.locator("#sheets .flow").count()).toBe(1);
  expect(errors).toEqual([]);
  await page.close();
}, 60_000);
