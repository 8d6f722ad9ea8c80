/** What keeps a time in running text from being a deadline: the words just before or just after it. */
import type { PhraseMeaning } from "./phrases.ts";

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
}

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
    id: "condition", means: ["before", "until", "bare", "range"], right: "(?:新|已|未|尚未)?(?:出生|注册|登记|取得|设立|成立|发生|购买|入职|毕业|参加工作|建成|修建|竣工|交付|投产|申报|签订|核准|备案|批准|立项|参保|认定|创办|缴纳|办理|退休)[^。;,]{0,12}?的(?!目标|任务|要求)",
    examples: ["2018年12月31日前注册的企业", "对2015年以前建成的老旧小区"],
  },
  {
    id: "failing", means: ["before", "until", "bare"], right: "(?:仍|还|尚)?未[^。;,]{1,10}?的", examples: ["2020年6月30日以前未完成整改的,停业整顿", "对8月底前仍未开工的项目"],
  },
  { id: "failing-by", means: ["before", "until", "bare"], left: "未能?(?:在|于)", examples: ["凡未在2020年6月底前完成的,一律约谈"] },
  { id: "takes-effect", means: ["from", "range", "nowUntil"], right: ",?(?:正式|开始)?(?:施行|实施|生效|执行|停止|废止|失效)", examples: ["本办法自2020年9月1日起施行", "2021年5月1日至2022年4月30日实施阶段性下调费率政策"] },
  {
    id: "validity", means: null, left: "(?:有效|执行|实施(?!时间)|施行|政策|优惠|保质|聘用|合同|公示|办公|受理|营业|开放)(?:日期|期限?|时间)(?:为|自|从|是|至|延长|顺延|:){0,2}", examples: ["执行期限为2019年1月1日至2023年12月31日", "有效期至2025年12月31日"],
  },
  { id: "prolonged", means: null, left: "(?:延长|延期|推迟|顺延|展期|延续|放宽)", examples: ["政策实施期限延长至2022年4月30日"] },
  { id: "data-cut-off", means: null, left: "截[止至](?:日期|时间):?", examples: ["截止日期:2015年9月1日前"] },
  { id: "level-reached", means: ["until"], left: "[达得提升恢复降低下增加](?:高|复|低|降)?", right: "(?:的|同期|[^,。;]{0,4}水平)", examples: ["达到2020年的水平"] },
  {
    id: "policy-window", means: ["duration"],
    right: "(?:有[0-9一二两三]|[^,。;]{0,12}?[0-9一二两三四五]+次|暂停|停止|取消|限制|禁止|免|累计|不得|不再|发生|未|无|没有|连续|对其|对[^,。;]{1,12}企业|享受|减|再次|两次|出现|受到?|被|的)",
    examples: ["12个月内有3次以上违法行为", "五年内免征企业所得税", "在两年之内对其行政区域内企业申请债券实行直通车"],
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

const adverbs = "(?:基本|初步|全面|全部|率先|力争|确保|争取|提前|正式|陆续|逐步|集中|统一|组织|分别|各|要|应|须|需|将|可|再|先|左右|顺利|如期|按期|大规模|实质性){0,3}";

/** Verbs that a time without 前 or 内 must be followed by to bind the work in running text. */
export const goalVerbs =
  `,?${adverbs}(?:完成|实现|建成|达到|达标|建立|形成|启动|开展|开工|动工|竣工|完工|投入|投用|投产|报送|上报|提交|进行|召开|举办|覆盖|消除|取得|推出|整改到位|结束|验收|通车|交付|解决|突破|完善|落实到位|到位|基本建|初见成效)`;

/** Further verbs that may follow a month, quarter or half-year, which are seldom told of the past without 了. */
export const stepVerbs =
  `,?${adverbs}(?:进场|施工|投运|上线|试运行|运行|入驻|开放|发放|拨付|印发|出台|制定|编制|公布|公示|签订|审批|招标|挂牌|揭牌|复工|封顶|开业|申报|备案|评审|评选|部署|动员|改造|反馈|汇总|调研|摸底|排查|落实|推进|实施|组织|建设)`;

/** What may follow a bare 每年, 每月 in running text. */
export const frequencyVerbs =
  "(?:度|末|初)?,?(?:新增|新建|改造|建设|实施|引进|完成|打造|创建|支持|扶持|投入|引育|培养|轮训|推广|推出|要|应|须|至少|不少于|不低于|不得少于|原则上|定期|集中|分别|组织|召开|开展|调整|汇总|报送|上报|公布|公开|更新|发布|培育|培训|安排|通报|评估|检查|督查|督导|调度|进行|举办|[0-9一两]|的(?:形象)?进度|向|对|将|由|选|评|建|编制|制定|修订|听取|研究|分析|总结|抽查|走访|遴选|刊发){1,2}";

/** Words before a bare time that make it one for the work: 力争今年底, 于9月底, 测评时间：. */
export const bindingBefore = "(?:(?:应|须|要|务|拟|计划|将|请|力争|争取|确保|分别|必须)(?:于|在)?|(?:完成|测评|考评|评估|活动|实施|工作|整治|整改|办理|落实|建设|推进|报送|培训|截止|反馈|排查|验收|办结|(?<![一-龥]))(?:时间|时限|期限)(?:为|安排)?:|[,(]于)";

/** Words before a bracket that holds only a time: 动员部署（2020年6月）. */
export const phaseBefore = "(?:阶段|部署|排查|整治|整改|实施|总结|启动|验收|自查|督查|检查|评估|提升|巩固|宣传|动员|推进|回头看)\\(";

/** A label in running text whose answer is read like a deadline cell, up to the end of its entry: 完成时限：…；整改时限：…。 */
export const timeLabel = "(?:(?:完成|整改|办理|落实|办结|工作|任务|责任|推进|预计完成|计划完成)(?:时限|时间|期限|节点)|(?<![一-龥])(?:时限|期限))(?:要求|节点|安排)?:";
