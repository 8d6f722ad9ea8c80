/** The small words of a unit list: separators, brackets, 等, placeholders, citations. Matched on folded, simplified text. */

import { namesPerson } from "./persons.ts";

/** Characters that part the members of a list. The wider ones also part groups. */
export const separators: Readonly<Record<string, "mark" | "comma" | "semicolon" | "stop">> = {
  "、": "mark",
  "/": "mark",
  "+": "mark",
  "&": "mark",
  "|": "semicolon",
  ",": "comma",
  ";": "semicolon",
  "。": "stop",
  "!": "stop",
};

export const openingBrackets = "([{〔【〈《「『“‘<";
export const closingBrackets = ")]}〕】〉》」』”’>";

/** + and & part two units; in A&B公司 and C++ they are letters of a name. */
export const partsNames = { marks: "+&", beside: /^[\u4e00-\u9fff()[\]〔〕【】]?$/u } as const;

/** Dots, arrows and dashes part two units only behind a whole name: 市水利局·市住建局; in 艾山·买买提 and 中国—东盟中心 they are letters of a name. */
export const rareSeparators = /^[·•・‧→➕\\—–]$/u;

/** Signs that also join a body and its office (市财政局-预算科), or stand in numbers: they part units only where a region begins the next (市财政局-市审计局). */
export const rarestSeparators = /^[-.~]$/u;

/** What a bracket behind a name, or the words behind it, say of a person: 李四13800000000, 联系人:李四, 电话62601234. Numbers are never kept. */
export const contact = {
  id: "word:contact",
  /** The inside of the bracket. */
  bracket: /^(?:(?:联系人|责任人|负责人|电话|手机|联系电话|联系方式)?:?(?:[\u4e00-\u9fff·]{2,4}[,、:]?)?(?:电话|手机|联系电话|[☎☏✆📞📱])?:?[\d\-—*]{5,}(?![\d\-—*])[,、]?){1,6}$/u,
  /** From behind a name to the end of the piece. */
  tail: /(?<=[局委办厅院部会处科室中心站所队组司府)])(?:[\u4e00-\u9fff]{2,3})?(?:电话|手机|联系电话|[☎☏✆📞📱])?:?(?:\d{3,4}[-—])?[\d*]{7,12}$/u,
  number: /^[\d\-—*]{7,}$/u,
  /** Insides of brackets. */
  examples: ["李四13800000000", "李四,电话:13800000000", "13800000000", "0551-62601234", "联系人:李四,13800000000", "电话62601234", "☎62601234"],
  not: ["李四", "2021年", "牵头", "1234", "13800000000x"],
} as const;

/** 和 and its relatives part members only between two whole names. Longest first. */
export const connectives: readonly string[] = ["以及", "及其", "和", "及", "与", "或"];

/** 党委和政府, 党工委和管委会: one body under two names, not two members. */
export const jointTails: readonly { readonly left: RegExp; readonly right: RegExp }[] = [
  { left: /(?:党委|党\(工\)委|市委|县委|区委|省委)$/u, right: /^(?:人民)?政府(?:\([^()]*\))?$/u },
  { left: /(?:党工委|工委)$/u, right: /^管(?:委会|理委员会)(?=$|[省市县区])/u },
  { left: /(?:部门|单位|机构|机关|办|局|厅|委|政府)$/u, right: /^(?:单位|部门|机构|企业|直属机构|人民团体|地区|个人)(?:\([^()]*\))?$/u },
];

/** A class of territories or bodies that begins right behind a whole name: no department has 各乡镇 of its own. 各科室, 各部门 may be its parts. */
export const gluedClass = {
  id: "glued:class",
  pattern: /^(?:各有关|各相关|有关|相关|各|全[省市县区])(?:乡镇|乡、?镇|镇|街道|县|市|区|州|村|社区|地区|园区|开发区|学校|中小学|医院|企业|林场|农场)|^(?:中省直|[省市县区州]直|驻[省市县区])(?:各|有关|相关|属)?(?:部门|单位|机关)/u,
  examples: ["各乡镇人民政府", "有关乡镇(街道)", "各县(市、区)政府", "市直有关部门", "相关街道"],
  not: ["各科室", "有关部门", "各单位", "市政府"],
} as const;

