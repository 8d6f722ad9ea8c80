/** The variant for Excel keeps as text what Excel would change, and disarms what it would run. */
import { expect, test } from "vitest";
import { nastyResult, writtenText } from "./results.ts";

const cellsOf = async (id: "csv" | "csv-excel", escapeFormulas = true): Promise<string> => writtenText(id, [await nastyResult()], { escapeFormulas });

test.each(["007", "1-2", "3/4", "1e5", "12345678901234567890", "10%"])("%s stays text in Excel", async (words) => {
  expect(await cellsOf("csv-excel")).toContain(`,"=""${words}""",`);
  expect(await cellsOf("csv")).toContain(`,${words},`);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1"])("%s is no formula", async (words) => {
  for (const id of ["csv", "csv-excel"] as const) {
    expect(await cellsOf(id)).toContain(`,'${words},`);
    expect(await cellsOf(id, false)).toContain(`,${words},`);
  }
});

test("words of several lines stay in their cell", async () => {
  expect(await cellsOf("csv-excel")).toContain(',"两行\n第二行",');
});

test("dates and counts are left for Excel to read", async () => {
  expect(await cellsOf("csv-excel")).toContain(",2021-06-30,");
});
