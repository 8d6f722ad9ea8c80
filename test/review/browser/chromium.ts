/** A real Chromium, where there is one. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium, type Browser, type Page } from "playwright-core";
import { chromiumPath } from "./found.ts";

/** Whether there is one; without it the tests of the page say so in one line. */
export const hasBrowser = chromiumPath !== null;

/** Starts it. In containers it has neither a sandbox of its own nor much shared memory. */
export function openBrowser(args: readonly string[] = []): Promise<Browser> {
  if (chromiumPath === null) throw new Error("no browser");
  return chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-dev-shm-usage", ...args] });
}

/** A page whose requests to other hosts, errors and logs are kept. */
export async function openPage(browser: Browser, options: Parameters<Browser["newPage"]>[0] = {}): Promise<{ readonly page: Page; readonly foreign: string[]; readonly errors: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, ...options });
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    if (!/^(?:http:\/\/(?:127\.0\.0\.1|localhost):\d+\/|data:|blob:|file:|about:)/u.test(request.url())) foreign.push(request.url());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return { page, foreign, errors };
}

/** Opens a review and waits until its first notice is there. */
export async function openNotice(page: Page, address: string, n = 0): Promise<void> {
  await page.goto(address);
  await page.waitForSelector(`body[data-ready="${String(n)}"]`);
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe has against a page. Put in by the debugging protocol: script elements are refused by the page's own policy. */
export async function accessibility(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } }).axe;
    const { violations } = await axe.run({ exclude: [["iframe"]] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary}`).join(" | ")}`);
  });
}
