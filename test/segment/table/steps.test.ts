/** Records in step in one row, bare roles under a unit header, columns that are not read: the tasks and what is said. */
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { docx, p, tbl, tc, tr } from "../../read/docx/build.ts";

interface Brief {
  readonly tasks: string[];
  readonly codes: string[];
}

async function brief(bytes: Uint8Array, name: string): Promise<Brief> {
  const { tasks, diagnostics } = await parseNotice({ name, bytes });
  const units = (list: readonly { text: string }[]): string => list.map(({ text }) => text).join("、");
  return {
    tasks: tasks.map(({ number, text, assignment: { lead, support, responsible }, due }) => [number ?? "-", text, units(lead), units(support), units(responsible), due ?? "-"].join("|")),
    codes: diagnostics.map(({ code }) => code),
  };
}

const page = (rows: string): Uint8Array =>
  new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8"><title>清江市2021年重点工作任务分解表</title><h1>清江市2021年重点工作任务分解表</h1><table border=1>${rows}</table>`);
const html = async (rows: string): Promise<Brief> => brief(page(rows), "a.html");
const row = (...cells: string[]): string => `<tr>${cells.map((cell) => (cell.startsWith("<td") ? cell : `<td>${cell}</td>`)).join("")}</tr>`;
const head = row("序号", "工作任务", "责任单位", "完成时限");
const three = ["1|建成平台。|||市数据资源局|2021-06-30", "2|改造小区。|||市住房城乡建设局|2021-09-30", "3|建成公园。|||市城市管理局|2021-11-30"];
const [texts, units, times] = [["建成平台。", "改造小区。", "建成公园。"], ["市数据资源局", "市住房城乡建设局", "市城市管理局"], ["6月底前", "9月底前", "11月底前"]] as const;

