/** Files of people as their editors leave them: what is written into them stays beside all else, and what cannot be kept is not written over. */
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readOverrides } from "../../src/dataset/correct/overrides.ts";
import { reasonWords } from "../../src/model/finding.ts";
import { readReviews, withGold, withReviews } from "../../src/review/checked-rows.ts";
import { openStore, pathsBeside, type Store } from "../../src/review/store.ts";
import { withOverride, withoutOverride } from "../../src/review/yaml-rows.ts";

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "fengong-kept-")); });
afterEach(() => { rmSync(folder, { recursive: true }); });
const at = (name: string): string => join(folder, name);
const open = (): Store => openStore(pathsBeside(at("overrides.yaml")));
const gbk = Buffer.from([0xd7, 0xa2, 0xca, 0xcd]);

const row = (id: string, value = "新") => ({ id, field: "title", expected: "旧", value, reason: "看了原文", person: "张三", date: "2026-11-01" });
const yaml = (id: string): string => Object.entries(row(id)).map(([key, value], i) => `${i === 0 ? "- " : "  "}${key}: ${value}\n`).join("");
const lending = `- &row\n  id: a\n  field: title\n  expected: &old 旧\n  value: 新 # 改\n  reason: &why 看了原文\n  person: 张三\n  date: 2026-11-01\n- id: b\n  field: title\n  expected: *old\n  value: 新\n  reason: *why\n  person: 张三\n  date: 2026-11-01\n`;
const idsOf = (text: string): string[] => readOverrides(text).overrides.map(({ id }) => id);

test.each([".fengong-review.json", "overrides.yaml", "gold.csv", "reviews.ndjson"])("a folder named %s is said in Chinese before anything is decided", async (name) => {
  mkdirSync(at(name));
  const { readOnly } = await open().load();
  expect(reasonWords(readOnly ?? "", "zh")).toBe(`${at(name)}: 是文件夹`);
});

describe("rows of corrections", () => {
  test.each([["ends of lines of Windows", `# 头\n${yaml("a")}`.replaceAll("\n", "\r\n")], ["the mark before all words", `\uFEFF# 头\n${yaml("a")}`], ["both", `\uFEFF${yaml("a")}# 尾\n`.replaceAll("\n", "\r\n")]])("%s stay", (_, text) => {
    expect(readOverrides(text)).toMatchObject({ troubles: [], overrides: [row("a")] });
    for (const after of [withOverride(text, row("z")), withOverride(text, row("a", "又新")), withoutOverride(text, "a\ntitle")]) {
      expect(readOverrides(after).troubles).toEqual([]);
      expect([after.startsWith("\uFEFF"), /(?<!\r)\n/u.test(after)]).toEqual([text.startsWith("\uFEFF"), !text.includes("\r\n")]);
      expect(after.includes("头") || after.includes("尾")).toBe(text.includes("头") || text.includes("尾"));
    }
  });

  test.each([
    ["a row that lends is changed", withOverride(lending, { ...row("a"), reason: "另有通知" }), ["a", "b"]],
    ["a row that lends goes", withoutOverride(lending, "a\ntitle"), ["b"]],
    ["a row that borrows is changed", withOverride(lending, { ...row("b"), reason: "另有通知" }), ["a", "b"]],
    ["a row that borrows goes", withoutOverride(lending, "b\ntitle"), ["a"]],
    ["a row that is lent as a whole goes", withoutOverride(`${lending}- *row\n`, "a\ntitle"), ["b"]],
    ["another row is added", withOverride(lending, row("c")), ["a", "b", "c"]],
  ])("that share words by anchors: %s, and no other row changes", (_, after, ids) => {
    expect(idsOf(after)).toEqual(ids);
    const kept = readOverrides(after).overrides.filter(({ reason }) => reason !== "另有通知");
    for (const one of kept) expect(one).toEqual(row(one.id));
    expect(kept.length).toBeGreaterThanOrEqual(ids.length - 1);
  });
});

