/** Labels of the lists of members of leading groups and working teams: 组长, 成员, 队长. */

export interface MemberLabel {
  readonly id: string;
  /** `chief` and `members` name people or units; `duty` says what a team has to do. */
  readonly means: "chief" | "members" | "duty";
  /** On the folded label without its colon. */
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

export const memberLabels: readonly MemberLabel[] = [
  {
    id: "member:chief",
    means: "chief",
    pattern: /^(?:第一|常务|执行|总)?(?:副?(?:组|队|班|指挥)长|副?总指挥|副?指挥|政委|副?召集人|召集人|顾问|带队领导|总负责人)$/u,
    examples: ["组长", "副组长", "常务副组长", "队 长", "总指挥"],
    not: ["科长", "责任人", "牵头领导"],
  },
  {
    id: "member:members",
    means: "members",
    pattern: /^(?:成员|组员|队员|成员单位|组成人员|参加人员|主要成员|工作人员|抽调人员)$/u,
    examples: ["成员", "成　员", "组员", "成员单位"],
    not: ["责任单位", "牵头单位"],
  },
  {
    id: "member:duty",
    means: "duty",
    pattern: /^(?:(?:主要|工作|具体|岗位)?(?:职责|任务|分工)|职责任务|任务分工|工作内容|负责(?:内容|事项|片区|区域)|(?:检查|督查|包保|责任)(?:片区|区域|范围|内容))$/u,
    examples: ["工作职责", "主要职责", "工作任务", "检查片区"],
    not: ["重点任务和责任单位"],
  },
];

/** What a folded label announces in a list of members, null when it is none of such. */
export function memberLabel(label: string): MemberLabel["means"] | null {
  return memberLabels.find(({ pattern }) => pattern.test(label))?.means ?? null;
}
