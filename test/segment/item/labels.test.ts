/** Labels of units and times in every print, and the numbers before items. */
import { expect, test } from "vitest";
import { readLetter, readPlan, tellTasks } from "../../read-plan.ts";

test.each([
  ["牵头单位(部门)：市水利局", "lead 市水利局"],
  ["责任单位（牵头）：市水利局", "lead 市水利局"],
  ["配合科室（单位）：各乡镇、各学校", "support 各乡镇 各学校"],
  ["责任处室、单位：供水科、各学校", "responsible 供水科 各学校"],
  ["责任股室（站所）：供水股、镇水利站", "responsible 供水股 镇水利站"],
  ["协办股室：供水股", "support 供水股"],
  ["责任单位 市水利局、市教育局", "responsible 市水利局 市教育局"],
  ["责任单位　市水利局", "responsible 市水利局"],
  ["责任单位——市水利局", "responsible 市水利局"],
  ["【责任单位】市水利局", "responsible 市水利局"],
  ["［责任单位］市水利局", "responsible 市水利局"],
  ["【牵头单位】市水利局【配合单位】市教育局", "lead 市水利局; support 市教育局"],
  ["▲责任单位：市水利局", "responsible 市水利局"],
  ["● 牵头单位：市水利局；配合单位：市教育局", "lead 市水利局; support 市教育局"],
  ["——责任单位：市水利局", "responsible 市水利局"],
  ["■【责任单位】市水利局", "responsible 市水利局"],
])("%s", async (line, units) => {
  expect(tellTasks(await readPlan("一、推广节水", "1.推广节水器具。", line, "2.修补老管网。", "责任单位：市住建局"))).toEqual([`1 推广节水器具。 | ${units} |`, "2 修补老管网。 | responsible 市住建局 |"]);
});

test("labels alone on their lines", async () => {
  const lines = ["1.推广节水器具。", "牵头单位", "市水利局", "配合单位：", "市教育局、各县（市、区）政府", "完成时限", "2024年6月底前", "2.改造校园浴室。", "责任单位：", "市教育局"];
  expect(tellTasks(await readPlan("一、推广节水", ...lines))).toEqual([
    "1 推广节水器具。 | lead 市水利局; support 市教育局 各县（市、区）政府 | 2024年6月底前 2024-06-30",
    "2 改造校园浴室。 | responsible 市教育局 |",
  ]);
});

test.each([
  [["责任单位：市园林中心、各县（市、区）人民政府"], "responsible 市园林中心 各县（市、区）人民政府"],
  [["责任单位：市园林中心", "配合单位：各县（市、区）人民政府"], "support 各县（市、区）人民政府; responsible 市园林中心"],
  [["责任单位", "市园林中心"], "responsible 市园林中心"],
])("labelled lines above the signature are no issuers: %s", async (lines, units) => {
  const result = await readLetter("一、改善环境", "1.疏浚城区排水管网。", "责任单位：市住建局", "2.补植行道树两千株。", ...lines);
  expect(result.notice.issuers).toEqual(["青禾市人民政府办公室"]);
  expect(tellTasks(result)).toEqual(["1 疏浚城区排水管网。 | responsible 市住建局 |", `2 补植行道树两千株。 | ${units} |`]);
});

test.each(["1﹒", "⒈", "1·", "1‧", "1：", "1。", "1 ", "1　"])("number %s", async (first) => {
  const mark = (number: number): string => (first === "⒈" ? String.fromCharCode(0x2487 + number) : first.replace("1", String(number)));
  const items = ["推广节水器具。", "改造校园浴室。", "修补老管网。"].flatMap((text, index) => [mark(index + 1) + text, "责任单位：市水利局"]);
  expect(tellTasks(await readPlan("一、推广节水", ...items))).toEqual(["推广节水器具。", "改造校园浴室。", "修补老管网。"].map((text, index) => `${String(index + 1)} ${text} | responsible 市水利局 |`));
});

test.each([["⑴", "⑵"], ["㈠", "㈡"], ["❶", "❷"], ["第1项　", "第2项　"]])("label %s", async (first, second) => {
  const { tasks } = await readPlan("一、推广节水", `${first}推广节水器具。（市水利局）`, `${second}修补老管网。（市住建局）`);
  expect(tasks.map(({ label, text }) => [label, text])).toEqual([[first.trim(), "推广节水器具。"], [second.trim(), "修补老管网。"]]);
});

