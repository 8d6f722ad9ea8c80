/** Layouts of task tables that no header row over records describes, columns beside the task, and notes that change roles: invented kin of what real offices print. */
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";

interface Brief {
  readonly tasks: string[];
  readonly codes: string[];
}

/** Number, heading, text, lead, support, responsible, due of each task of a letter with these blocks, and what is said. */
async function read(blocks: string): Promise<Brief> {
  const letter = "<h1>青禾市人民政府办公室关于印发2024年重点工作分工的通知</h1><p>各县（市、区）人民政府，市直各单位：</p><p>现将2024年重点工作分工印发给你们，请认真落实。</p><p>青禾市人民政府办公室</p><p>2024年2月6日</p>";
  const { tasks, diagnostics } = await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8">${letter}${blocks}`) });
  const units = (list: readonly { text: string }[]): string => list.map(({ text }) => text).join("、");
  return {
    tasks: tasks.map(({ number, path, heading, text, assignment: { lead, support, responsible }, due }) => [number ?? "-", ...path.map((one) => `${one} >`), ...(heading === null ? [] : [`[${heading}]`]), text.replaceAll("\n", "⏎"), units(lead), units(support), units(responsible), due ?? "-"].join("|")),
    codes: diagnostics.map(({ code }) => code),
  };
}

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => (cell.startsWith("<td") ? cell : `<td>${cell}</td>`)).join("")}</tr>`;
const table = (...rows: string[]): string => `<table border=1>${rows.join("")}</table>`;
const water = "1|新建城南水厂|||市水利局|2024-09-30";
const bridges = "2|改造旧桥三座|||市交通局|2024-11-30";
const long = "委托专业机构完成勘察设计，编制实施方案报市政府审定后组织招标并签订施工合同。";

describe("a column beside the task never is its text nor costs the table", () => {
  test.each(["推进路径", "成果形式", "预期成效", "验收要点", "建设内容及规模", "指标解释", "存在困难", "任务来源", "项目地点", "工作目标"])("%s", async (side) => {
    const rows = (...at: [number, number]): string => [["序号", "工作任务", "责任单位", "完成时限", side], ["1", "新建城南水厂", "市水利局", "9月底前", long], ["2", "改造旧桥三座", "市交通局", "11月底前", long]].map((cells) => row(...cells.toSpliced(4, 1).toSpliced(at[0], 0, cells[4] ?? ""))).join("");
    for (const at of [4, 2, 1] as const) expect(await read(table(rows(at, 0)))).toEqual({ tasks: [water, bridges], codes: [] });
  });

  test.each(["推进妙招", "配套说明书"])("%s, which no rule knows, is said", async (side) => {
    const { tasks, codes } = await read(table(row("序号", "工作任务", "责任单位", "完成时限", side), row("1", "新建城南水厂", "市水利局", "9月底前", long), row("2", "改造旧桥三座", "市交通局", "11月底前", long)));
    expect(tasks).toEqual([water, bridges]);
    expect(codes).toEqual(["table/unknown-column"]);
  });
});

describe("columns are known by what they hold", () => {
  test.each(["建设内容", "主要建设内容", "评分标准"])("%s is the text only where no other column is", async (head) => {
    const rows = (...names: [string, string]): string => table(row("序号", ...(names[0] === "" ? [] : ["项目名称"]), head, "责任单位"), ...names.map((name, i) => row(String(i + 1), ...(name === "" ? [] : [name]), i === 0 ? "新建城南水厂" : "改造旧桥三座", i === 0 ? "市水利局" : "市交通局")));
    expect((await read(rows("", ""))).tasks).toEqual(["1|新建城南水厂|||市水利局|-", "2|改造旧桥三座|||市交通局|-"]);
    expect((await read(rows("水厂项目", "旧桥项目"))).tasks).toEqual(["1|水厂项目|||市水利局|-", "2|旧桥项目|||市交通局|-"]);
  });

  test("amounts below words that no rule knows are no task", async () => {
    const { tasks } = await read(table(row("点位名", "责任单位", "展览面积"), row("城南水厂", "市水利局", "20000"), row("旧桥三座", "市交通局", "3000")));
    expect(tasks.map((task) => task.split("|")[1])).toEqual(["城南水厂", "旧桥三座"]);
  });

  test.each([["责任单位及完成时限"], ["分工和时间要求"], ["牵头单位/完成时限"]])("%s says who and until when", async (head) => {
    const { tasks, codes } = await read(table(row("序号", "工作任务", head), row("1", "新建城南水厂", "市水利局牵头，9月底前完成"), row("2", "改造旧桥三座", "市交通局牵头，11月底前完成")));
    expect(tasks).toEqual(["1|新建城南水厂|市水利局|||2024-09-30", "2|改造旧桥三座|市交通局|||2024-11-30"]);
    expect(codes).toEqual([]);
  });

  test.each(["盯办主体", "包抓力量"])("%s over names of units", async (head) => {
    const { tasks, codes } = await read(table(row("序号", "工作任务", head, "完成时限"), row("1", "新建城南水厂", "市水利局", "9月底前"), row("2", "改造旧桥三座", "市交通局", "11月底前")));
    expect(tasks).toEqual([water, bridges]);
    expect(codes).toEqual(["table/column-by-content"]);
  });

  test.each(["何时见效", "销项"])("%s over times, of which not all bind", async (head) => {
    const { tasks, codes } = await read(table(row("序号", "工作任务", "责任单位", head), row("1", "新建城南水厂", "市水利局", "9月底前"), row("2", "改造旧桥三座", "市交通局", "11月底前"), row("3", "推广节水器具", "市教育局", "上半年"), row("4", "更换老旧管道", "市住建局", "已完成")));
    expect(tasks).toEqual([water, bridges, "3|推广节水器具|||市教育局|2024-06-30", "4|更换老旧管道|||市住建局|-"]);
    expect(codes).toEqual(["table/column-by-content"]);
  });

  test("past months under unknown words are no deadlines", async () => {
    const { tasks } = await read(table(row("序号", "工作任务", "责任单位", "何时提出"), row("1", "新建城南水厂", "市水利局", "2023年5月8日"), row("2", "改造旧桥三座", "市交通局", "2023年7月1日")));
    expect(tasks.map((task) => task.split("|").at(-1))).toEqual(["-", "-"]);
  });

  test("two columns of units under unknown words are said and not read", async () => {
    const { tasks, codes } = await read(table(row("序号", "工作任务", "甲方力量", "乙方力量", "完成时限"), row("1", "新建城南水厂", "市水利局", "市财政局", "9月底前"), row("2", "改造旧桥三座", "市交通局", "市财政局", "11月底前")));
    expect(tasks.map((task) => task.split("|").slice(2, 5).join(""))).toEqual(["", ""]);
    expect(codes).toContain("table/unread-columns");
  });

  test("money is no running number", async () => {
    expect((await read(table(row("工作任务", "责任单位", "完成时限", "投资额（万元）"), row("新建城南水厂", "市水利局", "9月底前", "12"), row("改造旧桥三座", "市交通局", "11月底前", "35")))).tasks).toEqual([water.replace(/^1/u, "-"), bridges.replace(/^2/u, "-")]);
  });
});

describe("records that do not stand in rows under one header", () => {
  test("each record a column", async () => {
    expect(await read(table(row("序号", "1", "2"), row("工作任务", "新建城南水厂", "改造旧桥三座"), row("责任单位", "市水利局", "市交通局"), row("完成时限", "9月底前", "11月底前")))).toEqual({ tasks: [water, bridges], codes: [] });
  });

  const card = (...[number, text, unit, time]: [string, string, string, string]): string => row("序号", number) + row("工作任务", text) + row("责任单位", unit) + row("完成时限", time);
  const one = card("1", "新建城南水厂", "市水利局", "9月底前");
  const two = card("2", "改造旧桥三座", "市交通局", "11月底前");

  test("one card a record, each a table", async () => {
    expect(await read(table(one) + table(two))).toEqual({ tasks: [water, bridges], codes: [] });
  });

  test("cards below each other in one table", async () => {
    expect(await read(table(one, two))).toEqual({ tasks: [water, bridges], codes: [] });
  });

  test("cards with two labels in a row", async () => {
    const wide = (...[number, text, unit, time]: [string, string, string, string]): string => table(row("序号", number, "完成时限", time), row("工作任务", `<td colspan=3>${text}`), row("责任单位", `<td colspan=3>${unit}`));
    expect(await read(wide("1", "新建城南水厂", "市水利局", "9月底前") + wide("2", "改造旧桥三座", "市交通局", "11月底前"))).toEqual({ tasks: [water, bridges], codes: [] });
  });

  const head = ["序号", "工作任务", "责任单位", "完成时限"];
  const item = (number: number): string[] => [String(number), `${"清理排查整治"[number] ?? ""}城区排水管网`, "市水利局", "9月底前"];
  const wanted = [1, 2, 3, 4].map((number) => `${String(number)}|${"清理排查整治"[number] ?? ""}城区排水管网|||市水利局|2024-09-30`);

  test.each([["down and then down again", [1, 3, 2, 4]], ["across", [1, 2, 3, 4]]])("two halves side by side, counted %s", async (_, [a = 1, b = 2, c = 3, d = 4]) => {
    expect(await read(table(row(...head, ...head), row(...item(a), ...item(b)), row(...item(c), ...item(d))))).toEqual({ tasks: wanted, codes: [] });
  });

  test.each([["without", ""], ["with", row(...head)]])("a record cut by hand over two tables %s a header again", async (_, again) => {
    const upper = table(row(...head), row("1", "新建城南水厂", "市水利局", "9月底前"), row("2", "改造旧桥三座，", "市交通局", "11月底前"));
    expect((await read(upper + table(again, row("", "并加固引道。", "", ""), row("3", "疏浚河道", "市水利局", "9月底前")))).tasks).toEqual([water, "2|改造旧桥三座，⏎并加固引道。|||市交通局|2024-11-30", "3|疏浚河道|||市水利局|2024-09-30"]);
  });

  test("sub-rows below a merged number are records", async () => {
    const cut = table(row("序号", "重点任务", "节点目标", "责任单位"), row("<td rowspan=2>1", "<td rowspan=2>治理南河", "6月底前完成清淤", "市水利局"), row("9月底前完成绿化", "市园林中心"), row("2", "植树造林", "10月底前完成", "市林业局"));
    expect((await read(cut)).tasks).toEqual(["1|[治理南河]|6月底前完成清淤|||市水利局|2024-06-30", "1|[治理南河]|9月底前完成绿化|||市园林中心|2024-09-30", "2|[植树造林]|10月底前完成|||市林业局|2024-10-31"]);
  });
});

describe("notes below a table", () => {
  const units = table(row("序号", "工作任务", "责任单位"), row("1", "新建城南水厂", "市水利局、市财政局"), row("2", "改造旧桥三座", "市交通局、市住建局"));

  test("a rule of the first place holds for the rows above it", async () => {
    expect((await read(`${units}<p>注：列首位的为牵头单位。</p>`)).tasks).toEqual(["1|新建城南水厂|市水利局|市财政局||-", "2|改造旧桥三座|市交通局|市住建局||-"]);
  });

  test("joint leaders of one row", async () => {
    expect(await read(`${units}<p>注：第2项由市交通局、市住建局联合牵头。</p>`)).toEqual({ tasks: ["1|新建城南水厂|||市水利局、市财政局|-", "2|改造旧桥三座|市交通局、市住建局|||-"], codes: [] });
  });

  test("a time for all rows", async () => {
    expect((await read(`${units}<p>注：以上任务均于9月底前完成。</p>`)).tasks).toEqual(["1|新建城南水厂|||市水利局、市财政局|2024-09-30", "2|改造旧桥三座|||市交通局、市住建局|2024-09-30"]);
  });

  test("a legend gives marks their roles", async () => {
    const matrix = table(row("序号", "工作任务", "市水利局", "市交通局", "市财政局"), row("1", "新建城南水厂", "★", "", "△"), row("2", "改造旧桥三座", "", "★", "△"));
    expect(await read(`${matrix}<p>注：“★”为牵头单位，“△”为配合单位。</p>`)).toEqual({ tasks: ["1|新建城南水厂|市水利局|市财政局||-", "2|改造旧桥三座|市交通局|市财政局||-"], codes: [] });
  });

  test("a remark changes nothing and is no task", async () => {
    expect((await read(`${units}<p>注：本表由市财政局负责解释，第2项任务纳入年度督查。</p>`)).tasks).toHaveLength(2);
  });

  test("已完成 is a state and no deadline", async () => {
    expect(await read(table(row("序号", "工作任务", "责任单位", "完成时限"), row("1", "新建城南水厂", "市水利局", "9月底前"), row("2", "改造旧桥三座", "市交通局", "已完成")))).toEqual({ tasks: [water, bridges.replace("2024-11-30", "-")], codes: [] });
  });
});

test("a task told in the text and in the table is one record, of the table", async () => {
  const text = "<p>一、重点任务</p><p>1.新建城南水厂，年内通水。（责任单位：市水利局）</p><p>2.改造旧桥三座，同步加固引道。（责任单位：市交通局）</p><p>附件</p><h1>2024年重点任务分工表</h1>";
  const { tasks } = await read(text + table(row("序号", "工作任务", "责任单位", "完成时限"), row("1", "新建城南水厂，年内通水。", "市水利局", "9月底前"), row("2", "改造旧桥三座，同步加固引道。", "市交通局", "11月底前")));
  expect(tasks.map((task) => task.replace(/，[^|]*/u, ""))).toEqual([water, bridges]);
});

test("what the text tells in labels and the table in columns is the same, another time is said", async () => {
  const text = (time: string): string => `<p>一、重点任务</p><p>1.新建城南水厂，年内通水。（牵头单位：市水利局；配合单位：市财政局；完成时限：${time}）</p><p>附件</p><h1>2024年重点任务分工表</h1>`;
  const rows = table(row("序号", "工作任务", "牵头单位", "配合单位", "完成时限"), row("1", "新建城南水厂，年内通水。", "市水利局", "市财政局", "9月底前"), row("2", "改造旧桥三座。", "市交通局", "市财政局", "11月底前"));
  expect((await read(text("9月底前完成") + rows)).codes).not.toContain("task/told-twice");
  expect((await read(text("8月底前") + rows)).codes).toContain("task/told-twice");
});

describe("columns that real lists have", () => {
  test.each(["具体工作内容", "整治重点", "标准要求", "测评标准", "年度任务内容"])("%s says what to do beside a name", async (head) => {
    const { tasks, codes } = await read(table(row("序号", "专项名称", head, "责任单位", "完成时限"), row("1", "水源整治", "划定水源保护区。", "市水利局", "9月底前"), row("2", "桥梁整治", "改造旧桥三座。", "市交通局", "11月底前")));
    expect(tasks).toEqual(["1|[水源整治]|划定水源保护区。|||市水利局|2024-09-30", "2|[桥梁整治]|改造旧桥三座。|||市交通局|2024-11-30"]);
    expect(codes).toEqual([]);
  });

  test("sentences under unknown words say what to do beside a column of names, and a finding says that they were read so; how things stand does not", async () => {
    const rows = (head: string): string => table(row("专项名称", head, "责任单位", "完成时限"), row("水源整治", "划定水源地的保护区。", "市水利局", "9月底前"), row("桥梁整治", "改造旧桥三座并且通车。", "市交通局", "11月底前"));
    expect(await read(rows("破题之策"))).toEqual({ tasks: ["-|[水源整治]|划定水源地的保护区。|||市水利局|2024-09-30", "-|[桥梁整治]|改造旧桥三座并且通车。|||市交通局|2024-11-30"], codes: ["table/column-by-content"] });
    expect((await read(rows("典型案例"))).tasks[0]).toBe("-|水源整治|||市水利局|2024-09-30");
  });

  test("工作进度 over times is until when, over states it is not", async () => {
    const rows = (...cells: [string, string]): string => table(row("序号", "工作任务", "责任单位", "工作进度"), row("1", "新建城南水厂", "市水利局", cells[0]), row("2", "改造旧桥三座", "市交通局", cells[1]));
    expect(await read(rows("9月底前", "11月底前完成"))).toEqual({ tasks: [water, bridges], codes: [] });
    expect((await read(rows("正在推进", "已完成"))).tasks).toEqual(["1|新建城南水厂|||市水利局|-", "2|改造旧桥三座|||市交通局|-"]);
  });

  test("when work begins stands beside until when, and is never the due date", async () => {
    const rows = table(row("序号", "工作任务", "责任单位", "启动时间", "完成时限"), row("1", "新建城南水厂", "市水利局", "3月", "9月底前"), row("2", "改造旧桥三座", "市交通局", "4月", "11月底前"));
    expect(await read(rows)).toEqual({ tasks: [water, bridges], codes: [] });
    const { tasks } = await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8"><h1>2024年重点工作分工表</h1>${rows}`) });
    expect(tasks.map(({ deadlines }) => deadlines.map(({ bound, start, due }) => [bound, start, due]))).toEqual([
      [["finish", null, "2024-09-30"], ["start", "2024-03-01", "2024-03-31"]],
      [["finish", null, "2024-11-30"], ["start", "2024-04-01", "2024-04-30"]],
    ]);
  });

  test("a column of the whole year goes with the half years; months head rows too", async () => {
    expect(await read(table(row("月份", "工作任务", "责任单位"), row("9月", "新建城南水厂", "市水利局"), row("11月", "改造旧桥三座", "市交通局")))).toEqual({ tasks: ["-|新建城南水厂|||市水利局|2024-09-30", "-|改造旧桥三座|||市交通局|2024-11-30"], codes: [] });
    expect((await read(table(row("序号", "工作任务", "责任单位", "上半年", "全年"), row("1", "新建城南水厂", "市水利局", "开工", "完工"), row("2", "改造旧桥三座", "市交通局", "设计", "通车")))).tasks).toEqual(["1|新建城南水厂|||市水利局|2024-12-31", "2|改造旧桥三座|||市交通局|2024-12-31"]);
  });

  test("a column with a value for each row under unknown words is no heading, also where nothing is numbered", async () => {
    const rows = table(row("类别", "对标标杆做法", "工作任务", "责任单位", "完成时限"), row('<td rowspan="2">建设', "甲市一日办结", "新建城南水厂", "市水利局", "9月底前"), row("乙市半日办结", "改造旧桥三座", "市交通局", "11月底前"));
    expect((await read(rows)).tasks).toEqual(["-|建设 >|新建城南水厂|||市水利局|2024-09-30", "-|建设 >|改造旧桥三座|||市交通局|2024-11-30"]);
  });

  test("times among the aims are read where no column says until when", async () => {
    expect((await read(table(row("序号", "项目名称", "责任单位", "年度目标"), row("1", "新建城南水厂", "市水利局", "9月底前投用"), row("2", "改造旧桥三座", "市交通局", "11月底前通车")))).tasks).toEqual([water, bridges]);
  });
});

