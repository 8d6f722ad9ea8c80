/** Tables without rules, and text outside tables. */
import { describe, expect, test } from "vitest";
import { readDrawing } from "./draw.ts";

interface Case {
  readonly name: string;
  readonly pages: readonly string[];
  readonly sees: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "the only line of a page above the header of the next table is the caption of that table",
    pages: [
      `
工作任务         责任单位        完成时限

完善公开目录。   市财政局        6月底前

接受社会监督。   市教育局        全年

解读重大政策。   市司法局        年底前`,
      `
任务表二

事项             牵头单位        时间要求

改进作风。       市财政局        7月底前

持续推进。       市教育局        全年`,
    ],
    sees: [
      "table 4x3 unruled, pages 1",
      "  0 | 0 | 工作任务", "  0 | 1 | 责任单位", "  0 | 2 | 完成时限",
      "  1 | 0 | 完善公开目录。", "  1 | 1 | 市财政局", "  1 | 2 | 6月底前",
      "  2 | 0 | 接受社会监督。", "  2 | 1 | 市教育局", "  2 | 2 | 全年",
      "  3 | 0 | 解读重大政策。", "  3 | 1 | 市司法局", "  3 | 2 | 年底前",
      "任务表二",
      "table 3x3 unruled, pages 2",
      "  0 | 0 | 事项", "  0 | 1 | 牵头单位", "  0 | 2 | 时间要求",
      "  1 | 0 | 改进作风。", "  1 | 1 | 市财政局", "  1 | 2 | 7月底前",
      "  2 | 0 | 持续推进。", "  2 | 1 | 市教育局", "  2 | 2 | 全年",
    ],
  },
  {
    name: "columns by gutters, rows by numbers, labels hold until the next",
    pages: [
      `
重点工作任务分工表

工作任务     序号   具体要求                  责任单位        完成时限
一、信息     1      完善公开目录，及时更新    市财政局        6月底前
公开                清单并公布。
             2      接受社会监督。            市教育局、市    全年
                                              卫生健康委
二、政策     3      解读重大政策。            市司法局        年底前
解读`,
    ],
    sees: [
      "重点工作任务分工表",
      "table 4x5 unruled, pages 1",
      "  0 | 0 | 工作任务", "  0 | 1 | 序号", "  0 | 2 | 具体要求", "  0 | 3 | 责任单位", "  0 | 4 | 完成时限",
      "  1-2 | 0 | 一、信息公开", "  1 | 1 | 1", "  1 | 2 | 完善公开目录，及时更新清单并公布。", "  1 | 3 | 市财政局", "  1 | 4 | 6月底前",
      "  2 | 1 | 2", "  2 | 2 | 接受社会监督。", "  2 | 3 | 市教育局、市卫生健康委", "  2 | 4 | 全年",
      "  3 | 0 | 二、政策解读", "  3 | 1 | 3", "  3 | 2 | 解读重大政策。", "  3 | 3 | 市司法局", "  3 | 4 | 年底前",
    ],
  },
  {
    name: "amounts are no running numbers: a blank below one stays blank",
    pages: [
      `
单位        一季度    二季度    完成时限

合计        41        52        全年
东河镇      10        11        3月底前
梨园镇      12                  4月底前
石桥镇      19                  6月底前`,
    ],
    sees: [
      "table 5x4 unruled, pages 1",
      "  0 | 0 | 单位", "  0 | 1 | 一季度", "  0 | 2 | 二季度", "  0 | 3 | 完成时限",
      "  1 | 0 | 合计", "  1 | 1 | 41", "  1 | 2 | 52", "  1 | 3 | 全年",
      "  2 | 0 | 东河镇", "  2 | 1 | 10", "  2 | 2 | 11", "  2 | 3 | 3月底前",
      "  3 | 0 | 梨园镇", "  3 | 1 | 12", "  3 | 2 | ", "  3 | 3 | 4月底前",
      "  4 | 0 | 石桥镇", "  4 | 1 | 19", "  4 | 2 | ", "  4 | 3 | 6月底前",
    ],
  },
  {
    name: "numbers in the middle of their rows: the rows part at the white stripes",
    pages: [
      `
序号   工作任务                  责任单位        完成时限

       完善公开目录，及时更新    市财政局、
1      清单并公布，接受社会监    市教育局、      6月底前
       督。                      市司法局

       解读重大政策，回应社会
2      关切，改进工作作风，持    市教育局        全年
       续推进。

3      接受监督。                市司法局        年底前`,
    ],
    sees: [
      "table 4x4 unruled, pages 1",
      "  0 | 0 | 序号", "  0 | 1 | 工作任务", "  0 | 2 | 责任单位", "  0 | 3 | 完成时限",
      "  1 | 0 | 1", "  1 | 1 | 完善公开目录，及时更新清单并公布，接受社会监督。", "  1 | 2 | 市财政局、市教育局、市司法局", "  1 | 3 | 6月底前",
      "  2 | 0 | 2", "  2 | 1 | 解读重大政策，回应社会关切，改进工作作风，持续推进。", "  2 | 2 | 市教育局", "  2 | 3 | 全年",
      "  3 | 0 | 3", "  3 | 1 | 接受监督。", "  3 | 2 | 市司法局", "  3 | 3 | 年底前",
    ],
  },
  {
    name: "lines between the rows only: columns by gutters; a line that stops short leaves a cell for two rows",
    pages: [
      `
----------------------------------------------------
县区          项目          计划数      完成数
----------------------------------------------------
屯溪区        道路          30          28
              --------------------------------------
              学校          12          12
----------------------------------------------------
徽州区        桥梁          25          25
              与隧道
----------------------------------------------------`,
    ],
    sees: [
      "table 4x4 part-ruled, pages 1",
      "  0 | 0 | 县区", "  0 | 1 | 项目", "  0 | 2 | 计划数", "  0 | 3 | 完成数",
      "  1-2 | 0 | 屯溪区", "  1 | 1 | 道路", "  1 | 2 | 30", "  1 | 3 | 28",
      "  2 | 1 | 学校", "  2 | 2 | 12", "  2 | 3 | 12",
      "  3 | 0 | 徽州区", "  3 | 1 | 桥梁 / 与隧道", "  3 | 2 | 25", "  3 | 3 | 25",
    ],
  },
  {
    name: "three lines: the rows below the header by their first words",
    pages: [
      `
------------------------------------------------
Model                 Precision      Recall
------------------------------------------------
Baseline              0.81           0.77
Ours, without the     0.93           0.88
join
Ours                  0.97           0.95
------------------------------------------------`,
    ],
    sees: [
      "table 4x3 part-ruled, pages 1",
      "  0 | 0 | Model", "  0 | 1 | Precision", "  0 | 2 | Recall",
      "  1 | 0 | Baseline", "  1 | 1 | 0.81", "  1 | 2 | 0.77",
      "  2 | 0 | Ours, without the join", "  2 | 1 | 0.93", "  2 | 2 | 0.88",
      "  3 | 0 | Ours", "  3 | 1 | 0.97", "  3 | 2 | 0.95",
    ],
  },
  {
    name: "the foot of a notice between lines is no table",
    pages: [
      `
----------------------------------------------------
抄送：市委各部门，市政协办公室。
----------------------------------------------------
某市人民政府办公室              2020年5月20日印发
----------------------------------------------------`,
    ],
    sees: ["抄送：市委各部门，市政协办公室。", "某市人民政府办公室 2020年5月20日印发"],
  },
  {
    name: "on to the next page without a header, in the middle of a row",
    pages: [
      `
序号   工作任务                  责任单位        完成时限
1      完善公开目录，及时更新    市财政局        6月底前
       清单并公布。
2      接受社会监督，持续改进    市教育局        全年`,
      `
       工作作风。
3      解读重大政策。            市司法局        年底前`,
    ],
    sees: [
      "table 4x4 unruled, pages 1 2",
      "  0 | 0 | 序号", "  0 | 1 | 工作任务", "  0 | 2 | 责任单位", "  0 | 3 | 完成时限",
      "  1 | 0 | 1", "  1 | 1 | 完善公开目录，及时更新清单并公布。", "  1 | 2 | 市财政局", "  1 | 3 | 6月底前",
      "  2 | 0 | 2", "  2 | 1 | 接受社会监督，持续改进工作作风。", "  2 | 2 | 市教育局", "  2 | 3 | 全年",
      "  3 | 0 | 3", "  3 | 1 | 解读重大政策。", "  3 | 2 | 市司法局", "  3 | 3 | 年底前",
    ],
  },
  {
    name: "lines between the columns only",
    pages: [
      `
+------+------------------+----------+
|序号  |工作任务          |责任单位  |
|1     |完善公开目录，及时|市财政局  |
|      |更新清单。        |          |
|2     |接受社会监督。    |市教育局  |
+------+------------------+----------+`,
    ],
    sees: [
      "table 3x3 part-ruled, pages 1",
      "  0 | 0 | 序号", "  0 | 1 | 工作任务", "  0 | 2 | 责任单位",
      "  1 | 0 | 1", "  1 | 1 | 完善公开目录，及时更新清单。", "  1 | 2 | 市财政局",
      "  2 | 0 | 2", "  2 | 1 | 接受社会监督。", "  2 | 2 | 市教育局",
    ],
  },
  {
    name: "prose: paragraphs by indents and line ends, over the page end",
    pages: [
      `
                    某市人民政府办公室文件

各县、区人民政府，市政府各部门、各直属机构，各有关单位，各驻市
单位：
    为做好政务公开工作，现将二〇二〇年工作要点印发给你们，请
认真贯彻落实。
    一、总体要求
    坚持以人民为中心的发展思想，全面推进决策、执行、管理、服`,
      `
务、结果公开，不断提升公开质量。
    二、重点任务`,
    ],
    sees: [
      "> 某市人民政府办公室文件",
      "各县、区人民政府，市政府各部门、各直属机构，各有关单位，各驻市单位：",
      "为做好政务公开工作，现将二〇二〇年工作要点印发给你们，请认真贯彻落实。",
      "一、总体要求",
      "坚持以人民为中心的发展思想，全面推进决策、执行、管理、服务、结果公开，不断提升公开质量。",
      "二、重点任务",
    ],
  },
  {
    name: "a number below a bracket that fills its line begins a paragraph, an article cited behind a bracket does not",
    pages: [
      `
    4.排查燃气管网隐患，纳入日常巡查。（牵头单位：县住建局一）
    5.建设高标准农田三万亩，确保取得实效。（牵头单位：县农办）
    6.整合资源。各单位要按照县人民政府印发的工作办法（试行）
第三条的要求抓好落实。`,
    ],
    sees: ["4.排查燃气管网隐患，纳入日常巡查。（牵头单位：县住建局一）", "5.建设高标准农田三万亩，确保取得实效。（牵头单位：县农办）", "6.整合资源。各单位要按照县人民政府印发的工作办法（试行）第三条的要求抓好落实。"],
  },
  {
    name: "two words beside each other are no table",
    pages: [
      `
    请各地各部门将贯彻落实情况于年底前报送，如有问题请及时联系沟
通。
联系人：张某      电话：无
地址：某路一号    邮编：无`,
    ],
    sees: ["请各地各部门将贯彻落实情况于年底前报送，如有问题请及时联系沟通。", "联系人：张某 电话：无", "地址：某路一号 邮编：无"],
  },
];

