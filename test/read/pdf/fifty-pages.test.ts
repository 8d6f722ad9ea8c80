import { expect, test } from "vitest";
import { gritsCon } from "../../grits.ts";
import { fixture, readFixture, slotsOf, tablesOf } from "./reading.ts";

type TruthRow = [column: number, span: number, merge: "restart" | "continue" | null, text: string][];

/** The rows of the Word file as slots. Its running numbers are automatic and not in the text, so they are counted here as Word counts them. */
function slotsOfTruth(rows: readonly TruthRow[]): string[][] {
  const slots: string[][] = [];
  let number = 0;
  for (const row of rows) {
    const line = Array.from({ length: 6 }, () => "");
    for (const [column, span, merge, text] of row) {
      for (let at = column; at < column + span; at++) line[at] = (merge === "continue" ? (slots.at(-1)?.[at] ?? "") : text).replace(/\s+/gu, "");
    }
    if (row.length > 4 && slots.length > 0) line[2] = String(++number);
    slots.push(line);
  }
  return slots;
}

test.each([
  ["notice-50p", 135, 49],
  ["notice-small", 15, 5],
  ["notice-small-tagged", 15, 5],
])("%s: one table over all pages, as in the Word file it was made from", async (name, rows, pages) => {
  const truth = slotsOfTruth(JSON.parse(new TextDecoder().decode(fixture(`${name.replace("-tagged", "")}.grid.json`))) as TruthRow[]);
  const { document } = await readFixture(`${name}.pdf`);
  const tables = tablesOf(document);
  expect(tables).toHaveLength(1);
  const [table] = tables;
  if (table === undefined) return;
  expect(table.rows).toBe(rows);
  expect(table.parts).toHaveLength(pages);
  expect(gritsCon(slotsOf(document, table), truth).score).toBeGreaterThanOrEqual(0.99);
});
