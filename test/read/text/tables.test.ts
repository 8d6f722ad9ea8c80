/** Tables in plain text: each case is one way in which conversions write them. */
import { describe, expect, test } from "vitest";
import { gridOf, proseOf, reading, tablesOf } from "./reading.ts";

interface Case {
  readonly name: string;
  readonly text: readonly string[];
  /** Rows of each table. */
  readonly tables: readonly (readonly string[])[];
  readonly codes?: readonly string[];
}

const header = "工作任务\t具体要求\t责任单位\t时限";

const cases: readonly Case[] = [
  {
    name: "tabs",
    text: ["序号\t任务\t责任单位", "1\t编制目录\t市司法局", "2\t\t市财政局"],
    tables: [["序号 | 任务 | 责任单位", "1 | 编制目录 | 市司法局", "2 |  | 市财政局"]],
  },
  {
    name: "a cell that goes on over lines",
    text: ["序号\t任务\t责任单位", "1\t编制目录，", "按月更新\t市司法局", "2\t开展评选\t市财政局"],
    tables: [["序号 | 任务 | 责任单位", "1 | 编制目录，⏎按月更新 | 市司法局", "2 | 开展评选 | 市财政局"]],
  },
  {
    name: "one cell a line, as pages are copied",
    text: ["序号", "主 要 任 务", "责任单位", "1", "编制目录", "市司法局", "2", "开展评选", "市财政局", "（此件公开发布）"],
    tables: [["序号 | 主 要 任 务 | 责任单位", "1 | 编制目录 | 市司法局", "2 | 开展评选 | 市财政局"]],
  },
  {
    name: "one cell a line with blank lines, bars and headings of groups between",
    text: ["序号", "", "任务", "|", "责任单位", "", "时限", "一、公开", "1", "编制目录", "|", "市司法局", "年底前", "", "二、评议", "2", "开展评选", "市财政局", "6月底前", "二、有关要求"],
    tables: [["序号 | 任务 | 责任单位 | 时限", "一、公开 |  |  | ", "1 | 编制目录 | 市司法局 | 年底前", "二、评议 |  |  | ", "2 | 开展评选 | 市财政局 | 6月底前"]],
  },
  {
    name: "one cell a line that falls into no rows",
    text: ["工作任务", "具体要求", "责任科室", "时限", "公开目录", "1", "编制目录", "办公室", "年底前", "2", "开展评选"],
    tables: [],
    codes: ["text/cells-as-lines"],
  },
  {
    name: "one cell a line, a cell of two lines",
    text: ["序号", "任务", "责任单位", "1", "编制目录", "市司法局", "市财政局", "2", "开展评选", "市府办"],
    tables: [],
    codes: ["text/cells-as-lines"],
  },
  {
    name: "one cell a line, groups and units that no rule knows, and a later table that counts for itself",
    text: ["序号", "任务", "责任单位", "1", "编制目录", "东岭村", "2", "开展评选", "西岭村", "序号", "任务", "责任单位", "1", "编制目录", "市司法局", "2", "开展评选", "市财政局", "3", "开展培训", "市府办"],
    tables: [
      ["序号 | 任务 | 责任单位", "1 | 编制目录 | 东岭村", "2 | 开展评选 | 西岭村"],
      ["序号 | 任务 | 责任单位", "1 | 编制目录 | 市司法局", "2 | 开展评选 | 市财政局", "3 | 开展培训 | 市府办"],
    ],
  },
  {
    name: "Markdown",
    text: ["| 序号 | 任务 | 责任单位 |", "|---|:---|---|", "| 1 | 编制目录 | 市司法局 |"],
    tables: [["序号 | 任务 | 责任单位", "1 | 编制目录 | 市司法局"]],
  },
  {
    name: "boxes with cells of several lines",
    text: ["┌────┬──────┐", "│任务│责任单位│", "├────┼──────┤", "│编制│市司法局│", "│目录│市财政局│", "├────┼──────┤", "│评选│市府办  │", "└────┴──────┘"],
    tables: [["任务 | 责任单位", "编制⏎目录 | 市司法局⏎市财政局", "评选 | 市府办"]],
  },
  {
    name: "columns lined up by spaces",
    text: ["序号    任务                  责任单位      时限", "1       编制公开目录，        市司法局      年底前", "        按月更新。", "2       开展评选。            市府办        6月底前"],
    tables: [["序号 | 任务 | 责任单位 | 时限", "1 | 编制公开目录，按月更新。 | 市司法局 | 年底前", "2 | 开展评选。 | 市府办 | 6月底前"]],
  },
  {
    name: "one cell a line, blank cells merged with the one above, a blank line inside a row",
    text: ["\t工作任务", "\t具体要求", "\t责任单位", "\t时限", "", "\t一、公开", "\t1", "\t编制目录。", "\t市司法局", "\t全年", "", "\t", "\t2", "\t1.开展评选。", "", "2.公布结果。", "\t", "\t年底前", "", "\t二、解读", "\t3", "\t解读政策。", "\t市府办", "\t", "", "请认真落实。"],
    tables: [
      [
        "工作任务 | 具体要求 [1×2] | 责任单位 | 时限",
        "一、公开 [2×1] | 1 | 编制目录。 | 市司法局 [2×1] | 全年",
        "2 | 1.开展评选。⏎2.公布结果。 | 年底前 [2×1]",
        "二、解读 | 3 | 解读政策。 | 市府办",
      ],
    ],
    codes: ["text/columns-inferred", "text/blank-joined"],
  },
  {
    name: "pages with other numbers of columns, each with its header",
    text: [
      "工作任务\t\t具体要求\t责任单位\t时限", "一、公开工作\t1\t编制部门公开目录并按月更新发布。\t市司法局\t年底前", "",
      header, "一、公开工作\t<p>2 开展政策解读评选并公布结果。</p> <p>3 组织业务培训覆盖全体人员。</p>\t市府办\t持续推进", "",
      "工作任务\t具体要求\t\t\t责任单位\t时限", "\t(一)做好解读。\t4\t建立解读清单并公布解读材料。\t市财政局\t6月底前", "二、解读工作\t(二)做好回应。\t5\t建立回应机制并及时回应关切。\t市财政局\t7月底前", "\t(三)做好评估。\t6\t开展解读效果评估并通报结果。\t市审计局\t8月底前",
    ],
    tables: [
      [
        "工作任务 [1×2] | 具体要求 [1×2] | 责任单位 | 时限",
        "一、公开工作 [1×2] | 1 | 编制部门公开目录并按月更新发布。 | 市司法局 | 年底前",
        "一、公开工作 [1×2] | 2 开展政策解读评选并公布结果。⏎3 组织业务培训覆盖全体人员。 | 市府办 | 持续推进",
        "二、解读工作 [3×1] | (一)做好解读。 | 4 | 建立解读清单并公布解读材料。 | 市财政局 | 6月底前",
        "(二)做好回应。 | 5 | 建立回应机制并及时回应关切。 | 市财政局 | 7月底前",
        "(三)做好评估。 | 6 | 开展解读效果评估并通报结果。 | 市审计局 | 8月底前",
      ],
    ],
    codes: ["text/columns-inferred", "text/stray-tags"],
  },
  {
    name: "a sentence with a tab, a menu with a bar",
    text: ["一、总体要求\t各部门要认真落实。", "首页 | 政务公开"],
    tables: [],
  },
];

