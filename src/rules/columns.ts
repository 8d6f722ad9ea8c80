/**
 * Column headers of task tables, apart from unit columns (`rules/units/`): what a column holds by its printed header.
 * Patterns match the whole folded header; brackets with remarks are taken off before.
 */
import { reading } from "../text/reading.ts";
import { findLimit } from "./deadlines/grammar.ts";

/**
 * What a column holds.
 *
 * `detail`, `content` and `task` all hold words that say what to do; when a table has several of them, the most detailed
 * one is the task's text and a `task` column left of it is a heading. `aim` (问题, 目标) is the text only where no other column is.
 * `start` says from when, not until when (开工时间). `category` is always a heading. `side` stands beside the task and never is its text (conventions/records.md 4 and 5).
 */
export type ColumnKind = "number" | "category" | "task" | "aim" | "side" | "content" | "detail" | "time" | "start" | "weight" | "remark" | "progress" | "period";

export interface ColumnRule {
  readonly id: string;
  readonly kind: ColumnKind;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
}

/** How long a policy, contract, warranty or plan holds: no time by which work is done. On the folded header. */
export const termOfValidity = {
  id: "term-of-validity",
  pattern: /^(?:政策|规划|投资|合同|协议|保修|质保|质量保证|租赁|租用|借款|贷款|承包|聘用|聘任|试用|任职|使用|许可|出让|流转|担保|授信|专利|补贴|优惠|减免|享受|缴费|有效)(?:的|执行|有效|适用|服务)?(?:期限?|年限)$/u,
  examples: ["政策期限", "政策执行期限", "规划期限", "投资期限", "合同期限", "保修期限", "质保期", "贷款期限", "有效期"],
  not: ["建设期限", "完成期限", "整改期限", "规划编制期限", "合同签订期限", "工期", "保修"],
} as const;

/** How long the whole project runs: until when a row is to be done only where no other column says it. On the folded header. */
export const termOfProject = {
  id: "term-of-project",
  pattern: /^(?:项目|工程)?(?:建设|实施|改造|施工)?(?:期限|年限|周期|工期|起止年限|起止年月)$/u,
  examples: ["建设期限", "项目建设年限", "起止年限", "建设周期", "工期"],
  not: ["完成期限", "整改期限", "办理时限", "起止时间", "规划期限"],
} as const;

