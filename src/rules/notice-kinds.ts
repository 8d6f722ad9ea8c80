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
  /** True for texts that lay down standing rules: the periods in their articles bind for ever and are no deadlines. */
  readonly standing?: true;
  /** On the folded title, or on the title of the enclosed plan. */
  readonly pattern: RegExp;
  readonly examples: readonly string[];
}

/** First match wins. */
export const noticeKindRules: readonly NoticeKindRule[] = [
  {
    id: "no-work",
    kind: "other",
    allocates: false,
    pattern: /(?:的批复|节假日|放假|任免|的公告|的通报|的公报|的决定|的议案|的复函|名单|组成人员|的答复|废止.{0,20}的通知|调整.{0,30}(?:成员|机构)的通知|成立.{0,40}的通知)$|节假日安排/u,
    examples: ["国务院关于同意重庆高新技术产业开发区建设国家自主创新示范区的批复", "国务院办公厅关于2019年部分节假日安排的通知"],
  },
  {
    id: "assessment",
    kind: "assessment-plan",
    allocates: true,
    pattern: /(?:考评|考核|评估|测评|评议|督查激励|绩效评价)(?:工作)?(?:实施)?(?:方案|办法|细则|指标|标准|计划)/u,
    examples: ["2020年政务公开工作考评方案", "2021年度目标管理绩效考核办法"],
  },
  {
    id: "allocation",
    kind: "task-allocation",
    allocates: true,
    pattern: /分工|分解|责任清单|任务清单|工作要点|重点工作(?:任务|安排)|目标任务|重点任务|民生实事/u,
    examples: ["2020年政务公开重点工作任务分工", "贵池区2018年政务公开重点工作任务分工（征求意见稿）", "2021年政府工作报告重点任务分解"],
  },
  {
    id: "action",
    kind: "action-plan",
    allocates: true,
    pattern: /行动|专项整治|(?:实施|工作|整治|活动|推进|攻坚|建设|改革|治理|整改)方案|(?:计划|规划)(?:\([^()]*\))?(?:的通知)?$/u,
    examples: ["关于开展政务公开“六提六促”专项行动的通知", "大气污染防治实施方案"],
  },
  {
    id: "opinion",
    kind: "task-allocation",
    allocates: true,
    pattern: /(?:意见|措施|举措|清单|要点|安排)(?:\([^()]*\))?(?:的通知)?$/u,
    examples: ["国务院关于促进综合保税区高水平开放高质量发展的若干意见", "国务院办公厅关于深入开展消费扶贫助力打赢脱贫攻坚战的指导意见"],
  },
  {
    id: "order",
    kind: null,
    allocates: true,
    pattern: /关于(?:切实|全面|深入|扎实|认真|持续|进一步)?(?:做好|开展|加强|推进|推动|实施|落实|规范|组织|加快|强化|抓好|报送|贯彻|提升|完善|深化|对).{2,200}的(?:紧急)?通知/u,
    examples: ["关于做好2021年防汛工作的通知", "国务院办公厅关于加强城市轨道交通规划建设管理的通知"],
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
