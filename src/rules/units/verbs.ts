/**
 * The words that give a role: verbs behind units (X牵头，Y配合，Z负责落实), before them (由, 会同, 主要考核).
 * What 负责 and 落实 mean depends on who else is named, see conventions of units; here they are only “answerable”.
 */

/** A role before the other roles of the task are known. */
export type RoleClass = "lead" | "support" | "answerable" | "other";

export interface RoleVerb {
  readonly id: string;
  readonly role: RoleClass;
  /** Longest first within a row. */
  readonly words: readonly string[];
  /** Whether an object may follow: X负责Y工作. Otherwise the verb counts only at the end of its clause. */
  readonly takesObject: boolean;
  readonly examples: readonly { readonly words: string; readonly unit: string }[];
}

export const roleVerbs: readonly RoleVerb[] = [
  {
    id: "verb:lead",
    role: "lead",
    words: ["牵头抓总", "总牵头", "牵头", "抓总"],
    takesObject: true,
    examples: [
      { words: "区编办牵头", unit: "区编办" },
      { words: "区财政局牵头落实", unit: "区财政局" },
      { words: "市发改委分工负责牵头", unit: "市发改委" },
      { words: "市环保局牵头督导", unit: "市环保局" },
    ],
  },
  { id: "verb:lead-end", role: "lead", words: ["为牵头单位", "为牵头部门", "作为牵头单位", "主责", "主办", "主抓"], takesObject: false, examples: [{ words: "县住建局主办", unit: "县住建局" }] },
  {
    id: "verb:support",
    role: "support",
    words: ["协同配合", "参与配合", "协助配合", "配合", "参与", "参加"],
    takesObject: true,
    examples: [
      { words: "旅游部门配合", unit: "旅游部门" },
      { words: "县财政局积极配合做好保障工作", unit: "县财政局" },
    ],
  },
  {
    id: "verb:support-end",
    role: "support",
    words: ["为配合单位", "作为配合单位", "为参与单位", "协同", "协办", "会办", "协助", "支持", "协作"],
    takesObject: false,
    examples: [{ words: "市财政局、市审计局协办", unit: "市财政局、市审计局" }],
  },
  {
    id: "verb:answerable",
    role: "answerable",
    words: ["分工负责", "分别负责", "负责"],
    takesObject: true,
    examples: [
      { words: "省财政厅、省审计厅按职责分工负责", unit: "省财政厅、省审计厅" },
      { words: "市政务公开办负责与平台建设方对接", unit: "市政务公开办" },
      { words: "区政府各部门负责落实", unit: "区政府各部门" },
    ],
  },
  {
    id: "verb:answerable-end",
    role: "answerable",
    words: ["为责任单位", "作为责任单位", "承办", "分办", "抓好落实", "分工落实", "组织落实", "组织推进", "贯彻落实", "具体落实", "落实", "执行", "推进", "承担", "制定", "办理", "完成"],
    takesObject: false,
    examples: [{ words: "各处、单位分别落实", unit: "各处、单位" }],
  },
  {
    id: "verb:other",
    role: "other",
    words: ["具体组织实施", "具体实施", "业务检查指导", "技术指导", "政策指导", "检查指导", "监督检查", "督促检查", "跟踪督办", "督办落实", "考核验收", "指导督促", "督促指导", "指导监督", "监督指导", "督促落实", "督导落实", "监督落实", "加强指导", "加强督导", "业务指导", "统筹协调", "统筹", "组织实施", "作为业主单位", "作为试点单位", "指导", "督导", "督办", "监督", "实施", "督促", "验收", "考核", "汇总"],
    takesObject: false,
    examples: [
      { words: "市教育局指导", unit: "市教育局" },
      { words: "县交通局组织实施", unit: "县交通局" },
      { words: "各县区具体实施", unit: "各县区" },
    ],
  },
  {
    id: "verb:oversees",
    role: "other",
    words: ["负责督促检查", "负责督导", "负责督办", "负责督查", "负责监督"],
    takesObject: false,
    examples: [{ words: "市政府督查室负责督办", unit: "市政府督查室" }],
  },
  {
    id: "verb:guides",
    role: "other",
    words: ["负责业务指导", "负责技术指导", "负责指导监督", "负责监督指导", "负责督促指导", "负责指导"],
    takesObject: true,
    examples: [
      { words: "市水利局负责业务指导", unit: "市水利局" },
      { words: "市教育局负责指导各县区开展工作", unit: "市教育局" },
    ],
  },
];

/** Words that may stand before or between role verbs without changing them. Longest first. */
export const verbAdverbs: readonly string[] = [
  "按照职责分工", "按职责分工", "共同", "分别", "具体", "统一", "统筹", "联合", "积极", "大力", "全力", "通力", "协力", "鼎力", "切实", "抓紧", "密切", "主动", "认真", "各自", "全面", "直接", "主要", "总体", "依法", "负总责", "共", "并", "、", "和", "一起", "做好", "抓好", "予以", "要", "应",
];

