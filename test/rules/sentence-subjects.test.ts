import { describe, expect, test } from "vitest";
import { doingWords, joining } from "../../src/rules/sentence-subjects.ts";
import { subjectsIn } from "../../src/segment/subjects.ts";

const doers = (text: string): { role: string | null; text: string }[] =>
  subjectsIn({ text, spans: [{ start: 0, end: text.length }] }).map(({ role, quote }) => ({ role, text: quote.text }));

describe.each(doingWords)("doing words $id", ({ role, examples, not }) => {
  test.each(examples)("$sentence", ({ sentence, doers: names }) => {
    expect(doers(sentence)[0]).toEqual({ role, text: names });
  });

  test.each(not)("no doer: %s", (sentence) => {
    expect(doers(sentence)).toEqual([]);
  });
});

describe("商 joins others only where no name begins with it", () => {
  test.each(["商务局牵头制定", "商务部负责统筹", "商丘市政府要加强", "商洛市财政局负责", "商城县负责建设", "商贸局要落实", "联合社要完善", "联合会负责组织"])("%s begins with a doer", (words) => {
    expect(words).not.toMatch(joining);
  });

  test.each(["商市财政局制定方案", "商财政部门研究", "商有关部门制定", "要商省发展改革委落实", "会同商务局制定", "联合市公安局开展", "联合商务局整治"])("%s asks others", (words) => {
    expect(words).toMatch(joining);
  });
});

test.each([
  ["省水利厅会同省自然资源厅、省住房城乡建设厅、省农业农村厅等部门筛选确定。", ["省水利厅", "省自然资源厅、省住房城乡建设厅、省农业农村厅等部门"]],
  ["市教育局会同市财政局、市人力资源社会保障局、市住房城乡建设局、市自然资源和规划局、市市场监管局、市卫生健康委、市公安局制定办法。", ["市教育局", "市财政局、市人力资源社会保障局、市住房城乡建设局、市自然资源和规划局、市市场监管局、市卫生健康委、市公安局"]],
  ["市教育局会同市公安局增设停靠点12处，5月10日前投用。", ["市教育局", "市公安局"]],
  ["县教育局会同县公安局交警大队增设岗亭3个。", ["县教育局", "县公安局交警大队"]],
  ["县水利局会同县财政局核销资金。", ["县水利局", "县财政局"]],
])("those who join in are read to the end of their list: %s", (sentence, names) => {
  expect(doers(sentence).map(({ text }) => text)).toEqual(names);
});

test.each([
  ["县税务局，负责对相关企业加强税源管理。", [{ role: "responsible", text: "县税务局" }]],
  ["县交通集团、县城投集团，负责统计采购价格，发现线索移交县公安局。", [{ role: "responsible", text: "县交通集团、县城投集团" }]],
  ["县应急局，牵头核查线索。", [{ role: "lead", text: "县应急局" }]],
  ["县税务局，负责人要到岗到位。", []],
])("a comma may stand between doers and their duty: %s", (sentence, names) => {
  expect(doers(sentence)).toEqual(names);
});

test.each([
  ["经济发展办负责汇总进展。", "经济发展办"],
  ["经开区管委会牵头建设标准厂房。", "经开区管委会"],
  ["为民服务中心负责窗口值守。", "为民服务中心"],
  ["向阳镇负责征地拆迁。", "向阳镇"],
])("a name may begin like a word that governs one: %s", (sentence, name) => {
  expect(doers(sentence)[0]?.text).toBe(name);
});

test.each(["经财政所负责审核后拨付", "向县财政局负责", "报县财政局负责审定"])("whom something is done to does nothing: %s", (sentence) => {
  expect(doers(sentence)).toEqual([]);
});

test.each([
  ["县卫健局牵头、县医保局配合推进医养结合。", ["县卫健局", "县医保局"]],
  ["县民政局主办、县财政局和县人社局协办大赛。", ["县民政局", "县财政局和县人社局"]],
  ["县住建局负责、各乡镇配合开展适老化改造。", ["县住建局", "各乡镇"]],
  ["县市场监管局负责和解纠纷、配合执法。", ["县市场监管局"]],
  ["县教育局牵头、配合做好校园周边整治。", ["县教育局"]],
])("the next doer may stand behind a duty: %s", (sentence, names) => {
  expect(doers(sentence).map(({ text }) => text)).toEqual(names);
});
