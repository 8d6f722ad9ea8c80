import { load } from "cheerio";
import { expect, test } from "vitest";
import { textAt } from "./element-path.ts";

const page = load("<div>a</div><p>b</p><div>c<b>d</b>e</div>");

test.each([
  ["/html/body/div[2]", null, null, "cde"],
  ["/html/body/div[2]", 1, 3, "de"],
  ["/html/body/div[2]/b", 0, 1, "d"],
  ["/html/body/p", null, null, "b"],
  ["/html/body/div[3]", null, null, null],
  ["/html/body/i", null, null, null],
  ["html/body/p", null, null, null],
  ["/html/body/p[", null, null, null],
  ["/html/body/p", 0, 2, null],
])("%s %s–%s", (path, start, end, text) => {
  expect(textAt(page, path, start, end)).toBe(text);
});
