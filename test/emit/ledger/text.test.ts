/** The 台账 on a terminal and in Markdown: every word is there, nothing runs over the edge, nothing steers. */
import stringWidth from "string-width";
import { expect, test } from "vitest";
import { parseNotice } from "../../../src/pipeline.ts";
import { failed, nastyResult, writtenText } from "../results.ts";

const page = `<!DOCTYPE html><meta charset="utf-8"><h1>2021年重点任务分工</h1><table><tr><th>序号</th><th>工作任务</th><th>牵头单位</th><th>完成时限</th></tr>
<tr><td>1</td><td>${"编制财政预算公开清单，".repeat(12)}并报送。</td><td>省财政厅</td><td>4月底前</td></tr><tr><td>2</td><td>公开预算</td><td>省财政厅</td><td>甲乙丙丁</td></tr></table>`;
const read = () => parseNotice({ name: "a.html", bytes: new TextEncoder().encode(page) });

test.each([60, 80, 120, 200])("fits into %i columns and keeps every word", async (width) => {
  const text = await writtenText("ledger", [await read(), failed], { width });
  const lines = text.split("\n");
  expect(lines[0]).toBe("2021年重点任务分工");
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
  expect(text).not.toContain("配合");
  const words = text.replace(/[\s─]/gu, "");
  expect(words.match(/财/gu)?.length).toBeGreaterThanOrEqual(12 + 2);
  expect(words).toContain("甲乙丙丁");
  expect(text).toContain("scan.pdf");
});

test("lets no file steer the terminal", async () => {
  for (const id of ["ledger", "markdown"] as const) expect(await writtenText(id, [await nastyResult()])).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u);
});

test("Markdown has one row a task with eight cells, its words no markup", async () => {
  const text = await writtenText("markdown", [await nastyResult()]);
  const rows = text.split("\n").filter((line) => line.startsWith("| "));
  expect(rows[0]).toBe("| 序号 | 任务 | 牵头 | 配合 | 责任 | 时限 | 来源 | 待核 |");
  for (const row of rows) expect(row.replace(/\\./gu, "").split("|")).toHaveLength(10);
  expect(text).toContain("\\<script\\>alert(1)\\</script\\>");
  expect(text).toContain("两行<br>第二行");
});

test("speaks English", async () => {
  const text = await writtenText("ledger", [await read()], { language: "en" });
  expect(text).toContain("2 tasks");
  expect(text).toMatch(/^number +task +lead/mu);
});
