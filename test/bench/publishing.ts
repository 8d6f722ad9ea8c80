/** Publishing of a generated edition: notices with ten tasks each. Prints rows a second and the largest memory. `node test/bench/dataset.ts 1000 10000` */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Change, Edition, Issue, NoticeRecord, Statement } from "../../src/dataset/edition.ts";
import { publishEdition } from "../../src/dataset/publish/publish-edition.ts";
import { readSettings } from "../../src/dataset/correct/settings.ts";
import { parseNotice } from "../../src/pipeline.ts";

const tasks = 10;
const work = "深化“放管服”改革，清理规范行政审批中介服务事项，编制并公布办事指南，推进政务服务事项“一网通办”，逐项明确受理条件、办理流程和办结时限，接受社会监督。";

async function template(): Promise<NoticeRecord> {
  const rows = Array.from({ length: tasks }, (_, i) => `<tr><td>${i + 1}</td><td>${work}（第${i + 1}项）</td><td>市发展改革委牵头，市财政局、市数据资源管理局配合</td><td>2021年6月底前</td></tr>`).join("");
  const page = `<!DOCTYPE html><meta charset="utf-8"><h1>铜陵市人民政府办公室关于印发重点工作任务分工的通知</h1><p>铜政办〔2021〕8号</p><table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>${rows}</table>`;
  const result = await parseNotice({ name: "8.html", bytes: new TextEncoder().encode(page) });
  const files = result.sources.map((source) => ({ ...source, retrieved: "2026-11-01", publisher: "铜陵市人民政府" }));
  return { id: result.notice.id, readings: [{ item: "8.html", chosen: true, status: result.status, tasks: result.tasks.length, agrees: null, files }], result, overrides: [] };
}

/** The notice with another number and other words. */
function variant(record: NoticeRecord, number: number): NoticeRecord {
  const id = `铜政办-2021-${String(number).padStart(6, "0")}`;
  const renamed = record.result.tasks.map((task) => ({ ...task, id: task.id.replace(record.id, id), text: `${task.text}${number}` }));
  return { ...record, id, result: { ...record.result, notice: { ...record.result.notice, id }, tasks: renamed } };
}

function edition(record: NoticeRecord, count: number): Edition {
  function* notices(): Generator<NoticeRecord> {
    for (let number = 1; number <= count; number++) yield variant(record, number);
  }
  function* changes(): Generator<Change> {
    const added = { op: "ADD", field: null, before: null, causes: ["source"], certain: true } as const;
    for (const { id, result } of notices()) {
      yield { ...added, notice: id, task: null, after: result.notice.title };
      for (const task of result.tasks) yield { ...added, notice: id, task: task.id, after: task.text };
    }
  }
  function* statements(): Generator<Statement> {
    for (const { id, result } of notices()) for (const task of result.tasks) for (const field of ["text", "due", "lead", "support"]) yield { notice: id, task: task.id, field, value: task.text, firstSeen: "0001-aaaaaaaa", lastSeen: "0001-aaaaaaaa" };
  }
  function* issues(): Generator<Issue> {
    for (const { id, result } of notices()) for (const one of result.diagnostics) yield { ...one, notice: id, item: "8.html" };
  }
  const parser = { name: "fengong", version: "0.1.0", schemaVersion: "1.0.0", idnorm: "idnorm/1", code: "c".repeat(64) } as const;
  return { version: "0001-aaaaaaaa", previous: null, lock: { previous: null, parser, lookups: null, overrides: null, settings: null, items: [] }, corrections: { lookups: null, overrides: null }, notices, changes, statements, rekeys: () => [], issues };
}

const { settings } = readSettings(process.argv.includes("--formats") ? `formats: [${process.argv[process.argv.indexOf("--formats") + 1] ?? ""}]` : null);
if (settings === null) throw new Error("no such format");
const record = await template();
const sizes = process.argv.slice(2).map(Number).filter((size) => size > 0);
for (const count of sizes.length === 0 ? [500, 2_000] : sizes) {
  const out = mkdtempSync(join(tmpdir(), "fengong-bench-"));
  const start = performance.now();
  const published = await publishEdition(edition(record, count), { out, settings, now: "2026-11-26T00:00:00Z" });
  const seconds = (performance.now() - start) / 1_000;
  rmSync(out, { recursive: true, force: true });
  if (published.status !== "success") throw new Error(published.status);
  const { notices, tasks: all, assignments, deadlines, changes } = published.statistics;
  const rows = notices.total + all.total + assignments.total + deadlines.total + changes.total;
  console.log(`${count} notices, ${rows} rows: ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, largest memory ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB`);
}
