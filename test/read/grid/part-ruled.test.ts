/** Tables that lack some of their lines, and ruled ones that only look as if they did. */
import { describe, expect, test } from "vitest";
import { readDrawing } from "./draw.ts";

interface Case {
  readonly name: string;
  readonly page: string;
  /** The rows of its tables, cells parted by `|`; lines outside tables as they are. */
  readonly sees: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: "no lines between the rows: a blank stays blank, no value moves to a neighbour",
    page: `
+----------+--------+--------+----------+
|县区      |新建    |改造    |完成时限  |
+----------+--------+--------+----------+
|东河县    |12      |30      |10月底前  |
|白石县    |8       |        |9月底前   |
|临溪区    |        |25      |          |
|云台区    |6       |14      |12月底前  |
+----------+--------+--------+----------+
|合计      |26      |69      |          |
+----------+--------+--------+----------+`,
    sees: ["县区|新建|改造|完成时限", "东河县|12|30|10月底前", "白石县|8||9月底前", "临溪区||25|", "云台区|6|14|12月底前", "合计|26|69|"],
  },
  {
    name: "no lines between the rows: words that fill their cell go on in the next line",
    page: `
+------+------------------+----------+----------+
|序号  |工作任务          |责任单位  |时限      |
+------+------------------+----------+----------+
|1     |完善公开目录，及时|市财政局  |6月底前   |
|      |更新清单并公布，接|          |          |
|      |受监督            |          |          |
|2     |解读重大政策      |市教育局  |          |
|3     |回应社会关切，持续|市司法局  |9月底前   |
|      |推进              |          |          |
+------+------------------+----------+----------+`,
    sees: ["序号|工作任务|责任单位|时限", "1|完善公开目录，及时更新清单并公布，接受监督|市财政局|6月底前", "2|解读重大政策|市教育局|", "3|回应社会关切，持续推进|市司法局|9月底前"],
  },
  {
    name: "no lines between the rows: running numbers in the middle of wrapped cells count them",
    page: `
+------+------------------+----------+------+
|序号  |工作任务          |责任单位  |配合  |
+------+------------------+----------+------+
|      |修缮梨园村小学校舍|          |      |
|1     |并更换门窗与课桌椅|县教育局  |      |
|      |添置图书          |          |      |
|      |                  |          |      |
|2     |清运积存垃圾      |县城管局  |各镇  |
|      |                  |          |      |
|3     |加固东河大桥桥墩并|县交通局  |      |
|      |重铺桥面          |          |      |
+------+------------------+----------+------+`,
    sees: ["序号|工作任务|责任单位|配合", "1|修缮梨园村小学校舍并更换门窗与课桌椅添置图书|县教育局|", "2|清运积存垃圾|县城管局|各镇", "3|加固东河大桥桥墩并重铺桥面|县交通局|"],
  },
  ...["附表2：村级任务", "村级任务"].map((between) => ({
    name: `two three-line tables as wide as each other, between them ${between}`,
    page: `
------------------------------------------
镇        新栽      补栽      时限
------------------------------------------
东河镇    40        12        3月底前
梨园镇    35                  4月底前
石桥镇    28        9         4月底前
------------------------------------------
${between}
------------------------------------------
村        沟渠      塘坝      时限
------------------------------------------
上庄村    3         1         5月底前
下庄村    2         2         6月底前
前山村    4                   6月底前
------------------------------------------`,
    sees: ["镇|新栽|补栽|时限", "东河镇|40|12|3月底前", "梨园镇|35||4月底前", "石桥镇|28|9|4月底前", between, "村|沟渠|塘坝|时限", "上庄村|3|1|5月底前", "下庄村|2|2|6月底前", "前山村|4||6月底前"],
  })),
  {
    name: "a frame without any line in it, with blanks and the label of a group",
    page: `
+----------------------------------------------+
|事项          单位      目标      时限        |
|                                              |
|一、道路                                      |
|                                              |
|修缮村道      公里      12        5月底前     |
|                                              |
|加固桥梁      座                  8月底前     |
|                                              |
|新装路灯      盏        340       9月底前     |
+----------------------------------------------+`,
    sees: ["事项|单位|目标|时限", "一、道路|||", "修缮村道|公里|12|5月底前", "加固桥梁|座||8月底前", "新装路灯|盏|340|9月底前"],
  },
  {
    name: "no lines between the columns",
    page: `
+--------------------------------------------+
|序号    工作任务          责任单位    时限  |
+--------------------------------------------+
|1       新建阅览室12间    市文化局    6月   |
+--------------------------------------------+
|2       改造阅览室30间    市教育局          |
+--------------------------------------------+
|3       开通流动图书车    市交通局    9月   |
+--------------------------------------------+`,
    sees: ["序号|工作任务|责任单位|时限", "1|新建阅览室12间|市文化局|6月", "2|改造阅览室30间|市教育局|", "3|开通流动图书车|市交通局|9月"],
  },
  {
    name: "a frame around the head and one around the rest",
    page: `
+----------------------------------------+
|姓名      职责            完成任务      |
+----------------------------------------+
|张某      组长            总体方案      |
|李某      成员            村级阅览室    |
|王某      成员            流动图书车    |
+----------------------------------------+`,
    sees: ["姓名|职责|完成任务", "张某|组长|总体方案", "李某|成员|村级阅览室", "王某|成员|流动图书车"],
  },
  {
    name: "a ruled row that lists values beside each other stays one row",
    page: `
+------+------------------+----------+----------+
|序号  |工作任务          |责任单位  |时限      |
+------+------------------+----------+----------+
|1     |完善公开目录，及时|市财政局  |6月底前   |
|      |更新清单          |          |          |
+------+------------------+----------+----------+
|2     |东河县、白石县    |12间      |6月底前   |
|      |临溪区            |30间      |9月底前   |
+------+------------------+----------+----------+
|3     |回应社会关切，持续|市司法局  |9月底前   |
|      |推进              |          |          |
+------+------------------+----------+----------+`,
    sees: ["序号|工作任务|责任单位|时限", "1|完善公开目录，及时更新清单|市财政局|6月底前", "2|东河县、白石县/临溪区|12间/30间|6月底前/9月底前", "3|回应社会关切，持续推进|市司法局|9月底前"],
  },
  {
    name: "three lines, a head in two levels: the line under words over several columns makes them one cell",
    page: `
------------------------------------------------
                    2019年           2020年
               --------------   --------------
县区           新建    改造     新建    改造
------------------------------------------------
东河县         12      30       9       31
白石县         8       5        7       4
合计           20      35       16      35
------------------------------------------------`,
    sees: ["县区|2019年|-|2020年|-", "|新建|改造|新建|改造", "东河县|12|30|9|31", "白石县|8|5|7|4", "合计|20|35|16|35"],
  },
  {
    name: "three lines: headings of groups are rows, words that hang go on in the row above",
    page: `
--------------------------------------------
Characteristic             Number    Percent
--------------------------------------------
Sex
  Female                   49,486    51.2
  Male                     61,206    48.8
Origin
  Northern and western     707       5.5
    islands
  Others                   348       3.3
--------------------------------------------`,
    sees: ["Characteristic|Number|Percent", "Sex||", "Female|49,486|51.2", "Male|61,206|48.8", "Origin||", "Northern and western islands|707|5.5", "Others|348|3.3"],
  },
  {
    name: "two tables between lines of one width, the caption of the second between them",
    page: `
----------------------------------------
County          Built      Mended
----------------------------------------
East            12         30
West            8          5
----------------------------------------
Table 2 Rooms by year, in all counties
----------------------------------------
Year            Built      Mended
----------------------------------------
2019            20         35
2020            16         31
----------------------------------------`,
    sees: ["County|Built|Mended", "East|12|30", "West|8|5", "Table 2 Rooms by year, in all counties", "Year|Built|Mended", "2019|20|35", "2020|16|31"],
  },
  {
    name: "three lines: a name in two lines beside values in one is one row",
    page: `
----------------------------------------------
载体        硬盘      光盘      网络
类型
----------------------------------------------
标识        HD        CD        OL
代码
----------------------------------------------`,
    sees: ["载体类型|硬盘|光盘|网络", "标识代码|HD|CD|OL"],
  },
  {
    name: "cells of a frame with several columns in each: the gutters part them",
    page: `
+---------------------+----------------------+
|Age         Total    |Age          Total    |
+---------------------+----------------------+
|1 year      3,533    |40 years     2,468    |
|2 years     3,269    |41 years     2,375    |
|3 years     3,223    |42 years              |
+---------------------+----------------------+`,
    sees: ["Age|Total|Age|Total", "1 year|3,533|40 years|2,468", "2 years|3,269|41 years|2,375", "3 years|3,223|42 years|"],
  },
  {
    name: "the words of a head stand nearer to each other than to their columns' values: two lines part at one place",
    page: `
----------------------------------------------
County     All       Persons  Average
           together  in need  amount
----------------------------------------------
East            12       30      1.5
West             8        5      2.5
North           20       35      3.5
----------------------------------------------`,
    sees: ["County|All together|Persons in need|Average/amount", "East|12|30|1.5", "West|8|5|2.5", "North|20|35|3.5"],
  },
  {
    name: "no line at all: values in plain columns below their heads",
    page: `
In each year the rooms of all counties were counted at its end, and
the counts were sent to the city.

Rooms by county
                   Rooms built        Rooms mended
                  2019      2020      2019      2020
East county         60        61        42        43
West county          x         5         x         x
North county        50                  80        81

The counts of 2020 are not final, and those of some counties may
still change.`,
    sees: [
      "In each year the rooms of all counties were counted at its end, and the counts were sent to the city.",
      "Rooms by county",
      "|Rooms built|-|Rooms mended|-",
      "|2019|2020|2019|2020",
      "East county|60|61|42|43",
      "West county|x|5|x|x",
      "North county|50||80|81",
      "The counts of 2020 are not final, and those of some counties may still change.",
    ],
  },
];