export const columnRules: readonly ColumnRule[] = [
  { id: "number", kind: "number", pattern: /^(?:(?:任务|项目|工作|事项|问题|总)?(?:序号|编号|项次)|(?:提案|建议|议案|督办|工单|条款|条目|款项|案件|批示|线索|清单|台账|交办|信访件)(?:编?号)|序|号|№|No\.?)$/iu, examples: ["序号", "编 号", "案件编号", "提案号", "条款号", "任务序号", "项目编号", "No."] },
  {
    id: "category",
    kind: "category",
    pattern: /^(?:(?:任务|工作|项目|事项|问题|指标)?(?:类别|分类|类型|板块|领域|门类)|(?:改革|行业|重点|业务|监管)领域|(?:考核|考评|评估)?[一二]级指标|所属区域|工作方面|方面|组别|上级标题)$/u,
    examples: ["上级标题", "改革领域", "组别", "类别", "任务类别", "一级指标"],
  },
  {
    id: "aim",
    kind: "aim",
    pattern: /^(?:(?:(?:存在|反馈|突出|主要|具体|需整改|督察|督查|巡察|巡视|检查|发现)的?)*(?:问题)(?:清单|描述|表现|内容|及表现)?|(?:(?:存在|主要|突出|群众|企业|基层|市场主体|社会|反映|办事|现有|对应)的?)*(?:问题|堵点|痛点|难点|短板|弱项|薄弱环节)(?:[和与、]?(?:问题|堵点|痛点|难点|短板|弱项))*|(?:主要|工程|项目|主体)*建设内容|(?:计分|评分|赋分|打分|扣分|得分|加分|记分)(?:标准|细则|依据|说明|要点|要求)|问题清单|(?:信访|反映|诉求|投诉|举报|交办)(?:事项|内容|诉求)|(?:整改|工作|治理|整治|预期|总体|攻坚|建设|任务|年度|季度)?目标|(?:年度)?目标(?:要求|值))$/u,
    examples: ["评分标准", "扣分细则", "建设内容", "主要建设内容", "群众反映的堵点", "堵点难点", "短板弱项", "反馈问题", "信访事项", "存在问题", "整改目标", "工作目标", "预期目标", "目标要求", "年度目标值"],
  },
  {
    id: "side",
    kind: "side",
    pattern:
      /^(?:.{0,6}(?:路径|形式|(?<!工作|任务|措施|评审|评价|考评|迎检)要点|成效|成果|效果|解释|依据|(?<!资金)来源|困难|背景|意义|口径|现状|佐证(?:材料|资料)|方式方法|地点|地址|位置|范围|性质|规模|金额|估算|经费)|(?:实施|推进|工作|完成)方式|(?:交付|输出|产出)(?:物|件|成果|清单|标准)|(?:普法|宣传|受众|受益|培训|宣讲)(?:对象|人群|群众)?(?<=对象|人群|群众)|(?:反映|诉求|投诉|申请|提出|来访|来信|受助|受益|服务)(?:企业|单位|主体|群众|人)(?:名称|姓名)?|周次|周别|打分|建设内容(?:及|和|与)(?:建设)?规模|建设规模及内容|主要指标|形象进度|(?:应急|临时|过渡)措施|(?:批示|交办|转办|受理|收文|来文|收件|发现|登记|立案|信访|反映|接收|下达|发文|检查|排查|会议|入库|提出)(?:时间|日期)|(?:计分|评分|赋分|打分|计算|统计|评价|考核|考评)(?:方法|办法|方式|公式|规则)|(?:数据|指标|信息)来源|(?:需要?|待|请|拟|提请)(?:上级|领导|市|县|区)?(?:协调|解决|支持|研究|配合){1,2}的?(?:事项|问题))$/u,
    examples: ["需协调事项", "需协调解决的问题", "应急措施", "交办时间", "计分方法", "数据来源", "推进路径", "成果形式", "验收要点", "预期成效", "建设内容及规模", "指标解释", "任务来源", "周次", "标志性成果", "交付物", "反映企业", "普法对象", "存在困难", "项目地点"],
  },
  { id: "term", kind: "side", pattern: termOfValidity.pattern, examples: termOfValidity.examples },
  {
    id: "task",
    kind: "task",
    pattern:
      /^(?:(?:年度|主要|重点|目标|分解|具体|攻坚|改革|决策|议定|督查|督办|批示|转办|领导|化解|会议|立法|整改|整治|治理|承诺|交办|惠民|民生|实事|建设|创建|专项|工程|落实|推进|提升|行动)*(?:工作|任务|事项|项目)*(?:任务|工作|事项|项目|实事|项目名称|任务名称|事项名称|实事名称|工程名称|名称|任务目标)|(?!具体|.*[季月年期批段])[\u4e00-\u9fff]{0,6}(?:任务|实事)(?:名称|事项|项目|清单|描述)?|目标与任务|目标任务|事情|(?:今年|全年|今年村里)?(?:要|拟|该|需要?)[办干做][的理]?(?:事|事情|实事|事项|工作|大事)|点位名称|(?!.*(?:需|待|请|协调|配合|支持|解决|证明|变更|许可|审批|服务|公示|注意|投诉|申请|申报|登记|备案|收费|权力|处罚|其他|其它|有关|信访|诉求|反映|受理|办理|告知|咨询|采购|公开|职权|执法|申诉|说明))[\u4e00-\u9fff]{1,6}事项|[\u4e00-\u9fff]{0,4}活动(?:名称|项目|主题)|[\u4e00-\u9fff]{0,4}议题|(?:调研|研究|重点|攻关|督查)*课题(?:名称|题目)?|(?:[三]级|考核|考评|评价|评估|测评)?指标|指标名称|[\u4e00-\u9fff]{1,4}(?:项目|工程|任务|事项)名称|(?:申报|报送)?(?:材料|资料|成果|文件|制度|课程)名称|(?:考核|考评|测评|评估|评价)项目|(?:建议|提案|议案)?案由|提案(?:名称|题目|标题|内容)|(?:建议|议案)(?:名称|题目|标题|内容))$/u,
    examples: ["要办的事", "派工事项", "贯彻事项", "对接事项", "整治任务", "护考事项", "抽查事项", "批示事项", "会议议定事项", "活动名称", "赛事活动名称", "考核指标", "指标名称", "协商议题", "调研课题", "审计项目名称", "材料名称", "测评项目", "案由", "建议案由", "建议标题", "工作任务", "重点工作任务", "主要任务", "目标任务", "项目名称", "民生实事", "工 作 任 务", "惠民项目", "攻坚任务", "实事项目", "任务事项", "清淤疏浚任务"],
  },
  {
    id: "content",
    kind: "content",
    pattern: /^(?:重点内容|(?:主要|项目|实施|改革|公开|考评|考核|评估|整治|整改|治理|督查|督办|检查|活动|服务|创建|帮扶|推进|落实|主要工作|重点工作)内容|(?:重点|主要)?(?:内容|事项内容)|负责事项|议定意见|(?:会议|议定)(?:决定|决议|结果)|(?:承担|负责|分担)(?:的)?(?:工作|任务)(?:内容)?|(?:评审|评价|考评|迎检|认证)(?:要点|条款)|[改办干做]什么|(?:工作|主要|部门|单位|具体)?职责(?:任务|内容|分工)?|工作任务安排|工作安排|(?:工作|任务)要点|(?:任务|工作|事项)内容(?:及要求)?|(?:工作|任务|整治|治理|攻坚|推进|监管|检查|排查|督查|宣传|改革|防控)重点|(?!.*(?:具体|问题|反馈|会议|建设|课程|培训|教学|学习|证明|变更|投诉|咨询|采购|服务|公示))[\u4e00-\u9fff]{2,6}内容)$/u,
    examples: ["重点内容", "承担工作", "工作职责", "工作要点", "评审要点", "整治内容", "主要内容", "工作内容", "考评内容", "测评内容", "年度任务内容", "整治重点", "工作重点", "干什么", "职责分工", "议定意见", "会议决定"],
  },
  {
    id: "detail",
    kind: "detail",
    pattern:
      /^(?!目标要求)(?:具体(?:要求|措施|任务|内容|举措|工作|事项|目标|安排|工作任务|工作要求|工作措施|工作内容|任务内容|整治内容|落实措施|工作举措)|(?:标准|达标|创建|测评|任务)(?:要求)|(?:工作|创建|测评|达标)标准|(?:分期|阶段)(?:目标|任务)|(?:工作|任务|细化|重点|主要|落实|整改|推进|改革|目标|考核|考评|公开|实施|提升|整治|治理|攻坚|贯彻|办理|交办)(?:措施|要求|举措|标准|细则)|主要任务及措施|任务措施|(?:具体|工作|主要|落实|整改|重点|议定|会议|研究|决定|处理)*(?:措施|举措|任务|内容|要求|事项|意见|决定|决议)[及和与、](?:其)?(?:责任|牵头|承办|任务|工作)?(?:单位|部门|科室|分工)|(?:月度|季度|年度)?节点(?:目标|任务)|(?!保障|强制|处罚|奖惩|惩戒|配套|激励|优惠|应急|临时|过渡)[\u4e00-\u9fff]{2}(?:措施|举措)|措施|要求|举措|(?:关键|具体|主要|重点|规定|核心)?动作|(?:解决|处置|处理|化解|应对|改进|整改)(?:办法|方法|方案|途径)|(?:下步|下一步)(?:工作)?(?:打算|安排|计划|举措|措施)|工作打算|怎么[改办干做管]|如何[改办干做](?:理)?)$/u,
    examples: ["具体要求", "工作要求", "细化措施", "整改措施", "工作举措", "节点目标", "办理要求", "便民举措", "整治措施", "工程措施", "防控措施", "具体工作内容", "标准要求", "测评标准", "具体措施及责任单位", "议定意见及分工", "会议决定及责任单位", "工作任务及分工", "月度节点任务", "解决办法", "化解方案", "下步打算", "怎么改", "怎么干", "关键动作"],
  },
  {
    id: "time",
    kind: "time",
    pattern:
      /^(?:(?:完成|到位|办结|整改|工作|任务|落实|计划|预计|要求|实施|推进|办理|公开|活动|开展|举办|举行|报送|报告|最后|最迟|截[止至]|达标|销号|验收|竣工|完工|通车|投产|拆除|复绿|清零|建成|交付|投用|落地|兑现|解决|上线|开通|启用|见效|办成|到位|治理|整治|责任|年度|目标|结束|终止|收尾|阶段性?|响应|具体|时间|[应拟须需]|及|和)*(?:时限|期限|时间|时点|时间节点|节点|时间表|年限|时间进度)(?:要求|安排|节点)?|(?:完成|办结|整改|落实|计划|预计|要求|推进|办理|举办|举行|报送|最后|最迟|截[止至]|达标|销号|验收|竣工|完工|结束|终止|通车|投产|拆除|复绿|清零|建成|交付|投用|落地|兑现|解决|上线|开通|启用|见效|办成|到位|[应拟须需])+(?:截[至止])?(?:日期|月份|年月)|(?:何时|什么时候|[改办干做]到(?:何时|什么时候)|(?:何时|几时|什么时候)(?=[改办干做完]))(?:完成|办结|[改办干做]?完|[改办干做])?|(?:限定|约定|规定|预定|既定)(?:时限|期限|时间|日期|节点)|截[至止]|进度要求|进度安排|时限原文|起[止讫](?:时间|日期|年月)|(?:起止)?日期|月份|时段|时间段|(?!规划期限|.*(?:有效|政策|投资|执行|适用|优惠|补贴|缴费|免[税征]|减免|缓缴|享受|延期|合同|借款|贷款|租赁|承包|聘[任用期]|任职|试用|保[修管存质]|使用|服务|公示|供货|追[溯诉]|处罚|许可|出让|流转|授信|担保|劳动))[\u4e00-\u9fff]{2,6}(?:时限|期限)|[\u4e00-\u9fff]{0,12}(?:审议|送审|报审|报批|出台|上会)(?:时间|日期|月份)|(?:完成|拟|应|须|计划|要求|最迟|限期)(?:印发|上报|反馈|回复|答复|提交)(?:时间|日期|月份))$/u,
    examples: ["限定日期", "截止", "举办时间", "落地时间", "兑现时间", "上线日期", "解决时限", "结束时间", "到位时间", "化解期限", "提请审议时间", "时限原文", "时限", "响应时限", "报告时间", "活动时间", "完成拆除时限", "复绿时限", "完工日期", "时间表", "完成时点", "要求完成日期", "办结日期", "何时完成", "改到何时", "几时办完", "何时干完", "时限要求", "完成时限", "完成时间", "整改期限", "时间节点", "达标日期", "销号节点", "计划完成时间", "推进时间", "起止时间", "日期", "月份"],
  },
  {
    id: "frequency",
    kind: "time",
    pattern: /^(?:巡查|检查|走访|排查|清理|清运|养护|维护|上报|报送|报告|更新|调度|工作|落实|完成|开展|监测|消杀|保洁)?(?:频次|频率)(?:要求)?$/u,
    examples: ["巡查频次", "频率要求", "频次"],
  },
  {
    id: "start",
    kind: "start",
    pattern: /^(?:计划|预计|拟|项目|工程|[应须]|任务|工作)*(?:启动|开工|动工|开始|起始|开建|进点|进场|入场)(?:建设)?(?:时间|日期|时限|节点|年月|月份)$/u,
    examples: ["启动时间", "进点时间", "计划开工时间", "开工日期", "开始时间"],
  },
  { id: "weight", kind: "weight", pattern: /^(?:权重|分值|分数|标准分|基准分|得分|考核分值|考评分值|评分)$/u, examples: ["权重", "分值"] },
  { id: "remark", kind: "remark", pattern: /^(?:备注|(?:情况|其他|其它|有关|相关|补充|备注)?说明|附注|联系人.*|联系方式|联系电话)$/u, examples: ["备注", "情况说明", "联系人及联系方式"] },
  {
    id: "progress",
    kind: "progress",
    pattern: /^(?:.{0,8}(?:完成情况|进展情况|落实情况|进展|进度)|投资额|总投资|年度投资|资金来源)$/u,
    examples: ["第二季度完成情况", "进展情况", "投资额"],
  },
  {
    id: "period",
    kind: "period",
    pattern: /^(?:20\d{2}年)?(?:第?[一二三四1-4]季度|[上下]半年|全年|(?:1[0-2]|[1-9])(?:[-—~至](?:1[0-2]|[1-9]))?月(?:份)?|[一二三四五六七八九十]{1,2}月(?:份)?|第[一二三四]阶段)(?:前|底|末|底前)?(?:[应须需]?完成的?|预期|计划|主要)?(?:工作|阶段)?(?:重点)?(?:目标|任务|计划|安排|节点|要求|措施)?(?:任务)?$/u,
    examples: ["上半年完成任务", "一季度目标", "第二季度", "上半年工作计划", "3月", "1-3月", "第三季度重点任务", "10月份", "全年目标"],
  },
];