/** Words that may follow a role verb at the end of a clause and say nothing more. Longest first. */
export const verbComplements: readonly string[] = ["组织实施", "抓落实", "落实到位", "组织落实", "组织", "落实", "推进", "实施", "督导", "执行", "办理", "完成", "协调", "工作", "此项工作", "本项工作", "该项工作", "汇总", "制定", "推动"];

/** Nouns that make a label or a name of a role verb: 牵头单位, 配合部门, 负责人 are no verbs. */
export const afterNoVerb = /^(?:单位|部门|领导|人|科室|处室|同志|方|机构|机关|任务|者|落实单位)/u;

/** 按职责分工 and its relatives: sets `byDuty`. */
export const byDutyWords = {
  id: "tail:by-duty",
  pattern: /(?:按照|按|依照|依据|依|根据)(?:各自|各部门|部门|各单位|单位|各自的|有关|相关|工作|法定)?(?:职能职责|职责任务|职责权限|职责范围|职责|职能|任务|责任)(?:和任务)?(?:范围)?(?:分工)?|按分工|各司其职/u,
  examples: ["按职责分工", "按照部门职责分工", "依职责", "按照各自职责", "按照职能职责"],
} as const;

/** Words before a unit that only open a clause: 由, 请. Longest first. */
export const clauseOpeners: readonly string[] = ["具体由", "主要由", "分别由", "并由", "同时由", "再由", "责成", "其中", "由", "请", "以及", "及其", "和", "及", "与", "并"];

/** Words before a unit that give it a role. */
export const roleOpeners: readonly { readonly id: string; readonly words: readonly string[]; readonly role: RoleClass; readonly examples: readonly string[] }[] = [
  { id: "opener:with", words: ["会同", "商请"], role: "support", examples: ["国家发展改革委会同有关部门负责"] },
  { id: "opener:assessed", words: ["主要考核", "重点考核"], role: "answerable", examples: ["主要考核市人社局、市发改委"] },
];

/** What several do jointly: 联合印发, and nobody is taken along. */
export const actedTogether = "(?:执法(?![大总支中]?队|局|办|站|所)|开展|印发|制[定订]|出台|组织|推进|攻坚|整治|打击|督[查导]|检查|行动|发文|下发|发布|发出|举[办行]|推动|实施|研究|编制|建立|成立|会商|验收|巡查|排查|整改|办公|培训|攻关|共建|建设|进行|审查|申报|召开|印制)";

/** 联合农业处: who is taken along, where no name begins with 联合 and nothing is done jointly. */
export const takenAlong = {
  id: "opener:together",
  pattern: new RegExp(`^联合(?!会|社|国|体|惩戒|办|水务|大学|学院|集团|公司|执法|党|工会|支部|调解|作战|指挥|审|检|医院|学校|收割|村|镇|乡|${actedTogether})(?=[\\u4e00-\\u9fff]{2})`, "u"),
  examples: ["联合农业处", "联合市公安局", "联合各镇街"],
  not: ["联合会", "联合执法队", "联合党委", "联合", "联合开展整治", "联合印发方案"],
  length: 2,
} as const;

/** Bodies set up for one purpose carry its verb in their names; role verbs never are a part of any. */
export const verbsOfNames = {
  id: "name:purpose",
  purpose: /(?:领导小组|协调小组|工作小组|专项小组|指挥部|协调机制)(?:办公室|各?[\u4e00-\u9fff]{0,4}组|成员单位)?$/u,
  never: /负责|牵头|配合|按照|不再|均需|参与单位/u,
  examples: ["市推进政府职能转变协调小组", "县加强作风建设领导小组办公室"],
} as const;

/** The units of one role as a class: 各牵头单位, 其他配合部门. */
export const rolesAsClass = /^(?:各|有关|相关|其他|全[省市县区])(?:有关|相关|项|级|个)?(?:任务|工作|重点任务|专项|项目|课题|事项)?(?:总?牵头|配合|责任|参与|参加|协办|承办|主办|会办|落实|成员|责任落实|牵头责任)(?:责任)?(?:单位|部门|科室|处室|机关)$/u;

/** Verbs that no unit name holds: a member with one of them was not understood. */
export const neverInNames = /负责|牵头|配合|落实(?!办|领导)|按照|推进(?!办|中心|局|处|科|领导|工作|委|组)|加强|完成|确保|制定|做好|开展|建立|进一步|不断|认真|参与单位|不再|均需|为牵头|为责任|(?<!小|班|导|作|项|查)组成(?!员)|组建(?!局|处)|抽调/u;
