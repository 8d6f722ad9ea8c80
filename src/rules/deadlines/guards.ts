/** What keeps a time in running text from being a deadline: the words just before or just after it. */
import type { PhraseMeaning } from "./phrases.ts";
import { after } from "./pieces.ts";

export interface GuardRule {
  readonly id: string;
  /** The meanings it holds for; null for all. */
  readonly means: readonly PhraseMeaning[] | null;
  /** Pattern of the words just before the phrase. */
  readonly left?: string;
  /** Pattern of the words just after it. */
  readonly right?: string;
  /** Running text in which no deadline stands, because of this row. */
  readonly examples: readonly string[];
  /** Running text like it in which one stands. */
  readonly not?: readonly string[];
}

/** What makes the time before it a beginning: 9月后, 春节过后, 三季度结束以后. */
export const afterwards = `(?:假期?|长假)?(?:结束|过|届满|期满)?${after}`;

/** What is told of a period by its results: 6月份 | 完成情况, 上半年 | 目标任务落实情况. */
const results =
  "(?:以来)?的?(?:各项|重点)?(?:工作|项目|投资|整改|指标)?(?:计划|目标|任务){0,2}(?:完成|进展|落实|推进|执行|实施|建设|整改|发放|拨付|排查|运行|开工|竣工|投产)(?:进度|进展)?情况";
/** Behind 情况, what makes it the beginning of the work's name: 完成 | 情况摸底. */
const work = "摸底|通报|核查|核实|调查|统计|汇总|评估|梳理|排查|督查|检查|报告|报送|上报";
const reports = "(?:报送|上报|通报|公布|公开|汇报|发布|统计|汇总|提交|反馈|报告|分析|总结)";

const calendar: readonly PhraseMeaning[] = ["before", "until", "around", "bare", "range", "shortRange", "list", "numberList", "from"];

