/** What kind of notice a title announces, and whether its numbered items are work to be done. */
import type { Notice } from "../model/notice.ts";
import { reading } from "../text/reading.ts";

export interface NoticeKindRule {
  readonly id: string;
  /** Null: shown only by what the notice holds. */
  readonly kind: Notice["kind"] | null;
  /**
   * Whether numbered items without a printed allocation are tasks (a plan lays down work),
   * or only those that name who does it (an approval, a regulation, a list of members).
   */
  readonly allocates: boolean;
  /** True where the words also head papers that allocate nothing (价目清单, 考试安排): work only where the paper names who does it. */
  readonly loose?: true;
  /** True where the title alone says that work is allocated, whoever issued it. */
  readonly itself?: true;
  /** True for genres that tell nobody to do anything, whatever their words look like. */
  readonly outside?: true;
  /** True for texts that lay down standing rules: the periods in their articles bind for ever and are no deadlines. */
  readonly standing?: true;
  /** On the folded title, or on the title of the enclosed plan. */
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  /** Titles that look alike and mean another row, or none. */
  readonly not?: readonly string[];
}

/** First match wins. */
export const noticeKindRules: readonly NoticeKindRule[] = [
  {
    id: "no-work",
    kind: "other",
    allocates: false,
    pattern: /(?:的批复|(?:领导|理事会|监事会|董事会|班子)(?:同志|成员|班子)?.{0,8}分工(?:的通知)?|节假日|放假|任免|的公告|的通报|的公报|的决定|的议案|的复函|名单|组成人员|的答复|废止.{0,20}的通知|调整.{0,30}(?:成员|机构)的通知|成立.{0,40}的通知)$|节假日安排/u,
    examples: ["国务院关于同意重庆高新技术产业开发区建设国家自主创新示范区的批复", "国务院办公厅关于2019年部分节假日安排的通知", "某县人民政府办公室关于调整县政府领导工作分工的通知", "校友会理事会分工"],
  },
  {
    id: "told",
    kind: "other",
    allocates: false,
    outside: true,
    pattern: /(?:实录|新闻发布会|(?:政策|文件|文字)?解读|答记者问|访谈|(?:在线|图文)直播)(?:\([^()]*\))?$/u,
    examples: ["某县十件民生实事新闻发布会实录", "《某市重点任务分工方案》政策解读"],
    not: ["政策解读工作任务分工", "某市政策解读重点任务清单"],
  },
  {
    id: "powers",
    kind: "other",
    allocates: false,
    outside: true,
    pattern:
      /(?:行政(?:审批|许可|处罚|检查|强制|确认|权力|执法)|政务服务|公共服务|进驻|受理|办理|证明|权力|权责|许可|审批|收费)(?:服务)?事项(?:基本|通用|公开)?(?:清单|目录)(?:表)?(?:\([^()]*\))?$|权(?:力|责)(?:清单)?[和与、]?(?:责任)?清单(?:\([^()]*\))?$|(?:公开|开放)(?:标准)?目录(?:\([^()]*\))?$/u,
    examples: ["某县行政审批局进驻事项清单", "某县水利局权力和责任清单", "义务教育领域政务公开标准目录", "公共数据开放目录"],
    not: ["政务服务事项标准化任务清单", "安全生产责任清单", "编制权责清单工作方案"],
  },
  {
    id: "minutes",
    kind: "task-allocation",
    allocates: true,
    loose: true,
    pattern: /(?:会议|会|议事|办公)纪要(?:\([^()]*\))?$/u,
    examples: ["关于推进城东片区项目建设的专题会议纪要", "县长办公会议纪要"],
    not: ["家长会记录", "关于印发会议纪要办理办法的通知"],
  },
  {
    id: "assessment",
    kind: "assessment-plan",
    allocates: true,
    itself: true,
    pattern: /(?<!(?:员工|职工|个人|供应商|学生|销售|岗位)(?:绩效|年度|月度|季度)?)(?:考评|考核|评估|测评|评议|督查激励|绩效评价)(?:工作)?(?:实施)?(?:方案|办法|细则|指标|标准|计划)|(?<!绩效|员工|职工|教师|学生|个人|投标|供应商)(?:考评|考核)(?:评分|计分|打分|赋分)(?:表|细则|标准|办法)/u,
    examples: ["2031年档案工作考核评分表", "2020年政务公开工作考评方案", "2021年度目标管理绩效考核办法"],
  },
  {
    id: "allocation",
    kind: "task-allocation",
    allocates: true,
    itself: true,
    pattern: /(?<!课题组|项目组|班级|宿舍|寝室|家务|值日)分工|分解|责任清单|任务清单|任务(?:一览|交办|派发|督办|安排|推进|分配)?[表单]|(?:任务|督办|整改|责任)台账|督办[表单]|(?<!生产|维修|检修|车间|设备|物业|售后)(?:派工|交办|派遣|分办|领办)单|工作要点|(?<!教学|复习|学习|作业|课程|训练|比赛|监考|考试)任务安排(?:的通知)?$|重点工作(?:任务|安排)|目标任务|重点任务|民生实事|(?:督办|交办|催办)的?通知$|(?:督办|交办|督查|催办|转办|整改)(?:通知)?[函单书](?:\([^()]*\))?$|(?:督办|交办)事项(?:一览|清单)?表?$/u,
    examples: ["某镇环境整治派工单", "2020年政务公开重点工作任务分工", "贵池区2018年政务公开重点工作任务分工（征求意见稿）", "2021年政府工作报告重点任务分解", "某区2024年老旧小区改造任务台账", "关于对农贸市场消防隐患的督办函", "县政府督查室督办通知单", "二季度督办事项", "某校教学常规检查任务安排", "关于市政府常务会议议定事项的督办通知"],
  },
  {
    id: "allocation-table",
    kind: "task-allocation",
    allocates: true,
    itself: true,
    pattern: /任务(?:分派|分配|派单)(?:[表单])?(?:\([^()]*\))?$|(?:整治|整改|治理|攻坚|改革|整顿|作战|排查)(?:行动|工作|任务|问题)*(?:推进|销号|落实|作战|责任|周?进度)表|挂图作战/u,
    examples: ["某矿业集团2022年安全专项整治推进表", "某厂隐患整改销号表", "春灌保障任务分派", "某县“挂图作战”周进度表"],
    not: ["某项目施工进度表", "七年级教学进度表", "某公司工资改革方案", "任务分配算法研究"],
  },
  {
    id: "trade",
    kind: "other",
    allocates: false,
    outside: true,
    pattern:
      /(?:(?:招标|采购|磋商|谈判|询价|比选|遴选|竞价|投标|响应|资格预审)(?:文件|公告|邀请书?|邀请函|需求|需求书|结果|结果公告)|(?:中标|成交|流标|废标|更正|终止|竞争性[磋谈][商判]|单一来源)[^,。]{0,8}(?:公告|公示|通知书)|合同(?:书|文本|范本|条款)?|协议(?:书)?|(?:报价|询价|价目|价格|工程量)(?:公示|公布|一览|明细)?[单表]|信息价(?:一览表)?|收费(?:目录)?(?:清单|标准|公示表?|一览表))(?:\([^()]*\))?$/u,
    examples: ["某市税务局食堂食材配送服务采购项目公开招标文件", "信息系统运行维护服务合同", "某市中医院医疗服务价格公示表", "某县老旧小区改造设计项目中标结果公告", "某市中心医院物业管理服务竞争性磋商文件(摘要)"],
    not: ["关于规范政府采购工作的实施方案", "某市清理拖欠企业账款任务分工表", "整治工程建设招标投标突出问题工作方案"],
  },
  {
    id: "teaching",
    kind: "other",
    allocates: false,
    outside: true,
    pattern:
      /(?:人才培养方案|课程(?:标准|表|大纲|安排表?|设置)|教学(?:大纲|进度表?|计划|设计|日历)|教案|课表|作息时间表|讲义|校历|行事历|(?:考试|考务|监考|考场|测试|补考|复习)(?:工作)?(?:安排表?|日程表?|日程安排)|招生(?:简章|计划|章程)|考试大纲|毕业典礼.{0,8}|开学典礼.{0,8})(?:\([^()]*\))?$/u,
    examples: ["某学院计算机应用技术专业人才培养方案", "七年级语文下册教学计划", "《机械制图》课程标准", "全国计算机等级考试考务安排", "某市第三中学课程表"],
    not: ["关于加强中小学校历管理任务分工的通知", "职业教育人才培养行动方案", "教学质量提升行动计划"],
  },
  {
    id: "everyday",
    kind: "other",
    allocates: false,
    outside: true,
    pattern:
      /(?:(?:使用|操作|用户|员工|学生|工作人员|职工|服务|产品|市民|办事)(?:手册|说明书?|指南|须知)|手册|说明书|(?:办事|服务|申报|报名|投稿|旅游|就医|入学|报考|申请|申领|领取|办理|补贴|缴费|填报)(?:指南|须知|流程图?)|(?:竞赛|比赛|赛事|运动会|演出|会议|展会)(?:日程|议程|秩序册)(?:安排)?表?|(?:物品|用品|材料|物资|菜品|书目|随身物品|必备物品|设备|资产)清单|菜谱|食谱|须知|问答|解答|常见问题|问题解答|答记者问|访谈(?:实录)?|(?:运行|行车|列车|班车|首末班车?)?时刻表|值(?:班|日|周)(?:安排)?表|(?:值班|值周|值日)安排表?|(?:申请|申报|登记|报名|审批|推荐|信息|承诺|评分|汇总)表|申报书|申请书|承诺书|通讯录|(?:联系)?电话(?:一览)?表|(?:值班)?电话一览表|(?:讲话|致辞|发言|演讲)(?:稿)?|章程|(?:招聘|招录|遴选|录用|任职|聘任|拍卖|挂牌|转让)[^,。]{0,16}(?:公告|公示|简章|启事)|岗位(?:一览)?表|(?:预算|决算)(?:公开|表|说明)?|经费预算表|统计(?:公报|年鉴|表)|(?:活动|演出|展览|讲座|赛事|节目)(?:预告|预览)|完成情况(?:表)?|拟(?:立项|资助|推荐|奖补|发放|录用|表彰|认定|命名)[^,。]{0,10}(?:项目|名单|企业|对象|单位|人选|人员)(?:[的]?公示)?)(?:\([^()]*\))?$|办事指南[:：-]/u,
    examples: ["新生入学必备物品清单", "农机购置补贴申请指南", "某市运动会竞赛日程", "手提式干粉灭火器使用说明书", "某市公交线路运行时刻表(夏季)", "购房摇号须知", "机关食堂一周菜谱", "职工运动会报名表", "某县公开招聘中小学教师公告", "某市水利局部门预算公开", "在全市教育大会上的讲话", "某县林业局国庆节值班安排表", "办事指南：道路运输经营许可", "2032年度自然科学基金拟立项项目"],
    not: ["编制办事指南任务分工表", "防汛抗旱值班值守任务分工表", "政务服务指南编制工作方案", "落实领导讲话精神重点任务分解表", "2020年重点任务完成情况通报"],
  },
  {
    id: "election",
    kind: "other",
    allocates: false,
    outside: true,
    pattern: /(?:选举|换届)(?:工作)?(?:日程|时间|进程|流程|程序|进度|工作日程)(?:进度)?(?:安排)?(?:一览)?表?(?:\([^()]*\))?$|(?:选民|候选人|选举结果)[^,。]{0,10}公示$/u,
    examples: ["某县第十二届村民委员会换届选举工作日程表", "某厂工会换届选举时间安排", "某镇人大代表选举日程安排", "正式候选人公示"],
    not: ["某县村民委员会换届选举工作方案", "村社区换届选举重点任务分工表", "关于做好换届选举工作的通知"],
  },
  {
    id: "action",
    kind: "action-plan",
    allocates: true,
    pattern: /行动|专项整治|(?:实施|工作|整治|活动|推进|攻坚|建设|改革|治理|整改)方案|(?:工作|实施|推进|攻坚|整治|建设|发展|提升|年度?|五年|三年|两年)(?:计划|规划)(?:\([^()]*\))?(?:的通知)?$/u,
    examples: ["关于开展政务公开“六提六促”专项行动的通知", "大气污染防治实施方案"],
  },
  {
    id: "opinion",
    kind: "task-allocation",
    allocates: true,
    pattern: /(?:意见|措施|举措|要点|(?:问题|措施|整改|事项|项目|重点|工作)清单|工作安排(?:表)?)(?:\([^()]*\))?(?:的通知)?$/u,
    examples: ["国务院关于促进综合保税区高水平开放高质量发展的若干意见", "国务院办公厅关于深入开展消费扶贫助力打赢脱贫攻坚战的指导意见"],
  },
  {
    id: "loose-plan",
    kind: "action-plan",
    allocates: true,
    loose: true,
    pattern: /(?:计划|规划|方案)(?:\([^()]*\))?(?:的通知)?$/u,
    examples: ["某市2021年培训计划", "某市国土空间总体规划", "某区中小学生运动会方案"],
    not: ["某市大气污染防治行动计划", "某市安全生产三年计划"],
  },
  {
    id: "loose-list",
    kind: "task-allocation",
    allocates: true,
    loose: true,
    pattern: /(?:清单|安排)(?:\([^()]*\))?(?:的通知)?$|关于(?:做好|开展|组织|举办|举行|召开|加强|规范).{0,80}(?:考试|招聘|招录|招生|报名|申报|评审|评选|评比|培训|竞赛|比赛|展演|征集|征订|缴费|体检|值班|放假).{0,12}的(?:紧急)?通知$/u,
    examples: ["关于公布涉企服务清单的通知", "2021年寒假安排", "关于做好2021年教师资格考试报名工作的通知", "关于举办档案业务培训班的通知"],
    not: ["关于做好2021年防汛工作的通知", "关于印发整改措施清单的通知"],
  },
  {
    id: "order",
    kind: null,
    allocates: true,
    pattern: /关于(?:切实|全面|深入|扎实|认真|持续|进一步)?(?:做好|开展|加强|推进|推动|实施|落实|规范|组织|加快|强化|抓好|报送|贯彻|提升|完善|深化|对|交办|下达|分解).{2,200}的(?:紧急)?(?:通知|函)(?:\([^()]*\))?$|关于(?:切实|全面|深入|扎实|认真|持续|进一步)?(?:做好|开展|加强|推进|推动|实施|落实|规范|组织|加快|强化|抓好|报送|贯彻|提升|完善|深化|对|交办|下达|分解).{2,200}的(?:紧急)?通知/u,
    examples: ["关于做好2021年防汛工作的通知", "国务院办公厅关于加强城市轨道交通规划建设管理的通知"],
  },
  {
    id: "work-notice",
    kind: null,
    allocates: true,
    pattern: /关于.{0,40}?(?:明确|确定|落实|细化|安排|布置|分配|认领).{2,100}(?:任务|职责|责任|工作|事项)(?:分工|安排)?的(?:紧急)?通知|关于.{2,120}(?:办理|整治|治理|整改|推进|落实|攻坚|建设|保障|防控|防范|防治|创建|服务|提升|护航|监管|排查)工作的(?:紧急)?通知/u,
    examples: ["某县人民政府关于2024年县人大代表重点建议办理工作的通知", "关于2024年汛期安全防范工作的通知", "某厅办公室关于明确2032年水利统计工作任务的通知"],
    not: ["关于表彰先进工作者的通知"],
  },
  {
    id: "regulation",
    kind: "other",
    allocates: false,
    standing: true,
    pattern: /(?:条例|规定|办法|规则|细则|章程|令)(?:\([^()]*\))?(?:的(?:通知|决定))?$/u,
    examples: ["专利代理条例", "菏泽市扩大内需投资项目管理办法", "某县人民政府工作规则（试行）"],
  },
];

/** The rule for a notice by its title and the title of the plan it encloses; null when neither says. */
export function noticeKindRule(title: string | null, enclosure: string | null): NoticeKindRule | null {
  for (const words of [enclosure, title]) {
    if (words === null) continue;
    const text = reading(words);
    const rule = noticeKindRules.find(({ pattern }) => pattern.test(text));
    if (rule !== undefined) return rule;
  }
  return null;
}
