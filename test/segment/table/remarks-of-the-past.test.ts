/** Months of remarks, by the day of the notice: those behind it are reports or next year's, which nobody knows. */
import { expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";

async function read(issued: string): Promise<readonly unknown[]> {
  const page = `<!DOCTYPE html><meta charset="utf-8"><h1>临川市人民政府办公室关于下达重点任务分工的通知</h1><p>各县区：</p><p>现下达给你们。</p><p>临川市人民政府办公室</p><p>${issued}</p>
    <table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>备注</th></tr>
    <tr><td>1</td><td>排查危房三百户</td><td>市住建局</td><td>6月完成</td></tr><tr><td>2</td><td>疏浚河道两条</td><td>市水利局</td><td>10月完成</td></tr></table>`;
  const { tasks, diagnostics } = await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(page) });
  return [tasks.map(({ due }) => due), diagnostics.map(({ code }) => code)];
}

test("a month to come is a deadline", async () => expect(await read("2024年3月10日")).toEqual([["2024-06-30", "2024-10-31"], []]));

test("a month behind the notice has no day, and a finding says so", async () => expect(await read("2024年8月10日")).toEqual([[null, "2024-10-31"], ["deadline/unrecognized"]]));
