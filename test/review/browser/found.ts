/** Looks for a Chromium; without one, one line says which tests are skipped. */
import { existsSync } from "node:fs";
import process from "node:process";

/** Where Debian and others put it. */
const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The program; null without one. A path in `FENGONG_CHROMIUM` is the only one that is tried. */
export const chromiumPath = (process.env["FENGONG_CHROMIUM"] === undefined ? usual : [process.env["FENGONG_CHROMIUM"]]).find((path) => existsSync(path)) ?? null;

if (chromiumPath === null) console.warn("skipped: the review page in a browser (test/review/browser; no Chromium: apt-get install chromium fonts-noto-cjk, or FENGONG_CHROMIUM)");
