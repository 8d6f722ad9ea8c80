/** Phrases that a notice repeats in its tasks link none of them. */
import { describe, expect, test } from "vitest";
import { withoutOwnPhrases } from "../../src/lineage/own-phrases.ts";
import { namesOf, noticeWith, reference } from "./notices.ts";

const works = ["推广节水器具改造农村供水工程一百处", "举办技能大赛培训育婴员和养老护理员", "修订燃气管理条例取缔违规液化气站点", "引进冷链物流企业建设产地仓和销地仓", "清理河道垃圾拆除沿岸违章棚房与码头"];
const others = ["绘制山洪灾害风险图更新预警广播系统", "发放春耕贷款调度化肥储备库存与运力", "复查危险房屋签订搬迁安置协议并公示", "整修烈士陵园收集革命文物线索和口述", "开行定制公交延长夜间运营时段至零点"];

describe("the same words behind every task of both notices", () => {
  test.each(["由各镇人民政府和县直责任单位共同负责组织实施", "每个项目明确一名县领导联系并建立专班挂图作战", "纳入县政府督查室红黄绿灯管理系统逐月亮灯", "完成后由县纪委监委派驻纪检监察组进行验收", "资金由县财政局从统筹整合涉农资金里面安排"])("%s", (phrase) => {
    const [one, other] = [works, others].map((texts, i) => noticeWith(i === 0 ? "甲" : "乙", texts.map((text) => `${text}，${phrase}。`), { references: i === 0 ? [reference("《关于乙的通知》")] : [] }));
    expect(namesOf(one!, other!)).toEqual([]);
    const both = noticeWith("乙", [...others.slice(1), works[2]!].map((text) => `${text}，${phrase}。`));
    expect(namesOf(one!, both)).toEqual(["甲/3 → 乙/5"]);
  });
});

test("gaps stand unit for unit; what one task alone repeats stays, and what few tasks have", () => {
  const phrase = "由各镇人民政府和县直责任单位负责";
  const texts = works.map((text, task) => ({ task, text: text + phrase }));
  expect(withoutOwnPhrases(texts, 5)).toEqual(works.map((text) => text + "\u0000".repeat(phrase.length)));
  expect(withoutOwnPhrases(texts.map(({ text }) => ({ task: 0, text })), 5)).toEqual(texts.map(({ text }) => text));
  expect(withoutOwnPhrases(texts.slice(0, 3), 3)).toEqual(texts.slice(0, 3).map(({ text }) => text));
  expect(withoutOwnPhrases(texts, 40)).toEqual(texts.map(({ text }) => text));
});
