/** How a notice ends: orders to everyone, entry into force, who explains it. */
import { timeForAll } from "./remarks.ts";
import { recogniseTableNote } from "./table-notes.ts";

export interface ClosingRule {
  readonly id: string;
  /** At the beginning of a paragraph, its marker left out. */
  readonly pattern: RegExp;
  /** Holds for numbered items too; the others only for plain paragraphs behind the last item. */
  readonly numbered: boolean;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

const paper = "(?:实施)?(?:意见|方案|通知|办法|计划|要点|措施|规定|细则|清单|政策|标准|规则|制度)";

const attendance: ClosingRule = {
  id: "closing:attendance",
  pattern: /^(?:参\s{0,4}会|参\s{0,4}加|出\s{0,4}席|列\s{0,4}席|主\s{0,4}持|记\s{0,4}录|请\s{0,4}假)\s{0,4}(?:人员|单位|人)?\s{0,4}[：:]/u,
  numbered: false,
  examples: ["参会：李某、县住建局王某", "列席人员：赵某", "出　席：王某　李某"],
  not: ["参加单位要做好准备"],
};

export const closingRules: readonly ClosingRule[] = [
  attendance,
  {
    id: "closing:in-force",
    pattern: new RegExp(`^(?:(?:本|该|此|以上)${paper})?(?:自|从)(?:[^。，,；;]{0,12}(?:印发|发布|公布|下发|发文)之日|20\\d{2}年\\d{1,2}月\\d{1,2}日)起?(?:开始)?(?:施行|实施|执行|生效)|^(?:本|该)${paper}(?:有效期|由[^。]{2,40}(?:负责解释|解释)|未尽事宜|执行期|与[^。]{2,30}不一致)|^(?:有效期|施行日期|解释权)`, "u"),
    numbered: true,
    examples: ["本措施自印发之日起施行，有效期三年。", "本方案由市发展改革委负责解释。", "自2021年6月1日起施行", "本办法有效期至2025年底"],
    not: ["自收到留言之日起3个工作日内回复", "本级财政自2021年起安排资金", "本方案明确的任务要逐项落实"],
  },
  {
    id: "closing:everyone",
    pattern: /^(?:各(?:地区|地|级|市|省|县|区|乡|镇|有关|相关|部门|单位|责任|成员)|请(?:各|你|贵|于|将|按|认真|结合|遵照|抓紧|及时|务必)|以上(?:任务|工作)|国务院办公厅|.{2,12}(?:办公厅|办公室)(?:要|将|会同)|全(?:[省市县区州旗镇乡街村校院厂矿局系]|集团|公司)[^。，,；;]{0,12}?(?:上下|各级|各部门|各单位|党员|干部|职工|教职工|师生|医务人员|人员|同志|居民|群众)[^。，,；;]{0,8}(?:要|应|须|务必|必须)|(?:特此|专此)|附件?[：:])/u,
    numbered: false,
    examples: ["特此通知。", "各地区、各部门要加强组织领导", "请各单位于每月底前报送进展", "以上任务纳入年度考核", "市政府办公室将定期督查", "请于6月底前将整改情况书面报送我办。", "请认真抓好落实。", "全区上下要迅速行动起来，高质量做好迎检工作。", "全院干部职工要牢固树立“一盘棋”思想。"],
    not: ["加强组织领导", "市发展改革委要定期调度", "请示报告制度要落实", "请进来与走出去相结合", "全县各级河长巡河", "全市干部职工体检工作启动"],
  },
  {
    id: "closing:meeting",
    pattern: /^(?:会议|会上|会议最后)(?:还|同时|最后)?(?:要求|强调|指出|号召|希望|明确)[，,：:](?!.*(?:牵头|配合|按职责|责任单位|负责|承办|主办|[局委办厅镇乡道司心](?:要|须|应)?(?:抓紧)?(?:落实|办理|完成)|[\d一二三四五六七八九十][年月日天周]|[日天周]内|小时|年底|月底|季度))(?:各|全[省市县区州盟旗镇乡校院]|有关|相关|与会|要|必须|务必|应|切实|进一步)/u,
    numbered: false,
    examples: ["会议要求，各有关单位要强化责任意识，加强协作，确保各项议定事项落到实处。", "会议强调，要提高政治站位，抓好落实。", "会议最后要求：全县上下要形成合力。"],
    not: ["会议要求，由县水利局牵头，6月底前完成除险加固。", "会议要求，各乡镇于6月底前完成排查。", "会议议定，由县住建局办理", "会议要求：县财政局安排资金500万元。", "会议要求，要加快推进征地拆迁，城关镇负责落实，县财政局落实资金。", "会议要求，各乡镇三天内完成排查。"],
  },
  {
    id: "closing:others-follow",
    pattern: new RegExp(`^(?:未|没有|其他|其余|各)[^。]{2,60}?可?(?:参照|比照|依照)(?:本|此|以上|上述)${paper}[^。]{0,40}(?:执行|推进|开展|实施|落实|办理|做好|制定)`, "u"),
    numbered: false,
    examples: ["未纳入试点范围的其他省（区、市）和国务院部门，可参照本方案推进本地区本部门政府网站集约化工作。", "其他单位可参照本通知执行。", "各开发区参照本办法制定实施细则。"],
    not: ["各县区参照上级做法制定方案", "其他单位要加强领导"],
  },
  {
    id: "closing:contact",
    pattern: /^(?:监督|举报|投诉|咨询|联系|服务|值班|报名|信访|县长|市长|政务|便民|\d{5})*(?:电话|热线|邮箱|信箱|传真|(?:通信|办公|联系)?地址)\s?[：:]\s?(?=[^。；;]*(?:\d{5}|@))[^。；;]{4,60}[。；;]?$/u,
    numbered: true,
    examples: ["监督电话：0000-1234567（县农业农村局）", "投诉邮箱：example@example.cn", "举报电话：12345、1234567。"],
    not: ["电话会议：由县政府办筹备", "开通监督电话", "热线办理：提高按时办结率。"],
  },
  {
    id: "closing:courtesy",
    pattern: /^(?![^\n]{0,120}[日号月底末]\s?前)(?:(?:衷心|再次)?(?:感谢|致谢)(?!信|[\u4e00-\u9fff]{0,4}活动)|谢谢|(?:以上|上述)?(?:事项|工作|内容)?[,，]?(?:请|望|盼|敬请|恳请)(?:予以?|给予|贵[\u4e00-\u9fff]{1,2}|大力|鼎力|积极)[^。，,]{0,12}(?:支持|协助|配合|为盼|为荷|函复|复函)(?:与?(?:支持|协助|配合)|为[盼荷谢]|[，,、]){0,4}(?=[。！!]|$)|(?:是否)?(?:妥否|当否|可否)[，,]|此致|敬礼|顺(?:致|颂)|盼复)/u,
    numbered: false,
    examples: ["感谢贵单位对体育工作的大力支持。", "请予支持为盼。", "望贵局大力支持。", "妥否，请函复。", "此致", "以上工作，敬请予以支持协助。"],
    not: ["感谢信由办公室起草", "请市财政局予以支持", "请积极配合市公安局做好安全保卫", "请予以配合并于6月底前报送名单", "感谢支持，请于6月20日前反馈名单", "请支持企业上市", "开展感谢恩师活动"],
  },
  {
    id: "closing:this-paper",
    pattern: new RegExp(`^本${paper}自`, "u"),
    numbered: false,
    examples: ["本意见自发布之日起施行"],
    not: ["本意见所称企业"],
  },
];

/**
 * Who keeps the whole together, in a plain paragraph behind a list whose items have one paragraph each: 市文化局牵头建立协调机制，逐项推进.
 * Behind longer items the same words may belong to the last of them.
 */
export const keepingTogether = {
  id: "closing:keeps-together",
  pattern:
    /^(?:请|由)?[\u4e00-\u9fff（()）、]{2,24}?(?:局|委|办|厅|部|处|室|中心|政府|单位|部门|领导小组|指挥部|专班)(?:要|应|将|负责|统一)?(?:牵头|会同|统筹|汇总|定期|适时|加强|做好|负责|对|具体)[^。]{0,60}?(?:汇总|机制|调度|督促|督导|督查|督办|通报|考核|评估|台账|细化|抓好落实|组织实施|推进实施|推进落实|跟踪|跟进|报告|报送|总结|落实情况|完成情况)/u,
  examples: [
    "市文化局牵头建立协调机制，细化年度任务，逐项推进实施。",
    "市文化局负责汇总进展情况，每季度报送市政府。",
    "县发展改革委会同县财政局对落实情况定期调度、通报。",
    "市政府督查室适时对任务落实情况开展督查。",
  ],
  not: ["组织志愿者每周开展一次领读。", "市文化局负责采购图书5000册。", "建立健全工作机制，加强督促检查。", "推动中小学图书馆与阅览室通借通还。"],
} as const;

/** Whether a plain paragraph at the end of a part closes it. */
export function closes(text: string): boolean {
  return speaksOfAll(text) || closingRules.some(({ pattern }) => pattern.test(text));
}

/** Who took part in a meeting. */
export function listsAttendance(text: string): boolean {
  return attendance.pattern.test(text);
}

/** 以上任务…: a line about all tasks is no part of the last one. */
export function speaksOfAll(text: string): boolean {
  return timeForAll.pattern.test(text) || recogniseTableNote(text.replace(/^[（(]/u, "")) === "note";
}

/** Whether a numbered item says when the notice comes into force or who explains it: no task. */
export function closesAsItem(text: string): boolean {
  return closingRules.some(({ numbered, pattern }) => numbered && pattern.test(text));
}