describe("text without rules", () => {
  test.each(cases)("$name", ({ pages, sees }) => {
    expect(readDrawing(...pages)).toEqual(sees);
  });
});

describe("page furniture", () => {
  const page = (number: number, head: string): string => `${head}${"\n".repeat(12)}    ${["甲", "乙", "丙"][number - 1] ?? ""}的内容在这里，它与其他各页都不相同。${"\n".repeat(42)}— ${number} —`;

  test("page numbers and running heads are set aside", () => {
    const sees = readDrawing(...[1, 2, 3].map((number) => page(number, "某市人民政府办公室文件汇编")));
    expect(sees.filter((line) => line.startsWith("(page:number)"))).toEqual(["(page:number) —1—", "(page:number) —2—", "(page:number) —3—"]);
    expect(sees.filter((line) => line.startsWith("(page:running-head)"))).toHaveLength(3);
    expect(sees.filter((line) => !line.startsWith("(")).join("")).toMatch(/^甲的内容[^件]*乙的内容[^件]*丙的内容[^件]*$/u);
  });

  test("the heads of attachments are not", () => {
    const sees = readDrawing(...[1, 2, 3].map((number) => page(number, `附件${number}`)));
    expect(sees.filter((line) => line.startsWith("附件"))).toEqual(["附件1", "附件2", "附件3"]);
  });
});
