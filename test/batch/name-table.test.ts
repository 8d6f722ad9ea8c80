/** What a table of very many names keeps, and gives in which order of asking. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openBlocks } from "../../src/batch/blocks.ts";
import { NameTable } from "../../src/batch/name-table.ts";
import { PathList } from "../../src/batch/path-list.ts";
import { openSizes } from "../../src/batch/sizes.ts";

const nameOf = (i: number): string => `2021/第${i % 97}号/${"长".repeat(i % 7)}${i}.html`;

test.each([1, 500, 40_000])("every one of 40,000 names has its own number, where room was made for %i", (expected) => {
  const table = new NameTable(expected);
  for (let i = 0; i < 40_000; i++) table.set(nameOf(i), i);
  expect(table.size).toBe(40_000);
  for (let i = 0; i < 40_000; i++) if (table.get(nameOf(i)) !== i) expect([i, table.get(nameOf(i))]).toEqual([i, i]);
  expect([table.get(nameOf(40_000)), table.get("")]).toEqual([undefined, undefined]);
});

test("a name keeps the number that it had first, or has the one that it was given last", () => {
  const table = new NameTable(1);
  expect([table.add("a", 1), table.add("a", 2), table.get("a")]).toEqual([undefined, 1, 1]);
  table.set("a", 3);
  expect([table.get("a"), table.size]).toEqual([3, 1]);
});

test("names that were marked are told from those that are left, and from strangers", () => {
  const table = new NameTable(1);
  for (let i = 0; i < 3_000; i++) table.set(nameOf(i), i);
  for (let i = 0; i < 3_000; i += 2) table.mark(nameOf(i));
  table.mark(nameOf(0));
  for (let i = 3_000; i < 9_000; i++) table.set(nameOf(i), i);
  expect([table.marked, table.mark("stranger"), table.isLeft("stranger")]).toEqual([1_500, undefined, false]);
  for (let i = 0; i < 3_000; i++) if (table.isLeft(nameOf(i)) !== (i % 2 === 1)) expect(i).toBe("told wrongly");
});

test("a path that was named before is left out, however it was named", () => {
  const list = new PathList("/base");
  for (const [path, whole] of [["b", "/base/b"], ["a", "/base/a"], ["/base/a", "/base/a"], ["../base/b", "/base/b"], ["a/b", "/base/a/b"]] as const) list.add(path, whole);
  expect(list.sorted()).toEqual(["a", "a/b", "b"]);
});

test("pieces of a file are its bytes, whatever the order in which they are asked for", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fengong-blocks-"));
  const bytes = Buffer.from(Array.from({ length: 900_000 }, (_, i) => (i * 7 + (i >> 8)) & 255));
  writeFileSync(join(folder, "bytes"), bytes);
  const file = await open(join(folder, "bytes"));
  const { from } = openBlocks(file);
  const rising = Array.from({ length: 450 }, (_, i) => i * 2_000);
  const near = rising.map((at, i) => Math.max(0, at + (i % 3 === 0 ? -3_000 : 500)));
  const jumping = rising.map((_, i) => (i * 7_919_777) % 900_000);
  for (const at of [...rising, ...near, ...jumping, 899_999, 900_000, 0]) {
    const piece = await from(at, 2_048, (found) => Buffer.from(found));
    expect(piece.length).toBeGreaterThanOrEqual(Math.min(2_048, 900_000 - at));
    expect(piece.equals(bytes.subarray(at, at + piece.length))).toBe(true);
  }
  const together = await Promise.all(jumping.map(async (at) => from(at, 100, (found) => Buffer.from(found))));
  for (const [i, piece] of together.entries()) expect(piece.equals(bytes.subarray(jumping[i], (jumping[i] ?? 0) + piece.length))).toBe(true);
  await file.close();
  rmSync(folder, { recursive: true });
});

test("sizes are those of files, and of nothing else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fengong-sizes-"));
  writeFileSync(join(folder, "five"), "12345");
  const sizeOf = openSizes();
  for (let i = 0; i < 200; i++) {
    expect([await sizeOf(join(folder, "five")), await sizeOf(join(folder, "none")), await sizeOf(folder), await sizeOf(join(folder, "five/below"))]).toEqual([5, null, null, null]);
  }
  rmSync(folder, { recursive: true });
});
