/** Headers and labels of unit columns, and the role they give by default. Matched on folded, simplified text. */
import type { Role } from "../../model/draft.ts";
import { folded } from "../../text/fold.ts";
import { simplify } from "./traditional.ts";

export interface UnitHeader {
  readonly id: string;
  readonly role: Role;
  /** On the whole folded header. */
  readonly pattern: RegExp;
  readonly examples: readonly string[];
}

const body = "(?:单位|部门|处室|科室|部室|院系|学院|车间|处|科|股室|机关|机构|主体|司局|责任处|委办局|地区|委室|街道|乡镇|镇街|县区|区县|社区|站所|大队|支队|中队)(?:[/和及、](?:单位|部门|科室|处室|个人))?";
const bracket = "(?:\\([^()]{1,8}\\))?";

/** First match wins: persons before units, lead before support before responsible. */
export const unitHeaders: readonly UnitHeader[] = [
  {
    id: "header:people",
    role: "people",
    pattern:
      /^(?![^:]*(?:单位|部门|科室|处室)[及和、/])(?:[^:]{0,10}?)(?:领导|责任人|负责人|负责同志|联系人|责任人员|路长|河长|链长|专班长|组长|包保人|经办人|(?:包|挂|驻|联|帮|责任|分管|牵头|负责)[\u4e00-\u9fff]{0,4}干部|专员|联络员|网格员|指导员|市长|县长|区长|秘书长|召集人)(?:\([^()]{1,8}\))?$/u,
    examples: ["牵头领导", "责任领导", "责任人", "分管领导", "单位负责人", "分管县领导", "牵头负责领导", "责任单位负责人", "区政府分管领导", "主管领导", "联系领导", "包村干部", "服务专员", "网格员", "专班召集人"],
  },
  {
    id: "header:lead",
    role: "lead",
    pattern: new RegExp(`^(?:党工委管委会|市级|省级|县级|区级|主要|第一)?(?:牵头|主办|主报|主编|主笔|主建|总牵头|汇总|牵头主责|发起|召集|总召集|组长)(?:负责|责任|实施|汇总|协调|组织)?${body}(?:[及和、/](?:责任人|负责人))?${bracket}$`, "u"),
    examples: ["牵头单位", "主报单位", "牵头部门", "发起部门", "主办单位", "牵头责任单位", "牵头负责部门", "党工委管委会牵头部门", "牵头单位(部门)", "召集单位", "组长单位"],
  },
  {
    id: "header:lead-in-bracket",
    role: "lead",
    pattern: new RegExp(`^(?:主要|第一)?责任${body}\\((?:牵头|主办)(?:单位|部门)?\\)$`, "u"),
    examples: ["责任单位(牵头)", "责任部门(牵头单位)"],
  },
  {
    id: "header:support",
    role: "support",
    pattern: new RegExp(`^(?:其他|其它|主要)?(?:协同配合|协同责任|协同|配合|参与|参加|协办|协报|协编|协建|会办|协助|协作|配合责任|参与配合|协同推进|协同落实|配合落实|支持|分办)${body}${bracket}$`, "u"),
    examples: ["配合单位", "协报单位", "参与单位", "协办单位", "协同配合单位", "协同责任单位", "配合部门", "参加单位", "分办单位"],
  },
  {
    id: "header:two-roles",
    role: "responsible",
    pattern: new RegExp(`^(?:(?:牵头|主办|配合|协同|协作|协办|协助|参与|会办)[/、及和](?:责任|承办|落实)|(?:责任|承办|落实)[/、及和](?:牵头|主办|配合|协同|协作|协办|协助|参与|会办))${body}${bracket}$`, "u"),
    examples: ["配合/责任单位", "责任/配合部门", "责任、协办单位", "牵头/责任科室", "协办/承办单位"],
  },
  {
    id: "header:acting-office",
    role: "responsible",
    pattern: /^实施(?:科室|处室|股室|科|处)$/u,
    examples: ["实施科室", "实施处室"],
  },
  {
    id: "header:other",
    role: "other",
    pattern: new RegExp(`^(?:[省市县区]级)?(?:指导|业务指导|督导|督办|督促|监督|监管|业主|试点|建设|施工|实施|审核|审查|推荐|考核|验收|运营|申报|挂[点钩联包]|联系|结对|后盾|对口(?:帮扶|支援|联系)?|派驻|驻[村点]|测评对象|考评对象|帮扶|下沉)${body}${bracket}$`, "u"),
    examples: ["指导单位", "审核单位", "推荐部门", "区级督导单位", "试点单位", "挂点单位", "结对单位", "驻村单位", "后盾单位", "业主单位", "督导单位", "建设单位", "实施单位", "下沉部门"],
  },
  {
    id: "header:object",
    role: "other",
    pattern: /^被(?:审计|检查|督查|督导|考核|巡察|巡视|帮扶|评估|监督)(?:单位|部门|对象)$/u,
    examples: ["被审计单位", "被检查单位"],
  },
  {
    id: "header:main-responsible",
    role: "responsible",
    pattern: new RegExp(`^(?:主责|主要责任|首要责任)${body}${bracket}$`, "u"),
    examples: ["主要责任单位", "主责单位"],
  },
  {
    id: "header:responsible",
    role: "responsible",
    pattern: new RegExp(
      `^(?:本局|本级|其他|其它|市级|省级|县级|区级|任务|整改|工作|具体|落实|第一|共同|各)?(?:责任|负责|承办|主管|落实|整改责任|承担|测评|整改|责任落实|整改落实|责任主体|分工|完成|承接|责任承办|认领|任务承担|执行|起草|揭榜)(?:责任)?${body}(?:\\([^()]{1,8}\\))?(?:[及和、/](?:责任人|负责人|责任领导|联系人))?$|^责任(?:单位|部门|科室|处室)[及和与、](?:其|主要|具体|工作)?(?:职责|分工|任务)(?:分工)?$|^(?:责任分工|任务分工|责任主体|属地责任|部门责任|部门分工|职责分工|单位分工|分工|考核部门)$`,
      "u",
    ),
    examples: ["责任单位", "起草单位", "揭榜单位", "承办委室", "责任街道", "责任部门", "责任部门/单位", "整改单位", "责任部室", "责任车间", "责任科室", "承办单位", "负责部门", "主管单位", "测评单位", "本局责任处(单位)", "其他责任单位", "落实单位", "责任分工", "分工", "责任单位(部门)", "责任单位及责任人", "责任单位及职责", "责任单位和负责人", "属地责任"],
  },
  {
    id: "header:who-leads",
    role: "lead",
    pattern: /^(?:由?谁来?|哪个?(?:单位|部门)来?)牵头$/u,
    examples: ["谁牵头", "由谁牵头", "哪个部门牵头"],
  },
  {
    id: "header:who-helps",
    role: "support",
    pattern: /^(?:由?谁来?|哪些?个?(?:单位|部门|家)?来?)(?:配合|协助|参与|协同|帮忙?)$/u,
    examples: ["谁配合", "谁来协助", "哪些部门配合", "哪个帮"],
  },
  {
    id: "header:who",
    role: "responsible",
    pattern: /^(?:由?谁来?(?:负责|落实|承担|整改|[改办干做管抓])|哪些?个?(?:单位|部门|家)?(?:负责|承办|来?[改办干做]))$/u,
    examples: ["谁来改", "谁负责", "由谁负责", "哪个部门负责", "哪个办", "哪家负责"],
  },
  {
    id: "header:any-lead",
    role: "lead",
    pattern: /^[\u4e00-\u9fff]{0,8}牵头[\u4e00-\u9fff]{0,6}(?:单位|部门|处室|科室|股室|部室|站所)$/u,
    examples: ["市级层面牵头责任单位", "任务牵头落实部门", "我局牵头股室"],
  },
  {
    id: "header:any-support",
    role: "support",
    pattern: /^[\u4e00-\u9fff]{0,8}(?:配合|协同|协办|参与)[\u4e00-\u9fff]{0,6}(?:单位|部门|处室|科室|股室|部室|站所)$/u,
    examples: ["市级层面配合单位", "我局配合股室"],
  },
  {
    id: "header:any-responsible",
    role: "responsible",
    pattern: /^[\u4e00-\u9fff]{0,8}(?:责任|承办|负责|落实|包保|包抓|盯办|盯防|主体|主抓|承接)[\u4e00-\u9fff]{0,6}(?:单位|部门|科室|处室|股室)$/u,
    examples: ["乡镇责任落实单位", "包保单位", "任务盯办处室"],
  },
  {
    id: "header:responsible-body",
    role: "responsible",
    pattern: /^(?:责任|承办|落实|包保|负责|承担|主责|执行)(?:村|村居|村社|组织|社区|镇|镇办|乡|街镇|街办|园区|学校|高校|院校|院所|企业|公司|分公司|班组|小组|专班|平台|团队|窗口|支部|党组织|项目部|基地|中心|院区|病区|馆|站|所|厂|矿|办公室|站办)(?:[(/及和].{1,8})?$/u,
    examples: ["责任村", "包保社区", "责任镇办", "承办高校", "责任班组", "责任企业", "承办组织", "承担企业", "负责专班"],
  },
  {
    id: "header:lead-body",
    role: "lead",
    pattern: /^(?:牵头|主办|领办)(?:村|村居|村社|组织|社区|镇|镇街|乡|乡镇|街道|学校|高校|院校|院所|企业|公司|班组|小组|专班|平台|团队|支部|党组织|项目部|基地|中心|馆|站|所|办公室)(?:[(/及和].{1,8})?$/u,
    examples: ["牵头企业", "牵头专班", "领办党组织"],
  },
  {
    id: "header:support-body",
    role: "support",
    pattern: /^(?:参与|配合|协助|协同|协办)(?:村|村居|村社|组织|社区|镇|镇街|乡|乡镇|街道|学校|高校|院校|院所|企业|公司|班组|小组|专班|平台|团队|支部|项目部|基地|中心|馆|站|所|办公室)(?:[(/及和].{1,8})?$/u,
    examples: ["参与村(社区)", "配合企业", "协办高校"],
  },
];

/** Those who belong to a group that others lead: beside 牵头单位 they help. On the folded header. */
export const memberHead = {
  id: "member-head",
  pattern: /^(?:[\u4e00-\u9fff]{0,4}(?:专班|小组|工作组|指挥部)|主要)?(?:成员|组成|参建|联动|联席|协管)(?:单位|部门|科室|处室|股室)(?:及(?:其)?(?:人员|分工|职责))?$/u,
  examples: ["成员单位", "组成单位", "专班成员单位", "成员单位及人员", "成员科室", "联动部门"],
  not: ["成员", "组成人员", "牵头单位", "各成员单位职责", "成员单位联系人"],
} as const;

/** The head of a column of patches that somebody is in charge of. On the folded header. */
export const patchHead = {
  id: "patch-head",
  pattern: /^(?:责任|包保|包干|包抓|承包|负责|所属|任务)(?:片区|网格|片|片组|管区|管片)(?:名称)?$/u,
  examples: ["责任片区", "包保片区", "责任网格", "负责片区", "责任管区"],
  not: ["责任区域", "网格员", "网格数", "责任路段", "责任单位"],
} as const;

/** A patch by its name. On the folded cell. */
export const patchName = {
  id: "patch-name",
  pattern: /^[\u4e00-\u9fff\d]{1,12}(?:片区|网格|管区|片组|[东西南北中]片)$/u,
  examples: ["东街片区", "第三网格", "和平社区第1网格", "城北管区", "镇西片"],
  not: ["南苑路以东", "3个", "环卫所", "东街片区、西街商户等12处"],
} as const;

/** Labels that stand before a colon only: 牵头：市发改委. */
export const shortLabels: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["牵头", "lead"], ["主办", "lead"], ["主责", "lead"], ["主抓", "lead"], ["配合", "support"], ["参与", "support"], ["参加", "support"], ["协办", "support"], ["会办", "support"], ["协助", "support"], ["协同", "support"], ["责任", "responsible"], ["负责", "responsible"], ["承办", "responsible"], ["落实", "responsible"],
]);

/** The role that a folded cell names, and nothing else: 牵头处室, 配合, 责任领导; null for any other. */
export function roleLabel(words: string): Role | null {
  const label = words.replace(/[:：]$/u, "");
  return shortLabels.get(label) ?? readUnitHeader(label)?.role ?? null;
}

/** 所属部门, 用人单位: words for a unit, which name none; 各部门, 有关单位 name a class of them. */
export const wordForUnit = {
  id: "word-for-unit",
  pattern: /^(?!各|有关|相关|所有|其他|其它|成员|[省市县区州镇乡]直)[\u4e00-\u9fff]{0,6}(?:单位|部门|科室|处室|机构)$/u,
  examples: ["所属部门", "收货单位", "责任单位", "科室"],
  not: ["各部门", "有关单位", "市直单位", "成员单位", "县财政局"],
} as const;

/** Whether folded words are a word for a unit and no unit. */
export function isWordForUnit(words: string): boolean {
  return wordForUnit.pattern.test(words);
}

/** What a unit column or label announces. */
export interface HeaderReading {
  readonly role: Role;
  readonly basis: string;
}

/** How every header ends, asked first: most words of a list are none. */
const mayBeHeader = /(?:单位|部门|干部|院系|学院|车间|[室处科局]|机关|机构|主体|地区|领导|[人长员]|同志|分工|责任|街道|乡镇|镇街|县区|区县|社区|站所|[大支中]队|[村镇乡办组司校业团所站馆厂矿]|班|平台|窗口|支部|组织|项目部|基地|中心|[院病园片]区|谁.{0,3}|哪个帮忙?|负责|职责|任务|承办|牵头|配合|协助|参与|协同|[改办干做]|\))$/u;