const listedHeads = ["序号", "任务", "责任单位", "时限"];
const listedRow = (number: string): string[] => [number, `编制第${number}册目录`, "市司法局", "2026年6月底前"];
const listedRows = (...numbers: string[]): string[] => [...listedHeads, ...numbers.flatMap(listedRow)];
const short = [...listedRows("1", "2"), "3", "编制第3册目录", "市司法局"];
const narrow = ["序号", "任务", "责任单位", "1", "编制目录", "市司法局", "2", "开展评选"];

/** Tables of one cell a line that end in words from behind them, or leave rows behind. */
const unreadable: readonly (readonly [string, readonly string[]])[] = [
  ["the last row has no time, and the date of the notice follows", ["序号", "任务", "责任单位", "时限", "1", "编制目录", "市司法局", "2024年11月10日前", "2", "开展评选", "市财政局", "2024年9月30日", "抄送：市政府"]],
  ["a gap in the numbers", listedRows("1", "2", "3", "5", "6", "7")],
  ["a gap far below words", [...listedRows("1", "2"), ...Array.from({ length: 30 }, (_, i) => `第${i}行说明`), ...listedRow("9")]],
  ["numbers with a full stop from the third", listedRows("1", "2", "3.")],
  ["a number in brackets", listedRows("1", "2", "（3）")],
  ["wide digits", listedRows("1", "2", "３")],
  ["a number that is printed twice", listedRows("1", "2", "2", "3")],
  ["numbers that begin again below a group", [...listedRows("1", "2"), "二、评议", ...listedRow("1")]],
  ["a last row without its deadline, a sentence behind", [...short, "2026年12月31日前报送总结。"]],
  ["a last row without its deadline, a label behind", [...short, "联系人：张三"]],
  ["a last row without its deadline, a date apart", [...short, "", "2026年12月31日"]],
  ["a last row without its deadline, a number behind", [...short, "12"]],
  ["a last row without its units, words apart", [...narrow, "", "附件说明"]],
  ["a last row without its units, words that name none", [...narrow, "附件说明"]],
  ["a last row without its units, a sentence", [...narrow, "市财政局会同有关部门落实，各单位要高度重视。"]],
];

