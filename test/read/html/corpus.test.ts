/** Every page of the corpora is read without loss, and its places lead back to its text. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBytes } from "./reading.ts";

const seeds = new URL("../../../corpus/seeds/files/", import.meta.url).pathname;
const extra = (process.env["FENGONG_EXTRA_CORPUS"] ?? "").split(":").filter((folder) => folder !== "" && existsSync(folder));

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.html?$/iu.test(name)).map((name) => join(folder, name));
}

test.each(pagesIn(seeds))("%s", async (path) => {
  await readBytes(new Uint8Array(readFileSync(path)), path);
});

test.skipIf(extra.length === 0)("pages of FENGONG_EXTRA_CORPUS", async () => {
  const pages = extra.flatMap(pagesIn);
  expect(pages).not.toHaveLength(0);
  for (const path of pages) await readBytes(new Uint8Array(readFileSync(path)), path);
});