describe("records in step", () => {
  test.each([
    ["br", "1<br>2<br>3", texts.join("<br>"), units.join("<br>"), times.join("<br>")],
    ["br and line ends", "1<br />\n2<br>\n3", texts.join("<br>\n"), units.join("<br/>"), times.join("<br>")],
    ["paragraphs", "<p>1</p><p>2</p><p>3</p>", texts.map((one) => `<p>${one}</p>`).join(""), units.map((one) => `<p>${one}</p>`).join(""), times.map((one) => `<p>${one}</p>`).join("")],
    ["either", "1<br>2<br>3", texts.map((one) => `<p>${one}</p>`).join(""), units.join("<br>"), times.map((one) => `<div>${one}</div>`).join("")],
    ["blank lines", "1<br><br>2<br><br>3", texts.join("<br><br>"), units.join("<br>"), times.join("<br>")],
    ["dots", "1.<br>2.<br>3.", texts.join("<br>"), units.join("<br>"), times.join("<br>")],
    ["brackets", "（1）<br>（2）<br>（3）", texts.join("<br>"), units.join("<br>"), times.join("<br>")],
  ])("parted by %s are tasks", async (_, ...cells) => {
    expect(await html(head + row(...cells))).toEqual({ tasks: three, codes: [] });
  });

  test("in Word by soft breaks and by paragraphs", async () => {
    const broken = (lines: readonly string[]): string => tc(`<w:p><w:r>${lines.map((line) => `<w:t>${line}</w:t>`).join("<w:br/>")}</w:r></w:p>`);
    const parted = (lines: readonly string[]): string => tc(lines.map((line) => p(line)).join(""));
    for (const cell of [broken, parted]) {
      const table = tbl([tr(["序号", "工作任务", "责任单位", "完成时限"].map((word) => tc(word))), tr([["1", "2", "3"], texts, units, times].map(cell))]);
      expect(await brief(docx({ body: p("清江市2021年重点工作任务分解表") + table }), "a.docx")).toEqual({ tasks: three, codes: [] });
    }
  });

  test("rows around them and a label over them stay where they are", async () => {
    const { tasks } = await html(row("类别", "序号", "工作任务", "责任单位", "完成时限") + row('<td rowspan=2>城建</td>', "1", "治理河道。", "市水利局", "3月底前") + row("2<br>3", "改造小区。<br>建成公园。", "市住房城乡建设局<br>市城市管理局", "9月底前<br>11月底前"));
    expect(tasks).toEqual(["1|治理河道。|||市水利局|2021-03-31", "2|改造小区。|||市住房城乡建设局|2021-09-30", "3|建成公园。|||市城市管理局|2021-11-30"]);
  });

  test.each([
    ["times", "1.建成平台。<br>2.改造小区。", "1.市数据资源局<br>2.市住房城乡建设局", "1.6月底前<br>2.9月底前", "2021-06-30", "2021-09-30"],
    ["brackets", "（1）建成平台。<br>（2）改造小区。", "（1）市数据资源局<br>（2）市住房城乡建设局", "（1）6月底前<br>（2）9月底前", "2021-06-30", "2021-09-30"],
    ["one time for all", "1.建成平台。<br>2.改造小区。", "1.市数据资源局<br>2.河湾村", "6月底前", "2021-06-30", "2021-06-30"],
  ])("numbered alike in all cells are tasks, with %s", async (_, text, unit, time, first, second) => {
    const { tasks } = await html(head + row("1", text, unit, time) + row("2", "建成公园。", "市城市管理局", "11月底前"));
    expect(tasks.map((task) => task.split("|").slice(4).join(" "))).toEqual([`市数据资源局 ${first}`, `${unit.replace(/^.*(?:2\.|（2）)/u, "")} ${second}`, "市城市管理局 2021-11-30"]);
  });

  test.each([
    ["other counts of units", "1<br>2<br>3", texts.join("<br>"), "市数据资源局<br>市城市管理局", times.join("<br>")],
    ["a text that wraps", "1<br>2", "建成平台，<br>接入部门。<br>改造小区。", "市数据资源局<br>市城市管理局", "6月底前<br>9月底前"],
    ["one time for all", "1<br>2<br>3", texts.join("<br>"), units.join("<br>"), "年底前"],
  ])("not with %s: one task without number, and a warning", async (_, ...cells) => {
    const { tasks, codes } = await html(head + row(...cells));
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatch(/^-\|/u);
    expect(codes).toContain("table/records-in-one-row");
  });

  test.each([
    ["one number for all", head + row("1", texts.join("<br>"), units.join("<br>"), times.join("<br>")), "1"],
    ["no number", row("工作任务", "责任单位", "完成时限") + row(...[texts, units, times].map((lines) => lines.map((line) => `<p>${line}</p>`).join(""))), "-"],
  ])("texts, units and times in step under %s are tasks", async (_, rows, number) => {
    expect(await html(rows)).toEqual({ tasks: three.map((task) => number + task.slice(1)), codes: [] });
  });

  test.each([
    ["a text that wraps", "修订用水定额，<br>报批后印发", "市水利局<br>市工信局", "6月底前<br>9月底前"],
    ["units that stand for one text", "修订用水定额", "市水利局<br>市工信局", "6月底前<br>9月底前"],
    ["one time for all", texts.join("<br>"), units.join("<br>"), "6月底前"],
  ])("without numbers, %s is one task", async (_, ...cells) => {
    expect((await html(head + row("1", ...cells))).tasks).toHaveLength(1);
  });

  test.each([
    ["one number, several lines", "1", texts.join("<br>"), units.join("<br>"), "年底前"],
    ["a number over two lines of a code", "1<br>5", "建成平台。<br>接入部门。", "市数据资源局<br>市城市管理局", "6月底前<br>9月底前"],
  ])("%s is one task", async (_, ...cells) => {
    const { tasks, codes } = await html(head + row(...cells));
    expect(tasks).toHaveLength(1);
    expect(codes).not.toContain("table/records-in-one-row");
  });
});

describe("roles without 单位", () => {
  const body = row("1", "建成平台。", "市数据资源局", "市财政局", "6月底前");
  const wanted = ["1|建成平台。|市数据资源局|市财政局||2021-06-30"];
  const double = (above: string, lead: string, support: string): string =>
    row('<td rowspan=2>序号</td>', '<td rowspan=2>工作任务</td>', `<td colspan=2>${above}</td>`, '<td rowspan=2>完成时限</td>') + row(lead, support);

  test.each([
    ["责任单位", "牵头", "配合"], ["责任分工", "牵头", "配合"], ["责任部门", "主办", "协办"], ["任务分工", "主责", "参与"], ["责任 单位", "牵 头", "配 合"], ["承办单位", "主办", "协同"], ["责任主体", "牵头", "参与"],
  ])("%s over %s and %s", async (...words) => {
    expect(await html(double(...words) + body)).toEqual({ tasks: wanted, codes: [] });
  });

  test("a lower row without merged cells beside it", async () => {
    expect(await html(row("序号", "工作任务", "<td colspan=2>责任单位</td>", "完成时限") + row("", "", "牵头", "配合", "") + body)).toEqual({ tasks: wanted, codes: [] });
  });

  test("alone in one row", async () => {
    expect(await html(row("序号", "工作任务", "牵头", "配合", "完成时限") + body)).toEqual({ tasks: wanted, codes: [] });
  });

  test("责任 and 负责 under a unit header are responsible, not lead", async () => {
    expect((await html(double("责任单位", "责任", "配合") + body)).tasks).toEqual(["1|建成平台。||市财政局|市数据资源局|2021-06-30"]);
  });
});

