/** Heading rows above the header, with sums, and such as name who does it: what they are, and what must not be taken for one. */
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";

interface Brief {
  readonly tasks: string[];
  readonly codes: string[];
}

const letter = "<h1>青禾市人民政府办公室关于印发2024年重点工作分工的通知</h1><p>各县（市、区）人民政府，市直各单位：</p><p>现将2024年重点工作分工印发给你们，请认真落实。</p><p>青禾市人民政府办公室</p><p>2024年2月6日</p>";

/** Number, path, text and units of each task, and what is said. A row of one cell spans the table. */
async function read(...rows: readonly (readonly string[])[]): Promise<Brief> {
  const width = Math.max(...rows.map(({ length }) => length));
  const drawn = rows.map((cells) => `<tr>${cells.map((cell) => `<td${cells.length === 1 ? ` colspan="${String(width)}"` : ""}>${cell}</td>`).join("")}</tr>`).join("");
  const { tasks, diagnostics } = await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8">${letter}<table border=1>${drawn}</table>`) });
  return {
    tasks: tasks.map(({ number, path, text, assignment: { lead, support, responsible } }) => [number ?? "-", path.join(" > "), text, [...lead, ...support, ...responsible].map((unit) => unit.text).join("、")].join("|")),
    codes: diagnostics.map(({ code }) => code),
  };
}

const head = ["序号", "工作任务", "责任科室"];
const water = ["1", "新建城南水厂。", "供水科"];
const bridges = ["1", "改造旧桥三座。", "建设科"];

describe("a row above the header", () => {
  test.each([["市水利局", "市住建局"], ["一、供水保障", "二、道路交通"], ["县水务局", "县交通局"], ["各乡镇", "各街道"]])("%s is a heading where %s is one further down", async (first, second) => {
    expect(await read([first], head, water, [second], bridges)).toEqual({ tasks: [`1|${first}|新建城南水厂。|供水科`, `1|${second}|改造旧桥三座。|建设科`], codes: [] });
  });

  test("whatever it says, where the header is printed again below the next one", async () => {
    const { tasks } = await read(["供水片区"], head, water, ["城北片区"], head, bridges);
    expect(tasks).toEqual(["1|供水片区|新建城南水厂。|供水科", "1|城北片区|改造旧桥三座。|建设科"]);
  });

  test.each(["2024年重点任务分解表", "市级重点任务清单（第一批）", "填报单位：市水利局", "单位：万元"])("%s is none", async (title) => {
    const { tasks } = await read([title], head, water, ["二、道路交通"], bridges);
    expect(tasks).toEqual(["1||新建城南水厂。|供水科", "1|二、道路交通|改造旧桥三座。|建设科"]);
  });
});

describe("the unit of a heading row does what stands below it, where no column names units", () => {
  const plain = (heading: string): Promise<Brief> => read(["序号", "工作任务", "完成时限"], [heading], ["1", "新建城南水厂。", "9月底前"], ["2", "更换老旧管道。", "年底前"]);

  test.each([["市水利局", "市水利局"], ["一、县水利局", "县水利局"], ["（一）区住建局、区城管局", "区住建局、区城管局"]])("%s", async (heading, units) => {
    const { tasks } = await plain(heading);
    expect(tasks).toEqual([`1|${heading}|新建城南水厂。|${units}`, `2|${heading}|更换老旧管道。|${units}`]);
  });

  test.each(["一、供水保障", "重点企业", "（一）学校", "城区项目"])("%s names nobody", async (heading) => {
    const { tasks } = await plain(heading);
    expect(tasks).toEqual([`1|${heading}|新建城南水厂。|`, `2|${heading}|更换老旧管道。|`]);
  });

  test("its own words go before", async () => {
    const { tasks } = await read(["序号", "工作任务", "完成时限"], ["市水利局"], ["1", "由市城投公司负责新建城南水厂。", "9月底前"], ["2", "更换老旧管道。", "年底前"]);
    expect(tasks).toEqual(["1|市水利局|由市城投公司负责新建城南水厂。|市城投公司", "2|市水利局|更换老旧管道。|市水利局"]);
  });
});