/** What is told of a person: no work. On the folded header. */
export const aboutPerson = {
  id: "about-person",
  pattern: /^(?:姓名|职务|职称|职级|岗位|性别|民族|年龄|学历|现?任?职务|单位及职务|工作单位及职务|电话|手机|联系电话|办公电话|手机号码?|联系方式|邮箱|微信号?|身份证号码?)$/u,
  examples: ["职务", "现任职务", "单位及职务", "办公电话"],
  not: ["职责", "岗位职责", "负责人", "联系人及职责"],
} as const;

/** Who is asked about a unit's work: a list of these allocates nothing. On the folded header. */
export const contactHead = {
  id: "contact-head",
  pattern: /^(?:(?:工作|信息|日常|具体)?(?:联络员|联系人|联络人|信息员|填报人|经办人))(?:姓名)?$/u,
  examples: ["联络员", "工作联络员", "联系人姓名", "信息员"],
  not: ["包保联系人及任务", "联系领导", "责任人", "网格员"],
} as const;

/** What one of two columns under a common head of times says, by its words below that head: 起止时间 over 开始 | 结束. */
export const timeParts: readonly { readonly id: string; readonly kind: "start" | "time"; readonly pattern: RegExp; readonly examples: readonly string[]; readonly not: readonly string[] }[] = [
  { id: "time-part:start", kind: "start", pattern: /^(?:计划|预计|拟)?(?:起|开始|起始|启动|开工|动工|开建|进场)$/u, examples: ["开始", "启动", "计划开工"], not: ["完成", "启动资金", "一季度"] },
  { id: "time-part:end", kind: "time", pattern: /^(?:计划|预计|拟)?(?:止|截止|结束|终止|完成|办结|竣工|完工|验收|建成|投用)$/u, examples: ["结束", "完成", "预计竣工"], not: ["开始", "完成情况", "止损"] },
];