export const guards: readonly GuardRule[] = [
  { id: "already-done", means: calendar, right: ",?[^,。;]{0,2}?(?:已经?[^有]|曾)", examples: ["2018年12月31日之前已完成转制的企业继续享受"] },
  { id: "already-done-by", means: ["range", "shortRange", "until", "bare", "list"], right: ",?[^,。;]{0,14}?(?:已经?[^有]|曾)", examples: ["2020年1月至5月,全市各单位已完成投资过半"] },
  {
    id: "past-event", means: ["bare", "range", "shortRange", "list", "until", "from"], right: "[^。;]{0,50}?[展成行织立现发定开到过]了",
    examples: ["2020年10月23日至11月6日,督察组对我市开展了督察"],
  },
  { id: "since", means: null, right: "(?:以来|来,)", examples: ["2019年9月以来"] },
  {
    id: "after", means: ["bare", "range", "shortRange", "list", "numberList", "until"], right: afterwards,
    examples: ["要在9月后完成验收", "于2020年6月30日后开展评估", "要在暑假期间,8月底以后完成", "至6月底后实施", "拟于第三季度结束后报送"],
  },
  {
    id: "condition", means: ["before", "until", "bare", "range", "from", "since"], right: "(?:期间)?(?:新|已|未|尚未|首次|内?)?(?:获得|通过|出生|注册|登记|取得|设立|成立|发生|购买|入职|毕业|参加工作|建成|修建|竣工|交付|投产|申报|签订|核准|备案|批准|立项|购置|新购|置换|签约|入库|纳统|升规|上市|参保|认定|创办|缴纳|办理|退休)[^。;,]{0,12}?的(?!目标|任务|要求)",
    examples: ["2018年12月31日前注册的企业", "对2015年以前建成的老旧小区", "自2021年起取得职业资格证书的", "从2020年1月1日起新认定的高新技术企业", "2020年7月1日起参保缴费的人员"],
  },
  {
    id: "failing", means: ["before", "until", "bare"], right: "(?:仍|还|尚)?未[^。;,]{1,10}?的", examples: ["2020年6月30日以前未完成整改的,停业整顿", "对8月底前仍未开工的项目"],
  },
  {
    id: "decimal", means: null, left: "(?:[至到为在过于约近达]\\d{1,3}|(?<!\\d)0)[.．]",
    examples: ["办理时间压缩至0.5天以内", "平均用时降到2.5个工作日内"], not: ["由区住建局牵头,1.5日内完成整改"],
  },
  { id: "failing-by", means: ["before", "until", "bare"], left: "未能?(?:在|于)", examples: ["凡未在2020年6月底前完成的,一律约谈"] },
  { id: "birth", means: ["before", "range", "from"], right: "(?:期间)?(?:出生|入伍|退役|毕业)(?!.{0,4}(?:证|登记))", examples: ["2020年7月1日前出生", "1990年1月1日起出生"] },
  { id: "past-by-now", means: null, left: "(?<![为对而])已(?:经)?(?:于|在)", examples: ["已于6月底前完成", "已经在2020年9月30日前建成投用"] },
  { id: "takes-effect", means: ["from", "range", "nowUntil"], right: ",?(?:正式|开始)?(?:施行|实施|生效|执行|停止|废止|失效)", examples: ["本办法自2020年9月1日起施行", "2021年5月1日至2022年4月30日实施阶段性下调费率政策"] },
  {
    id: "validity", means: null, left: "(?:有效|执行|实施(?!时间)|施行|政策|优惠|保质|聘用|合同|公示|办公|受理|营业|开放|补[贴助]|奖补|享受|减免|资助|缓缴|贴息|贷款|还款|授信|免息|保险)(?:日期|期限?|时间)(?:为|自|从|是|至|延长|顺延|:){0,2}",
    examples: ["贷款贴息期限最长不超过2年", "执行期限为2019年1月1日至2023年12月31日", "有效期至2025年12月31日", "发放稳岗补贴,补贴期限为2020年7月1日至2020年12月31日", "享受期至2020年12月31日", "减免期限:2020年7月至12月"],
    not: ["补贴于2020年12月31日前发放", "补贴发放,到2020年12月31日前完成"],
  },
  {
    id: "policy-until", means: ["until", "range", "nowUntil", "eventUntil", "bare"], left: "(?:(?:政策|优惠)(?=$)|(?:政策|补[贴助]|优惠|标准|办法|规定|本(?:措施|意见|通知|细则))(?:继续|延长|延续|将|可|均)?(?:有效|执行|实施|施行|延续|享受|适用)(?:时间|期限?)?(?:为|自|从|:)?)",
    examples: ["政策执行至2025年2月28日", "延续实施稳岗返还政策至2020年底", "本措施实施至2022年12月31日", "补贴政策延续到2021年底", "优惠政策继续执行至2021年6月30日"], not: ["方案实施至2021年6月底前完成", "政策于2020年9月底前出台"],
  },
  {
    id: "eligible-dates", means: ["range", "shortRange", "before", "until", "bare"], left: "(?:发票|购买|购置|购房|购车|登记|注册|开票|交易|消费|出生|签约|合同|缴费|参保|投产|备案|核准|申报|上牌|成交|办理|发生)(?:行为|日期|时间)?(?:的?日期|的?时间)?(?:均?为|均?在|处于|发生在|介于|于)",
    right: "(?:之间|以内|期间|内)?(?:,含[^。;,]{1,8})?的(?!工作|任务|要求)",
    examples: ["对发票日期在2024年3月1日至2024年8月31日期间的购买者给予补贴", "对购买时间为2020年7月1日至9月30日的消费者", "登记日期在2020年12月31日前的企业"], not: ["发票于2020年12月31日前开具", "登记时间为2020年7月1日至9月30日"],
  },
  {
    id: "granted-in", means: ["range", "shortRange", "nowUntil", "until", "from"],
    right: "(?:期间|内)?,?(?:继续|再|一律|均)?(?:(?:对|凡|向)[^。;]{2,90}?(?:给予|予以|免|减[征按免半收]|返还|补[贴助]|奖[励补]|享受|按[^,。;]{0,12}[0-9%]|放宽|缓缴|标准)|(?:免[征收缴]|减[征按半免收]|缓[征缴]|停征|暂停征|即征即退|延期缴纳|阶段性[降减免缓])|将[^。;]{2,40}?(?:放宽|提高|降低|下调|上调|延长)[至到为]|(?:困难|符合条件|小微|中小|参保|用人|企业|个人|职工|劳动者|购买|消费|纳税|缴费)[^。;,]{0,16}可(?![行靠能持]))",
    examples: [
      "2019年1月1日至12月31日,对面临暂时性生产经营困难的参保企业,返还标准可按6个月的金额确定", "2019年1月1日至12月31日,困难企业可组织开展职工在岗培训",
      "2019年1月1日至2020年12月31日,对其中就业困难人员再给予生活费补贴", "2019年1月1日至2020年12月31日,将申领条件由参保3年以上放宽至参保1年以上",
      "自2020年11月1日起至2021年10月31日,免征房产税", "2020年7月至12月减半征收", "2020年3月1日至6月30日期间,对小微企业免收水费", "自2020年2月1日起,减按1%征收率征收",
      "2020年7月1日至2020年12月31日,用人单位可申请缓缴", "到2021年12月31日,对购置新能源汽车免征购置税",
    ],
    not: ["2020年7月1日至9月30日,对辖区企业开展全面排查", "2020年7月至9月,将隐患清单报至市安委办", "到2020年12月31日,完成减半任务", "2020年7月至12月,对照标准开展整改"],
  },
  {
    id: "benefit-limit", means: ["every", "byFrequency"], right: ",?(?:均|都)?(?:只|仅|最多|至多|限|可)?(?:能|可|限)?(?:享受|补[贴助]|领取|申[请领]|奖[励补](?!.*办法)|资助|减免|扣[减除])",
    examples: ["每人每年只享受一次补贴", "每户每年最多补助3000元", "每月领取养老金"], not: ["每年评选一次奖励对象", "每月对申领情况开展检查"],
  },
  { id: "term", means: null, left: "(?:(?<!责)任|聘|质保|保修|租赁?|服务|资质|证书)期限?(?:为|自|从|是|至|延长|顺延|:){0,2}", examples: ["任期至2023年底", "质保期2020年6月1日至2022年5月31日"] },
  { id: "prolonged", means: null, left: "(?:延长|延期|推迟|顺延|展期|延续|放宽)", examples: ["政策实施期限延长至2022年4月30日"] },
  { id: "data-cut-off", means: null, left: "截[止至](?:日期|时间):?", examples: ["截止日期:2015年9月1日前"] },
  {
    id: "data-until", means: ["until"], left: "(?:(?:数据|信息|指标|资料|名单|台账|情况)(?:统计|采集|更新|汇总|核算)|(?:^|[,。;:(])统计)(?:时间|日期|口径)?(?:为|:)?",
    right: "(?![^,。;]{0,10}(?:完成|实现|建成|结束|覆盖|到位))", examples: ["数据统计至2020年8月31日", "台账更新至9月底", "统计至2020年8月31日"],
    not: ["信息采集到9月底前完成", "数据汇总到9月底全部结束"],
  },
  {
    id: "results-of-period", means: ["bare", "range", "shortRange", "list", "numberList", "until"], right: `${results}(?!${work})`,
    examples: ["通报8月份完成情况", "报送上半年目标任务落实情况", "1至8月完成情况", "9月底完成情况良好", "总结三季度推进情况"],
    not: ["9月底前完成情况通报工作", "9月底前报送完成情况", "9月底完成情况摸底", "9月底完成任务"],
  },
  {
    id: "results-reported", means: ["bare", "range", "shortRange", "list", "numberList", "until"], left: `${reports}(?:[本全我各][市县区省乡镇地])?`, right: results,
    examples: ["通报8月份完成情况报告", "上报三季度落实情况汇总"], not: ["8月份完成情况汇总", "于8月10日前通报完成情况"],
  },
  { id: "level-reached", means: ["until"], left: "[达得提升恢复降低下增加](?:高|复|低|降)?", right: "(?:的|同期|[^,。;]{0,4}水平)", examples: ["达到2020年的水平"] },
  {
    id: "policy-window", means: ["duration"],
    right: "(?:有[0-9一二两三]|[^,。;]{0,12}?[0-9一二两三四五]+次|暂停|停止|取消|限制|禁止|免|累计|不得|不再|发生|未|无|没有|连续|对其|对[^,。;]{1,12}企业|享受|减|再次|两次|出现|受到?|被|的)",
    examples: ["12个月内有3次以上违法行为", "五年内免征企业所得税", "在两年之内对其行政区域内企业申请债券实行直通车"],
  },
  {
    id: "valid-for", means: ["duration", "before", "until", "range"], right: "(?:均|一直|持续|继续)?有效(?!(?:果|率|性|期|保|解|推|控|运|遏|改|落|提|防|处|治|整|开|衔|发))",
    examples: ["营业执照在12个月内有效", "本公告2020年12月31日前有效"], not: ["要在12个月内有效解决拖欠问题", "于2020年12月31日前有效遏制事故多发"],
  },
  {
    id: "applies-to", means: ["before", "until", "range", "bare", "from"], left: "(?:适用于|适用对象为|适用范围为|仅限于?|只限于?)(?:在|于)?", right: "[^。;,]{0,16}的",
    examples: ["适用于2020年12月31日前提交的申请", "仅限2020年6月30日前签订合同的企业"], not: ["适用于全市,2020年12月31日前完成推广"],
  },
  { id: "ordered", means: ["duration"], left: "(?:责令[^,。;]{0,6}|逾期[^。;]{0,12},)", examples: ["责令限期15日内改正", "逾期未整改到位的,3个月内暂停审批"] },
  {
    id: "statistics", means: ["range", "shortRange"], right: ",(?:(?!年均)[^。;]){0,20}?(?:同比|增长|下降)", examples: ["1—5月,全市规模以上工业增加值增长10%"],
  },
  { id: "looking-back", means: ["duration", "ahead"], left: "(?:近|连续|过去|最近|任期|满|此前|在任)", examples: ["近三年内无违法记录"] },
  { id: "length-of-service", means: ["duration"], left: "(?:压缩|缩短|压减|控制|减少|降低|精简)(?:至|到|在|为)?", examples: ["将办理时间压缩至3个工作日内"] },
  { id: "yearly-plan", means: ["byFrequency"], right: "(?:度)?(?:计划|目标|任务|报告|工作计划|预算|标准|规划)", examples: ["按年度计划推进", "按月计划落实"] },
  { id: "title-years", means: ["shortRange", "range", "bare"], left: "(?:计划|规划|方案|行动|纲要|工程|任务|清单|要点|工作)\\(", examples: ["三年行动计划(2018—2020年)"] },
];

