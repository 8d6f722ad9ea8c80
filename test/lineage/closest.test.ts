/** Tasks of related notices in other words: what is closest, and false friends that are not. */
import { describe, expect, test } from "vitest";
import { closestTasks } from "../../src/lineage/closest.ts";
import { isOtherObject, isOtherOpening } from "../../src/lineage/openings.ts";
import { linksOf, namesOf, noticeWith, reference } from "./notices.ts";

const fillers = ["推广节水器具，改造农村供水工程一百处。", "举办技能大赛，培训育婴员和养老护理员。", "修订燃气管理条例，取缔违规液化气站点。", "引进冷链物流企业，建设产地仓和销地仓。", "清理河道垃圾，拆除沿岸违章棚房。"];
const others = ["绘制山洪灾害风险图，更新预警广播。", "发放春耕贷款，调度化肥储备库存。", "复查危险房屋，签订搬迁安置协议。", "整修烈士陵园，收集革命文物线索。", "开行定制公交，延长夜间运营时段。"];

/** From and to of the links between two notices of which the second names the first. */
function closest(upper: string, lower: string, relation: "named" | "none" = "named"): string[] {
  const references = relation === "named" ? [reference("《关于乙的通知》")] : [];
  return namesOf(noticeWith("甲", [lower, ...others], { references, dateIssued: "2031-06-01" }), noticeWith("乙", [upper, ...fillers], { dateIssued: "2031-03-01" }));
}

describe("the same work in other words", () => {
  test.each([
    ["组织社区食堂运营人员免费培训，三年内培训十万人次，培训合格的发给证书。", "分批对社区食堂运营人员开展培训，每年不少于三千人次，合格者发证。"],
    ["允许多个助餐点共用一个中央厨房办理许可，压缩办理时限。", "食堂办证更快：一个中央厨房可带多个助餐点，五日内办结。"],
    ["推动老旧电动自行车以旧换新，对交售报废铅酸蓄电池车辆的消费者给予补贴。", "老旧电动自行车以旧换新每辆补贴六百元，市县各担一半。"],
    ["住宅楼出入口和电梯轿厢加装智能识别阻止系统，防止电动自行车进楼入户。", "高层住宅电梯轿厢智能阻车系统实现全覆盖。"],
    ["规模化供水工程每日自检，小型工程每月抽检，检测结果在村务公开栏张贴。", "水厂每日自检，县疾控中心每季度检测，结果在村务公开栏公布。"],
    ["建立拖欠中小企业账款台账，无分歧欠款全部清偿，逾期的约谈负责人。", "拖欠中小企业账款动态清零，严禁以商业汇票变相拖欠。"],
    ["千人以上水源地划定保护区并设立界标，严禁在保护区内建设排污口。", "东川水库等九处千人以上水源地完成保护区划定，封堵排污口十四个。"],
    ["工程建设项目审批时限压减至六十个工作日，推行拿地即开工。", "小型项目审批压减至十个工作日，全面推行拿地即开工。"],
    ["外卖、快递企业应当为骑手统一配备合规车辆和电池，建立车辆档案。", "快递企业给骑手统一配备合规电池，市邮政管理局管档案。"],
    ["新建公共停车位配建充电桩，比例不低于百分之三十。", "停车位充电桩配建比例提高，新建公共停车场优先。"],
  ])("%s / %s", (upper, lower) => {
    expect(closest(upper, lower)).toEqual(["甲/1 → 乙/1"]);
    expect(closest(upper, lower, "none")).toEqual([]);
  });

  test("never certain, and with equal words of four characters", () => {
    const [link] = linksOf(noticeWith("甲", ["老旧电动自行车以旧换新每辆补贴六百元，市县各担一半。", ...others], { references: [reference("《关于乙的通知》", { relation: "implements" })] }), noticeWith("乙", ["推动老旧电动自行车以旧换新，对交售报废铅酸蓄电池车辆的消费者给予补贴。", ...fillers]));
    expect(link).toMatchObject({ basis: ["wording/closest"], certain: false });
    expect(link?.run).toBeGreaterThanOrEqual(4);
  });
});

describe("false friends", () => {
  test.each([
    ["the same made of another thing", "建成县级区域医疗中心住院楼，开放床位四百张，县域内就诊率达到百分之九十二。", "建成县中医院康复楼，开放床位一百二十张，县域内就诊率达到百分之九十三。"],
    ["a measure of another thing", "固定资产投资增长百分之七，规模以上工业增加值增长百分之八。", "旅游综合收入增长百分之七，接待游客增长百分之八。"],
    ["full cover", "养老服务设施实现全覆盖，街道至少建成一处。", "村级快递站点实现全覆盖，打通最后一公里。"],
    ["a list of places", "各市、县（市、区）政府要推广节水灌溉面积。", "各市、县（市、区）政府要培训乡村医生队伍。"],
    ["a deadline and a report", "年底前完成普查并将结果报县政府办公室。", "年底前完成改造并将照片报县政府办公室。"],
    ["a platform", "依托全国一体化在线政务服务平台建设电子证照库。", "依托全国一体化在线政务服务平台建设远程踏勘系统。"],
    ["money", "统筹现有资金渠道，支持特色小镇配套设施。", "统筹现有资金渠道，支持退役军人创业园。"],
    ["a common unit", "农业农村局会同有关部门开展种子市场检查。", "农业农村局会同有关部门编制渔港经济区规划。"],
    ["nothing", "修建滨江绿道，种植行道乔木。", "清查国有林场，登记古树名木。"],
    ["organisation", "加强组织领导，压实工作责任，确保各项任务落到实处。", "加强组织领导，压实工作责任，确保各项任务落到实处。"],
  ])("%s", (_, upper, lower) => {
    expect(closest(upper, lower)).toEqual([]);
  });

  test("what two tasks have in common with a third is close to neither", () => {
    const texts = ["老旧小区加装电梯，补贴每台十万元。", "老旧小区加装电梯，简化审批手续。", ...fillers];
    expect(closestTasks(texts, ["老旧小区加装电梯。", ...others], () => false, null)).toEqual([]);
  });

  test("in notices of one or two tasks nothing can be closest", () => {
    expect(closestTasks(["推动老旧电动自行车以旧换新给予补贴"], ["老旧电动自行车以旧换新每辆补贴六百元"], () => false, null)).toEqual([]);
  });
});