/** What a word under a head of times says of its column: from when, or until when; null for any other word. */
export function timePart(words: string): "start" | "time" | null {
  return timeParts.find(({ pattern }) => pattern.test(words))?.kind ?? null;
}

/** A year at the head of a column: a period where several columns are headed so, else it may be a year of figures. */
export const yearHead = {
  id: "year-head",
  pattern: /^(?:到)?20\d{2}年(?:度)?(?:[底末]?前?)(?:工作)?(?:目标|计划|任务|安排|节点)?$/u,
  examples: ["2025年", "2026年度", "2024年目标", "2025年前", "到2027年底目标"],
  not: ["2024年完成值", "2025年重点任务", "2024—2026年"],
} as const;

/** Heads of the tasks that a row shares out: 上半年重点任务 | 下半年重点任务, 近期任务 | 远期任务. On the folded head. */
export const shareHead = {
  id: "share-head",
  pattern: /^.{0,10}?(?<work>任务|工作|措施|举措|事项|项目|内容|计划|安排|要点|目标)$/u,
  examples: ["上半年重点任务", "近期任务", "立行立改措施", "第二阶段工作", "5月计划"],
  not: ["上半年得分", "牵头单位", "存在问题", "完成时限"],
} as const;

/** Whether the heads of several columns name shares of one kind: they end in the same word for work, or all are periods. */
export function headsShare(heads: readonly string[]): boolean {
  const [first] = heads.map((head) => shareHead.pattern.exec(head)?.groups?.["work"]);
  if (first !== undefined && heads.every((head) => shareHead.pattern.exec(head)?.groups?.["work"] === first)) return true;
  return heads.every((head) => columnKind(head) === "period");
}