test.each([["1-1", "1-2"], ["2.1 ", "2.2 "], ["3.1、", "3.2、"]])("number %s, the only numbering of its list", async (first, second) => {
  const { tasks } = await readPlan("一、推广节水", `${first}推广节水器具。（市水利局）`, `${second}修补老管网。（市住建局）`);
  expect(tasks.map(({ number, label, text }) => [number, label, text])).toEqual([[first.replace(/[ 、]/u, ""), null, "推广节水器具。"], [second.replace(/[ 、]/u, ""), null, "修补老管网。"]]);
});

test("numbers that say how much begin no item", async () => {
  const { tasks } = await readPlan("一、推广节水", "1.推广节水器具。", "3 月底前完成摸底。", "1.5倍以上的水价由市水利局核定。", "（责任单位：市水利局）");
  expect(tasks).toHaveLength(1);
});

test("one label twice in one item is said", async () => {
  const { diagnostics } = await readPlan("一、推广节水", "（甲）推广节水器具。", "责任单位：市水利局", "（乙）修补老管网。", "责任单位：市住建局");
  expect(diagnostics.map(({ code }) => code)).toContain("task/several-allocations");
});

test("batches have their own times", async () => {
  const line = "试点单位：第一批：市水利局、市教育局，2024年6月底前完成；第二批：其他市直部门，2024年12月底前完成。";
  expect(tellTasks(await readPlan("一、推广节水", "牵头单位：市机关事务中心", line))).toEqual([
    "一、 推广节水 | lead 市机关事务中心; 试点单位 市水利局; 试点单位 市教育局; 试点单位 其他市直部门 | 2024年6月底前 2024-06-30 @第一批; 2024年12月底前 2024-12-31 @第二批",
  ]);
});

test("sentences behind a label of units say who does what", async () => {
  const [task] = tellTasks(await readPlan("一、责任落实", "1.部门责任：市水利局负责水库安全；市住建局负责城区排涝；市应急局负责抢险救援。", "2.备足编织袋三万条。（市应急局）"));
  expect(task).toBe("1 部门责任：市水利局负责水库安全；市住建局负责城区排涝；市应急局负责抢险救援。 | responsible 市水利局 市住建局 市应急局 |");
});

test.each([
  [["市城管局负责统筹各区整治，各区政府要抓好落实。"], "1 整治占道经营。 市城管局负责统筹各区整治，各区政府要抓好落实。 | responsible 市城管局 各区政府 |"],
  [["市城管局牵头，各区政府配合。"], "1 整治占道经营。 | lead 市城管局; support 各区政府 |"],
])("a line below an item allocates it where it says nothing else: %s", async (lines, told) => {
  expect(tellTasks(await readPlan("一、市容", "1.整治占道经营。", ...lines, "2.修补路面。（市住建局）"))[0]).toBe(told);
});

test.each([
  [["（一）开展集中采购。（市医保局负责）", "1.执行国家集采结果。", "2.年内完成省际联盟集采三批。"], ["1 执行国家集采结果。 | responsible 市医保局 |", "2 年内完成省际联盟集采三批。 | responsible 市医保局 | 年内 2024-12-31"]],
  [["（一）完善功能。（一）新建道路三条。（市住建局）（二）改造住房千户。（市房管局）"], ["（一） 完善功能。（一）新建道路三条。 | responsible 市住建局 |", "（一） （二）改造住房千户。 | responsible 市房管局 |"]],
  [["1.公开预算指标。（市财政局、市教育局；随时）"], ["1 公开预算指标。 | responsible 市财政局 市教育局 | 随时 ongoing"]],
  [["1.评价结果挂钩。（市财政局、市教育局，编制预算时落实）"], ["1 评价结果挂钩。 | responsible 市财政局 市教育局 |"]],
])("brackets of headings and points: %s", async (lines, told) => {
  expect(tellTasks(await readPlan("一、重点任务", ...lines, "（二）修补路面。（市住建局牵头）")).slice(0, told.length)).toEqual(told);
});