const adverbs = "(?:基本|初步|全面|全部|率先|力争|确保|争取|提前|正式|陆续|逐步|集中|统一|组织|分别|各|要|应|须|需|将|可|再|先|左右|顺利|如期|按期|大规模|实质性|主体|全线|一期|二期|土建|工程|项目|整体|总体|管网|路基|场馆){0,3}";

/** Verbs that a time without 前 or 内 must be followed by to bind the work in running text. */
export const goalVerbs =
  `,?${adverbs}(?:完成|实现|建成|达到|达标|建立|形成|启动|开展|开工|动工|竣工|完工|投入|投用|投产|报送|上报|提交|进行|召开|举办|覆盖|消除|取得|推出|整改到位|结束|验收|通车|交付|解决|突破|完善|落实到位|到位|基本建|初见成效)`;

/** Further verbs that may follow a month, quarter or half-year, which are seldom told of the past without 了. */
export const stepVerbs =
  `,?${adverbs}(?:进场|施工|投运|上线|试运行|运行|入驻|开放|发放|拨付|印发|出台|制定|编制|公布|公示|签订|审批|招标|挂牌|揭牌|复工|封顶|开业|申报|备案|评审|评选|部署|动员|改造|反馈|汇总|调研|摸底|排查|落实|推进|实施|组织|建设)`;