const dash = "\\s{0,2}(?:[-—–~～至到]{1,2})\\s{0,2}";
const yearBefore = "(?:(?:19|20)\\d{2}\\s?年)?\\s?";
const ofMonth = `${yearBefore}(?:1[0-2]|0?[1-9])\\s?月\\s?`;
const dotted = "(?:1[0-2]|0?[1-9])[.．](?:3[01]|[12]\\d|0?[1-9])";

/** A stretch of days: 6月3日—6月9日, 6月3日至9日, 6.3-6.9, 6月上旬, 6月15日前. */
const stretchOfDays = `(?:${ofMonth}\\d{1,2}\\s?日?${dash}(?:${ofMonth})?\\d{1,2}\\s?日|${dotted}${dash}${dotted}|${ofMonth}[上中下]旬|${ofMonth}\\d{1,2}\\s?日\\s?[之以]?前)`;

/** A third of a month, below its month: 3月 over 上旬 | 中旬 | 下旬. On the folded header. */
export const thirdOfMonth = {
  id: "third-of-month",
  pattern: /^[上中下]旬(?:工作|任务|计划|安排|目标)?$/u,
  examples: ["上旬", "下旬任务"],
  not: ["3月上旬", "每旬", "上旬完成情况"],
} as const;

/** Days or a counted week at the head of a column: what is to be done in them. On the folded header. */
export const dayHead = {
  id: "day-head",
  pattern: new RegExp(`^(?:${stretchOfDays}(?:工作)?(?:目标|任务|计划|安排|节点)?|第(?:[一二三四五六七八九十]{1,3}|\\d{1,2})(?:周|阶段|期|批|轮)[(〔[]${stretchOfDays}[)〕\\]]|第(?:[一二三四五六七八九十]{1,3}|\\d{1,2})周(?:工作)?(?:目标|任务|计划|安排|节点)?)$`, "u"),
  examples: ["第一周(6月3日-6月9日)", "第2周(6.10-6.16)", "6月3日至9日", "2024年6月1日-15日任务", "6月上旬", "第一阶段(3月1日-4月30日)", "6月15日前", "第3周"],
  not: ["周次", "6月3日", "6月3日值班", "第一周课程", "第二阶段", "6月15日前完成情况", "1.5-2.5倍", "第一期学员"],
} as const;