/** Companies and banks that every place has, named by their service. */
export const publicService = {
  id: "glued:service",
  pattern: /^(?:国网|中国)?(?:电信|移动|联通|铁塔|供电|电力|燃气|天然气|自来水|供水|热力|烟草|邮政|石油|石化|广电网络|公交)(?:分|支)?(?:公司|局|集团)|^(?:中国)?(?:人民|工商|农业|建设|农商|农村商业|邮储|交通)(?:银行|支行|分行)/u,
  examples: ["电信公司", "移动分公司", "供电公司", "人民银行", "邮政局"],
  not: ["建设局", "公交停靠站"],
} as const;

/** Offices of a department that are called like departments: 市公安局交通管理局. */
export const officeInside = {
  id: "glued:office",
  pattern: /^(?:交通管理|治安管理|公路|港航|水文|粮食|物资储备|监督|稽查|检查|执法|缉私)局$/u,
  examples: ["交通管理局", "公路局"],
  not: ["财政局", "市场监督管理局"],
} as const;

/** Offices of one body that a narrow cell glues: a 科 has no other office in it. */
export const gluedOffices = {
  id: "glued:offices",
  pattern: /^(?![\u4e00-\u9fff]{0,5}(?:社|急诊|本|专|学|百)科)[\u4e00-\u9fff]{2,7}科(?=(?![技学研目普级长员教协创室])[\u4e00-\u9fff]{2,8}(?:科|室|办)(?:$|[\u4e00-\u9fff]{2,8}(?:科|室|办)$))/u,
  examples: ["规划财务科工程管理科", "法规科水资源科", "政工科办公室"],
  not: ["信息科技科", "教育科学研究室", "财务科", "科技科", "人事科长办公室", "执法大队人事科", "市社科规划办", "市哲学社科规划办公室", "急诊科抢救室", "市社科普及办公室", "重点学科建设办公室"],
} as const;

/** Bodies that need their list to be known: a station or team in a row of names that spaces part (超限站　公路站　交警六中队). */
export const bodyInRow = {
  id: "word:body-in-row",
  pattern: /^[\u4e00-\u9fff]{2,8}(?<!车|网|加油|充电|全)(?:站|队|园|场|厂|校|社|联|库|段)$/u,
  examples: ["超限站", "公路站", "城市管理中队", "示范农场", "环卫站"],
  not: ["车站", "网站", "加油站", "站", "水管站长"],
} as const;

/** A station or team of that kind; 李建社 and 张小园 are persons. */
export function isBodyInRow(name: string): boolean {
  return bodyInRow.pattern.test(name) && !(mayBeGiven.test(name) && namesPerson(name));
}

const mayBeGiven = /[社园联]$/u;

/** Township offices whose name is whole: what begins behind one is another body (派出所工商质监所). */
export const wholeStation = {
  id: "glued:station",
  pattern: /^[\u4e00-\u9fff]{0,6}(?:派出所|司法所|财政所|国土所|税务所|工商所|供电所|卫生院|文化站|林业站|水利站|农技站|安监站|应急站)$/u,
  examples: ["派出所", "城关派出所", "镇卫生院", "林业站"],
  not: ["卫生所", "派出所所", "文化站长", "研究所"],
} as const;

/** What may follow 等 when it opens a list: generic nouns, at most with 有关, 各, a count. Group 1 is passed over. */
export const openWords = {
  id: "word:open",
  pattern: /^([\u4e00-\u9fff]{2,24}成员(?:单位|部门)|[\u4e00-\u9fff]{2,4}各(?:部门|单位)|(?:\d+|[一二三四五六七八九十]+)?(?:个|家)?(?:[省市县区州旗镇]级?|国家|中央|市直|省直|县直|区直|其他)?(?:各)?(?:有关|相关|直属|责任|职能|主管|成员|业务|涉及|监管|执法)*(?:部门和单位|部门、单位|部门单位|单位和部门|部门|单位|机构|科室|处室|部委|地区|地方|企业|方面|街道|委办局|学校|高校|市县|县区|镇街|乡镇|司局|)|)(?=$|[,;。、和及与以并按依共分配参负牵协组抓落指督承执会联根具各()])/u,
  examples: ["等部门", "等有关部门", "等12部门", "等", "等省有关部门", "等安委会成员单位", "等政法各部门"],
} as const;

