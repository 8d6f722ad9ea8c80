/**
 * The review page with 1,008 tasks in a real Chromium: processor time of its renderer until the page is ready, and for each key; and of a PDF of 17
 * pages until its first page is drawn. Without a browser it says so and measures nothing.
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import type { Browser, CDPSession } from "playwright-core";
import { openServer } from "../../src/review/server.ts";
import { hasBrowser, openBrowser } from "../review/browser/chromium.ts";
import { openReview, removeReviews, seed, type Opened } from "../review/open.ts";

const limits = { ready: 1000, key: 30, megabytes: 30, page: 1000 };
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3);
const keysARound = 40;

/** A notice with the table of the seed so many times. */
function longNotice(times: number): string {
  const html = readFileSync(seed("wanzheng-66.html"), "utf8");
  const [start, end] = [html.indexOf("<table"), html.indexOf("</table>") + "</table>".length];
  return html.slice(0, start) + html.slice(start, end).repeat(times) + html.slice(end);
}

interface Seen {
  readonly session: CDPSession;
  /** Milliseconds of processor that the process of its page has used. */
  readonly used: () => Promise<number>;
  readonly ask: (expression: string) => Promise<unknown>;
}

/** Opens an address by the debugging protocol alone: waiting as playwright does it works in the page, and would be measured too. */
async function see(browser: Browser, address: string): Promise<Seen> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const used = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "ProcessTime")?.value ?? Number.NaN) * 1000;
  };
  await session.send("Page.navigate", { url: address });
  return { session, used, ask: async (expression) => (await session.send("Runtime.evaluate", { expression, returnByValue: true })).result.value as unknown };
}

async function until({ ask }: Seen, expression: string): Promise<void> {
  while ((await ask(expression)) !== true) await pause(50);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

async function withPage<T>(review: Opened, work: (seen: Seen) => Promise<T>): Promise<T> {
  const server = await openServer(review, 0);
  // A browser of its own: what it keeps of an earlier page would be measured, or spared.
  const browser = await openBrowser();
  try {
    return await work(await see(browser, server.address));
  } finally {
    await browser.close();
    server.close();
  }
}

async function press({ session, ask }: Seen, key: string): Promise<void> {
  for (const type of ["keyDown", "keyUp"] as const) await session.send("Input.dispatchKeyEvent", { type, key, ...(type === "keyDown" ? { text: key } : {}) });
  await ask("0");
}

const isReady = "document.body?.dataset.ready === '0'";

async function measureTasks(review: Opened): Promise<{ readonly ready: number; readonly keys: Readonly<Record<string, number>>; readonly megabytes: number }> {
  return withPage(review, async (seen) => {
    await until(seen, isReady);
    const ready = await seen.used();
    await pause(500);
    const keys: Record<string, number> = {};
    for (const key of ["j", "l", "n", "a"]) {
      const before = await seen.used();
      for (let i = 0; i < keysARound; i++) {
        await press(seen, key);
        // As fast as people press it; what a key sets going is done by the next.
        await pause(60);
      }
      await pause(300);
      keys[key] = ((await seen.used()) - before) / keysARound;
    }
    await seen.session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await seen.session.send("Runtime.getHeapUsage");
    return { ready, keys, megabytes: usedSize / 1e6 };
  });
}

async function measurePages(review: Opened): Promise<number> {
  return withPage(review, async (seen) => {
    await until(seen, `${isReady} && document.querySelector('.sheet[data-drawn]') !== null`);
    return seen.used();
  });
}

function judge(name: string, value: number, limit: number, unit: string): void {
  console.log(`review: ${name} ${value.toFixed(value < 100 ? 1 : 0)} ${unit} (at most ${limit})`);
  if (value > limit) process.exitCode = 1;
}

if (hasBrowser) {
  const long = openReview([["long.html", longNotice(21)]]);
  const paged = openReview([seed("wanzheng-66.pdf")]);
  const tasks = (await long.shelf.notice(0))?.result.tasks.length ?? 0;
  await paged.shelf.notice(0);
  const measured: Awaited<ReturnType<typeof measureTasks>>[] = [];
  for (let i = 0; i < rounds; i++) measured.push(await measureTasks({ ...long, person: "张三" }));
  const best = (pick: (one: (typeof measured)[number]) => number): number => Math.min(...measured.map(pick));
  judge(`${tasks} tasks: ready in`, best(({ ready }) => ready), limits.ready, "ms of the renderer's processor");
  for (const key of Object.keys(measured[0]?.keys ?? {})) judge(`key ${key}`, best(({ keys }) => keys[key] ?? 0), limits.key, "ms");
  judge("heap", best(({ megabytes }) => megabytes), limits.megabytes, "MB");
  judge("first page of a PDF of 17 pages in", Math.min(await measurePages(paged), await measurePages(paged)), limits.page, "ms");
  removeReviews();
}
