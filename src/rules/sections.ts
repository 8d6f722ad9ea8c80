/** What the sections of a plan are, by the words of their headings. */
import { reading } from "../text/reading.ts";

/**
 * - `aims`: why and to what end; no tasks. `objects`: whom it concerns (unit lists). `scope`: what is looked at, described.
 * - `time`: the period of the whole action. `phases`: steps in time, each child is a phase.
 * - `work`: the tasks. `requirements`, `safeguards`: orders on how the work is to be done.
 * - `duties`: who is responsible for what, unit by unit or team by team.
 * - `results`: how results are computed and used.
 * - `notes`: what words mean, how forms are filled in.
 * - `beside`: a plain paragraph beside sections of allocated items, whatever its heading: 资金来源, 缴费标准. No row says so: the outline does.
 */
export type SectionKind = "duties" | "aims" | "objects" | "scope" | "time" | "phases" | "work" | "requirements" | "safeguards" | "results" | "notes" | "beside";

export interface SectionRule {
  readonly id: string;
  readonly kind: SectionKind;
  /** On the folded heading without its marker and final full stop. */
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not?: readonly string[];
}

/** One of the words that head the aims of a plan. */
const aim =
  "(?:总体|指导|工作|主要|行动|建设|创建|治理|改革|发展|基本|具体|阶段|整治|活动|宣传|总|年度)*(?:思想|原则|目标|思路|目的|意义|导向)|总体要求|目标要求";

export const sectionRules: readonly SectionRule[] = [
  {
    id: "aims",
    kind: "aims",
    pattern: new RegExp(`^(?:${aim})(?:[和与及、](?:${aim}))*$|^总体(?:要求|目标|思路|安排|部署)|^(?:充分|深刻|提高)认识|^(?:重要|重大|现实)意义$|^(?:攻坚|防控|保障|创建|整治|普查|防治|管控|救治|接种|征集|招商|防汛|防火|迎检|提升|质量|安全|减排|禁烧|造林|考核|行动|发展)目标$|^(?:活动|宣传|年度|行动)主题(?:口号)?$|^编制依据$|^(?:基本)?(?:情况|现状|背景)$`, "u"),
    examples: ["总体要求", "指导思想", "基本原则", "工作目标", "主要目标", "总体思路", "建设目标", "指导思想和工作目标", "总体要求和主要目标", "目标要求", "攻坚目标", "防控目标", "活动主题", "充分认识做好政务公开工作的重要意义"],
    not: ["目标任务", "工作要求", "完成年度目标", "冲刺增收目标", "巩固脱贫目标"],
  },
  { id: "objects", kind: "objects", pattern: /^(?:接种|免疫|征集|普查|筛查|招募|招生|资助|救助|补贴|奖励|表彰|培训|体检|监测|服务|调查|登记|防控|清理)(?:对象|病种|人群)(?:和范围|及条件|和条件|及范围)?$|^(?:考评|考核|评估|测评|评议|参评|检查|实施|整治|适用|试点|推广|行动|活动|工作|参与|覆盖|整改|排查|督查|督导|治理|创建|清理|普查|补贴|参加)(?:对象|范围|单位|地区|区域)(?:(?:及|和|与)(?:范围|对象|时间))?$|^(?:成员单位|参加单位|参评单位)(?:名单)?$|^(?:组织(?:领导)?|领导|指挥|工作)(?:机构|体系|架构)(?:及.{1,8}|和.{1,8})?$/u, examples: ["考评对象", "考核范围", "成员单位", "试点范围", "整治范围和对象", "活动范围", "组织机构", "领导机构和职责", "接种对象", "免疫病种", "征集对象和条件"], not: ["工作单位职责", "试点任务", "摸清帮扶对象", "走访困难人群", "服务重点人群"] },
  {
    id: "notes",
    kind: "notes",
    pattern: /^(?:名词|术语|指标|概念|有关|相关|其他|填[报表写]|统计|政策|用语|主要指标)(?:和|及|与|、)?(?:名词|术语|概念|指标)?(?:解释|释义|说明|定义|含义|注释)$|^(?:附注|注释|注|总则|附则|术语和定义|名词解释及说明|填报须知)$/u,
    examples: ["名词解释", "指标说明", "有关说明", "填表说明", "术语和定义", "附注", "总则", "附则"],
    not: ["政策解读", "情况说明会"],
  },
  { id: "scope", kind: "scope", pattern: /^(?:考评|考核|评估|测评|评议|检查)(?:内容|指标|标准|项目|依据)(?:和.{1,8}|及.{1,8})?$/u, examples: ["考评内容", "考核内容和标准"] },
  { id: "time", kind: "time", pattern: /^(?:检查|督查|自查|调查|评选|申报|报送|专项行动|专项整治|攻坚|试点|实施|整治|行动|活动|工作|考评|考核|评估|起止|总体|治理|排查|清理|验收|培训|执行|宣传|专项宣传|宣传活动|专项宣传工作|集中宣传|普查|标准|普查标准|调查标准)?(?:时间|期限|时限|时点)(?:安排|要求)?$/u, examples: ["时间安排", "活动时间", "检查时间", "专项行动时间", "专项宣传工作时间", "工作时限", "普查标准时点"], not: ["压缩办理时间", "完善办理时间制度"] },
  {
    id: "phases",
    kind: "phases",
    pattern: /^(?:考评|考核|评估|测评)(?:环节|程序|步骤|方式|方法)|^(?:实施|工作|方法|时间|推进|行动|整治|活动|阶段)(?:步骤|阶段|安排|进度)(?:和.{1,8}|及.{1,8})?$|^(?:步骤|时间)(?:安排|步骤)$|^进度安排$|^时间(?:步骤|进度)安排$/u,
    examples: ["考评环节", "实施步骤", "工作步骤", "方法步骤", "阶段安排", "时间步骤"],
    not: ["工作安排部署情况", "时间安排"],
  },
  {
    id: "duties",
    kind: "duties",
    pattern: /^(?:部门|单位|工作|主要|成员单位|各部门|各单位|相关部门|有关部门)*(?:职责|责任|任务|职能)(?:任务)?(?:分工|划分)(?:及.{1,8}|和.{1,8})?$|^(?:分工|部门|单位|工作|成员单位|各部门|各单位)(?:与|及|和)?(?:主要|工作)?职责$|^(?:工作|人员|任务|责任)分工$|^(?:检查|督查|督导)分组$/u,
    examples: ["职责分工", "部门职责", "责任分工", "任务分工", "工作分工", "部门职责分工", "成员单位职责", "检查分组"],
    not: ["主要职责", "重点任务分工方案"],
  },
  { id: "results", kind: "results", pattern: /^(?:考评|考核|评估|测评|评议|评价)?(?:的)?(?:成绩|结果|得分).{0,8}(?:运用|计算|应用|使用|评定)$|^(?:奖惩|加分|扣分)(?:办法|措施|标准)?$/u, examples: ["考评成绩计算及结果运用", "结果运用"], not: ["强化抽查检查结果公示运用"] },
  {
    id: "safeguards",
    kind: "safeguards",
    pattern: /保障措施|^(?:组织|保障|组织和|工作)(?:保障|实施|领导|推进)(?:机制)?$|^(?:强化|加强|完善|健全|落实|加大|夯实|抓好|做好)?(?:组织|政策|各项)?(?:领导|保障|组织实施|保障力度|组织保障|组织保障力度|组织领导|保障措施)$|^加强组织(?:领导|实施|保障)/u,
    examples: ["保障措施", "组织保障", "做好组织实施", "加强组织领导", "组织实施", "加大组织保障力度", "强化组织实施"],
    not: ["提升基本公共服务保障水平"],
  },
  { id: "requirements", kind: "requirements", pattern: /^(?:有关|工作|几点|相关|具体|几项|下一步|纪律|报送)(?:要求|工作要求)$|^(?:严明|严肃)?(?:工作|普查|换届|组织)纪律(?:和要求)?$/u, examples: ["工作要求", "工作纪律", "严明换届纪律", "有关要求", "几点要求"] },
  {
    id: "work",
    kind: "work",
    pattern: /^(?:主要|重点|工作|目标|年度|具体|改革|行动|整治|实施|重大)+(?:任务|内容|措施|工作|举措|事项|工程|行动)(?:和.{1,10}|及.{1,10}|分工)?$|^任务(?:分解|安排)|^工作(?:任务|措施)/u,
    examples: ["主要任务", "重点任务", "主要内容", "工作任务", "重点工作", "工作措施", "任务分解"],
  },
];