const daysIn = new RegExp(stretchOfDays, "u");

/** A bracket behind the words of a header: 时限要求（2020年）, 分值(分). */
const remark = /[(〔[][^()〔〕[\]]*[)〕\]]$/u;

/** 2024年完成时限: the year of all its times stands before the head. */
function timeOfYear(words: string): ColumnKind | null {
  const kind = /^20\d{2}年(?:度)?./u.test(words) ? kindOf(words.replace(/^20\d{2}年(?:度)?/u, "")) : null;
  return kind === "time" || kind === "start" ? kind : null;
}

/** Another word for the one before it: 完成（整改）时限. */
const innerRemark = /[(〔[][^()〔〕[\]]{1,6}[)〕\]](?=[\u4e00-\u9fff])/u;

/** What a column holds by its printed header, or null when no row knows the words. */
export function columnKind(header: string): ColumnKind | null {
  const words = reading(header).replace(remark, "").replace(/[:：]$/u, "");
  if (dayHead.pattern.test(reading(header)) || thirdOfMonth.pattern.test(reading(header))) return "period";
  return kindOf(words) ?? kindOfJoined(words) ?? kindOfList(words) ?? (innerRemark.test(words) ? kindOf(words.replace(innerRemark, "")) : timeOfYear(words));
}

function kindOf(words: string): ColumnKind | null {
  return columnRules.find((rule) => rule.pattern.test(words))?.kind ?? null;
}

