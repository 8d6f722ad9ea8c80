/** The sources of a dataset under review: found by their hash, and told where others stand in their place. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { findDatasetItems, openSourceFolder } from "../../src/review/dataset-items.ts";
import { openShelf } from "../../src/review/shelf.ts";
import { seed } from "./open.ts";

const folder = mkdtempSync(join(tmpdir(), "fengong-review-"));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

test("one that has changed is said to have changed, one that is away to be away, one that is there under another name is shown", async () => {
  writeFileSync(join(folder, "guichi-2018.docx"), "another");
  copyFileSync(seed("wuhu-kaoping.docx"), join(folder, "renamed.docx"));
  const items = await findDatasetItems(fileURLToPath(new URL("../../corpus/dataset", import.meta.url)), await openSourceFolder(folder), {});
  const shelf = openShelf(items, { read: () => Promise.reject(new Error("no source is read")), close: () => undefined });
  const told = await Promise.all(items.map(async ({ name, files }, n) => [name, files.length, await shelf.isSame(n)]));
  expect(told).toContainEqual(["guichi-2018.docx", 0, false]);
  expect(told).toContainEqual(["wuhu-kaoping.docx", 1, true]);
  expect(told).toContainEqual(["liutiliucu-4.docx", 0, true]);
});
