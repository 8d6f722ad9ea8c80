/** Cells whose header names two roles, where nothing in them parts those. */
import { expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";

async function codes(header: string, ...cells: readonly string[]): Promise<string[]> {
  const rows = cells.map((cell, i) => `<tr><td>${String(i + 1)}</td><td>建成示范社区${String(i + 2)}个。</td><td>${cell}</td><td>6月底前</td></tr>`).join("");
  const title = "清江市2021年重点工作任务分解表";
  const bytes = new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><table border=1><tr><td>序号</td><td>工作任务</td><td>${header}</td><td>完成时限</td></tr>${rows}</table>`);
  return (await parseNotice({ name: "a.html", bytes })).diagnostics.map(({ code }) => code);
}

test.each([
  ["牵头单位/配合单位", "市民政局、市财政局"],
  ["牵头及配合单位", "市民政局，市财政局"],
  ["牵头单位、配合单位", "市民政局（市财政局）"],
  ["牵头单位/配合单位", "市民政局/市财政局/市人社局"],
  ["配合单位/牵头单位", "市民政局"],
])("under %s nobody can tell the roles in %s, which is said", async (header, cell) => {
  expect(await codes(header, cell, "市卫生健康委/市医保局")).toContain("table/unparted-roles");
});

test.each([
  ["牵头单位/配合单位", "市民政局"],
  ["牵头单位/配合单位", "市民政局牵头，市财政局配合"],
  ["牵头单位/配合单位（列第一位的为牵头单位）", "市民政局、市财政局"],
  ["牵头单位（配合单位）", "市民政局、市财政局"],
  ["责任单位", "市民政局、市财政局"],
])("under %s the roles in %s are clear", async (header, cell) => {
  expect(await codes(header, cell, "市卫生健康委")).not.toContain("table/unparted-roles");
});