describe("columns of periods and of units", () => {
  test.each([
    ["一季度目标", "二季度目标", "2021-06-30"], ["第一季度", "第二季度", "2021-06-30"], ["上半年", "下半年", "2021-12-31"], ["1-3月", "4-6月", "2021-06-30"], ["3月份", "6月份", "2021-06-30"], ["一季度工作计划", "二季度工作计划", "2021-06-30"],
    ["1—3月", "4—6月", "2021-06-30"], ["三季度重点任务", "四季度重点任务", "2021-12-31"], ["2021年一季度", "2021年二季度", "2021-06-30"],
  ])("each filled cell below %s and %s is a milestone", async (first, second, due) => {
    const { tasks, codes } = await html(row("序号", "工作任务", "责任单位", first, second) + row("1", "建成平台。", "市数据资源局", "完成招标", "上线运行"));
    expect(tasks).toEqual([`1|建成平台。|||市数据资源局|${due}`]);
    expect(codes).toEqual([]);
  });

  test("what is done in a period stands beside it, and a blank cell says nothing", async () => {
    const { tasks } = await parseNotice({ name: "a.html", bytes: page(row("序号", "工作任务", "责任单位", "一季度", "二季度") + row("1", "建成平台。", "市数据资源局", "", "上线运行")) });
    expect(tasks.map(({ deadlines }) => deadlines.map(({ text, start, due, action, origin }) => [text, start, due, action, origin]))).toEqual([[["二季度", "2021-04-01", "2021-06-30", "上线运行", "header"]]]);
  });

  test.each([["第一阶段", "第二阶段"], ["启动阶段任务", "攻坚阶段任务"]])("%s and %s name no days and are kept", async (first, second) => {
    const { tasks } = await html(row("序号", "工作任务", "责任单位", first, second) + row("1", "建成平台。", "市数据资源局", "完成招标", "上线运行"));
    expect(tasks).toEqual(["1|建成平台。|||市数据资源局|-"]);
  });

  test.each(["√", "△", "●", "▲"])("units whose columns are marked with %s act, and that nothing explains the mark is said", async (mark) => {
    const { tasks, codes } = await html(row("序号", "工作任务", "市数据资源局", "市财政局", "完成时限") + row("1", "建成平台。", mark, "", "6月底前") + row("2", "改造小区。", "", mark, "9月底前"));
    expect(tasks).toEqual(["1|建成平台。|||市数据资源局|2021-06-30", "2|改造小区。|||市财政局|2021-09-30"]);
    expect(codes).toEqual(["table/unexplained-marks"]);
  });

  test.each([["牵头", "配合"], ["主", "协"]])("marks that say %s and %s need no legend", async (lead, support) => {
    expect(await html(row("序号", "工作任务", "市数据资源局", "市财政局", "完成时限") + row("1", "建成平台。", lead, support, "6月底前"))).toEqual({ tasks: ["1|建成平台。|市数据资源局|市财政局||2021-06-30"], codes: [] });
  });
});

describe("columns that are not read", () => {
  test.each([["备注", "无"], ["联系人", "甲某"], ["市级补助", "√"]])("a column %s says nothing", async (header, cell) => {
    expect((await html(row("序号", "工作任务", "责任单位", "完成时限", header) + row("1", "建成平台。", "市数据资源局", "6月底前", cell))).codes).not.toContain("table/unread-columns");
  });
});

test("points of one sentence are no records, however many units and times stand beside them", async () => {
  const page = `<!DOCTYPE html><meta charset="utf-8"><h1>青禾市2024年问题整改任务分工表</h1><table border=1><tr><td>序号</td><td>整改措施</td><td>配合单位</td><td>整改时限</td></tr>
<tr><td>1</td><td>1.归集电子证照；<br>2.建设共享平台；<br>3.整合视频资源。</td><td>市民政局<br>市商务局<br>市财政局</td><td>1.8月底前<br>2.10月底前<br>3.12月底前</td></tr>
<tr><td>2</td><td>修订管理办法。</td><td>市司法局</td><td>6月底前</td></tr></table>`;
  const { tasks } = await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(page) });
  expect(tasks.map(({ number, deadlines, assignment }) => [number, deadlines.length, assignment.support.length])).toEqual([["1", 3, 3], ["2", 1, 1]]);
});
