import { describe, expect, test } from "vitest";
import { parseAssignment } from "../../../src/normalise/units/assignment.ts";
import { resolveUnit } from "../../../src/normalise/units/resolve.ts";
import { brief, plain, readIn } from "./reading.ts";

describe("roles by words", () => {
  test.each([
    ["区编办牵头，区政府各部门负责落实", "牵头 区编办；配合 区政府各部门"],
    ["市环保局牵头,市经信委、市煤炭局配合,各县市区人民政府负责落实", "牵头 市环保局；配合 市经信委|市煤炭局；负责 各县市区人民政府"],
    ["市教育局负责，市财政局配合", "配合 市财政局；负责 市教育局"],
    ["国家发展改革委会同有关部门负责", "配合 有关部门；负责 国家发展改革委"],
    ["市住建局牵头会同市自然资源局、市城管局，各区政府负责落实", "牵头 市住建局；配合 市自然资源局|市城管局；负责 各区政府"],
    ["市教育局指导，各学校组织实施", "其他 市教育局[指导]|各学校[组织实施]"],
    ["责任分工：由区经发局负责，区财政局组织实施，区审计局配合", "配合 区审计局；负责 区经发局；其他 区财政局[组织实施]"],
    ["市城管局（牵头）、市住建局、市公安局", "牵头 市城管局；配合 市住建局|市公安局"],
    ["主要考核市人社局、市经信局及市政府有关部门。", "负责 市人社局|市经信局|市政府有关部门"],
    ["牵头单位：市发展改革委，配合单位：市委组织部、市人社局，各区、县级市", "牵头 市发展改革委；配合 市委组织部|市人社局|各区、县级市"],
    ["牵头：市发改委  配合：市财政局", "牵头 市发改委；配合 市财政局"],
    ["市发改委主责，市财政局协同", "牵头 市发改委；配合 市财政局"],
    ["市财政局负责资金筹措、拨付和监管，市审计局负责审计监督", "负责 市财政局|市审计局"],
    ["由市政务公开办牵头组织", "牵头 市政务公开办"],
    ["市教育局、市财政局，市审计局配合", "配合 市审计局；负责 市教育局|市财政局"],
    ["市公安局", "负责 市公安局"],
    ["县财政局负责资金保障；县审计局负责审计；县纪委监委负责监督执纪问责", "负责 县财政局|县审计局|县纪委监委"],
    ["各县（市、区）人民政府负责，市财政局指导", "负责 各县（市、区）人民政府；其他 市财政局[指导]"],
    ["预期性指标,牵头单位:市发改委;责任单位:市政府有关部门,各县市区,以下均需各县市区落实,不再逐一列出", "牵头 市发改委；配合 市政府有关部门|各县市区"],
    ["市公安局、市交通局等，各区人民政府、各管委会按职责分工落实", "负责 市公安局|市交通局|各区人民政府|各管委会；等；按职责"],
  ])("%s", (words, answer) => expect(brief(readIn(null, words))).toBe(answer));
});

describe("roles by column", () => {
  test.each([
    ["责任单位", "市财政局、市审计局", [], "负责 市财政局|市审计局"],
    ["责任单位", "市财政局", ["牵头单位"], "配合 市财政局"],
    ["责任单位", "市财政局", ["牵头单位", "配合单位"], "负责 市财政局"],
    ["主责单位", "各区政府", ["牵头部门", "协办单位"], "负责 各区政府"],
    ["牵头单位", "市水利局负责", [], "牵头 市水利局"],
    ["牵头单位", "市发改委牵头，市财政局负责落实", [], "牵头 市发改委；配合 市财政局"],
    ["配合单位", "各县区、市直各部门", ["牵头单位"], "配合 各县区|市直各部门"],
    ["责任单位", "区编办牵头，区政府各部门负责落实", [], "牵头 区编办；配合 区政府各部门"],
    ["指导单位", "市教育局", [], "其他 市教育局[指导单位]"],
  ])("%s: %s beside %s", (header, words, others, answer) => expect(brief(readIn(header, words, others))).toBe(answer));
});