describe("a group row with sums", () => {
  const wide = ["序号", "项目名称", "建设内容", "年度投资（万元）", "责任单位"];
  const one = ["1", "旧桥改造", "改造旧桥三座", "1200", "市交通局"];
  const two = ["2", "水厂建设", "新建水厂", "800", "市水利局"];

  test.each([["一", "交通类（1个）", "1200"], ["一", "交通类", "1,200.5万元"], ["（一）", "交通类", "1个"]])("%s %s %s is a heading", async (number, name, sum) => {
    const { tasks, codes } = await read(wide, [number, name, "", sum, ""], one, two);
    expect(tasks).toEqual([`1|${number} ${name}|旧桥改造|市交通局`, `2|${number} ${name}|水厂建设|市水利局`]);
    expect(codes).toEqual([]);
  });

  test.each([["3", "公路养护", "", "1200", ""], ["一", "公路养护", "养护公路八十公里", "1200", ""], ["一", "公路养护", "", "1200", "市公路中心"]])("%s %s with other cells or a number like the others is a row", async (...cells) => {
    const { tasks } = await read(wide, one, two, cells);
    expect(tasks).toHaveLength(3);
  });
});

describe("单位 at the head of a column", () => {
  test("is who does it, where units stand below", async () => {
    const { tasks, codes } = await read(["单位", "工作职责"], ["市住建局", "负责老旧小区改造的组织实施。"], ["市财政局", "负责资金保障。"]);
    expect(tasks).toEqual(["-||负责老旧小区改造的组织实施。|市住建局", "-||负责资金保障。|市财政局"]);
    expect(codes).toEqual([]);
  });

  test("is what a number is measured in, where measures stand below", async () => {
    const { tasks } = await read(["序号", "指标名称", "单位", "年度目标", "责任单位"], ["1", "城镇新增就业", "人", "3200", "市人社局"], ["2", "财政收入", "亿元", "18.6", "市财政局"]);
    expect(tasks).toEqual(["1||城镇新增就业|市人社局", "2||财政收入|市财政局"]);
  });
});

describe("a bracket or label in the cell of a task, where no column names units", () => {
  test.each([
    ["编制目录，4月底前公布。（市司法局牵头，市政府各部门配合）", "编制目录，4月底前公布。", "市司法局、市政府各部门"],
    ["开展清理。（责任单位：市司法局）", "开展清理。", "市司法局"],
    ["开展清理。责任单位：市司法局、市财政局", "开展清理。", "市司法局、市财政局"],
  ])("%s", async (cell, text, units) => {
    const { tasks } = await read(["序号", "重点任务"], ["1", cell], ["2", "修订办法。（市财政局负责）"]);
    expect(tasks).toEqual([`1||${text}|${units}`, "2||修订办法。|市财政局"]);
  });

  test.each(["新建水厂（含配套管网）。", "落实《办法》（市政府令第12号）。"])("%s stays whole", async (cell) => {
    const { tasks } = await read(["序号", "重点任务", "完成时限"], ["1", cell, "9月底前"], ["2", "修订办法。", "年底前"]);
    expect(tasks[0]).toBe(`1||${cell}|`);
  });
});

test("a number and its task in one cell, counted as the tasks are, is a task and no heading", async () => {
  const spanned = '<tr><td colspan="2">3.推进农贸市场改造</td><td></td><td></td></tr>';
  const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const table = [row("序号", "工作任务", "责任单位", "完成时限"), row("1", "新建水厂", "县水利局", "6月底前"), row("2", "改造旧桥", "县交通局", "9月底前"), spanned, row("4", "修缮校舍", "县教育局", "年底前")].join("");
  const { tasks } = await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8">${letter}<table border=1>${table}</table>`) });
  expect(tasks.map(({ number, path, text }) => [number, path.length, text])).toEqual([["1", 0, "新建水厂"], ["2", 0, "改造旧桥"], ["3", 0, "推进农贸市场改造"], ["4", 0, "修缮校舍"]]);
});
