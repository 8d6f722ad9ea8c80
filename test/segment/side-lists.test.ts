/** Lists of the same tasks under headings of their own: one record each, and every word kept. */
import { expect, test } from "vitest";
import { parseNotice } from "../../src/index.ts";

const table = (...rows: string[]): string => `<table border=1>${rows.map((row) => `<tr>${row.split("|").map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
const tasks = table("序号|任务名称|预期成效", "1|打造示范庭院|不少于40户", "2|栽种乡土花木|主路全覆盖", "3|清理房前屋后|无积存垃圾");

async function brief(...parts: string[]): Promise<{ tasks: string[]; codes: string[]; unclaimed: number }> {
  const page = `<!DOCTYPE html><meta charset="utf-8"><h1>柳河镇2023年美丽庭院任务“三张清单”</h1>${parts.join("")}`;
  const { tasks: read, diagnostics, coverage } = await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(page) });
  return {
    tasks: read.map(({ number, text, path, assignment: { responsible }, due }) => [number ?? "-", path.join(">"), text, responsible.map((unit) => unit.text).join("、"), due ?? "-"].join("|")),
    codes: diagnostics.map(({ code }) => code),
    unclaimed: coverage.unclaimed.length,
  };
}

test("lists in one order and in another, and one without some of the tasks, are one table", async () => {
  const units = table("任务名称|责任单位", "清理房前屋后|镇环卫所", "打造示范庭院|镇妇联", "栽种乡土花木|镇林业站");
  const times = table("序号|任务名称|完成时间", "1|打造示范庭院|10月底前", "3|清理房前屋后|5月底前");
  expect(await brief("<p>一、任务清单</p>", tasks, "<p>二、责任清单</p>", units, "<p>三、时间清单</p>", times)).toEqual({
    tasks: ["1||打造示范庭院|镇妇联|2023-10-31", "2||栽种乡土花木|镇林业站|-", "3||清理房前屋后|镇环卫所|2023-05-31"],
    codes: [],
    unclaimed: 0,
  });
});

test("tables of other tasks stay two", async () => {
  const first = table("序号|工作任务|责任单位", "1|打造示范庭院|镇妇联", "2|栽种乡土花木|镇林业站");
  const second = table("序号|工作任务|责任单位|完成时间", "1|疏浚村内沟渠|镇水利站|5月底前", "2|硬化入户道路|镇交通站|6月底前");
  const read = await brief("<p>一、庭院</p>", first, "<p>二、道路</p>", second);
  expect(read.tasks.map((task) => task.split("|").slice(0, 3).join("|"))).toEqual(["1|一、庭院|打造示范庭院", "2|一、庭院|栽种乡土花木", "1|二、道路|疏浚村内沟渠", "2|二、道路|硬化入户道路"]);
});