describe("splitting", () => {
  test.each([
    ["省政府办公厅、各市、县（市、区）政府", ["省政府办公厅", "各市、县（市、区）政府"]],
    ["省级有关部门及各市、县政府", ["省级有关部门", "各市、县政府"]],
    ["市直有关部门、单位", ["市直有关部门、单位"]],
    ["临汾、侯马、洪洞经济开发区管委会", ["临汾、侯马、洪洞经济开发区管委会"]],
    ["区、县交通与建设局", ["区、县交通与建设局"]],
    ["区工信和商务局、区统计局", ["区工信和商务局", "区统计局"]],
    ["市工信和市商务局", ["市工信", "市商务局"]],
    ["交通局和水利局", ["交通局", "水利局"]],
    ["州委编办及州直相关单位", ["州委编办", "州直相关单位"]],
    ["公安部门和县交通与建设局", ["公安部门", "县交通与建设局"]],
    ["省政务和数据局、省卫生和计划生育委员会", ["省政务和数据局", "省卫生和计划生育委员会"]],
    ["各县（市、区）党委和人民政府", ["各县（市、区）党委和人民政府"]],
    ["区环境与国土资源局区规划局", ["区环境与国土资源局", "区规划局"]],
    ["市生态环境局、市场监管局", ["市生态环境局", "市场监管局"]],
    ["派出所\n司法所\n卫生院", ["派出所", "司法所", "卫生院"]],
    ["执行局\n立案庭\n司法警察大队", ["执行局", "立案庭", "司法警察大队"]],
    ["区市场监督\n管理局\n区住建局", ["区市场监督管理局", "区住建局"]],
    ["市发展和改革委员会\n市财政局\n市住房和城\n乡建设局", ["市发展和改革委员会", "市财政局", "市住房和城乡建设局"]],
    ["区党工委管委会办公室 （政策法规处）", ["区党工委管委会办公室（政策法规处）"]],
    ["市交通委（市道运局）、市交警总队", ["市交通委（市道运局）", "市交警总队"]],
    ["（市府办〔市大数据局〕、各县〔区〕政府）", ["市府办〔市大数据局〕", "各县〔区〕政府"]],
    ["各区政府(含北京经济技术开发区管委会)", ["各区政府(含北京经济技术开发区管委会)"]],
    ["1.市教育局 2.市财政局", ["市教育局", "市财政局"]],
    ["县委县政府督查室", ["县委县政府督查室"]],
    ["市领导小组成员单位(见附件4)", ["市领导小组成员单位"]],
    ["和平区政府、和县人民政府", ["和平区政府", "和县人民政府"]],
    ["各乡镇（街道）、县直各部门", ["各乡镇（街道）", "县直各部门"]],
    ["（区市场监管局〉", ["区市场监管局"]],
    ["牵头单位：区社会事业局配合单位：区财政局", ["区社会事业局", "区财政局"]],
    ["责任单位：县直各单位、各乡镇（街道）\n完成时限：2023年12月底", ["县直各单位", "各乡镇（街道）"]],
    ["责任单位：县教育局完成时限：6月底", ["县教育局"]],
    ["市、县（区）教育行政部门", ["市、县（区）教育行政部门"]],
    ["各市、县人民政府,省人民政府各委、办、厅、局", ["各市、县人民政府", "省人民政府各委、办、厅、局"]],
    ["市级：市财政局；县级：各县（市、区）财政局", ["市财政局", "各县（市、区）财政局"]],
    ["济宁高新区、太白湖新区、曲阜文化建设示范区管委会(推进办公室)", ["济宁高新区、太白湖新区、曲阜文化建设示范区管委会(推进办公室)"]],
    ["各县、市、区人民政府,漳河新区,屈家岭管理区,市政府各部门", ["各县、市、区人民政府", "漳河新区", "屈家岭管理区", "市政府各部门"]],
    ["(市政府辦公室牽頭,市級各有關部門及各縣市區政府按職責分工負責)", ["市政府辦公室", "市級各有關部門", "各縣市區政府"]],
  ])("%s", (words, members) => expect(readIn("责任单位", words).members.map(({ text }) => text)).toEqual(members));

  test("members that share a tail are listed", () => {
    expect(readIn("责任单位", "临汾、侯马、洪洞经济开发区管委会").members[0]?.members).toEqual(["临汾", "侯马", "洪洞"]);
  });

  test("a missing separator is said", () => {
    expect(readIn("责任单位", "区发改委区商务局牵头").missingSeparators).toEqual([["区发改委", "区商务局"]]);
  });
});

