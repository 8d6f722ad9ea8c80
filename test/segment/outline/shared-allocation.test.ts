/** Numbered paragraphs below one heading, and one bracket or labelled line behind them all: the heading is the record (conventions, records 2). */
import { expect, test } from "vitest";
import { cut } from "../brief.ts";

const plan = { text: "清江市关于落实教育大会精神的任务分工方案", align: "center", bold: true } as const;
const tasks = (...lines: string[]): [string | null, string, string[]][] =>
  cut([plan, ...lines]).draft.tasks.map(({ heading, text, allocations }) => [heading, text.text, allocations.map(({ quote }) => quote.text)]);

test.each([
  ["（市教育局牵头，市财政局配合）", "市教育局牵头，市财政局配合"],
  ["【市教育局】", "市教育局"],
  ["责任单位：市教育局", "市教育局"],
])("one %s behind all", (line, allocation) => {
  expect(tasks("（一）加强师资。", "1.每年补充教师300名。", "2.完善轮岗制度。", line, "（二）扩大学位。", "1.新建学校5所。", "2.改建幼儿园。", line)).toEqual([
    ["加强师资。", expect.stringContaining("完善轮岗制度") as string, [allocation]],
    ["扩大学位。", expect.stringContaining("新建学校5所") as string, [allocation]],
  ]);
});

test.each([
  ["each has its own", ["1.每年补充教师300名。", "（市教育局）", "2.完善轮岗制度。", "（市财政局）"]],
  ["the last has its own in its paragraph", ["1.每年补充教师300名。（市教育局）", "2.完善轮岗制度。（市财政局）"]],
])("not where %s", (_, lines) => {
  expect(tasks("（一）加强师资。", ...lines).map(([, , allocations]) => allocations)).toEqual([["市教育局"], ["市财政局"]]);
});