/** What may follow a bare 每年, 每月 in running text. */
export const frequencyVerbs =
  "(?:度|末|初)?,?(?:新增|新建|改造|建设|实施|引进|完成|打造|创建|支持|扶持|投入|引育|培养|轮训|推广|推出|要|应|须|至少|不少于|不低于|不得少于|原则上|定期|集中|分别|组织|召开|开展|巡查|走访|研判|演练|自查|会商|暗访|监测|清理|巡河|巡林|督办|抽检|抽测|回访|例会|调整|汇总|报送|上报|公布|公开|更新|发布|培育|培训|安排|通报|评估|检查|督查|督导|调度|进行|举办|[0-9一两]|的(?:形象)?进度|向|对|将|由|选|评|建|编制|制定|修订|听取|研究|分析|总结|抽查|走访|遴选|刊发){1,2}";

/** What may follow a month, quarter or half-year that begins its clause: acts that nobody tells of the past in these words. */
export const openingVerbs =
  `,?${adverbs}(?:公开|会同|联合|牵头|负责|安排|召集|新增|新建|增设|设立|选派|采购|建设|出版|编印|修订|举行|举办|表彰|总结|检查|督查|督导|考核|通报|研究|配备|聘请|播放|集中|分批|重点|继续|进一步|制订|下达|分解|签约|引进|培训|巡查|清理|整治|整改|修复|疏浚|维修|补植|栽植|种植|抽查|抽检|评估|征集|遴选|宣传|对|将|把|由|向|在|利用|通过|以|按|每|打造|创建|培育|扩大|加快|加强|确定|选[取定]|更新|更换|安装|维护)`;

