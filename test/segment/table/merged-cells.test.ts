/** A merged cell may serve several places at once; its words are claimed by one of them. */
import { expect, test } from "vitest";
import { parseNotice } from "../../../src/pipeline.ts";

const page = (table: string): Uint8Array => new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8"><table>${table}</table>`);

test("a header that repeats and runs down", async () => {
  const table = `<tr><th>序号<th>工作任务<th>责任单位<th>时限<tr><td>1<td>编制清单<td>市财政局<td>2021年6月底前<tr><td>序号<td>工作任务<td>责任单位<td rowspan=3>时限<tr><td>序号<td>工作任务<td>责任单位<tr><td>2<td>公开清单<td>市审计局`;
  const { coverage, diagnostics } = await parseNotice({ name: "a.html", bytes: page(table) });
  expect(diagnostics.filter(({ code }) => code === "segment/claimed-twice").map(({ message }) => message)).toEqual([]);
  expect(coverage.claimed + coverage.furniture + coverage.unclaimed.reduce((sum, { text }) => sum + text.replace(/\s/gu, "").length, 0)).toBe(coverage.characters);
});

test.each([
  ["2.检修泵站", "2", "检修泵站"],
  ["2、检修泵站", "2", "检修泵站"],
  ["清淤河道八公里，整治岸线", null, "清淤河道八公里，整治岸线"],
])("one cell for number and words: %s", async (words, number, text) => {
  const table = `<tr><th>序号<th>工作任务<th>责任单位<th>时限<tr><td>1<td>编制清单<td>市财政局<td>2021年6月底前<tr><td colspan=2>${words}<td>市水务局<td>2021年8月底前`;
  const { tasks } = await parseNotice({ name: "a.html", bytes: page(table) });
  expect(tasks.at(-1)).toMatchObject({ number, label: null, text, due: "2021-08-31" });
});