/** What stands beside the work of a plan, told in plain paragraphs: 资金来源. On the folded heading without its marker. */
export const besideHead = {
  id: "section:beside",
  pattern: /^(?!完善|健全|建立|加强|强化|落实|优化|提高|扩大|明确|制定|推进|规范|严格|创新|拓宽|拓展|保障|聚焦|突出)[\u4e00-\u9fff]{2,4}(?:范围|来源|标准|重点|对象|机制|经费|保障|时点|背景|口径|区域|条件|概算|预算|原则|要求|形势|时间|期限)$|^(?:活动|举办|举行|放假|开放)时间(?:和|及|、)地点$|^[防禁封][\u4e00-\u9fff]{1,2}期$|^认清[\u4e00-\u9fff]{2,4}形势$|^其[他它]事项$|^(?:严肃|严格|强化)问责$|^责任追究$|^目标任务$/u,
  examples: ["整改原则", "整改要求", "放假时间", "活动时间和地点", "防火期", "认清防汛形势", "其他事项", "严肃问责", "禁烧范围", "资金来源", "缴费标准", "整治重点", "工作机制", "经费保障", "目标任务"],
  not: ["改善人居环境", "扩大就业", "完善工作机制", "拓宽资金来源", "产业发展", "强化经费保障"],
} as const;

/** What a section is by its heading, or null when no row knows the words: then it is taken for work. */
export function sectionKind(heading: string): SectionKind | null {
  const words = reading(heading).replace(/[。.：:；;]$/u, "").replace(/\([^()]*\)$/u, "");
  return sectionRules.find((rule) => rule.pattern.test(words))?.kind ?? null;
}

/** An item that is one of several phases by its first words. On its printed words without marker. */
export const phaseName = {
  id: "phase-name",
  pattern: /^[\u4e00-\u9fff、]{2,12}阶段\s{0,2}(?:[（(：:。]|$)/u,
  examples: ["动员部署阶段（3月1日—3月20日）。印发方案", "集中整治阶段。", "总结提升阶段：11月"],
  not: ["第一阶段性成果", "阶段性目标", "义务教育阶段学校全面开展课后服务。", "做好各阶段的衔接。", "学前教育阶段幼儿资助"],
} as const;

/** Whether an item is called a phase. */
export function namesPhase(words: string): boolean {
  return phaseName.pattern.test(words);
}
