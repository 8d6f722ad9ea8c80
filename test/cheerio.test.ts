/** From places back to the elements of a page, in the real cheerio. */
import { readFileSync, readdirSync } from "node:fs";
import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { locate } from "../src/cheerio.ts";
import { parseNotice, type Place } from "../src/index.ts";
import { textAt } from "./corpus/element-path.ts";

const files = new URL("../corpus/seeds/files/", import.meta.url);
const pages = readdirSync(files).filter((name) => name.endsWith(".html"));
const squeezed = (words: string): string => words.replace(/\s+/gu, "");
const placeOf = (path: string, start: number | null = null, end: number | null = null): Place => ({ source: 0, kind: "element", path, start, end });

describe.each(pages)("%s", (name) => {
  const bytes = readFileSync(new URL(name, files));
  const charset = /gbk/u.test(name) ? "gbk" : "utf-8";
  const $ = load(new TextDecoder(charset).decode(bytes));

  test("leads from each task to the element that prints it", async () => {
    const { tasks } = await parseNotice({ name, bytes: new Uint8Array(bytes) });
    expect(tasks.length).toBeGreaterThan(0);
    for (const { place } of tasks) {
      for (const one of place) {
        if (one.kind !== "element") throw new Error("a page of paper");
        const found = locate($, one);
        expect(found?.words).toBe(textAt($, one.path, one.start, one.end));
        expect(found?.element.length).toBe(1);
      }
    }
    const [first] = tasks;
    const shown = squeezed((first?.place ?? []).map((one) => locate($, one)?.words ?? "").join(""));
    expect(shown).toContain(squeezed(first?.text ?? "?").slice(0, 10));
  });
});

describe("a page", () => {
  const $ = load("<!DOCTYPE html><body><p>甲<b>乙丙</b><!-- 旁注 -->丁</p><div><p>戊</p><p>己</p></div><svg><title>图</title></svg></body>");

  test.each([
    ["/html/body/p", null, null, "甲乙丙丁", ["甲", "乙丙", "丁"]],
    ["/html/body/p", 1, 4, "乙丙丁", ["乙丙", "丁"]],
    ["/html/body/p", 2, 3, "丙", ["丙"]],
    ["/html/body/p", 4, 4, "", []],
    ["/html/body/div/p[2]", 0, 1, "己", ["己"]],
    ["/html/body/svg/title", null, null, "图", ["图"]],
  ])("%s from %s to %s prints %s", (path, start, end, words, parts) => {
    const found = locate($, placeOf(path, start, end));
    expect(found?.words).toBe(words);
    expect(found?.stretches.map((one) => one.node.data.slice(one.start, one.end))).toEqual(parts);
  });

  test.each([
    ["no such element", placeOf("/html/body/p[2]")],
    ["too few characters", placeOf("/html/body/p", 0, 5)],
    ["a path that begins elsewhere", placeOf("body/p")],
    ["a path that is none", placeOf("/html/body/p[x]")],
    ["an empty path", placeOf("")],
    ["the root", placeOf("/")],
    ["a page of paper", { source: 0, kind: "page", page: 1, bbox: [0, 0, 1, 1] } satisfies Place],
  ])("has nothing at %s", (_, place) => {
    expect(locate($, place)).toBeNull();
  });

  test("takes what cheerio does with the element", () => {
    locate($, placeOf("/html/body/div/p[2]"))?.element.addClass("task");
    expect($(".task").text()).toBe("己");
  });
});
