/** Numbered paragraphs below one heading, and one bracket or labelled line behind them all: the heading is the record (conventions, records 2). */
import { expect, test } from "vitest";
import { readPlan, tellTasks } from "../../read-plan.ts";
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

test("labelled lines of two roles and a time behind all", async () => {
  const group = (label: string, first: string, second: string): string[] => [label, `1.${first}`, `2.${second}`, "牵头单位：市教育局", "配合单位：市人社局", "完成时限：2024年9月底前"];
  expect(tellTasks(await readPlan(...group("（一）加强师资", "补充教师。", "完善轮岗。"), ...group("（二）扩大学位", "新建学校。", "改建幼儿园。")))).toEqual([
    "（一） 加强师资 1.补充教师。⏎2.完善轮岗。 | lead 市教育局; support 市人社局 | 2024年9月底前 2024-09-30",
    "（二） 扩大学位 1.新建学校。⏎2.改建幼儿园。 | lead 市教育局; support 市人社局 | 2024年9月底前 2024-09-30",
  ]);
});

test("an allocation on the heading holds for all items, with the helpers that one of them names", async () => {
  expect(tellTasks(await readPlan("一、加强师资（市教育局牵头，6月底前完成）", "（一）补充教师。", "（二）完善轮岗制度，市财政局配合。"))).toEqual([
    "（一） 补充教师。 | lead 市教育局 | 6月底前 2024-06-30",
    "（二） 完善轮岗制度，市财政局配合。 | lead 市教育局; support 市财政局 | 6月底前 2024-06-30",
  ]);
});

test.each([
  "（市水利局、市教育局（除标注“共同牵头”外，列第一位的为牵头单位，下同））",
  "（市水利局、市教育局〔列第一位的为牵头单位，下同〕）",
  "（市水利局、市教育局【排在第一位的为牵头单位，下同】）",
  "（责任单位：市水利局、市教育局（列首位的为牵头单位，下同））",
  "（市水利局、市教育局，列第一位者为牵头单位，其余为责任单位，下同）",
  "（市水利局、市教育局（列第一位的为牵头单位，以下同））",
])("a rule inside the bracket: %s", async (bracket) => {
  const result = await readPlan("一、推广节水", `1.推广节水器具。${bracket}`, "2.修补老管网。（市住建局、市水利局）");
  expect(result.notice.rules.map(({ kind, fromTask }) => [kind, fromTask])).toEqual([["first-is-lead", 1]]);
  expect(tellTasks(result)).toEqual(["1 推广节水器具。 | lead 市水利局; support 市教育局 |", "2 修补老管网。 | lead 市住建局; support 市水利局 |"]);
});
