/** Results for tests of outputs: those of all corpora, and one that holds what could go wrong. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { writeResults, type OutputId } from "../../src/emit/outputs.ts";
import type { OutputOptions, Scratch } from "../../src/emit/output.ts";
import { failedResult } from "../../src/emit/result.ts";
import { diagnose } from "../../src/model/context.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { parseNotice } from "../../src/pipeline.ts";
import { corpusFolders, filesOf } from "../evaluate/corpora.ts";

/** One result of every file of every corpus. */
export async function corpusResults(): Promise<ParseResult[]> {
  const results: ParseResult[] = [];
  for (const { path } of corpusFolders().flatMap(filesOf)) {
    results.push(await parseNotice({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
  }
  return results;
}

/** Words that are markup, formulas, numbers, dates or escapes to somebody. */
const nasty = [
  "<script>alert(1)</script>",
  "</style><img src=x onerror=alert(1)>",
  "\" onmouseover=\"alert(1)",
  "=1+1",
  "=HYPERLINK(\"http://example.com\")",
  "+1",
  "-1",
  "@SUM(A1)",
  "＝1",
  "'=1",
  "_x0041_",
  "007",
  "1-2",
  "3/4",
  "1e5",
  "12345678901234567890",
  "10%",
  "a,b;c\"d",
  "两行\n第二行",
  "𠮷野家",
  "\u202Edlrow\u202C",
  "NULL",
  "'); DROP TABLE tasks; --",
  "\" OR \"\"=\"",
];

/** A notice whose every task is one of those words, as text, unit, label and time. */
export async function nastyResult(): Promise<ParseResult> {
  const rows = nasty.map((_, i) => `<tr><td>${i + 1}</td><td>事项${i + 1}</td><td>市财政局</td><td>2021年6月底前</td></tr>`).join("");
  const page = `<!DOCTYPE html><meta charset="utf-8"><h1>任务分工</h1><table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>${rows}</table>`;
  const result = await parseNotice({ name: "<b>nasty</b>.html", bytes: new TextEncoder().encode(page) });
  const place = result.tasks[0]?.place ?? [];
  return {
    ...result,
    notice: { ...result.notice, title: "=<b>标题</b>" },
    tasks: result.tasks.map((task, i) => {
      const words = nasty[i] ?? "";
      const units = task.assignment.responsible.map((unit) => ({ ...unit, name: words, text: words }));
      return { ...task, label: words, text: words, assignment: { ...task.assignment, responsible: units }, deadlines: task.deadlines.map((deadline) => ({ ...deadline, text: words })) };
    }),
    diagnostics: [...nasty.map((words) => diagnose("deadline/unrecognized", { actual: words, place })), diagnose("input/unreadable", { params: { name: "<i>", reason: "\u001B[2J" } })],
  };
}

/** A file of which nothing was read. */
export const failed = failedResult({ name: "scan.pdf" }, null, [diagnose("input/not-found", { params: { name: "scan.pdf" } })]);

const asUsual: OutputOptions = { headers: null, language: "zh", table: "tasks", pretty: false, escapeFormulas: true, openScratch };

/** All of an output, as bytes. */
export async function written(id: OutputId, results: readonly ParseResult[], options: Partial<OutputOptions> = {}): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeResults(id, results, { ...asUsual, ...options })) pieces.push(Buffer.from(piece));
  return new Uint8Array(Buffer.concat(pieces));
}

/** All of an output, as text. */
export async function writtenText(id: OutputId, results: readonly ParseResult[], options: Partial<OutputOptions> = {}): Promise<string> {
  return Buffer.from(await written(id, results, options)).toString("utf8");
}

/** A database in memory. */
function openScratch(): Promise<Scratch> {
  const database = new DatabaseSync(":memory:");
  return Promise.resolve({
    exec: (sql: string) => {
      database.exec(sql);
    },
    prepare: (sql: string) => database.prepare(sql),
    bytes: () => Promise.resolve(database.serialize()),
  });
}