test("a further part of a task that was split is no rival of the first", () => {
  const texts = ["既有小区利用闲置空地增设充电设施，确无条件的在周边公共区域集中设置并采用换电方式", ...fillers];
  const parts = ["小区内确无条件的在周边公共区域集中设置，鼓励采用换电方式", "既有小区充电设施纳入改造，优先利用闲置空地", ...others];
  const found = (linked: (a: number, b: number) => boolean): unknown => closestTasks(texts, parts, linked, "a").map(({ a, b }) => [a, b]);
  expect(found(() => false)).toEqual([]);
  expect(found((a, b) => a === 0 && b === 0)).toEqual([[0, 1]]);
});

test.each([
  ["建成县级区域医疗中心住院楼", "建成县中医院康复楼", true],
  ["开通港桥至临空新城快速公交线路", "开通港桥至空港快速公交线路", false],
  ["企业开办全流程压缩", "企业开办实现半日办结", false],
  ["新建口袋公园", "新建口袋公园", false],
])("%s / %s: another object %s", (a, b, expected) => {
  expect(isOtherObject(a, b)).toBe(expected);
});

test.each([
  ["开展充电场所火灾隐患排查", "对冷库开展火灾隐患排查", true],
  ["建设专题集中展现信息", "在全省建设专题集中展现信息", false],
  ["摸清老年人口改造管网", "改造管网摸清老年人口", false],
])("%s / %s: another opening %s", (a, b, expected) => {
  expect(isOtherOpening({ text: a, opening: a }, { text: b, opening: b })).toBe(expected);
});

describe("series under titles that change", () => {
  const of = (id: string, title: string, year: number, issuer = "港桥市人民政府办公室"): ReturnType<typeof noticeWith> =>
    noticeWith(id, ["港口集装箱吞吐量突破三百万标箱，新开近洋航线三条。", ...(year % 2 === 0 ? fillers : others)], { title, issuers: [issuer], workYear: { year, basis: "title" } });
  test.each([
    ["关于印发2034年市政府重点工作责任分解的通知", "关于做好2035年重点工作任务落实的通知", "series"],
    ["关于印发2034年优化营商环境重点任务清单的通知", "关于印发2035年全省营商环境提升行动方案的通知", "series"],
    ["关于印发2034年政务公开工作要点的通知", "关于印发2035年乡村振兴工作要点的通知", undefined],
    ["关于印发2034年市政府重点工作责任分解的通知", "关于印发2035年节约用水工作要点的通知", undefined],
    ["关于印发工作方案的通知", "关于印发任务分工的通知", undefined],
    ["石桥县2034年工业经济高质量发展行动方案", "石桥县2035年农业农村高质量发展工作要点", undefined],
    ["石桥县2034年城乡环境综合整治行动方案", "石桥县2035年校园周边环境综合整治行动方案", undefined],
  ])("%s / %s: %s", (one, other, relation) => {
    expect(linksOf(of("甲", one, 2034), of("乙", other, 2035))[0]?.documents?.relation).toBe(relation);
  });

  test("of a year that is not known, of another place, of 县人民政府 without its name: no series", () => {
    const relationOf = (one: ReturnType<typeof noticeWith>, other: ReturnType<typeof noticeWith>): string | null => linksOf(one, other)[0]?.documents?.relation ?? null;
    const [earlier, later] = ["关于印发2034年优化营商环境重点任务清单的通知", "关于印发2035年营商环境提升行动方案的通知"];
    const [one, other] = [of("甲", earlier, 2034), of("乙", later, 2035)];
    expect(relationOf(one, other)).toBe("series");
    expect(relationOf(one, { ...other, notice: { ...other.notice, workYear: null, dateIssued: null, documentNumber: null } })).toBeNull();
    const at = (result: typeof one, code: string): typeof one => ({ ...result, notice: { ...result.notice, jurisdiction: { code, name: code, level: "county", basis: "issuer" } } });
    expect([relationOf(at(one, "110101"), at(other, "110101")), relationOf(at(one, "110101"), at(other, "110102"))]).toEqual(["series", null]);
    expect(relationOf(of("甲", earlier, 2034, "县人民政府"), of("乙", later, 2035, "县人民政府"))).toBeNull();
  });

  test("of another office: no series", () => {
    expect(linksOf(of("甲", "关于印发2034年重点工作责任分解的通知", 2034), of("乙", "关于印发2035年重点工作责任分解的通知", 2035, "港桥市财政局"))[0]?.documents ?? null).toBeNull();
  });
});
