import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findDeadlines } from "../../../src/normalise/deadlines/find.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";
import type { DeadlineContext, DeadlineReading } from "../../../src/normalise/deadlines/reading.ts";
import { brief } from "./brief.ts";

const context: DeadlineContext = { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-06-08" };

function fixture(name: string): string[][] {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8").trim().split("\n").slice(1).map((line) => line.split("\t"));
}

describe("expressions of officials", () => {
  const misses = fixture("misses.tsv");

  test("exactly the listed ones are read otherwise, each with a reason", () => {
    const wrong = fixture("expressions.tsv").filter((row) => !isRight(row)).map(([expression]) => expression);
    expect(wrong).toEqual(misses.map(([expression]) => expression));
    expect(misses.every(([, reason = ""]) => reason.length > 20)).toBe(true);
  });

  test("at least 97 % are right", () => {
    const rows = fixture("expressions.tsv");
    expect(rows.filter(isRight).length / rows.length).toBeGreaterThanOrEqual(0.97);
  });
});

function isRight([expression = "", year = "", issued = "", kind = "", start = "", end = "", alternatives = "", recurrence = "", where = ""]: string[]): boolean {
  const own: DeadlineContext = { workYear: year === "" ? null : { year: Number(year), basis: "title" }, dateIssued: issued === "" ? null : issued };
  const readings = where === "text" ? findDeadlines(expression, own) : parseDeadline(expression, own);
  if (kind === "none") return readings.length === 0;
  if (kind === "multiple") return readings.length > 1 && datesOf(readings) === end;
  const [reading] = readings;
  if (reading === undefined || readings.length !== 1 || reading.kind !== kind || (reading.start ?? "") !== start) return false;
  if (kind !== "recurring" && (reading.due ?? "") !== end) return false;
  if (recurrence !== "" && reading.rrule !== recurrence) return false;
  return alternatives === "" || reading.alternatives.some(({ due }) => due === alternatives);
}

function datesOf(readings: readonly DeadlineReading[]): string {
  return readings.flatMap(({ due }) => (due === null ? [] : [due])).join("; ");
}

describe("running text", () => {
  test.each([
    ["2020年底前，各地各部门建设完成平台。", "2020年底前", "by ../2020-12-31"],
    ["各单位要于7月10日前全面排查", "7月10日前", "by ../2020-07-10"],
    ["确保在收到留言咨询之日起3个工作日内完成回复。", "3个工作日内", "relative P3D business"],
    ["时间安排\n2020年6月10日至年底。", "2020年6月10日至年底", "interval 2020-06-10/2020-12-31"],
    ["到2025年，总规模达到2万亿元", "到2025年", "by ../2025-12-31"],
    ["（县发改局牵头，6月底完成）", "6月底", "by ../2020-06-30"],
    ["分别于9月10日、11月25日前报送进展", "9月10日|11月25日前", "by ../2020-09-10; by ../2020-11-25"],
    ["每月15日前报送", "每月15日前", "recurring FREQ=MONTHLY;BYMONTHDAY=15"],
    ["2020年起，每年1月底前公布", "2020年起，每年1月底前", "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1"],
    ["动员部署阶段（2020年6月）。", "2020年6月", "interval 2020-06-01/2020-06-30"],
    ["第一阶段（6月10日—6月30日）：动员部署。", "6月10日—6月30日", "interval 2020-06-10/2020-06-30"],
    ["3、6、9月底前分别报送", "3|6|9月底前", "by ../2020-03-31; by ../2020-06-30; by ../2020-09-30"],
    ["会议召开前3个工作日报送材料", "前3个工作日", "relative P3D business"],
    ["到2021年、2023年，覆盖率分别达到35%、36%", "到2021年|2023年", "by ../2021-12-31; by ../2023-12-31"],
    ["12月10日前提交报告", "12月10日前", "by ../2020-12-10"],
    ["（时限：2020年12月底前完成，长期坚持）", "2020年12月底前|长期坚持", "by ../2020-12-31; ongoing"],
    ["2021年、2022年底前分别完成两批", "2021年|2022年底前", "by ../2021-12-31; by ../2022-12-31"],
    ["集中整治从7月开始，到10月底结束。", "从7月开始，到10月底结束", "interval 2020-07-01/2020-10-31"],
    ["每年3月底前制定计划，12月底前完成总结。", "每年3月底前|12月底前", "recurring FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1; recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"],
    ["“十四五”期间，新建改建农村公路500公里。", "“十四五”期间", "interval 2021-01-01/2025-12-31"],
    ["7月份完成勘察设计，8月份进场施工。", "7月份|8月份", "interval 2020-07-01/2020-07-31; interval 2020-08-01/2020-08-31"],
    ["整改时限：立行立改并长期坚持。", "立行立改|并长期坚持", "immediate; ongoing"],
    ["（市交通局负责，长期坚持）", "长期坚持", "ongoing"],
    ["新建步道十公里。县人社局牵头，县工信局、县残联配合，长期坚持。", "长期坚持", "ongoing"],
    ["推广午间就餐服务。县教育局牵头，持续推进。", "持续推进", "ongoing"],
    ["巡查水源地。各乡镇负责落实，常态化开展；", "常态化开展", "ongoing"],
    ["（责任单位：市教育局；完成时限：2021年12月底前）", "2021年12月底前", "by ../2021-12-31"],
    ["（市教体局、市财政局，12月底）", "12月底", "by ../2020-12-31"],
    ["从今年7月起，利用半年时间开展整治", "从今年7月起|用半年时间", "interval 2020-07-01/..; relative ../2021-01-01 P6M calendar"],
    ["於2020年9月底前完成整改，實行一月一調度", "2020年9月底前|一月一調度", "by ../2020-09-30; recurring FREQ=MONTHLY"],
    ["农历八月十五前完成", "农历八月十五前", "by ../2020-10-01"],
    ["9月，会同行业协会举办美食周。", "9月", "interval 2020-09-01/2020-09-30"],
    ["下半年安排300万元发放消费券。", "下半年", "interval 2020-07-01/2020-12-31"],
    ["推进扶贫，下半年公开扶贫资金使用情况。", "下半年", "interval 2020-07-01/2020-12-31"],
    ["三季度对全市农贸市场开展评估。", "三季度", "interval 2020-07-01/2020-09-30"],
    ["9月份，将评估结果报市政府。", "9月份", "interval 2020-09-01/2020-09-30"],
    ["每月检查一次，每半月通报一次，每日巡查。", "每月|每半月|每日", "recurring FREQ=MONTHLY; recurring; recurring FREQ=DAILY"],
    ["每月出1期健康教育专栏，每季度开展1次健康知识讲座。", "每月|每季度", "recurring FREQ=MONTHLY; recurring FREQ=MONTHLY;INTERVAL=3"],
    ["围绕热点问题，每季度通过新闻发布会等形式解读形势。", "每季度", "recurring FREQ=MONTHLY;INTERVAL=3"],
    ["新增处理能力200吨/日，每日记录液位。", "每日", "recurring FREQ=DAILY"],
    ["每月巡查1次，每季度走访不少于3次", "每月|每季度", "recurring FREQ=MONTHLY; recurring FREQ=MONTHLY;INTERVAL=3"],
    ["镇农技站每旬上报虫情。", "每旬", "recurring"],
    ["实行每周调度、每月通报、每季度考核。", "每周|每月|每季度", "recurring FREQ=WEEKLY; recurring FREQ=MONTHLY; recurring FREQ=MONTHLY;INTERVAL=3"],
    ["总结阶段（2020年11月1日—）。", "2020年11月1日—", "interval 2020-11-01/.."],
    ["2020年9月至10月为集中整治阶段。", "2020年9月至10月", "interval 2020-09-01/2020-10-31"],
    ["燃气整治，9月—10月集中攻坚。", "9月—10月", "interval 2020-09-01/2020-10-31"],
    ["各县（市、区）主要领导每月带队检查", "每月", "recurring FREQ=MONTHLY"],
    ["秋季开学投入使用", "秋季开学", "event"],
    ["于2021年2月3日前上报，于2月7日前汇总", "2021年2月3日前|2月7日前", "by ../2021-02-03; by ../2021-02-07"],
  ])("%s", (text, words, readings) => {
    const found = findDeadlines(text, context);
    expect(found.map((reading) => reading.text).join("|")).toBe(words);
    expect(found.map(brief).join("; ")).toBe(readings);
  });

  test.each([
    "《安徽省2020年政务公开重点工作任务》已经印发", "皖政办〔2020〕66号", "2019年度考核结果", "自2019年9月以来", "2015年印发的《办法》",
    "及时公开、实时更新、定期评估、适时组织、逐步推进、持续优化", "近年来", "上一年度工作成效", "按7:2:1的比例", "政府信息公开工作年度报告",
    "联系电话：0551-62601234", "每年增长10%", "12个月内有3次以上违法", "2018年12月31日之前已完成转制的企业", "1.2万人", "第三季度末考核", "《2018年底前工作》",
    "截至2020年5月底，全市累计完成投资10亿元", "2020年1—5月，规模以上工业增加值增长5%", "去年底完成", "今年6月，我市开展了检查", "2018年12月30日至2019年1月1日放假调休", "三年行动方案（2020—2022年）",
    "将办理时间压缩至3个工作日内", "五年内免征企业所得税", "自2020年9月1日起施行", "有效期至2022年12月31日", "凌晨2至5时", "一年级学生", "2020年度报告", "到达2020年的水平",
    "6个月内有效投诉超过5次的，取消资格", "对2015年以前建成的老旧小区", "恢复至2019年同期水平", "公示时间：2020年7月1日至7月7日", "自2019年11月起，市场监管局开展了检查",
    "9月，全市规模以上工业增加值增长10%", "对上半年通报问题逐一整改", "每日供水10万吨", "处理能力每天500吨", "每户每月补助300元", "每年人均增收500元",
    "保障学院秋季开学，支持学校发展", "加强协同配合，持续推进。", "强化工作落实，长期坚持。", "坚持党建引领、部门负责，持续推进改革。", "县财政局负责，持续推进项目建设。",
    "发布时间：2020-10-10 16:52 信息来源：芜湖市", "发布时间：2020年10月10日", "时间戳2020-09-29 10:30:00",
  ])("nothing in %s", (text) => {
    expect(findDeadlines(text, context).map((reading) => reading.text)).toEqual([]);
  });

  test("the doer and the clause of each of several", () => {
    const found = findDeadlines("县（市）区本级政府于2021年2月20日前、市直部门及其他单位于2021年1月31日前发布年报。", context);
    expect(found.map(({ appliesTo, due }) => [appliesTo, due])).toEqual([["县(市)区本级政府", "2021-02-20"], ["市直部门及其他单位", "2021-01-31"]]);
    const steps = findDeadlines("7月底前完成试点验收，8月底前报送试点成果。", context);
    expect(steps.map(({ action }) => action)).toEqual(["完成试点验收", "报送试点成果"]);
  });

  test("a thing as the doer", () => {
    const found = findDeadlines("城区2021年底前实现全覆盖，第二批试点单位2022年底前完成，农村于2023年底前实现全覆盖。", context);
    expect(found.map(({ appliesTo }) => appliesTo)).toEqual(["城区", "第二批试点单位", "农村"]);
    expect(findDeadlines("力争2021年底前完成一期，2022年底前完成二期", context).map(({ appliesTo }) => appliesTo)).toEqual([null, null]);
  });

  test("the doer of each of several recurrences", () => {
    const found = findDeadlines("村级河长每周巡河不少于1次，镇级河长每月巡河不少于2次，坚持每季度通报。", context);
    expect(found.map(({ appliesTo, rrule }) => [appliesTo, rrule])).toEqual([["村级河长", "FREQ=WEEKLY"], ["镇级河长", "FREQ=MONTHLY"], [null, "FREQ=MONTHLY;INTERVAL=3"]]);
  });

  test("two periods counted from one event", () => {
    const found = findDeadlines("突发事件发生后，最迟在5小时内发布信息，在24小时内举行新闻发布会，接到投诉后2个工作日内答复，差评在15个工作日内整改。", context);
    expect(found.map(({ anchor }) => anchor?.event ?? null)).toEqual(["突发事件发生", "突发事件发生", "接到投诉", null]);
  });

  test("the event a period is counted from", () => {
    const events = ["在权力事项发生变化后1个工作日内调整", "于文件印发后3个工作日内报送", "自执法决定作出之日起7个工作日内公开", "应当在20个工作日内公开"];
    expect(events.map((text) => findDeadlines(text, context)[0]?.anchor?.event)).toEqual(["权力事项发生变化", "文件印发", "执法决定作出之日", null]);
  });

  test("ranges are offsets in the text as printed", () => {
    const text = "一、时间\n　　于 ２０２０ 年 9 月\n底前　完成。";
    const [reading] = findDeadlines(text, context);
    expect(reading?.due).toBe("2020-09-30");
    expect(reading?.text).toBe("２０２０ 年 9 月\n底前");
    expect(text.slice(...(reading?.range ?? [0, 0]))).toBe(reading?.text);
  });
});
