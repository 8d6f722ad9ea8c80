/** Real expressions with a reading each (units.tsv): members, order, roles and openness must all be right. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { applyDocumentRules } from "../../../src/normalise/units/roles.ts";
import { readIn } from "./reading.ts";

const [, ...rows] = readFileSync(new URL("units.tsv", import.meta.url), "utf8").trimEnd().split("\n");
const misses: Readonly<Record<string, string>> = JSON.parse(readFileSync(new URL("expression-misses.json", import.meta.url), "utf8"));
const headerAndCell = /^(.+?领导|\S+) (.*)$/u;

function cellsOf(expression: string, context: string): { header: string | null; text: string }[] {
  if (!expression.includes(" | ")) return [{ header: context.startsWith("column:") ? context.slice("column:".length) : null, text: expression }];
  return expression.split(" | ").map((cell) => {
    const [, header = "", text = ""] = headerAndCell.exec(cell) ?? [];
    return { header, text };
  });
}

function readRow(expression: string, context: string): string[] {
  const cells = cellsOf(expression, context);
  const readings = cells.map(({ header, text }) => readIn(header, text, cells.filter((cell) => cell.header !== header).map((cell) => cell.header ?? "")));
  const by = (role: string) => readings.flatMap(({ members }) => members.filter((member) => member.role === role).map((member) => member.text));
  const printed = { lead: by("lead"), support: by("support"), responsible: by("responsible") };
  const ruled = context === "first-is-lead" ? applyDocumentRules(printed, ["first-is-lead"]) : printed;
  const people = readings.flatMap((reading) => reading.people.map(({ name, role }) => `${name}=${role.replaceAll(" ", "")}`));
  return [...[ruled.lead, ruled.support, ruled.responsible, by("other"), people].map((list) => list.join("；")), readings.some(({ openEnded }) => openEnded) ? "Y" : "N"];
}

test("real expressions: at least 97 % are right, and exactly the listed ones are missed", () => {
  const wrong = rows.map((row) => row.split("\t")).filter(([expression = "", ...answer]) => {
    return JSON.stringify(readRow(expression, answer[6] ?? "")) !== JSON.stringify(answer.slice(0, 6));
  });
  console.log(`units.tsv: ${rows.length - wrong.length} of ${rows.length} right`);
  expect(wrong.map(([expression]) => expression)).toEqual(Object.keys(misses));
  expect(wrong.length / rows.length).toBeLessThanOrEqual(0.03);
});
