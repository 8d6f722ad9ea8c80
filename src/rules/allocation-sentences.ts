/** Sentences of the running text that name who does it: 主要考核…, 由…牵头. They stay in the text; the units are read out of them. */
import type { Role } from "../model/draft.ts";
import { actedTogether } from "./units/verbs.ts";

export interface AllocationSentence {
  readonly id: string;
  /** Role of the units unless words inside say otherwise; null: only words inside say it. */
  readonly role: Role | null;
  /** Label under which the clause is read, null for none. */
  readonly header: string | null;
  /** Each clause of the text holds, not only the first. */
  readonly every?: true;
  /** The group `clause` holds the units and their verbs. */
  readonly pattern: RegExp;
  readonly examples: readonly { readonly words: string; readonly clause: string }[];
  readonly not: readonly string[];
}

/** Who helps, behind who leads: ，市财政局配合、各县（区）做好保障. */
const helpers = String.raw`(?:[，,、](?:联合|会同)(?!${actedTogether})[^。；;\n，,]{2,120}?(?=[，,。；;\n]|$)|[，,、][^。；;\n，,]{2,60}?(?:配合|参与|参加|协助|负责落实|组织实施|(?<=[各所处科局委办厅院会]|单位|部门)落实)|[，,](?:[省市县区州旗镇乡各]|有关|相关|其他)[^。；;\n，,]{1,60}?(?:支持|协同|具体实施|具体落实|抓好落实|(?:负责|做好|提供|指导|保障)[^。；;\n，,]{0,24})){0,5}`;

export const allocationSentences: readonly AllocationSentence[] = [
  {
    id: "assessed-units",
    role: "responsible",
    header: "主要考核",
    pattern: /(?:^|[。；;\n])[^\S\n]*(?<clause>(?:主要|重点)?(?:考核|考评|评估|测评)(?:单位|部门|对象)?[：:]?(?:市|县|区|省|州|各|镇|乡)[^。；;\n]{1,300}?(?:局|委|办|厅|院|会|处|部|社|中心|单位|部门|政府|公司|室)(?:等)?(?:。|$|(?=[；;\n])))/u,
    examples: [
      { words: "加大公开力度。主要考核市人社局、市经信局、市发改委、市财政局。", clause: "主要考核市人社局、市经信局、市发改委、市财政局。" },
      { words: "做好信息公开。\n主要考核市卫健委", clause: "主要考核市卫健委" },
    ],
    not: ["不断完善考核方法，注重过程监测和结果运用。", "主要考核政务公开工作情况。"],
  },
  {
    id: "led-by",
    role: null,
    header: null,
    pattern: new RegExp(String.raw`(?:^|[。；;，,\n])[^\S\n]*(?<clause>由[^。；;\n由]{2,60}?(?:牵头(?:负责|组织|实施|落实)?|负责(?:落实|组织实施)?)${helpers})(?=[，,。；;\n]|(?<=配合)(?:组织|开展|做好)|$)`, "u"),
    examples: [
      { words: "由省环保厅牵头，省发展改革委参与，各市政府负责落实。", clause: "由省环保厅牵头，省发展改革委参与，各市政府负责落实" },
      { words: "由综治处牵头，联合农业处、城东海事局、各包村工作队，开展船舶专项整治。", clause: "由综治处牵头，联合农业处、城东海事局、各包村工作队" },
      { words: "由市交通局牵头，联合印发实施方案，8月底前完成。", clause: "由市交通局牵头" },
      { words: "由教育处牵头、综治处配合组织学校开展宣传。", clause: "由教育处牵头、综治处配合" },
      { words: "由科研处牵头，各研究所落实，8月底前完成申报。", clause: "由科研处牵头，各研究所落实" },
      { words: "由市商务局牵头，市财政局做好资金保障，各县区组织实施。", clause: "由市商务局牵头，市财政局做好资金保障，各县区组织实施" },
      { words: "由市政务公开办牵头组织,参加测评的单位根据本单位的职能进行考评。", clause: "由市政务公开办牵头组织" },
    ],
    not: ["由于疫情影响，工作推迟。", "由牵头部门汇总后公开。"],
  },
  {
    id: "done-by",
    role: null,
    header: null,
    every: true,
    pattern: new RegExp(String.raw`(?<=[\u4e00-\u9fff”》）)](?<![理自经缘来因事]))(?<clause>由[^。；;，,\n由的]{2,40}?(?:牵头${helpers}|负责|承担|承办|组织实施))(?=[^。；;，,\n的]{0,14}(?:[。；;，,\n]|$))`, "u"),
    examples: [
      { words: "拆除建筑垃圾由区城管局负责清运，11月15日前清运完毕。", clause: "由区城管局负责" },
      { words: "旅游公路整治由市交通局牵头，湖滨镇人民政府配合，9月15日前完成。", clause: "由市交通局牵头，湖滨镇人民政府配合" },
      { words: "标识更新由景区管理处牵头、市文旅局配合，8月底前完成。", clause: "由景区管理处牵头、市文旅局配合" },
      { words: "改造方案由市住建局牵头编制，所需资金由市财政局负责落实。", clause: "由市住建局牵头" },
    ],
    not: ["资金由市财政局负责管理的部分另行安排。", "理由由申请人负责说明的材料。", "企业自由负责经营。"],
  },
];

/** A clause found in running text, as half-open UTF-16 offsets. */
export interface FoundClause {
  readonly rule: AllocationSentence;
  readonly start: number;
  readonly end: number;
}

const mayAllocate = /考核|考评|评估|测评|由/u;

/** The first sentence of each kind that names who does it, or every one where a text may have several, in order. */
export function findAllocationSentences(text: string): FoundClause[] {
  if (!mayAllocate.test(text)) return [];
  return allocationSentences
    .flatMap((rule) => matchesOf(rule, text).flatMap((match) => {
      const clause = match.groups?.["clause"];
      if (clause === undefined) return [];
      const start = match.index + match[0].lastIndexOf(clause);
      return [{ rule, start, end: start + clause.length }];
    }))
    .sort((a, b) => a.start - b.start);
}

/** The rows that may hold several times in one text, to be found one after the other. */
const everywhere: ReadonlyMap<AllocationSentence, RegExp> = new Map(allocationSentences.filter(({ every }) => every === true).map((rule) => [rule, new RegExp(rule.pattern, "gu")]));

function matchesOf(rule: AllocationSentence, text: string): RegExpExecArray[] {
  const every = everywhere.get(rule);
  if (every !== undefined) return [...text.matchAll(every)];
  const match = rule.pattern.exec(text);
  return match === null ? [] : [match];
}
