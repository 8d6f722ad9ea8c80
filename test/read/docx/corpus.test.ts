/** Every DOCX of the corpora is read without loss, and its places lead back to its text. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBytes } from "./reading.ts";

const seeds = new URL("../../../corpus/seeds/files/", import.meta.url).pathname;
const extra = process.env["FENGONG_EXTRA_CORPUS"];
const folders = [seeds, ...(extra === undefined ? [] : extra.split(":"))].filter((folder) => existsSync(folder));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.docx$/iu.test(name)).map((name) => join(folder, name));
}

describe("Word files of the corpora", () => {
  test.each(folders.flatMap(filesIn))("%s", async (path) => {
    const { document, codes } = await readBytes(new Uint8Array(readFileSync(path)));
    expect(codes).not.toContain("docx/lost-text");
    expect(codes).not.toContain("docx/not-verified");
    expect(document.text.length).toBeGreaterThan(100);
  });
});

test.skipIf(extra !== undefined)("FENGONG_EXTRA_CORPUS is not set: only the seed files were read", () => undefined);
