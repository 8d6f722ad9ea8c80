/** Notes and definitions: what explains the notice and asks nobody to do anything. */

/** A paragraph or numbered item that explains. On the words behind the marker, as printed in simplified characters. */
export interface RemarkRule {
  readonly id: string;
  /** `opens`: numbered lines below it are notes too. */
  readonly opens: boolean;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

export const remarkRules: readonly RemarkRule[] = [
  {
    id: "remark:note",
    opens: true,
    pattern: /^[（(【]?(?:注|备注|附注|注释|说明|填[报表写]说明|指标(?:说明|解释)|名词(?:解释|说明)|有关说明|填报须知)[】]?\s*[：:]/u,
    examples: ["注：", "备注：1.本表一式三份", "填表说明：", "【注】：以下口径"],
    not: ["注意：", "说明理由并报备案", "注重实效"],
  },
  {
    id: "remark:meeting",
    opens: false,
    pattern: /^会议(?:强调|指出|认为|听取|传达|学习|通报|要求各)/u,
    examples: ["会议强调，各单位要提高认识，密切配合。", "会议听取了县住建局的汇报。"],
    not: ["会议议定，由县住建局牵头办理", "会议决定拨付资金500万元"],
  },
  {
    id: "remark:definition",
    opens: false,
    pattern: /^(?:本(?:方案|办法|通知|意见|要点|清单|表)?(?:中)?)?(?:所称|所指|所说)?的?[“"《]?[^，,。；;：:“”]{2,30}[”"》]?[，,]?(?:是指|系指|指的是|特指|均指)(?!导|出[了的问]|定|标|数|令|挥)/u,
    examples: ["微创手术是指出院患者在日间手术室内的治疗。", "本方案所称企业是指规模以上工业企业。", "“两类人员”指的是就业困难人员和零就业家庭成员。"],
    not: ["市政府督查室是指导单位", "建立指挥体系", "各单位要明确专人负责，专人是指定的联络员"],
  },
];

/** A line behind a list that gives all its tasks one time (conventions/records.md 6). */
export const timeForAll = {
  id: "remark:time-for-all",
  pattern: /^[（(]?(?:注[：:])?(?:以上|上述|各项|全部|所有|本(?:方案|清单|要点|表)所列)[^。]{0,16}?(?:时限|期限|时间)(?:均|统一|一律|皆)?(?:为|是|[：:])[^。]{2,40}[。）)]{0,2}$|^[（(]?(?:注[：:])?[^。]{0,10}(?:时限|期限|时间)(?:均|统一|一律|皆)(?:为|是)[^。]{2,40}[。）)]{0,2}$/u,
  examples: ["（以上任务完成时限均为2024年12月底前，下同）", "上述各项工作完成时间：2024年12月底前。", "完成时限均为2024年12月底前", "注：以上任务完成时限为年底前。"],
  not: ["完成时限：2024年6月底前", "以上任务由市政府督查室督办", "办理时间均压缩一半"],
} as const;

/** A sentence that gives all tasks their last day: 所有建议均须于6月30日前办结. On one sentence. */
export const doneForAll = {
  id: "remark:done-for-all",
  pattern: /^\s*(?:请)?(?:(?:以上|上述|所有|全部|本批|本次)(?:交办|下达|列入|所列|确定|梳理)?的?(?:各项)?(?:重点|交办|代表|整改)?(?:任务|事项|建议|提案)|(?:所有|全部|本批|本次交办的?)(?:反馈|整改)?问题|各(?:承办|主办|责任|牵头)(?:单位|部门))(?:均|都|一律|统一|全部)?(?:必须|务必|务请|须|应|要|需|请)(?:于|在)(?<time>[^，,。；;]{0,8}(?:\d{1,2}\s?月[^，,。；;]{0,6}|年底?|季度)(?:前|底|内))(?:全部|全面|一律)?(?:办结|办理完毕|办理完成|完成办理|完成|办复|答复(?:完毕|代表|委员)|整改到位|完成整改|销号)(?:并[^。；;]{2,20})?[。；;]?$/u,
  examples: ["所有建议均须于2024年6月30日前办结。", "上述任务须于11月底前全部完成。", "各承办单位要于9月30日前办理完毕并书面答复代表。", "全部问题务必于年底前整改到位。"],
  not: ["各责任单位要于6月底前将落实情况报县政府办公室。", "所有建议已于6月底前办结。", "上述企业于2023年底前完成改制的部分", "各承办单位于3月底前完成方案编制。", "以上项目均须办结。", "以上问题在7日内整改到位。", "全部检测须在24小时内完成。", "所有人员须在上岗前完成。", "全部学校建设项目在2020年底前完成。"],
} as const;

const asks = "须|需|应|要求|要|力争|确保|务必|计划|拟|争取|预计|预期|有望|将";
const isDone = "(?:全面|全部|基本|整体)?(?:完成|办结|办理完毕|落实到位|整改到位|整改完毕|建成|销号|完工|竣工|投用|投入使用|投产|通车|交付使用|交付)";

/** A clause in a column of remarks that says until when the row is to be done, and nothing else: a limit (前, 底) or a word that asks or plans. */
export const remarkTime = {
  id: "remark:done-by",
  pattern: new RegExp(`^(?:此项|本项|该项)?(?=(?:${asks})|[^，,。；;、\\s]{0,20}(?:前|底|末|以内|之内|[须需应]))(?:${asks})?(?:于|在)?(?<time>[^，,。；;、\\s]{2,20}?)[之以]?(?:须|需|应|可)?${isDone}$`, "u"),
  examples: [
    { words: "9月底前完成", time: "9月底前" },
    { words: "须于2018年10月20日前全部完成", time: "2018年10月20日前" },
    { words: "年底前办结", time: "年底前" },
    { words: "力争三季度末建成", time: "三季度末" },
    { words: "拟于2024年6月建成", time: "2024年6月" },
    { words: "2024年6月须完成", time: "2024年6月" },
    { words: "预计三季度完成", time: "三季度" },
    { words: "计划2024年10月完工", time: "2024年10月" },
    { words: "预计年内可投入使用", time: "年内" },
  ],
  not: ["9月底前完成招标", "已完成", "2017年完成投资3亿元", "完成", "2021年8月建成", "2023年6月完成", "2022年全部完成", "预计三季度完成招标", "2023年6月竣工", "6月完成"],
} as const;

/** The time of a clause that only states when the row is done: a deadline where it lies ahead of the notice (6月完成), a report where it does not (2021年8月完成). */
export const remarkDone = {
  id: "remark:done-in",
  pattern: /^(?:此项|本项|该项)?(?:于|在)?(?<time>[\d一二三四五六七八九十〇零第年月份日号季度上中下旬半内本今当初中全\-—–~～至到]{2,16})(?:全面|全部|基本)?(?:完成|办结|办理完毕|落实到位|整改到位|整改完毕|销号)$/u,
  examples: [
    { words: "2024年6月完成", time: "2024年6月" },
    { words: "6月完成", time: "6月" },
    { words: "于上半年完成", time: "上半年" },
    { words: "2021年8月全部完成", time: "2021年8月" },
    { words: "三季度办结", time: "三季度" },
    { words: "7月中旬整改到位", time: "7月中旬" },
    { words: "6-8月完成", time: "6-8月" },
  ],
  not: ["6月招标完成", "6月完成招标", "2024年6月已完成", "已于6月完成", "完成", "2024年3月建成", "6月通过验收并完成", "分三年完成", "第一批完成", "6月未完成", "由县财政局完成"],
} as const;

/** Words of a remark that look ahead to a time, whatever they say of it. */
export const remarkPlan = {
  id: "remark:plan",
  pattern: /(?:预计|预期|计划|力争|确保|争取|务必|拟|须|[需应]于)[^，,。；;]{0,10}(?:\d月|月底|季度|年底|年内|半年|\d日前)/u,
  examples: ["正在办理手续，预计6月底完成", "主体封顶，力争年底前竣工", "拟于三季度挂网招标"],
  not: ["截至6月底完成投资3亿元", "6月已完成", "计划总投资2亿元", "按计划推进"],
} as const;

/** A clause in a column of remarks that says who helps, or who leads, and nothing else: 县公安局、县交通局配合. */
export const remarkRoles = {
  id: "remark:roles",
  pattern: /^(?!不(?!动产)|无(?!锡|为|极|棣|线电)|未(?!成年|央|来)|原(?!州|阳|平)|拟|待|曾(?!都)|已|暂|尚|免|非|如|若|可|视|建议|没有|前期|此前|目前|正在)(?:由|请|需|须)?(?!(?:各|有关|相关)?(?:责任|牵头|配合)?(?:单位|部门)(?:要|应|须)?(?:积极|密切|主动)?(?:配合|协助))[^，,。；;：:]{2,80}?(?<!积极|密切|主动|大力|相互|加强|予以|给予)(?<role>配合|协助|参与|参加|协办|牵头|主办)(?:落实|实施|推进|办理)?$/u,
  examples: ["县公安局、县交通局配合", "由县供电公司协助", "请市财政局配合", "市残联参与", "不动产登记中心配合", "请无锡市财政局协助", "无为市公安局协助", "未央区住建局配合"],
  not: ["各单位积极配合", "部门主动配合", "责任单位要密切配合", "县公安局已签字", "不需县财政局配合", "拟请县公安局参与", "无需县水利局协助", "未请县民政局参与", "原由县水利局牵头", "待县财政局配合", "曾由县教育局牵头", "已请县司法局协助", "可请县残联参与"],
} as const;

/** The row of a paragraph that explains, null for any other. */
export function remarkRule(text: string): RemarkRule | null {
  return remarkRules.find(({ pattern }) => pattern.test(text)) ?? null;
}