/** 措施清单, 内容清单: what is listed. */
function kindOfList(words: string): ColumnKind | null {
  return words.length > 4 || !words.endsWith("清单") ? null : kindOf(words.slice(0, -2));
}

const byDetail: readonly ColumnKind[] = ["detail", "content", "task", "aim"];

/** Two headers in one (建设内容及目标, 目标任务和措施): the more detailed of them, when both are known words for what to do. */
function kindOfJoined(words: string): ColumnKind | null {
  const kinds = words.split(/[及和与、/]/u).map(kindOf);
  if (kinds.length < 2 || !kinds.every((kind) => kind !== null && byDetail.includes(kind))) return null;
  return byDetail.find((kind) => kinds.includes(kind)) ?? null;
}

/** A column of times without a header shows by its words: nearly all of its cells begin or end like this. */
const timeWords = /^(?:19|20)\d{2}[-./](?:1[0-2]|0?[1-9])(?:[-./]\d{1,2})?(?!\d)|^(?:(?:\d{2,4}|二[〇○零\d一二三四五六七八九]{3})年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月|[一二三四]季度|[上下]半年)|年底|年末|年内|全年|月底|季度末|持续推进|长期坚持|常态化|立即|每月|每季度|每年/u;

/** Plans of steps: whether their cells say until when or only what, these tell themselves. On the folded header. */
export const planHead = {
  id: "plan-head",
  pattern: /^(?:工作|年度|具体|任务|实施|推进|进度|节点|阶段)*(?:推进|进度|节点|时间|实施)(?:计划|安排)$/u,
  examples: ["推进计划", "年度实施计划", "工作推进安排"],
  not: ["年度计划", "工作安排", "推进举措"],
} as const;

/** Headers that speak of work to be done, not of goods, courses or cases. Matched on the folded header. */
const workWords = /任务|派工|包保|贯彻|措施|举措|工作|整改|整治|攻坚|实事|改革|督[查办]|职责|议定事项|交办/u;

/** Headers of a column that says until when work is to be done; 时间 alone may say when something takes place. */
const deadlineWords = /时限|期限|节点|进度|年限|何时|(?:完成|办结|整改|落实|报送|销号|结束|竣工|完工|截止).{0,4}(?:时间|日期|时点|月份)|\/(?:结束|终止|完成|竣工|完工|截?止)$/u;

/** Times by which something must be done or which go on, never a clock time or the day of an event. */
const bindingWords = /前|[年月季]?底|[年月日]内|末|完成|持续|长期|常态|立即|每[年月季周]|季度|半年|全年|[年月]$/u;

/** Whether a folded header announces words that say what work is to be done. */
export function announcesWork(header: string): boolean {
  return workWords.test(header) && !/工作(?:时间|单位|年限|地点|岗位)/u.test(header);
}