/** What is told of a period that begins its clause, and no work: 5月,全市工业增加值增长10%. */
export const tellsResults = ",?[^。;]{0,36}?(?:同比|环比|增长|下降|回落|上升|增加值|(?<![要应须])达到?[0-9]|位居|排名第|累计完成|共(?:有|计))";

/** What may stand before a recurrence that begins its clause: a mark, the doer, or what calls for it. */
export const beforeRecurrence =
  "(?:^|[,。;:、!)(\"“”\u0001]|[0-9][.．、]|[①-⑳]|汛期|期间|领导|干部|同志|书记|[局委办厅部处科室会心站所队组府位门区县市镇乡村道院校司业团户长员河湖]|应当?|要|须|必须|需|均|每人|分别|坚持|实行|落实|做到|确保|至少|原则上|并|且|和|将|由|以及)";

/** What is done once a period where the recurrence begins its clause; or how often, in the same clause. */
export const recurringActs =
  ",?(?:[^,。;、人均产耗排]{0,16}?(?:不少于|不低于|至少|不得少于|各)?[0-9一二两三四五六七八九十]{1,3}(?:次|期|轮|场|批次?|篇|遍|例|条|件|个|名|户|家|天|小时|课时|节)|(?:度|末|初)?(?:至少|定期|集中|带队|带头|组织|及时|按时|统一|逐级|主动|对|将|把|由|向|以(?!上|下|内|外|来)|利用|通过|围绕|结合|针对|出|记录|填报|登记|检测|监测|消毒|消杀|清扫|清洗|清理|清运|保洁|解读|公开|更新|公布|发布|报送|上报|报告|通报|调度|研判|会商|汇总|分析|总结|评估|评价|考核|检查|督查|督导|督办|巡查|巡逻|巡河|巡林|巡护|排查|抽查|抽检|暗访|走访|回访|入户|值班|值守|盘点|核查|核对|对账|轮换|轮训|培训|学习|召开|开展|举办|举行|进行|编发|编印|刊发|印发|推送|演练|维护|保养|采样|取样|测温|例会|安排|听取|研究|提交|反馈|整理|归档|跟踪|梳理|调整|完善))";

/** Words before a bare time that make it one for the work: 力争今年底, 于9月底, 测评时间：. */
export const bindingBefore = "(?:(?:应|须|要|务|拟|计划|将|请|力争|争取|确保|分别|必须)(?:于|在)?|(?:完成|测评|考评|评估|活动|实施|工作|整治|整改|办理|落实|建设|推进|报送|培训|截止|反馈|排查|验收|办结|(?<![一-龥]))(?:时间|时限|期限)(?:为|安排)?:|[,(]于)";

/** What must stand before and after a quarter of a letter (Q4前) that begins a time of running text: elsewhere it names a car or a question. */
export const quarterAlone = {
  left: "(?:^|[,。;:、()于在到至并和—–-]|确保|力争|争取|计划|[拟应要须需将]|务必)",
  right: "[Qq][1-4](?:[前末底内]|[之以]前|[、和至到—–-][Qq][1-4])",
} as const;

/** What makes a time the answer to what it is: 3月为动员阶段. */
export const isPhase = ",?(?:为|是)[^,。;]{0,10}(?:阶段|周期|宣传[周月]|活动[周月])";

/** Words before a bracket that holds only a time: 动员部署（2020年6月）. */
export const phaseBefore = "(?:阶段|部署|排查|整治|整改|实施|总结|启动|验收|自查|督查|检查|评估|提升|巩固|宣传|动员|推进|回头看)\\(";

/** A label in running text whose answer is read like a deadline cell, up to the end of its entry: 完成时限：…；整改时限：…。 */
export const timeLabel = "(?:(?:完成|整改|办理|落实|办结|工作|任务|责任|推进|预计完成|计划完成)(?:时限|时间|期限|节点)|(?<![一-龥])(?:时限|期限))(?:要求|节点|安排)?:";

export interface StatementRule {
  readonly id: string;
  /** On the whole entry of a deadline cell. */
  readonly pattern: string;
  /** Entries with a time that is no deadline. */
  readonly examples: readonly string[];
  /** Entries that are one. */
  readonly not: readonly string[];
}

