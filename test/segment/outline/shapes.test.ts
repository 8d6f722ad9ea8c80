/** Whole small notices of the shapes that offices print, with what a reader finds in them. */
import { expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { readLetter, readPlan, tellTasks } from "../../read-plan.ts";

test("points with allocations of their own below an item with one", async () => {
  const result = await readPlan("一、稳增长", "1.稳健的货币政策要精准有效。（人民银行牵头）", "（1）降低融资成本。（金融监管总局）", "（2）发展绿色金融。（人民银行牵头，6月底前出台政策）", "2.稳就业。（人力资源社会保障部）");
  expect(result.tasks.map(({ number, label, path }) => [number ?? label, path.at(-1)])).toEqual([
    ["1", "一、稳增长"], ["（1）", "1.稳健的货币政策要精准有效。"], ["（2）", "1.稳健的货币政策要精准有效。"], ["2", "一、稳增长"],
  ]);
});

test("items one behind the other in a paragraph", async () => {
  expect(tellTasks(await readPlan("一、水资源管理（责任科室：水资源股）", "1.换发取水许可证照。2.核定用水计划，1月底前下达。"))).toEqual([
    "1 换发取水许可证照。 | responsible 水资源股 |",
    "2 核定用水计划，1月底前下达。 | responsible 水资源股 | 1月底前 2024-01-31",
  ]);
  const { tasks } = await readPlan("一、水资源管理", "1.换发取水许可证照。2.核定用水计划。（水资源股）", "2.修补老管网。（供水科）");
  expect(tasks.map(({ number }) => number)).toEqual(["1", "2"]);
});

test("a bracket behind each clause", async () => {
  expect(tellTasks(await readPlan("一、公开", "（一）做好财政信息公开。3月底前公开预算（市财政局牵头），9月底前公开决算（市财政局、市直各部门）。"))).toEqual([
    "（一） 做好财政信息公开。 3月底前公开预算 | lead 市财政局 | 3月底前 2024-03-31",
    "（一） 做好财政信息公开。 9月底前公开决算 | responsible 市财政局 市直各部门 | 9月底前 2024-09-30",
  ]);
});

test("three layers in a sentence", async () => {
  expect(tellTasks(await readPlan("一、消费", "1.发放消费券。由市商务局牵头，市财政局做好资金保障，各县区组织实施。"))[0]).toMatch(/\| lead 市商务局; support 市财政局; 组织实施 各县区 \|/u);
});

test("duties below the names of units", async () => {
  const lines = ["一、县水务局", "负责水库调度，汛期每日会商研判。", "二、县应急管理局", "牵头组织抢险救援。", "三、供电、通信、燃气等单位", "保障防汛用电。"];
  expect(tellTasks(await readLetter(...lines))).toEqual([
    "一、 县水务局 负责水库调度，汛期每日会商研判。 | responsible 县水务局 | 每日 FREQ=DAILY",
    "二、 县应急管理局 牵头组织抢险救援。 | lead 县应急管理局 |",
    "三、 供电、通信、燃气等单位 保障防汛用电。 | responsible 供电 通信 燃气 |",
  ]);
});

test("aims stand beside the measures", async () => {
  const [task] = (await readPlan("一、反馈问题一", "整改目标：消除直排口。", "整改措施：封堵12个排口。", "责任单位：市住建局", "整改时限：6月底前", "二、反馈问题二", "整改措施：启用应急设备。", "责任单位：市城管局")).tasks;
  expect([task?.text, task?.columns.map(({ header }) => header)]).toEqual(["封堵12个排口。", ["整改目标", "整改措施", "责任单位", "整改时限"]]);
});

test("minutes of a meeting that settles who does what", async () => {
  const lines = ["会议议定事项如下：", "一、关于征地。由城关镇牵头，县自然资源局配合，3月25日前完成签约。", "二、关于资金。县财政局于3月底前拨付到位。", "三、会议强调，各单位要密切配合。", "参会：李某、县住建局王某。"];
  const html = ["<h1>关于推进城东片区建设的专题会议纪要</h1>", ...lines.map((line) => `<p>${line}</p>`), "<p>白水县人民政府办公室</p>", "<p>2024年3月14日</p>"].join("");
  const result = await parseNotice({ name: "n.html", bytes: new TextEncoder().encode(`<html><body><div>${html}</div></body></html>`) });
  expect(tellTasks(result)).toEqual([
    "一、 关于征地。 由城关镇牵头，县自然资源局配合，3月25日前完成签约。 | lead 城关镇; support 县自然资源局 | 3月25日前 2024-03-25",
    "二、 关于资金。 县财政局于3月底前拨付到位。 | responsible 县财政局 | 3月底前 2024-03-31",
  ]);
});

test("tasks in attachments that were not given are said", async () => {
  const { status, diagnostics } = await readLetter("请各责任人认真履行职责，责任人详见附件。", "附件：1.水库责任人一览表", "2.海堤责任人一览表");
  expect([status, diagnostics.map(({ code }) => code)]).toEqual(["empty", ["notice/tasks-elsewhere"]]);
});

test("the list behind a contract holds no tasks", async () => {
  const lines = ["甲方：云岭县数据中心", "乙方：云岭科技有限公司", "乙方为甲方维护平台，甲方按季向乙方支付费用，逾期的支付违约金，具体内容见附件《维护服务清单》。", "<strong>附件 维护服务清单</strong>"];
  const html = `<html><body><h1>信息系统维护服务合同</h1>${lines.map((line) => `<p>${line}</p>`).join("")}<table><tr><td>序号</td><td>服务项目</td><td>责任方</td></tr><tr><td>1</td><td>系统巡检</td><td>乙方</td></tr></table></body></html>`;
  const { status, notice, diagnostics } = await parseNotice({ name: "contract.html", bytes: new TextEncoder().encode(html) });
  expect([status, notice.attachments.length, diagnostics]).toEqual(["empty", 1, []]);
});

test("a line behind the list gives its time to all tasks", async () => {
  const result = await readPlan("一、强化监管（市市场监管局牵头）", "1.推行联合监管。", "2.建立修复机制，市发展改革委配合。", "（以上任务完成时限均为2024年12月底前，下同）");
  expect(tellTasks(result)).toEqual([
    "1 推行联合监管。 | lead 市市场监管局 | 2024年12月底前 2024-12-31",
    "2 建立修复机制，市发展改革委配合。 | lead 市市场监管局; support 市发展改革委 | 2024年12月底前 2024-12-31",
  ]);
  expect(result.tasks[0]?.deadlines[0]?.origin).toBe("notice");
});

test("units in brackets over their items", async () => {
  expect(tellTasks(await readPlan("【县住建局】", "1.改造老旧小区12个。", "2.新建停车泊位500个。", "【县水务局】", "3.建成城东水厂。"))).toEqual([
    "1 改造老旧小区12个。 | responsible 县住建局 |", "2 新建停车泊位500个。 | responsible 县住建局 |", "3 建成城东水厂。 | responsible 县水务局 |",
  ]);
  expect(tellTasks(await readPlan("1.改造老旧小区12个。", "【县住建局】", "2.建成城东水厂。", "【县水务局】"))).toEqual(["1 改造老旧小区12个。 | responsible 县住建局 |", "2 建成城东水厂。 | responsible 县水务局 |"]);
});

test("duties without any heading over them", async () => {
  expect(tellTasks(await readPlan("县住建局：负责设施维护，6月底前完成改造。", "县农发行：保障收购资金。", "各镇（街道）：落实属地责任。"))).toEqual([
    "县住建局： 负责设施维护，6月底前完成改造。 | responsible 县住建局 | 6月底前 2024-06-30",
    "县农发行： 保障收购资金。 | responsible 县农发行 |",
    "各镇（街道）： 落实属地责任。 | responsible 各镇（街道） |",
  ]);
});

test("a list of units that goes on in the next line, and a remark beside it", async () => {
  const [task] = (await readPlan("一、改造农贸市场", "目标任务：改造3个。", "责任单位：县住建局、", "县城投公司", "备注：资金已落实。")).tasks;
  expect([task?.text, task?.assignment.responsible.map(({ text }) => text)]).toEqual(["改造3个。", ["县住建局", "县城投公司"]]);
});

test("a rule in the letter allocates nothing by itself", async () => {
  const result = await readPlan("现将任务印发给你们（各项任务列第一位的为牵头单位，其余为责任单位）。", "1.推广节水器具。责任单位：市水利局、市教育局。");
  expect(tellTasks(result)).toEqual(["1 推广节水器具。 | lead 市水利局; support 市教育局 |"]);
});

test("doers over a comma", async () => {
  const [task] = (await readPlan("一、审批", "1.压减时限。市住建局、市自然资源局，各县（市、区）政府要于6月底前完成流程再造。")).tasks;
  expect(task?.assignment.responsible.map(({ text }) => text)).toEqual(["市住建局", "市自然资源局", "各县（市、区）政府"]);
});

test("who handles a proposal, and who helps", async () => {
  expect(tellTasks(await readLetter("1.关于加快公交建设的建议（第12号）：市交通局主办，市住建局会办。", "2.关于规范停放的建议（第25号）：市城管局、市公安局分办。"))).toEqual([
    "1 关于加快公交建设的建议（第12号）：市交通局主办，市住建局会办。 | lead 市交通局; support 市住建局 |",
    "2 关于规范停放的建议（第25号）：市城管局、市公安局分办。 | responsible 市城管局 市公安局 |",
  ]);
});
