import { expect, test } from "vitest";
import { parseNotice } from "../../src/index.ts";

test("a task that a table tells again is one record, and its paragraph is kept as body text", async () => {
  const page = `<!DOCTYPE html><meta charset="utf-8"><h1>青禾市2024年重点任务分工方案</h1><p>一、重点任务</p><p>（一）新建城南水厂。（责任单位：市水利局）</p><p>（二）改造旧桥三座。（责任单位：市交通局）</p><p>附件</p><p style="text-align:center">重点任务分工表</p>
<table border=1><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr><tr><td>1</td><td>新建城南水厂。</td><td>市水利局</td></tr><tr><td>2</td><td>改造旧桥三座。</td><td>市交通局</td></tr></table>`;
  const { tasks, notice, diagnostics, coverage } = await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(page) });
  expect(tasks.map(({ number, text }) => `${number ?? ""} ${text}`)).toEqual(["1 新建城南水厂。", "2 改造旧桥三座。"]);
  expect(notice.sections.map(({ path, text }) => `${path.join(" > ")}: ${text}`)).toEqual(["一、重点任务: （一）新建城南水厂。（责任单位：市水利局）", "一、重点任务: （二）改造旧桥三座。（责任单位：市交通局）"]);
  expect(coverage.unclaimed).toEqual([]);
  expect(diagnostics).toEqual([]);
});
