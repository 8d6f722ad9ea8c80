/** The five promises name the tests that hold them: each promise some, in Chinese as in English, and all of them are there. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("docs/contract.md", root), "utf8");
const chapter = page.slice(page.indexOf("## 五条承诺"), page.indexOf("## 词汇"));
const promises = [...chapter.matchAll(/^(\d)\. \*\*(.+?)\*\*([^]*?)(?=^\d\. \*\*|^\*\*Five)/gmu)].map(([, number = "", title = "", words = ""]) => [`${number} ${title}`, words] as const);
const english = chapter.slice(chapter.indexOf("**Five promises"));
const namedIn = (text: string): string[] => [...text.matchAll(/`(test\/[\w./-]+)`/gu)].map((match) => match[1] ?? "");

test("there are five, and the README leads to them", () => {
  expect(promises.map(([title]) => title.slice(0, 1))).toEqual(["1", "2", "3", "4", "5"]);
  expect(readFileSync(new URL("README.md", root), "utf8")).toContain("docs/contract.md");
});

describe.each(promises)("%s", (_, words) => {
  test("names tests that are there, the same in English", () => {
    const named = namedIn(words);
    expect(named.length).toBeGreaterThan(0);
    for (const path of named) {
      expect(existsSync(new URL(path, root)), path).toBe(true);
      expect(namedIn(english)).toContain(path);
    }
  });
});
