/** SECURITY.md names for each promise the tests that hold it: they exist, and no promise goes without. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const text = readFileSync(new URL("SECURITY.md", root), "utf8");
const promises = (text.split("## What is promised")[1] ?? "").split("## What is not promised")[0] ?? "";
const rows = promises.split("\n").filter((line) => line.startsWith("| **"));
const named = [...text.matchAll(/`((?:src|test|scripts)\/[\w./-]+)`/gu)].map((match) => match[1] ?? "");

describe("SECURITY.md", () => {
  test("has a threat model, promises and what is not promised, and the README leads to it", () => {
    expect([...text.matchAll(/^## (.+)$/gmu)].map((match) => match[1])).toEqual(["Who may do harm", "What is promised, and the tests that hold it", "What is not promised", "Reporting"]);
    expect(rows.length).toBeGreaterThan(15);
    expect(readFileSync(new URL("README.md", root), "utf8")).toContain("](SECURITY.md)");
  });

  test.each([...new Set(named)])("%s is there", (file) => {
    expect(existsSync(new URL(file, root))).toBe(true);
  });

  test.each(rows.map((row) => [/\*\*(.+?)\*\*/u.exec(row)?.[1] ?? "", row]))("“%s” is held by a test", (_, row) => {
    expect(row.split("|").at(-2)).toMatch(/`test\/[\w./-]+\.test\.ts`/u);
  });
});