/** The role of a header or label in any width, spacing and script; null when it announces no unit or person. */
export function readUnitHeader(header: string): HeaderReading | null {
  const words = simplify(folded(header)).replace(/(?<![:。])[:。]+$/u, "");
  return readFoldedHeader(words) ?? (innerRemark.test(words) ? readFoldedHeader(words.replace(innerRemark, "")) : null);
}

/** Another word for the one before it: 主办（牵头）单位. */
const innerRemark = /\([\u4e00-\u9fff]{1,4}\)(?=[\u4e00-\u9fff])/u;

/** The same on folded, simplified text without its colon. */
export function readFoldedHeader(header: string): HeaderReading | null {
  if (header.length < 2 || header.length > 16 || !mayBeHeader.test(header)) return null;
  const row = unitHeaders.find(({ pattern }) => pattern.test(header));
  return row === undefined ? null : { role: row.role, basis: row.id };
}

/** What persons are called under a header: 责任人 of 责任单位及责任人, 牵头市领导 of 责任分工/牵头市领导; other headers as printed. */
export function personRole(header: string): string {
  const parts = header.split(/[/及和与、]/u);
  const last = parts.at(-1) ?? header;
  return parts.length > 1 && readUnitHeader(last)?.role === "people" && parts.slice(0, -1).every((part) => readUnitHeader(part)?.role !== "people") ? last : header;
}

/** 负责人 and 联系人 also head lists of telephones. */
const answerable = /责任人|承办人|经办人|包保人|责任领导/u;

/** Whether a header of persons (整改责任人) says that they must see to it that work is done. */
export function isAnswerable(header: string): boolean {
  return answerable.test(folded(header));
}
