/** Unit cells and brackets of many kinds, made up after real ones, each with a reading that a person has checked. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { brief, readIn } from "./reading.ts";

const [, ...rows] = readFileSync(new URL("fixtures/cells.tsv", import.meta.url), "utf8").trimEnd().split("\n");

test.each(rows.map((row) => row.split("\t")))("%s: %s", (header = "", text = "", answer = "", people = "", unread = "") => {
  const reading = readIn(header === "" ? null : header, text.replaceAll("\\n", "\n"));
  expect(brief(reading)).toBe(answer);
  expect(reading.people.map(({ name, role, unit }) => `${role}=${name}${unit === null ? "" : `@${unit}`}`).join("；")).toBe(people);
  expect(reading.unread.map((words) => words.text).join("；")).toBe(unread);
});
