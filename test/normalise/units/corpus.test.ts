/** What is counted over all notices of the corpora: units whose function and region are settled, leads that are printed, members that are one name. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseNotice, resolveUnit, type Assignment, type ParseResult, type Unit } from "../../../src/index.ts";
import { neverInNames, verbsOfNames } from "../../../src/rules/units/verbs.ts";
import { corpusFolders, skippedCorpora } from "../../evaluate/corpora.ts";

const folders = corpusFolders().flatMap((folder) => [folder, join(folder, "files"), join(folder, "text")]).filter(existsSync);
const skipped = skippedCorpora();
const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => /\.(?:html|docx|txt)$/u.test(name)).sort().map((name) => join(folder, name)));
const results = await Promise.all(files.map(async (file) => ({ file, result: await parseNotice({ name: file.split(/[\\/]/u).at(-1) ?? file, bytes: new Uint8Array(readFileSync(file)) }) })));

const assignmentsOf = ({ tasks, notice }: ParseResult): Assignment[] => [...tasks.map(({ assignment }) => assignment), ...notice.sections.flatMap(({ assignment }) => (assignment === null ? [] : [assignment]))];
const listed = ({ lead, support, responsible, others }: Assignment): Unit[] => [...lead, ...support, ...responsible, ...others.map(({ unit }) => unit)];
const unitsOf = (result: ParseResult): Unit[] => [...assignmentsOf(result).flatMap(listed), ...result.notice.rules.flatMap(({ units }) => units), ...result.notice.unitLists.flatMap(({ units }) => units)];
const all = results.flatMap(({ file, result }) => unitsOf(result).map((unit) => ({ file, unit })));

const share = (part: number, whole: number): string => `${part} of ${whole} (${((100 * part) / Math.max(whole, 1)).toFixed(1)} %)`;

test("at least 95 % of the agencies have a function", () => {
  const agencies = all.filter(({ unit }) => unit.kind === "agency");
  const without = agencies.filter(({ unit }) => unit.function === null);
  console.log(`function: ${share(agencies.length - without.length, agencies.length)}; without: ${[...new Set(without.map(({ unit }) => unit.text))].join("、") || "none"}${skipped === null ? "" : `; ${skipped}`}`);
  expect(agencies.length).toBeGreaterThan(300);
  expect(without.length / agencies.length).toBeLessThanOrEqual(0.05);
});

test("at least 95 % of the agencies with a region prefix have a division", () => {
  const prefixed = all.filter(({ unit }) => unit.kind === "agency" && unit.basis.some((id) => id.startsWith("prefix:") || id.startsWith("region:") || id === "unit:carried-prefix"));
  const without = prefixed.filter(({ unit }) => unit.division === null);
  console.log(`division: ${share(prefixed.length - without.length, prefixed.length)}; without: ${[...new Set(without.map(({ unit }) => unit.text))].join("、") || "none"}`);
  expect(prefixed.length).toBeGreaterThan(200);
  expect(without.length / prefixed.length).toBeLessThanOrEqual(0.05);
});

test("no lead is made up: each lead has its word in the words of the task or its column, or a rule of the notice", () => {
  const leads = results.flatMap(({ file, result }) => result.tasks.filter(({ assignment }) => assignment.lead.length > 0).map((task) => ({ file, task, rules: result.notice.rules })));
  const madeUp = leads.filter(({ task, rules }) => {
    const { assignment, columns } = task;
    if (assignment.basis === "rule") return !rules.some(({ kind, fromTask }) => (kind === "first-is-lead" || kind === "responsible-is-lead") && fromTask <= task.ordinal);
    return !/牵头|主办|主责|主抓|抓总/u.test(`${assignment.text ?? ""}${assignment.basis === "subject" ? task.text : ""}${columns.map(({ header }) => header ?? "").join("")}`);
  });
  console.log(`leads: ${leads.length} tasks, ${madeUp.length} made up`);
  expect(madeUp.map(({ file, task }) => `${file} ${task.ordinal}`)).toEqual([]);
});

test("no member holds a separator that should have split it, or a verb tail", () => {
  const wrong = all.filter(({ unit }) => {
    if (unit.kind === "collective" || unit.members.length > 0) return false;
    const name = unit.text.replace(/[（(〔[【〈][^（(〔[【〈）)〕\]】〉]*[）)〕\]】〉]/gu, "");
    return /[、，,；;。\n|]/u.test(name) || (neverInNames.test(name) && !verbsOfNames.purpose.test(name)) || /(?:等|负责|牵头|配合|落实)$/u.test(name);
  });
  expect(wrong.map(({ file, unit }) => `${file}: ${unit.text}`)).toEqual([]);
});

describe("100 agencies, drawn with seed 20261122 from all of the corpora and checked by hand", () => {
  const rows = readFileSync(new URL("fixtures/agencies.tsv", import.meta.url), "utf8").trimEnd().split("\n").slice(1);
  test("there are 100", () => expect(new Set(rows).size).toBe(100));
  test.each(rows.map((row) => row.split("\t")))("%s in %s, %s is %s", (text = "", region = "", year = "", name = "", id = "", division = "") => {
    expect(resolveUnit(text, { region, year: Number(year) })).toMatchObject({ name, function: id, division: division === "" ? null : division });
  });
});
