/** Where a soft line break parts paragraphs, and where it only breaks a line. */
import { expect, test } from "vitest";
import { p, tbl, tc, tr } from "./build.ts";
import { outline, readMarkup } from "./reading.ts";

const lines = (...texts: string[]): string => `<w:r>${texts.map((text) => `<w:t xml:space="preserve">${text}</w:t>`).join("<w:br/>")}</w:r>`;
const paragraph = (properties: string, ...texts: string[]): string => `<w:p><w:pPr>${properties}</w:pPr>${lines(...texts)}</w:p>`;

test.each([
  ["一、加强领导。", "二、完善保障。", "三、强化督查。"],
  ["1．新建12间。", "2．改造30间。"],
  ["（一）新建", "（二）改造", "（三）管护"],
  ["①6月底前；", "②9月底前。"],
  ["一、总体要求", "二、重点任务"],
  ["一、重点任务", "（一）新建", "（二）改造"],
  ["（一）管网", "1．新建12处"],
  ["第一章 总则", "第二章 职责"],
  ["各县人民政府：", "现将方案印发给你们。"],
  ["一、加强领导。", "建立联席会议制度。", "二、完善保障。"],
  ["完成改造。", "　　新建12处。"],
  ["主要任务如下", "　　新建12处"],
  ["（责任单位：市教育局）", "二、完善保障"],
])("%j, %j … are paragraphs of their own", async (...texts) => {
  const { document } = await readMarkup(paragraph("", ...texts));
  expect(outline(document)).toEqual(texts.map((text) => `p| ${text.trim()}`));
});

test.each([
  ["清江市滨河路", "1号楼二层"],
  ["东风吹，", "战鼓擂，", "春雷响"],
  ["在城区推进甲项目", "二、三级医院改造"],
  ["覆盖全市", "3.5万户"],
  ["（一）新建校舍、", "1.2万平方米"],
  ["1．城区", "一、二级医院"],
  ["在县城、", "二、三类乡镇推进"],
  ["地址", "邮编"],
  ["关于印发重点工作", "任务分工的通知"],
  ["2021年", "3月"],
  ["投资10", "亿元"],
  ["上半句，", "　　下半句"],
])("%j, %j … stay one paragraph", async (...texts) => {
  const { document } = await readMarkup(paragraph("", ...texts));
  expect(document.blocks).toHaveLength(1);
});

test("lines of a centred title, a heading and a cell stay together, those set to the right do not", async () => {
  const { document } = await readMarkup(
    paragraph('<w:jc w:val="center"/>', "关于印发方案。", "的通知") + paragraph('<w:outlineLvl w:val="0"/>', "一、甲", "二、乙") + tbl([tr([tc(`<w:p>${lines("一、甲。", "二、乙。")}</w:p>`), tc("丙")]), tr([tc("丁"), tc("戊")])]) +
      paragraph('<w:jc w:val="right"/>', "清江市人民政府", "2031年3月5日"),
  );
  expect(outline(document)).toEqual(["p| 关于印发方案。⏎的通知", "h1| 一、甲⏎二、乙", "table 2x2| 一、甲。⏎二、乙。⏎丙⏎丁⏎戊", "p| 清江市人民政府", "p| 2031年3月5日"]);
});

test("a number of the list stands before the first line only", async () => {
  const { document } = await readMarkup({
    body: `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${lines("甲。", "乙。")}</w:p>${p("丙")}`,
    numbering: '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
  });
  expect(outline(document)).toEqual(["p| 1.│甲。", "p| 乙。", "p| 丙"]);
});
