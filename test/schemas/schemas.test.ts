import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allSchemas } from "../../src/dataset/publish/schemas.ts";
import { failedResult } from "../../src/emit/result.ts";
import { viewTables } from "../../src/emit/tables.ts";
import { diagnose } from "../../src/model/context.ts";
import { parseResultSchema } from "../../src/model/notice.ts";
import { complaints, expectValid, expectValidTables } from "../validate-output.ts";

const folder = new URL("../../schemas/", import.meta.url);

const partsOf: Readonly<Record<string, string[]>> = {
  "parse-result.schema.json": ["Place", "Diagnostic"],
  "tables.schema.json": ["Place", "Diagnostic"],
  "flat.schema.json": ["TaskRow", "NoticeRow"],
  "notice-record.schema.json": ["Reading", "Task"],
};

describe("schemas/", () => {
  test("holds what the program gives and nothing else", () => {
    const made = allSchemas();
    expect(readdirSync(folder).sort()).toEqual([...made.map(({ file }) => file), "rules.json"].sort());
    for (const { file, text } of made) expect(readFileSync(new URL(file, folder), "utf8")).toBe(text);
  });

  test("is made the same way twice", () => {
    expect(allSchemas()).toEqual(allSchemas());
  });

  test.each(allSchemas())("$file names its draft, its version and its parts", ({ file, text }) => {
    const schema: Record<string, unknown> = JSON.parse(text);
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema["$id"]).toMatch(/^urn:fengong:\d+\.\d+:/u);
    expect(schema["$id"]).toContain(file);
    const parts = partsOf[file];
    if (parts !== undefined) expect(Object.keys(schema["$defs"] ?? {})).toEqual(expect.arrayContaining(parts));
  });
});

describe("two judges", () => {
  const failed = failedResult({ name: "a.html" }, null, [diagnose("input/empty")]);

  test("pass a failed result", () => {
    expectValid(failed);
    expectValidTables(viewTables({ name: "a.html", format: null, document: null, diagnostics: [diagnose("input/empty")] }));
  });

  test.each([
    ["a missing field", { ...failed, tasks: undefined }],
    ["an unknown field", { ...failed, more: 1 }],
    ["a status that does not exist", { ...failed, status: "good" }],
    ["a date that does not exist", { ...failed, notice: { ...failed.notice, dateIssued: "2021-02-30" } }],
    ["a date in words", { ...failed, notice: { ...failed.notice, dateIssued: "2021年2月" } }],
    ["a negative count", { ...failed, coverage: { ...failed.coverage, characters: -1 } }],
    ["a place of no kind", { ...failed, diagnostics: [{ ...diagnose("input/empty"), place: [{ source: 0, kind: "line" }] }] }],
  ])("agree against %s", (_, result) => {
    expect(parseResultSchema.safeParse(result).success).toBe(false);
    expect(complaints("parse-result.schema.json", result)).not.toEqual([]);
  });
});
