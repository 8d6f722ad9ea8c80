/** A source that is not there was taken away only where its place could be looked at. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Said } from "../../../src/batch/search.ts";
import { absentOf, unseenIn } from "../../../src/dataset/gather/absent.ts";
import { diagnose } from "../../../src/model/context.ts";
import type { FindingCode } from "../../../src/model/finding.ts";
import { emptyFolder } from "../folders.ts";

const locked = (item: string) => ({ item, files: [], options: {}, key: null });

async function reasons(files: readonly string[], older: readonly string[], seen: { readonly troubles?: readonly (readonly [path: string, code: FindingCode])[]; readonly passed?: readonly (readonly [path: string, code: FindingCode])[] } = {}): Promise<Record<string, string>> {
  const folder = emptyFolder();
  for (const file of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    if (!file.endsWith("/.")) writeFileSync(join(folder, file), "x");
  }
  const troubles = (seen.troubles ?? []).map(([path, code]): Said => ({ path: join(folder, path), code, params: {} }));
  const passed = (seen.passed ?? []).map(([path, code]) => ({ path: join(folder, path), why: diagnose(code, { params: { name: path, reason: "EIO", limit: "1", bytes: "2", format: "x", milliseconds: "1" } }) }));
  return Object.fromEntries(await absentOf(folder, older.map(locked), { items: [], unseen: unseenIn({ troubles, passed }, folder) }, { emptied: true }));
}

test.each<[what: string, files: readonly string[], seen: Parameters<typeof reasons>[2], expected: Record<string, string>]>([
  ["gone", ["a/x.html"], {}, {}],
  ["in a folder that cannot be listed", ["a/1.html"], { troubles: [["a", "input/permission"]] }, { "a/1.html": "input/permission" }],
  ["in a folder of which the system gives no names", ["a/1.html"], { troubles: [["a", "input/unreadable"]] }, { "a/1.html": "input/unreadable" }],
  ["beyond the bound of a search", ["a/1.html"], { troubles: [["", "limit/entries"]] }, { "a/1.html": "limit/entries" }],
  ["behind a link that leads out", ["a/1.html"], { troubles: [["a", "input/link-outside"]] }, { "a/1.html": "input/link-outside" }],
  ["beside a folder that cannot be listed", ["a/x.html", "b/x.html"], { troubles: [["b", "input/permission"]] }, {}],
  ["passed over because a limit was met", ["a/1.html"], { passed: [["a/1.html", "limit/bytes"]] }, { "a/1.html": "limit/bytes" }],
  ["passed over because it is a pipe now", ["a/1.html"], { passed: [["a/1.html", "input/special"]] }, { "a/1.html": "input/special" }],
  ["passed over because it is no notice any more", ["a/1.html"], { passed: [["a/1.html", "input/passed-by-content"]] }, {}],
])("%s", async (_, files, seen, expected) => {
  expect(await reasons(files, ["a/1.html"], seen)).toEqual(expected);
});

test.each<[what: string, files: readonly string[], item: string, reason: string | null]>([
  ["emptied", ["联系13812345678/."], "联系***********/1.html", "empty folder"],
  ["emptied, with words in full width", ["联系１３８１２３４５６７８/."], "联系***********/1.html", "empty folder"],
  ["not emptied", ["联系13812345678/2.html"], "联系***********/1.html", null],
  ["of another form", ["联系1381234567/.", "联系方式/."], "联系***********/1.html", null],
  ["one of two that look alike", ["联系13812345678/1.html", "联系13912345678/."], "联系***********/1~2.html", "empty folder"],
])("a masked folder, %s", async (_, files, item, reason) => {
  expect(await reasons(files, [item])).toEqual(reason === null ? {} : { [item]: reason });
});

test("a masked file that cannot be looked into", async () => {
  expect(await reasons([], ["联系***********"], { troubles: [["联系13812345678", "input/permission"]] })).toEqual({ "联系***********": "input/permission" });
});
