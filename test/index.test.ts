import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as fengong from "../src/index.ts";

/** The public API, as a list: a name that appears or goes is a decision, not an accident. */
const names = [
  "assignmentSchema",
  "coverageSchema",
  "deadlineSchema",
  "defaultLimits",
  "diagnose",
  "diagnosticSchema",
  "divisionsEdition",
  "failedResult",
  "findDeadlines",
  "findings",
  "lookupsSchema",
  "markSchema",
  "marksSchema",
  "noticeSchema",
  "parseAssignment",
  "parseDeadline",
  "parseMany",
  "parseNotice",
  "parseResultSchema",
  "parserVersion",
  "placeSchema",
  "readDocument",
  "readLookups",
  "resolveUnit",
  "schemaVersion",
  "sectionSchema",
  "sentence",
  "sourceSchema",
  "taskSchema",
  "unitSchema",
  "unusedLookups",
];

test("the front door", () => {
  expect(Object.keys(fengong).sort()).toEqual(names);
});

test("the version is that of the package", () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  expect(fengong.parserVersion).toBe(version);
});

test("every finding speaks both languages and uses the parameters it names", () => {
  for (const [code, { params, zh, en }] of Object.entries(fengong.findings)) {
    for (const words of [zh, en]) {
      expect(words, code).not.toBe("");
      const used = [...words.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]).filter((name) => name !== "actual");
      expect(used.every((name) => (params as readonly string[]).includes(name ?? "")), `${code}: ${words}`).toBe(true);
    }
    for (const name of params) expect(zh.includes(`{${name}}`) || en.includes(`{${name}}`), `${code} names ${name}`).toBe(true);
  }
});