test.each([["一季度", "三季度"], ["第 一 季 度", "第 三 季 度"], ["一 季 度", "三 季 度"]])("quarters spaced out over columns: %s", async (one, three) => {
  const { tasks, codes } = await read(table(row("序号", "工作任务", "责任单位", one, three), row("1", "新建城南水厂", "市水利局", "完成设计", "完成通水"), row("2", "改造旧桥三座", "市交通局", "完成勘察", "完成验收")));
  expect(tasks).toEqual(["1|新建城南水厂|||市水利局|2024-09-30", "2|改造旧桥三座|||市交通局|2024-09-30"]);
  expect(codes).toEqual([]);
});

describe("wide tables", () => {
  const han = "东南西北中上下前后山";
  const unitRows = (count: number): string[] => Array.from({ length: count }, (_, i) => row(`${[...String(1000 + i)].map((digit) => han[Number(digit)]).join("")}镇政府`, "√", "√"));

  test.each([[300, 2, ["table/unexplained-marks"]], [301, 0, ["table/unknown-columns"]]])("a matrix of %i units is read as %i tasks, or reported", async (count, tasks, codes) => {
    const brief = await read(table(row("责任单位", "1.开展河道清淤", "2.开展校园消防检查"), ...unitRows(count)));
    expect(brief.tasks).toHaveLength(tasks);
    expect(brief.codes).toEqual(codes);
  });

  test("tasks beside each other are read however many there are", async () => {
    const heads = Array.from({ length: 40 }, (_, i) => [`${String(i + 1)}月工作任务`, "完成时限"]).flat();
    const cells = Array.from({ length: 40 }, (_, i) => [`改造第${String(i + 1)}座旧桥`, "11月底前"]).flat();
    expect((await read(table(row("责任单位", ...heads), row("市交通局", ...cells), row("市水利局", ...cells)))).tasks).toHaveLength(80);
  });
});