describe("what is no unit", () => {
  test("times go to the deadline grammar", () => {
    const words = "试点单位：第一批：区财政局，2017年12月底前完成；第二批：区卫计局，2018年6月底前完成";
    const reading = readIn(null, words);
    expect(reading.deadlineRanges.map((range) => words.slice(...range))).toEqual(["2017年12月底前完成", "2018年6月底前完成"]);
    expect(brief(reading)).toBe("其他 区财政局[试点单位]|区卫计局[试点单位]");
  });

  test.each([
    ["国务院各部门分别负责,年内持续推进", "年内持续推进"],
    ["责任单位：市自然资源和规划局；完成时限：2020年12月底前", "2020年12月底前"],
  ])("%s", (words, time) => expect(readIn(null, words).deadlineRanges.map((range) => words.slice(...range))).toEqual([time]));

  test("words that no rule reads are given back", () => {
    expect(readIn("责任单位", "区人社局等部门按照部门职责分工分别退静").unread.map(({ text }) => text)).toEqual(["分别退静"]);
    expect(readIn(null, "市司法局集中梳理证明事项").unread.map(({ text }) => text)).toEqual(["市司法局集中梳理证明事项"]);
  });

  test.each(["无", "/", "——", "", "  "])("%j names nobody and is no trouble", (words) => {
    expect(readIn("责任单位", words)).toMatchObject({ members: [], unread: [] });
  });

  test("同上 is left to the caller", () => {
    expect(readIn("责任单位", "同上")).toMatchObject({ members: [], unread: [{ text: "同上" }] });
  });

  test("a document rule in the bracket is no member", () => {
    expect(brief(readIn(null, "教育部、财政部负责，列第一位者为牵头单位，下同"))).toBe("负责 教育部|财政部");
  });
});

describe("persons", () => {
  test.each([
    ["于 越", [{ name: "于越", role: "分管领导", unit: null }]],
    ["张三 李四", [{ name: "张三", role: "分管领导", unit: null }, { name: "李四", role: "分管领导", unit: null }]],
    ["张三（县教育局）", [{ name: "张三", role: "分管领导", unit: "县教育局" }]],
    ["副县长王小明", [{ name: "王小明", role: "分管领导", unit: null }]],
    ["张三 13800000000", [{ name: "张三", role: "分管领导", unit: null }]],
  ])("%s", (words, people) => expect(readIn("分管领导", words).people).toEqual(people));

  test("a label in the list announces them", () => {
    const reading = readIn(null, "责任领导：王某某；责任单位：县住建局；责任人：赵某、钱某某");
    expect(reading.people.map(({ name, role }) => `${role}=${name}`)).toEqual(["责任领导=王某某", "责任人=赵某", "责任人=钱某某"]);
    expect(brief(reading)).toBe("负责 县住建局");
  });

  test("they are never taken from a unit column on looks alone", () => {
    expect(readIn("责任单位", "张三").people).toEqual([]);
  });
});

