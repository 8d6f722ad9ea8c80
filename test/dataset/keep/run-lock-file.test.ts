/** The lock of a version, row by row: the same text, hash and answer as of the whole. */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LockedItem, RunLock } from "../../../src/dataset/edition.ts";
import { areEqual, lockHash, lockText, readLock, readLockHead } from "../../../src/dataset/keep/run-lock-file.ts";
import { sha256 } from "../../../src/text/digest.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-lock-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const itemOf = (name: string, files = 1): LockedItem => ({
  item: name,
  files: Array.from({ length: files }, (_, i) => ({ name: `${name}${i}`, role: i === 0 ? "letter" : "attachment", label: i === 0 ? null : "附件1", uri: null, bytes: 9, sha256: "0".repeat(64), retrieved: null, publisher: null })),
  options: files > 1 ? { year: 2021 } : {},
  key: null,
});
const lockOf = (items: readonly LockedItem[]): RunLock => ({ previous: null, parser: { name: "fengong", version: "1", schemaVersion: "1", idnorm: "idnorm/1", code: "c" }, lookups: null, overrides: null, settings: "s", items });

/** Names that look like the layout of the file. */
const odd = ["通知.html", '  "items": [\n    {', "\n    }", "}\n  ]\n}\n", '"', "\\", "\u2028", "\ud800"];

describe.each<[string, RunLock]>([
  ["no items", lockOf([])],
  ["one", lockOf([itemOf("a.html")])],
  ["files of names that look like the layout", lockOf(odd.map((name) => itemOf(name, 3)))],
  ["items without files", lockOf([itemOf("a", 0), itemOf("b", 0)])],
  ["so many that they come in several pieces", lockOf(Array.from({ length: 6_000 }, (_, i) => itemOf(`第${i}号通知.html`, 1 + (i % 3))))],
])("a lock of %s", (_, lock) => {
  test("has the text and the hash of the whole", () => {
    expect([...lockText(lock)].join("")).toBe(`${JSON.stringify(lock, null, 2)}\n`);
    expect(lockHash(lock)).toBe(sha256(JSON.stringify(lock)));
  });

  test.each([["as it is written", 2], ["without blanks", 0], ["in tabs", "\t"]] as const)("is read from a file %s", async (_, blanks) => {
    const path = join(folder, "lock.json");
    writeFileSync(path, blanks === 2 ? [...lockText(lock)].join("") : JSON.stringify(lock, null, blanks));
    const found = await readLock(path);
    expect(found === null ? null : areEqual(found, lock)).toBe(true);
    expect((await readLockHead(path))?.["settings"]).toBe("s");
  });
});

test("locks that differ in anything are not the same", () => {
  const lock = lockOf([itemOf("a"), itemOf("b")]);
  expect(areEqual(lock, lockOf([itemOf("a"), itemOf("b")]))).toBe(true);
  for (const other of [lockOf([itemOf("a")]), lockOf([itemOf("b"), itemOf("a")]), lockOf([itemOf("a"), itemOf("b"), itemOf("c")]), { ...lock, settings: null }, { ...lock, previous: "0001-aaaaaaaa" }]) expect(areEqual(lock, other)).toBe(false);
});

test("what is not there is none, and what was cut off is said", async () => {
  mkdirSync(join(folder, "folder"));
  expect([await readLock(join(folder, "none")), await readLock(join(folder, "folder")), await readLockHead(join(folder, "none"))]).toEqual([null, null, null]);
  const path = join(folder, "lock.json");
  writeFileSync(path, [...lockText(lockOf([itemOf("a"), itemOf("b"), itemOf("c")]))].join(""));
  const whole = statSync(path).size;
  for (const size of [whole - 3, whole - 20, whole - 400, 300, 10]) {
    writeFileSync(path, [...lockText(lockOf([itemOf("a"), itemOf("b"), itemOf("c")]))].join("").slice(0, size));
    await expect(readLock(path)).rejects.toThrow();
  }
  for (const text of ["", "[]", "null", '{"items":[{}]}', "nope"]) {
    writeFileSync(path, text);
    await expect(readLock(path)).rejects.toThrow();
  }
});
