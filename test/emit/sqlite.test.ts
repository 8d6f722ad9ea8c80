/** The full-text index finds the words that officials look for, of two characters and of any other length. */
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, test } from "vitest";
import { searchSql } from "../../src/emit/sqlite.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { searchQuery } from "../../src/text/grams.ts";
import { corpusResults, written } from "./results.ts";

const database = new DatabaseSync(":memory:");
let results: ParseResult[] = [];

beforeAll(async () => {
  results = await corpusResults();
  database.deserialize(await written("sqlite", results));
});

const words = ["政务", "改革", "水", "办公厅", "政务公开", "营商环境", "优化营商环境", "人民政府办公厅", "2020", "鸡毛蒜皮"];

/** Tasks in which the words stand as printed. */
function standIn(word: string): number[] {
  const columns = ["noticeTitle", "path", "heading", "text", "allocation", "lead", "support", "responsible", "others"];
  const every = database.prepare("SELECT * FROM tasks ORDER BY row").all();
  return every.filter((row) => columns.some((column) => String(row[column] ?? "").replace(/\s/gu, "").includes(word))).map((row) => Number(row["row"]));
}

describe.each(words)("%s", (word) => {
  test("is found where it stands, by the query of the library", () => {
    const found = database.prepare("SELECT rowid FROM tasks_search WHERE tasks_search MATCH ? ORDER BY rowid").all(searchQuery(word));
    expect(found.map((row) => Number(row["rowid"]))).toEqual(standIn(word));
  });

  test.skipIf(word === "2020")("is found where it stands, by the query that the file itself holds", () => {
    const sql = String(database.prepare("SELECT text FROM about WHERE name = 'search'").get()?.["text"]);
    expect(sql).toBe(searchSql);
    const found = database.prepare(sql).all({ word });
    expect(found.map((row) => Number(row["row"])).sort((a, b) => a - b)).toEqual(standIn(word));
  });
});

test.each(["政务", "改革"])("%s needs no query of ours: MATCH finds it as it is", (word) => {
  const found = database.prepare("SELECT count(*) AS n FROM tasks_search WHERE tasks_search MATCH ?").get(word);
  expect(found?.["n"]).toBe(standIn(word).length);
  expect(found?.["n"]).toBeGreaterThan(0);
});

test.each(words)("%s is found by the view that anybody can ask", (word) => {
  const found = database.prepare("SELECT row FROM search WHERE words LIKE ? ORDER BY row").all(`%${word}%`);
  expect(found.map((row) => Number(row["row"]))).toEqual(standIn(word));
});

test("an index answers the view from three characters on", () => {
  const plan = database.prepare("EXPLAIN QUERY PLAN SELECT row FROM search WHERE words LIKE '%政务公开%'").all().map((row) => String(row["detail"]));
  expect(plan.join("\n")).toMatch(/tasks_words VIRTUAL TABLE INDEX \d+:[LG]/u);
  expect(String(database.prepare("SELECT text FROM about WHERE name = 'find'").get()?.["text"])).toContain("FROM search");
});

test("foreign keys and indexes stand in the file", () => {
  const keys = (table: string): unknown[] => database.prepare(`SELECT "table" AS name FROM pragma_foreign_key_list(?) ORDER BY name`).all(table).map((row) => row["name"]);
  expect(keys("tasks")).toEqual(["notices"]);
  expect(new Set(keys("assignments"))).toEqual(new Set(["notices", "tasks"]));
  expect(new Set(keys("deadlines"))).toEqual(new Set(["notices", "tasks"]));
  const plan = database.prepare("EXPLAIN QUERY PLAN SELECT * FROM assignments WHERE unit = ?").all("安徽省人民政府办公厅");
  expect(String(plan[0]?.["detail"])).toContain("assignments_unit");
  database.exec("PRAGMA foreign_keys = ON");
  expect(() => {
    database.exec("DELETE FROM notices");
  }).toThrow(/FOREIGN KEY/u);
});

test("the file says what its columns mean", () => {
  const about = database.prepare("SELECT text FROM about WHERE name = 'tasks.due'").get();
  expect(about).toEqual({ text: "Last day still on time; empty when the text does not settle it" });
});