describe("tables in plain text", () => {
  test.each(cases.map((one) => [one.name, one] as const))("%s", async (_, { text, tables, codes = [] }) => {
    const read = await reading(text.join("\n"));
    expect(tablesOf(read).map((table) => gridOf(read, table))).toEqual(tables);
    expect(read.context.diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(tablesOf(read).every(({ method }) => method === "aligned-text")).toBe(true);
  });

  test.each(unreadable)("one cell a line stays text and is said: %s", async (_, text) => {
    const read = await reading(text.join("\n"));
    expect(tablesOf(read)).toEqual([]);
    expect(read.context.diagnostics.map(({ code }) => code)).toEqual(["text/cells-as-lines"]);
    expect(proseOf(read).join("")).toContain(text.at(-1));
  });

  test("cells that ran together: two headings, heading and number, numbers behind the text, two rows", async () => {
    const read = await reading(
      [
        "工作任务\t\t具体要求\t责任单位\t时限",
        "(一)编制目录。 一、公开工作\t\t各部门编制公开目录并按月更新。 1 各部门公布目录并接受群众监督。 2\t市司法局\t年底前",
        "3 (二)开展评选。\t\t围绕解读质量开展年度评选活动。\t市府办\t年底前",
        "(三)组织培训。 4\t\t组织业务培训覆盖全体人员。\t市人社局\t年底前",
        "二、保障工作\t\t围绕考核完善指标体系。 围绕培训建立长效机制。\t市审计局、市统计局 市人社局\t持续推进",
      ].join("\n"),
    );
    expect(tablesOf(read).map((table) => gridOf(read, table))).toEqual([
      [
        "工作任务 [1×2] | 具体要求 [1×2] | 责任单位 | 时限",
        "一、公开工作 [3×1] | (一)编制目录。 | 各部门编制公开目录并按月更新。 1⏎各部门公布目录并接受群众监督。 2 | 市司法局 | 年底前",
        "(二)开展评选。 | 3 | 围绕解读质量开展年度评选活动。 | 市府办 | 年底前",
        "(三)组织培训。 | 4 | 组织业务培训覆盖全体人员。 | 市人社局 | 年底前",
        "二、保障工作 [2×2] | 围绕考核完善指标体系。 | 市审计局、市统计局 | 持续推进 [2×1]",
        "围绕培训建立长效机制。 | 市人社局",
      ],
    ]);
  });

  test("headers of further pages and page numbers are furniture behind the table", async () => {
    const read = await reading([header, "一、公开\t编制目录\t市司法局\t年底前", "", "— 2 —", header, "一、公开\t开展评选\t市府办\t年底前", "", "请认真落实。"].join("\n"));
    expect(proseOf(read)).toEqual(["(table)", "{repeated-header} 工作任务⏎具体要求⏎责任单位⏎时限", "{page:dashes} — 2 —", "请认真落实。"]);
    expect(tablesOf(read)[0]?.parts.map(({ rows }) => rows)).toEqual([[0, 2], [2, 3]]);
  });

  test("another header is another table", async () => {
    const read = await reading(["序号\t任务\t责任单位", "1\t编制目录\t市司法局", "序号\t指标\t权重", "1\t公开率\t10"].join("\n"));
    expect(tablesOf(read)).toHaveLength(2);
  });

  test("rows without a known header stay as printed, short rows with missing slots", async () => {
    const read = await reading(["甲\t乙\t丙", "丁\t戊\t己", "庚\t辛\t壬", "癸\t子"].join("\n"));
    expect(tablesOf(read).map((table) => gridOf(read, table))).toEqual([["甲 | 乙 | 丙", "丁 | 戊 | 己", "庚 | 辛 | 壬"], ["癸 | 子"]]);
  });
});