/** Whether a folded header announces deadlines, whatever its cells look like. */
export function announcesDeadlines(header: string): boolean {
  return deadlineWords.test(header);
}

/** Whether a short folded cell text reads like a time that binds work. */
export function looksBinding(words: string): boolean {
  return looksLikeTime(words) && bindingWords.test(words) && !/\d:\d\d|[—–~至-]/u.test(words);
}

/** Whether a short folded cell text reads like a time. */
export function looksLikeTime(words: string): boolean {
  return words.length <= 25 && (timeWords.test(words) || findLimit(words) === 0);
}

/** What is given or taken away for what was done: in the first words of a cell it is a rule for points, no work. On the folded cell. */
export const scoring = {
  id: "scoring",
  pattern: /^[^，,。；;]{0,24}?(?:[扣得计加记]\d+(?:\.\d+)?分|不得分|不计分|得满分|扣完|按[^，,。；;]{0,12}(?:得|计|扣|赋|排名计)分|酌情(?:扣|得|加)分)/u,
  examples: ["缺一次扣1分,扣完为止", "未落实示范田不得分", "按收入排名计分", "完成目标得满分,每低1个百分点扣1分。", "未按期整改的每处扣5分"],
  not: ["每季度开展宣传不少于一次,少一次扣2分", "建立台账", "评出得分前十名的村", "按时完成积分兑换"],
} as const;

/** A month, quarter or half of a year, or several months, as the head of a column prints it. */
const periodWords = /(?:(?:19|20)\d{2}年(?:度)?)?\s{0,2}(?:第?\s{0,2}[一二三四1-4]\s{0,2}季\s{0,2}度|[上下]\s{0,2}半\s{0,2}年|全\s{0,2}年|(?:1\s?[0-2]|(?<!\d\s?)[1-9])(?:\s{0,2}[-—–~～至]\s{0,2}(?:1[0-2]|[1-9]))?\s{0,2}月(?:份)?|[一二三四五六七八九十]{1,2}\s{0,2}月(?:份)?)(?:底前|底|末|前)?/u;

/** Where the period begins and ends in the printed head of a column; null where it names none. UTF-16 offsets, half-open. */
export function findPeriod(header: string): readonly [start: number, end: number] | null {
  const match = daysIn.exec(header) ?? periodWords.exec(header) ?? /20\d{2}\s?年(?:度|[底末]?前|[底末])?|^[上中下]旬/u.exec(header);
  return match === null ? null : [match.index, match.index + match[0].length];
}

/** A cell that holds nothing but times of the day: beside a day, no deadline of its own. On the folded cell. */
const ofDay = "(?:[上下中]午|早上|晚上|晚间|凌晨|傍晚)?\\d{1,2}(?::\\d{2}|[时点](?:\\d{1,2}分?|半|整)?)";
export const clockCell = {
  id: "clock-cell",
  pattern: new RegExp(`^(?:${ofDay}(?:[-—–~至]{1,2}${ofDay})?[之以]?[前后起]?|[上下中]午|晚上|晚间|全天)$`, "u"),
  examples: ["14:00-18:00", "18:30", "9:00前", "上午9时", "下午3点半至5点", "晚上", "8时30分前"],
  not: ["5月17日9:00", "9月", "24小时内", "1:500", "下午茶", "全年"],
} as const;

/** A cell of a deadline column that says how things stand, no time. On the folded cell. */
const state = /^已(?:实施|落实|执行|出台|印发|开展|启动|建立)[。.]?$|^(?:[(（])?(?:已|均已|基本|正在)?(?:完成|办结|销号|整改到位|整改完毕|落实到位|建成|竣工|验收|投入使用)(?:整改|验收|任务|并销号|投用)?(?:[)）])?[。.]?$/u;

/** Whether the words of a deadline cell are a state (已完成), which is no deadline. */
export function isState(words: string): boolean {
  return state.test(words);
}
