import { describe, expect, test } from "vitest";
import { recogniseAllocation } from "../../../src/rules/units/allocation.ts";

describe("strong: a role word or a label", () => {
  test.each([
    "（区交通与建设局牵头，旅游部门配合）",
    "(市残联、市财政局、市税务局负责)",
    "（责任单位：市教育局）",
    "（牵头单位：市发改委；责任单位：各县区政府）",
    "（国家发展改革委会同有关部门负责）",
    "（扶贫办、商务部等和各有关省级人民政府负责）",
    "(国务院各部门分别负责,年内持续推进)",
    "（由省环保厅牵头，财政、农业等省有关部门参与，各市、县政府负责落实）",
    "〔市府办（市大数据局）牵头，各县（区）政府配合〕",
    "（市經貿委負責）",
    "税务总局、财政部、海关总署负责，排在第一位的部门为牵头部门，下同",
    "(责任单位：区农业局）",
    "（牵头：市发改委）",
    "（市财政局、市审计局按职责分工负责）",
    "（各县（市、区）政府负责落实）",
  ])("%s", (words) => expect(recogniseAllocation(words)).toEqual({ strength: "strong" }));
});

describe("weak: a bare list of unit-like names", () => {
  test.each(["（区公安局）", "（区经济发展局农业处）", "（工信部、公安部、应急管理部）", "（市委宣传部、市文化和旅游局等）", "（省司法厅，各市司法局）"])("%s", (words) => {
    expect(recogniseAllocation(words)).toEqual({ strength: "weak" });
  });
});

describe("no allocation", () => {
  test.each([
    "（此件公开发布）",
    "（以下统称“三项制度”）",
    "（以下简称省政府）",
    "（以下称省级平台）",
    "（地、州、盟）",
    "（市、区、旗）",
    "（区、市）",
    "（镇）",
    "（企业直接向国家发展改革委申报，不需省级发展改革部门转报）",
    "（含北京经济技术开发区管委会）",
    "（见附件4）",
    "（国发〔2019〕3号）",
    "（2019—2021年）",
    "（征求意见稿）",
    "（试行）",
    "（一）",
    "（guān）",
    "（如遇节假日顺延）",
    "（包括规范性文件、政策解读、负责人解读）",
    "",
  ])("%s", (words) => expect(recogniseAllocation(words)).toBeNull());
});