describe("tables that lack lines", () => {
  test.each(cases)("$name", ({ page, sees }) => {
    expect(rowsOf(readDrawing(page))).toEqual(sees);
  });
});

describe("what only stands in columns is no table", () => {
  test.each([
    ["a list of contents", `
一、总体要求                                        1
二、重点任务                                        3
三、保障措施                                       12
四、监督检查                                       15`],
    ["a form of labelled lines", `
联系人：张某          电话：0000        传真：0000
地址：某路一号        邮编：000000      日期：2020
开户行：某行          账号：0000        税号：0000
经办人：李某          电话：0001        传真：0001`],
    ["names and a signature", `
出席：张某            李某              王某
      赵某            钱某              孙某
      周某            吴某              郑某

                                      某市人民政府
                                    2020年5月20日`],
    ["text in two columns", `
The counts were taken in each        the city. In 2020 there were
of the 12 counties and sent to       30 rooms in the east, and 25
the city within 5 days of the        rooms were mended by 2021, 12
end of the year 2019, as they        of them in the north of the
had been in 2018 and before.         county and 13 in the south.`],
    ["two charts side by side in one frame", `
+------------------------------------------+
|东河镇产量            梨园镇产量          |
|                                          |
|30                    30                  |
|                                          |
|20                    20                  |
|                                          |
|10                    10                  |
|                                          |
|一月 三月 五月        一月 三月 五月      |
+------------------------------------------+`],
    ["running text and a signature in a frame", `
+------------------------------------------+
|各镇要按月报送进展，年底前完成自查，并将自|
|查情况形成书面材料。                      |
|                                          |
|联系人：李一禾        电话：5550100       |
+------------------------------------------+`],
    ["steps of a timetable in one line", `
2019年                2020年            2021年
启动                  推进              总结`],
  ])("%s", (_, page) => {
    expect(readDrawing(page).filter((line) => line.startsWith("table"))).toEqual([]);
  });
});

/** Cells of the short lines of a reading side by side; `-` where a cell goes on from the left. */
function rowsOf(reading: readonly string[]): string[] {
  const rows: string[] = [];
  let table: { first: number; columns: number } | null = null;
  for (const line of reading) {
    const size = /^table \d+x(\d+)/u.exec(line);
    const cell = /^ {2}(\d+)(?:-\d+)? \| (\d+)(?:-(\d+))? \| (.*)$/u.exec(line);
    if (size !== null) table = { first: rows.length, columns: Number(size[1]) };
    else if (cell !== null && table !== null) {
      const [, r, c0, c1 = c0, words = ""] = cell;
      const at = table.first + Number(r);
      while (rows.length <= at) rows.push(Array.from({ length: table.columns }, () => "").join("|"));
      const cells = (rows[at] ?? "").split("|");
      for (let c = Number(c0); c <= Number(c1); c++) cells[c] = c === Number(c0) ? words.replaceAll(" / ", "/") : "-";
      rows[at] = cells.join("|");
    } else {
      table = null;
      rows.push(line);
    }
  }
  return rows;
}
