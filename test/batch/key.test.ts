import { expect, test } from "vitest";
import { contentKey, settingsKey } from "../../src/batch/key.ts";
import { singly } from "../../src/batch/items.ts";
import { sha256 } from "../../src/text/digest.ts";

const [item] = singly(["a.html"], process.cwd());
const keyOf = (settings: string, bytes: string): string | null => contentKey(settings, item!.files, [sha256(bytes)]);

test("the order of options means nothing, their values do", () => {
  const key = settingsKey({ year: 2020, region: "340000", limits: { bytes: 1, depth: 2 } }, false);
  expect(settingsKey({ limits: { depth: 2, bytes: 1 }, region: "340000", year: 2020 }, false)).toBe(key);
  expect(settingsKey({ year: 2021, region: "340000", limits: { bytes: 1, depth: 2 } }, false)).not.toBe(key);
  expect(settingsKey({ year: 2020, region: "340000", limits: { bytes: 1, depth: 2 } }, true)).not.toBe(key);
});

test("settings and bytes make the key; there is none for a file that was not opened", () => {
  expect(keyOf("s", "x")).toBe(keyOf("s", "x"));
  expect(keyOf("s", "y")).not.toBe(keyOf("s", "x"));
  expect(keyOf("t", "x")).not.toBe(keyOf("s", "x"));
  expect(contentKey("s", item!.files, [null])).toBeNull();
});
