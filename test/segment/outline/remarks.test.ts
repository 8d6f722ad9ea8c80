/** What explains, closes or asks for care is no task, and the last item does not take it in. */
import { expect, test } from "vitest";
import { readPlan, tellTasks } from "../../read-plan.ts";

const item = "1.推广节水器具。（市水利局）";
const told = "1 推广节水器具。 | responsible 市水利局 |";

test.each([
  ["numbered notes", ["注：", "1.节水器具以国家目录为准。", "2.统计口径由年报获取。"]],
  ["a note in one line", ["注：1.节水器具以国家目录为准。2.统计口径由年报获取。"]],
  ["a heading of definitions", ["二、名词解释", "1.节水器具：达到二级水效的器具。", "2.老管网：使用三十年以上的管网。"]],
  ["definitions", ["2.本方案所称节水器具是指达到二级水效的器具。"]],
  ["filling instructions", ["填表说明：", "1.本表由各县区填报。", "2.数据保留两位小数。"]],
  ["others who may follow", ["未纳入试点范围的其他县区，可参照本方案推进本地区节水工作。"]],
  ["whom it concerns", ["二、试点范围", "根据申报情况，确定青山、白水两个县作为试点地区。"]],
])("%s", async (_, lines) => {
  const { tasks, coverage } = await readPlan("一、推广节水", item, ...lines);
  expect(tasks.filter(({ kind }) => kind !== "safeguard").map(({ text }) => text)).toEqual(["推广节水器具。"]);
  expect(coverage.unclaimed).toEqual([]);
});

test("items of 工作要求 are safeguards, with units printed they are tasks", async () => {
  const result = await readPlan("一、推广节水", item, "二、工作要求", "（一）加强领导。各地要高度重视。", "（二）强化督查。（市政府督查室）");
  expect(tellTasks(result)[0]).toBe(told);
  expect(result.tasks.map(({ kind }) => kind)).toEqual(["task", "safeguard", "task"]);
});

test("a note inside a list does not swallow the items behind it", async () => {
  const lines = ["1.推广节水器具。（市水利局）", "注：器具以国家目录为准。", "2.修补老管网。（市住建局）", "二、加强宣传", "1.举办宣传周。（市教育局）"];
  expect((await readPlan("一、推广节水", ...lines)).tasks.map(({ text }) => text)).toEqual(["推广节水器具。", "修补老管网。", "举办宣传周。"]);
});