/** 等 inside a word: 高等, 中等, 等级. */
export const notOpen = { before: /[高中初平同均劣优对上下头二一三四]$/u, after: /^(?:级|候|待|同|于|教|学|专|院校|奖)/u } as const;

/** What a cell holds that names nobody: a dash, 无. */
export const placeholder = /^(?:无|-+|—+|–+|\/+|\\+|\*+|x+|…+|\.+|_+)?$/u;

/** A cell that repeats the one above. */
export const sameAsAbove = /^(?:同上|同前|同左|〃|″|")$/u;

/** Brackets after a name that cite or explain, and are no part of the name. */
export const citation = /^(?:联系(?:人|电话|方式)|电话|手机|责任人|负责人|分管领导|牵头领导|见|详见|参见|附|按|依据|根据|名单|具体|以下|下同|不含|注|略|列第|排)/u;

/** A running batch or level (第一批：…, 市级：…) that changes no role. */
export const batchLabel = /^(?:[省市县区州镇]本?级|市直|县直|区直|省直|镇街|乡镇|第[一二三四五六七八九十\d]+[批阶轮组类]|首批|[一二三四五六七八九]类|[a-zA-Z甲乙丙])$/u;

/** Labels of a bracket or cell that name no unit. */
export const foreignLabel =
  /^(?:(?:完成|办结|办理|整改|工作|计划|落实|责任|实施|推进|起止|开展|报送|牵头)?(?:时限|期限|时间(?:节点)?|进度|节点)(?:要求)?|(?:联系)?(?:人及)?(?:电话|方式)|联系方式|适用范围|备注|说明|(?:工作|任务|年度)?目标|地点|邮箱|传真|标准|依据|政策依据|目标值|权重)$/u;

/** Words behind a list that say nothing of its units: 下同. */
export const afterthought = /^(?:下同|以下同|以下相同|不再(?:一一)?列出|以下不再列出)$/u;

/** 分管副省长, 协管副秘书长: who of those who govern looks after it, told by the office. */
export const officeInCharge = {
  id: "word:office-in-charge",
  pattern: /^(?:[省市县区州旗]?政?府?)?(?:分管|协管|主管|联系|挂联|包保)(?:[\u4e00-\u9fff]{0,6}的)?[省市县区州旗]?(?:政府)?(?:副?(?:省长|市长|县长|区长|州长|旗长|镇长|乡长|主席|主任|秘书长|局长|部长|书记)|领导|负责同志|负责人)$/u,
  examples: ["分管副省长", "协管副秘书长", "分管领导", "市政府分管副秘书长", "分管县领导"],
  not: ["分管科室", "县长", "市政府办", "联系点单位"],
} as const;

/** Words behind a list that say how the work goes, and name nobody. */
export const wayOfWork = {
  id: "word:way-of-work",
  pattern: /^按照?(?:既定|规定|序时|工作|时间|任务|年度)?(?:的)?(?:时间)?(?:节点|进度|计划|要求|程序|规定|时限|安排)(?:要求)?(?:有序)?(?:推进|完成|落实|实施|开展|执行)?$/u,
  examples: ["按时间节点", "按序时进度推进", "按要求落实", "按规定程序", "按计划推进"],
  not: ["按职责分工负责", "按月", "区住建局"],
} as const;

/** Marks before a name. */
export const bullet = /^[★☆●○◆◇▲△■□※*•▪·]/u;

/** Boxes of a form before or behind names: ticked or open. `sure` ones are boxes and nothing else. */
export const boxes = {
  id: "word:box",
  any: /[☐☑☒□■✓✔√]/gu,
  sure: /[☐☑☒]/u,
  open: /[☐□]/u,
  ticked: /[☑☒■✓✔√]/u,
  /** Words that head or close such a list and name nobody. */
  noName: /^(?:其[他它](?:单位|部门|人员)?|等|备注|说明|无|以上|请?(?:打勾|勾选|选择)|(?:责任|牵头|配合|承办|主办|协办|落实)?(?:单位|部门|人员?|领导))[：:。]?$/u,
  examples: ["☑县水利局 ☐县公安局", "☒县水利局☐县公安局", "□县水利局 ■县公安局", "县水利局☑ 县公安局☐"],
  not: ["■县水利局 ■县公安局", "□县水利局 □县公安局", "县水利局√", "县水利局、县公安局"],
} as const;