describe("rows of gold", () => {
  const set = [{ task: "a/1", field: "due", value: "2026-12-31" }, { task: "a/2", field: "due", value: "" }];
  test.each([
    ["as Excel saves it", "\uFEFFtask,field,value,note\r\na/1,due,x,备注\r\n", "\uFEFFtask,field,value,note\r\na/1,due,2026-12-31,备注\r\na/2,due,,\r\n"],
    ["two columns of one name", "task,field,value,note,note\na/1,due,x,一,二\n", "task,field,value,note,note\na/1,due,2026-12-31,一,二\na/2,due,,,\n"],
    ["columns in another order", "note,value,task,field\n备注,x,a/1,due\n", "note,value,task,field\n备注,2026-12-31,a/1,due\n,,a/2,due\n"],
    ["a head alone with more columns", "task,field,value,note\n", "task,field,value,note\na/1,due,2026-12-31,\na/2,due,,\n"],
    ["no file", null, "task,field,value\na/1,due,2026-12-31\na/2,due,\n"],
  ])("%s", (_, before, after) => {
    expect(withGold(before, set)).toBe(after);
    expect(withGold(after, [], ({ task }) => task === "a/2")).toBe(after.replace(/[^\n]*a\/2[^\n]*\n/u, ""));
  });
});

test("a mark before the reviews is none of them, and stays", () => {
  const line = `${JSON.stringify({ id: "a", field: null, key: "k", sources: [], verdict: "confirmed", person: "张三", date: "2026-11-01" })}\n`;
  expect(readReviews(`\uFEFF${line}`)).toHaveLength(1);
  expect(withReviews(`\uFEFF${line}`, readReviews(line)!)).toBe(`\uFEFF${line}${line}`);
});

test.each([
  ["overrides.yaml", Buffer.concat([Buffer.from("# 头\n# "), gbk]), "overrides.yaml:2: 不是 UTF-8"],
  ["gold.csv", Buffer.concat([Buffer.from("task,field,value\na/1,text,"), gbk]), "gold.csv:2: 不是 UTF-8"],
  ["gold.csv", Buffer.from("task,field,value\n", "utf16le"), "gold.csv"],
  ["gold.csv", Buffer.from("task;field;value\n"), "gold.csv: 不是有 task"],
  ["reviews.ndjson", gbk, "reviews.ndjson:1: 不是 UTF-8"],
  ["reviews.ndjson", Buffer.from(`\n{"id":"b","fi`), "reviews.ndjson:2: 不是一条核对记录"],
])("%s that is not what it should be is not written over, and is said in Chinese with its line", async (name, bytes, words) => {
  writeFileSync(at(name), bytes);
  const store = open();
  const { readOnly, revision } = await store.load();
  expect(reasonWords(readOnly ?? "", "zh")).toContain(words);
  expect(await store.save(revision, { overrides: "[]\n", gold: "", reviews: "" })).toBeNull();
  expect(readFileSync(at(name)).equals(bytes)).toBe(true);
});

test.each(["overrides.yaml", "gold.csv", "reviews.ndjson"])("a folder called %s is said", async (name) => {
  mkdirSync(at(name));
  expect(reasonWords((await open().load()).readOnly ?? "", "zh")).toContain(`${name}: 是文件夹`);
});

describe("a link to a file elsewhere", () => {
  test.each([["that is there", "# 注\n"], ["that will be", null]])("%s stays a link, and that file is written", async (_, text) => {
    mkdirSync(at("shared"));
    if (text !== null) writeFileSync(at("shared/o.yaml"), text);
    symlinkSync("shared/o.yaml", at("between"));
    symlinkSync("between", at("overrides.yaml"));
    const store = open();
    expect(await store.save((await store.load()).revision, { overrides: "# 新\n" })).not.toBeNull();
    expect([lstatSync(at("overrides.yaml")).isSymbolicLink(), readFileSync(at("shared/o.yaml"), "utf8")]).toEqual([true, "# 新\n"]);
  });

  test("in a ring is no file, and nothing is written", async () => {
    symlinkSync("overrides.yaml", at("overrides.yaml"));
    expect((await open().load()).readOnly).not.toBeNull();
    expect(existsSync(at("overrides.yaml"))).toBe(false);
  });
});

test.skipIf(process.platform === "win32").each([0o600, 0o640, 0o664])("a file with the rights %o keeps them", async (mode) => {
  writeFileSync(at("overrides.yaml"), "");
  chmodSync(at("overrides.yaml"), mode);
  const store = open();
  await store.save((await store.load()).revision, { overrides: "# 新\n" });
  expect(statSync(at("overrides.yaml")).mode & 0o777).toBe(mode);
});
