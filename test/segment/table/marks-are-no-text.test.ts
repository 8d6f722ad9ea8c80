/** Marks say who acts, never what is to be done. */
import { expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";

test("a table whose columns of tasks hold marks beside two columns of units gives no mark as a task, and is reported", async () => {
  const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const title = "石门街道2025年重点工作任务分工表";
  const rows = row("责任单位", "牵头单位", "清理河道", "整治农贸市场") + row("一组", "城建办", "√", "") + row("二组", "民政办", "", "√");
  const bytes = new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><table border=1>${rows}</table>`);
  const { tasks, diagnostics } = await parseNotice({ name: "a.html", bytes });
  expect(tasks).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toContain("table/unknown-columns");
});
