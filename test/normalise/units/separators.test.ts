/** What parts units, and what stands beside them without being one. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brief, readIn } from "./reading.ts";

const names = (text: string, header: string | null = "责任单位"): string[] => readIn(header, text).members.map((member) => member.text);

const units = ["市发展改革委", "市工业和信息化局", "县财政局", "区住房城乡建设局", "省商务厅", "商务局", "某某镇政府", "市大数据中心", "团市委", "市公安局"];
const marks = ["+", "＋", "&", "＆", " & ", " + ", "、", "/", "｜", "|", "，", "；", "\n"];

test("each mark parts whole names, whichever they are", () => {
  fc.assert(fc.property(fc.uniqueArray(fc.constantFrom(...units), { minLength: 2, maxLength: 5 }), fc.constantFrom(...marks), (list, mark) => {
    const reading = readIn("责任单位", list.join(mark));
    expect(reading.members.map(({ text }) => text)).toEqual(list);
    expect(reading.unread).toEqual([]);
    expect(reading.missingSeparators).toEqual([]);
  }));
});

test.each([
  ["市发改委（市粮储局）+市财政局", ["市发改委（市粮储局）", "市财政局"]],
  ["市发改委+市财政局牵头，市审计局&市统计局配合", ["市发改委", "市财政局", "市审计局", "市统计局"]],
  ["市发展改革委·市财政局", ["市发展改革委", "市财政局"]],
  ["市发展改革委•市财政局—市审计局", ["市发展改革委", "市财政局", "市审计局"]],
  ["市发展改革委➕市财政局", ["市发展改革委", "市财政局"]],
  ["市发展改革委-市财政局", ["市发展改革委", "市财政局"]],
  ["市发展改革委.市财政局．市审计局", ["市发展改革委", "市财政局", "市审计局"]],
  ["市发展改革委~市财政局", ["市发展改革委", "市财政局"]],
  ["市财政局-预算科", ["市财政局-预算科"]],
  ["中国—东盟中心", ["中国—东盟中心"]],
  ["A&B公司", ["A&B公司"]],
  ["市C++中心、市财政局", ["市C++中心", "市财政局"]],
  ["市教育局+", ["市教育局"]],
  ["+市教育局", ["市教育局"]],
])("%s", (text, wanted) => {
  expect(names(text)).toEqual(wanted);
});

test("roles in brackets before the units that they hold for", () => {
  const { members } = readIn("责任单位", "【牵头】市水利局【配合】市住建局、市财政局");
  expect(members.map(({ text, role }) => [text, role])).toEqual([["市水利局", "lead"], ["市住建局", "support"], ["市财政局", "support"]]);
});

describe("a person or a telephone number beside a unit costs nothing, and no number is copied", () => {
  const contacts = [
    "（李四13800000000）", "（张三 13800000000）", "（李四，电话：13800000000）", "（13800000000）", "（0551-62601234）", "（电话62601234）", "（李四）", "（李四、王五）", "（李四 局长）", "（联系人：李四）", "（联系人：李四，13800000000）", "(责任人：李某某，62601234)", "李四13800000000", "13800000000",
    " 李四 13800000000", "☎62601234", "☎1234567", "李四12345678901", "0000-1234567", "（联系人：李四 电话13800000000）", "（联系人：李四 电话：62601234）", "（📞13800000000）", "【李四】", "〔李四 13800000000〕",
  ];

  test.each(contacts)("市城市管理局%s", (contact) => {
    for (const mark of ["、", "+", "\n", "，"]) {
      const reading = readIn("责任单位", `市城市管理局${contact}${mark}市自然资源局`);
      expect(reading.members.map(({ text }) => text.replace(/[（(【〔][^（()）【】〔〕]*[)）】〕]$/u, ""))).toEqual(["市城市管理局", "市自然资源局"]);
      expect(reading.members.map(({ name }) => name)).toEqual(["市城市管理局", "市自然资源局"]);
      expect(JSON.stringify([reading.members, reading.people])).not.toMatch(/\d{7}/);
    }
  });

  test.each(["李四 电话：13800000000", "李四，手机13800000000", "李四 联系电话62601234"])("%s is one person", (words) => {
    expect(readIn("责任人", words).people).toEqual([{ name: "李四", role: "责任人", unit: null }]);
  });

  test("a number alone parts two units too", () => {
    const { members, people } = readIn("责任单位", "市林业局李四13800000000市农业农村局王五13900000000县财政局62601234各乡镇政府");
    expect(members.map(({ name }) => name)).toEqual(["市林业局", "市农业农村局", "县财政局", "各乡镇政府"]);
    expect(JSON.stringify([members, people])).not.toMatch(/\d{7}/);
  });

  test.each(["市教育局（体育局）", "市发改委（市粮储局）", "市城管局（牵头）", "区政府（管委会）", "市交通委（市道运局）", "市文旅局（文物）", "市自然资源局（林业）", "县应急局（安办）", "市住建局（市人防办）", "某某街道（高新）"])("%s keeps its bracket", (text) => {
    expect(names(`${text}、市财政局`)).toHaveLength(2);
    const [unit] = readIn("责任单位", text).members;
    expect(unit?.text === text || unit?.role === "lead").toBe(true);
  });
});

describe("the end of a paragraph parts two units", () => {
  test.each([
    ["区发改\n区财政", ["区发改", "区财政"]], ["城管\n住建", ["城管", "住建"]], ["发改、财政\n住建、城管", ["发改", "财政", "住建", "城管"]], ["某某街道\n某某镇", ["某某街道", "某某镇"]], ["某某经济开发区\n高新区", ["某某经济开发区", "高新区"]],
    ["各县（市、区）政府\n市直有关部门", ["各县（市、区）政府", "市直有关部门"]], ["市教育局（牵头）\n市财政局（配合）", ["市教育局", "市财政局"]], ["人社局\n医保局\n民政局", ["人社局", "医保局", "民政局"]], ["办公室\n人事科\n财务科", ["办公室", "人事科", "财务科"]],
    ["国网供电公司\n电信公司", ["国网供电公司", "电信公司"]], ["政府办\n发改局", ["政府办", "发改局"]], ["市残联\n团市委", ["市残联", "团市委"]],
  ])("%j", (text, wanted) => {
    expect(names(text)).toEqual(wanted);
  });

  test.each(["市住房城乡\n建设局", "市住房和城\n乡建设局", "市发展和改革\n委员会", "市人民\n政府办公室", "市委\n组织部", "白河县\n政府", "高新区\n管委会"])("%j is one name on two lines", (text) => {
    expect(names(text)).toEqual([text.replace("\n", "")]);
  });
});

test("a person glued to a unit where the column announces both", () => {
  const { members, people } = readIn("责任单位及责任人", "县住建局陆禾；县水利局 江立");
  expect(members.map(({ text }) => text)).toEqual(["县住建局", "县水利局"]);
  expect(people.map(({ name }) => name)).toEqual(["陆禾", "江立"]);
  expect(readIn("责任单位及责任人", "市公安局交警支队").members.map(({ text }) => text)).toEqual(["市公安局交警支队"]);
});

test("others do what the partner of the first began", () => {
  expect(readIn("责任分工", "县环保局会同县水务局划定，各乡镇落实管护").members.map(({ text, role }) => [text, role])).toEqual([["县环保局", "responsible"], ["县水务局", "support"], ["各乡镇", "responsible"]]);
});

describe("the units of a role as a class", () => {
  test.each(["各牵头单位", "各责任单位", "各配合单位", "各有关牵头单位", "各牵头部门", "各任务牵头单位", "各项任务责任单位", "各参与单位", "其他配合单位", "有关牵头单位", "各成员单位", "各承办单位"])("%s", (text) => {
    expect(readIn("责任单位", text).members).toMatchObject([{ text, kind: "collective" }]);
    expect(readIn("责任单位", `${text}、市财政局`).members.map((member) => member.text)).toEqual([text, "市财政局"]);
  });

  test.each([["各部门配合", "配合 各部门"], ["市财政局牵头，各县区配合", "牵头 市财政局；配合 各县区"], ["各单位负责落实", "负责 各单位"]])("%s has a verb", (text, wanted) => {
    expect(brief(readIn(null, text))).toBe(wanted);
  });
});

describe("商", () => {
  test.each([
    ["商务局牵头，财政局配合", "牵头 商务局；配合 财政局"], ["商务部会同财政部负责", "配合 财政部；负责 商务部"], ["商务局、财政局负责", "负责 商务局|财政局"], ["市发改委商市财政局负责", "配合 市财政局；负责 市发改委"], ["发改委商财政局负责", "配合 财政局；负责 发改委"],
    ["省发展改革委商省商务厅负责", "配合 省商务厅；负责 省发展改革委"], ["商丘市财政局负责", "负责 商丘市财政局"], ["商洛市政府、商城县政府负责", "负责 商洛市政府|商城县政府"], ["由商务局负责", "负责 商务局"], ["县市场监管局、商务局负责", "负责 县市场监管局|商务局"],
  ])("%s", (text, wanted) => {
    expect(brief(readIn(null, text))).toBe(wanted);
  });
});

describe("the number of a note behind a name is no part of it", () => {
  test.each(["①", "②", "[1]", "2", "（注1）", "注2", "*", "①*"])("市财政局%s", (mark) => {
    for (const rest of ["", "、市审计局", "牵头，市审计局配合"]) expect(readIn("责任单位", `市财政局${mark}${rest}`).members[0]?.name).toBe("市财政局");
  });

  test.each([["①市财政局②市审计局", ["市财政局", "市审计局"]], ["1.市财政局2.市审计局", ["市财政局", "市审计局"]], ["市第2中学、市财政局", ["市第2中学", "市财政局"]]])("%s keeps its numbers where they are", (text, wanted) => {
    expect(names(text)).toEqual(wanted);
  });
});

describe("boxes of a form", () => {
  test.each([
    ["☑市水利局 ☐市公安局", ["市水利局"], ["市公安局"]],
    ["☒市水利局☐市公安局", ["市水利局"], ["市公安局"]],
    ["☐市水利局☐市公安局☑市财政局", ["市财政局"], ["市水利局", "市公安局"]],
    ["□市水利局 ■市公安局", ["市公安局"], ["市水利局"]],
    ["□市水利局 √市公安局", ["市公安局"], ["市水利局"]],
    ["市水利局☑ 市公安局☐", ["市水利局"], ["市公安局"]],
    ["☑ 市水利局、☑ 市公安局", ["市水利局", "市公安局"], []],
    ["☐市水利局 ☐市公安局", [], ["市水利局", "市公安局"]],
    ["■市水利局 ■市公安局", ["市水利局", "市公安局"], []],
    ["□市水利局 □市公安局", ["市水利局", "市公安局"], []],
    ["县水利局☑ 县公安局☐。", ["县水利局"], ["县公安局"]],
    ["县水利局☐ 县公安局☑。", ["县公安局"], ["县水利局"]],
    ["县交通运输局☑ 县公安局☐ 其他", ["县交通运输局"], ["县公安局", "其他"]],
    ["县水利局☑，县公安局☐，县财政局☑；", ["县水利局", "县财政局"], ["县公安局"]],
    ["县水利局：☑ 县公安局：☐", ["县水利局"], ["县公安局"]],
    ["县水利局\n☑\n县公安局\n☐", ["县水利局"], ["县公安局"]],
    ["\n☑县水利局\n☐县公安局\n☐ ", ["县水利局"], ["县公安局"]],
    [" ☐县水利局 ☑县公安局。", ["县公安局"], ["县水利局"]],
    ["责任单位：☑县水利局 ☐县公安局 ☐", ["县水利局"], ["县公安局"]],
    ["县财政局，☑县水利局 ☐县公安局", ["县财政局", "县水利局"], ["县公安局"]],
    ["县水利局☑县公安局☐县财政局", [], ["县水利局☑县公安局☐县财政局"]],
    ["县水利局☑ 县公安局☐ 县财政局。", [], ["县水利局☑ 县公安局☐ 县财政局"]],
    ["县水利局\n☑县公安局\n☐县财政局\n☐ ", [], ["县水利局\n☑县公安局\n☐县财政局\n☐"]],
  ])("%s", (text, wanted, left) => {
    const { members, unread } = readIn("责任单位", text);
    expect([members.map((member) => member.text), unread.map((one) => one.text)]).toEqual([wanted, left]);
    for (const { text: words, range } of [...members, ...unread]) expect(text.slice(...range)).toBe(words);
  });

  test.each([
    ["牵头单位：☑县水利局 ☐县公安局；配合单位：☐县财政局 ☑县教育局", "牵头 县水利局；配合 县教育局", ["县公安局", "县财政局"]],
    ["牵头单位：县水利局☑ 县公安局☐；配合单位：县财政局☐ 县教育局☑", "牵头 县水利局；配合 县教育局", ["县公安局", "县财政局"]],
    ["县水利局：☑ 县财政局：☑ 县公安局：☐", "负责 县水利局|县财政局", ["县公安局"]],
  ])("with labels: %s", (text, wanted, left) => {
    const reading = readIn("责任单位", text);
    expect([brief(reading), reading.unread.map((one) => one.text)]).toEqual([wanted, left]);
  });
});