/** What says in a place for times how far the work is: a state and no time (conventions/records.md 6). */
export const states = "(?:目前|现|均|全部|基本|此项工作)*(?:已经?|均已)(?:全部|基本|按[期时]|如期|提前)?(?:完成|办结|办理|销号|建成|达标|整改|投用|竣工|验收|完工|落实|结题|归档|启动|开工)(?:完成|到位|整改|验收|销号|完毕|办结)?|(?:完成|办结|销号|整改完成|整改到位)";

/** Entries of a deadline cell that tell something else than when the work is due: nothing of them is a deadline, and they are reported. */
export const statements: readonly StatementRule[] = [
  {
    id: "done", pattern: "^(?:现?已(?:经)?(?:于|在)?|[^,]{2,14}(?:前|底|末|日|月|年|季度)(?:就|均|都)?已(?:经)?|已)(?!印发|出台|确定|明确)(?:[^,]{0,14}(?:完成|办结|建成|投用|验收|整改到位|启动|开工|达标|销号))",
    examples: ["已于6月底前完成", "2020年5月已完成", "5月底前已完成", "已在2020年4月建成投用"], not: ["6月底前完成", "2020年底前建成已立项的项目"],
  },
  {
    id: "validity-cell", pattern: "(?:有效|保质|质保|保修|聘用?|(?<!责)任|合同|租赁?|服务|优惠|公示|执行|补[贴助]|奖补|享受|减免|资助|缓缴)期(?:限)?(?:为|自|从|是|至|到|:|延长|[0-9])",
    examples: ["有效期至2025年12月31日", "有效期:2021年1月1日至2023年12月31日", "证书有效期为3年", "任期至2023年", "质保期到2022年6月30日", "补贴期限为2020年1月1日至12月31日", "享受期至2022年"], not: ["责任期限:6月底前", "补贴6月底前发放", "2021年6月底前有效运行"],
  },
  {
    id: "cut-off", pattern: "(?:以|按)[^,]{2,16}(?:的)?(?:数据|统计|口径|人口|余额|在册)[^,]{0,6}为准|(?:数据|统计|指标|信息|名单|口径)[^,]{0,4}截[止至]|截[止至][^,]{2,14}(?:,)?(?:已|累计|共)|截[止至][^,]{2,14}的?(?:统计|数据|情况)"
      + "|^截至[0-9零〇○一二三四五六七八九十年月日号底末初上中下旬第季度半今本当]{2,}(?:止|为止)?$|(?:数据|信息|指标|资料|名单|台账|情况|^)(?:统计|采集|更新|汇总|核算)[至到](?![^,]{0,20}(?:完成|结束|覆盖|到位))",
    examples: ["以12月31日数据为准", "以2020年12月31日的统计数据为准", "数据截至2020年12月31日", "统计截止时间为12月31日", "截至6月底,已完成30%", "截至2020年底的数据", "截至2020年5月31日", "数据统计至2020年5月31日", "台账更新至9月底"], not: ["截至6月底前", "截止2020年9月30日", "截至9月底完成", "信息采集到9月底前完成", "报名截止时间为12月31日"],
  },
  {
    id: "results", pattern: `^${reports}?[0-9零〇○一二三四五六七八九十年月日号份底末初上中下旬第季度半全今本当截至到—–~―-]{2,}${results}(?!${work})[^,0-9前内底末]{0,8}$`,
    examples: ["上半年完成情况", "6月底完成情况良好", "通报6月份完成情况", "1—6月目标任务落实情况", "截至6月底整改进展情况"],
    not: ["9月底前完成情况通报工作", "6月底前报送完成情况", "每季度通报6月份完成情况", "9月底报送完成情况", "上半年完成情况7月10日前报送", "9月底完成情况摸底"],
  },
  {
    id: "eligibility", pattern: "^(?:对|凡)?(?:[自从])?[^,]{2,20}(?:前|后|起|以来|之间|期间|内)(?:新|首次|期间)?(?:取得|获得|通过|认定|注册|登记|成立|设立|出生|毕业|入职|参保|建成|投产|发生|购买|申报)[^,已]{0,14}的(?:企业|人员|项目|单位|学生|家庭|居民|小区|房屋|车辆)?$|(?:前|后|起)(?:出生|退役)",
    examples: ["自2021年起取得职业资格证书的", "2015年1月1日以前注册的企业", "2021年1月1日后取得证书的", "2020年7月1日前出生", "2020年以来新认定的企业"], not: ["2021年6月底前建成", "6月底前取得批复"],
  },
];