describe("names", () => {
  const guichi = { code: "341702", name: "贵池区", level: "county" };
  const names = (words: string, facts: Partial<typeof plain>) =>
    parseAssignment(words, { ...plain, role: "responsible", header: "责任单位", ...facts }).members.map(({ name, function: id, division }) => [name, id, division]);

  test("resolveUnit stands alone: the bracket behind a name is left out", () => {
    expect(resolveUnit("区环保局（区环境监测站）", { dateIssued: "2018-05-01", year: null, jurisdiction: guichi })).toEqual({
      name: "贵池区环境保护局",
      kind: "agency",
      function: "ecology_environment",
      division: "341702",
      basis: ["department:local", "prefix:district"],
    });
    expect(resolveUnit("各县（市、区）政府", plain)).toMatchObject({ name: "各县（市、区）政府", kind: "collective", division: null });
  });

  test("a name is right for the document's own date", () => {
    expect(names("区环保局、区农委", { dateIssued: "2018-05-01", jurisdiction: guichi })).toEqual([
      ["贵池区环境保护局", "ecology_environment", "341702"],
      ["贵池区农业委员会", "agriculture_rural", "341702"],
    ]);
  });

  test("one unit in several spellings has one name", () => {
    const found = names("区住建委、区住房城乡建委", { jurisdiction: guichi });
    expect(new Set(found.map(([name]) => name)).size).toBe(1);
  });

  test("units above the jurisdiction", () => {
    expect(names("省发展改革委、市财政局", { jurisdiction: guichi })).toEqual([
      ["安徽省发展和改革委员会", "development_reform", "340000"],
      ["池州市财政局", "finance", "341700"],
    ]);
  });

  test("a prefix is carried to local departments that have none, and stops at vertical agencies and other regions", () => {
    const reading = readIn("责任单位", "市发改委、国土房管局、海关、黄埔区政府、规划局");
    expect(reading.members.map(({ name }) => name)).toEqual(["市发展和改革委员会", "市国土资源和房屋管理局", "海关", "黄埔区人民政府", "城乡规划局"]);
    expect(reading.members[1]).toMatchObject({ text: "国土房管局" });
    expect(reading.members[1]?.basis).toContain("unit:carried-prefix");
  });

  test.each([
    ["无为市", "340281", "county", "市财政局", "无为市财政局", "340281"],
    ["北京市", "110000", "province", "市财政局", "北京市财政局", "110000"],
    ["朝阳区", "110105", "county", "市财政局", "北京市财政局", "110000"],
    ["池州市", "341700", "city", "区财政局", "区财政局", null],
    ["池州市", "341700", "city", "州财政局", "州财政局", null],
    ["平潭综合实验区", "350128", "zone", "区财政局", "平潭综合实验区财政局", "350128"],
    ["内蒙古自治区", "150000", "province", "自治区财政厅", "内蒙古自治区财政厅", "150000"],
  ])("in %s (%s, %s) %s is %s, %s", (name, code, level, words, full, division) => {
    expect(names(words, { jurisdiction: { code, name, level } })).toEqual([[full, "finance", division]]);
  });

  test("central departments of a national notice", () => {
    const national = { code: "000000", name: "中国", level: "national" };
    expect(names("发展改革委、扶贫办、工业和信息化部", { jurisdiction: national, year: 2018 }).map(([name]) => name)).toEqual([
      "国家发展和改革委员会",
      "国务院扶贫开发领导小组办公室",
      "工业和信息化部",
    ]);
  });

  test.each([
    ["各市、县（市、区）政府", "collective"],
    ["区法院", "judicial"],
    ["团区委", "mass"],
    ["市委宣传部", "party"],
    ["综合处", "internal"],
    ["平潭华润燃气有限公司", "enterprise"],
    ["黄埔区政府", "government"],
    ["第三方评估机构", "institution"],
    ["市财政局", "agency"],
  ])("%s is %s", (words, kind) => expect(readIn("责任单位", words).members.map((member) => member.kind)).toEqual([kind]));
});
