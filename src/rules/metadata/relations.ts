/**
 * What a notice says it does with another document, by the printed verb before or behind its title or number. Sources: 《党政机关公文处理工作条例》
 * (转发, 批转, 废止), 《立法技术规范（试行）（一）》 (修改, 废止), and the forms of pages that were read.
 *
 * Words are simplified; “X” in the examples is the other document with its marks, number and the documents that stand in one list with it.
 */

/** `cites` says no more than that the document is named; every other relation has its verb. */
export type Relation = "cites" | "implements" | "transmits" | "amends" | "supplements" | "repeals";

export interface RelationRow {
  readonly id: string;
  /** Null: the words speak of a document that is only being made, or that the notice itself brings. */
  readonly relation: Relation | null;
  /** Verbs before the document; up to fourteen characters without marks may stand between: 按照国家卫生健康委X. */
  readonly before: readonly string[];
  /** What stands right behind the document, its verb named; null: nothing does. */
  readonly behind: RegExp | null;
  readonly examples: readonly { readonly text: string; readonly verb: string }[];
  readonly not: readonly string[];
}

const row = (id: string, relation: Relation | null, words: Pick<RelationRow, "before" | "behind">, examples: readonly (readonly [string, string])[], not: readonly string[]): RelationRow => ({
  id, relation, ...words, examples: examples.map(([text, verb]) => ({ text, verb })), not,
});

/** A row before another one wins where both are printed. */
export const relationRows: readonly RelationRow[] = [
  row("repeals", "repeals",
    { before: ["废止", "停止执行"], behind: /^[^《，,。；;]{0,20}?(?<verb>停止执行|同时废止|予以废止|即行废止|自行废止|废止|停止实施|不再执行|宣布失效|自行失效)/u },
    [["废止X", "废止"], ["X自2022年1月1日起同时废止", "同时废止"], ["X停止执行", "停止执行"]],
    ["根据X，对废止的文件进行清理", "不再执行X中关于承包范围的规定"]),
  row("amends", "amends",
    { before: ["修改", "修订", "调整"], behind: /^(?:作出?|进行|予以)?(?:如下|以下|部分|相应)?(?<verb>修改|修订|调整)(?:为|如下|[：:，。]|$)/u },
    [["关于修改X的决定", "修改"], ["对X作如下修改：", "修改"], ["X修改为", "修改"]],
    ["根据新修订的X", "按照X修订完善预案", "修改完善X"]),
  row("supplements", "supplements",
    { before: ["补充"], behind: /^(?:有关事项|相关内容|有关内容)?(?:作出?|进行|的)?(?:如下|以下)?(?<verb>补充)/u },
    [["对X补充如下", "补充"], ["关于X的补充通知", "补充"], ["现就X有关事项补充通知如下", "补充"]],
    ["按照X补充材料"]),
  row("transmits", "transmits",
    { before: ["转发", "批转"], behind: /^(?:已经[^，。；]{1,16}，)?(?:现|予以)?(?<verb>转发|批转)/u },
    [["现将X转发给你们", "转发"], ["关于转发X的通知", "转发"], ["批转X", "批转"]],
    ["按照X转发有关信息"]),
  row("being-made", null,
    { before: ["印发", "制定", "制订", "出台", "编制", "起草", "草拟", "拟定", "编写", "发布", "公布", "颁发", "颁布", "填写", "填报", "签订", "研究提出"], behind: /^(?:已经?[^，。；]{1,24}(?:同意|通过|批准|审定)|(?:现)?(?:印发|公布|发布)|(?:公开)?(?:征求|征集))/u },
    [["现将X印发给你们", ""], ["制定X", "制定"], ["X已经市政府同意", ""], ["关于X公开征求意见的公告", ""]],
    ["按照X要求制定方案"]),
  row("implements", "implements",
    { before: ["贯彻落实", "贯彻执行", "贯彻实施", "组织实施", "贯彻", "落实", "实施", "执行"], behind: null },
    [["为贯彻落实X精神", "贯彻落实"], ["认真落实我省X", "落实"], ["在落实X有关要求的基础上", "落实"], ["关于贯彻落实X的实施意见", "贯彻落实"]],
    ["不再执行X中关于承包范围的规定", "X印发给你们，请认真贯彻落实", "执行情况按照X报送"]),
  row("cites", "cites",
    { before: ["根据", "按照", "依据", "依照", "遵照", "参照", "参考", "围绕", "结合", "对照", "遵循", "符合"], behind: null },
    [["根据X要求", "根据"], ["按照国家卫生健康委X进行统计", "按照"], ["围绕X要求", "围绕"]],
    ["X规定"]),
];

/** A relation that words around a document state: the row and the verb, as offsets in the words before or behind it. */
export interface StatedRelation {
  readonly row: RelationRow;
  readonly side: "before" | "behind";
  readonly start: number;
  readonly end: number;
}

const rowOfVerb: ReadonlyMap<string, RelationRow> = new Map(relationRows.flatMap((one) => one.before.map((verb) => [verb, one] as const)));
const anyVerb = new RegExp([...rowOfVerb.keys()].sort((a, b) => b.length - a.length).join("|"), "gu");

/** 不再执行: what follows is no carrying out. 新修订的, 修改完善: the document is described, or something is done beside it. */
const denied = /(?:不再|停止|暂停|终止|不得|新|拟|经)$/u;
const described = /^(?:的|后|版|完善)/u;
const longestGap = 14;

/** What the words before and behind a document, or a list of documents, say; null when they say nothing. Both are of its sentence and simplified. */
export function statedRelation(before: string, behind: string): StatedRelation | null {
  const verb = verbBefore(before);
  const open = verb === null || /(?:现?[将把]|现?[对就]|关于)$/u.test(before);
  for (const one of relationRows) {
    const match = open || one.relation === "repeals" ? one.behind?.exec(behind) : undefined;
    if (match != null) {
      const words = match.groups?.["verb"] ?? "";
      const start = match[0].lastIndexOf(words);
      return { row: one, side: "behind", start, end: start + words.length };
    }
    if (verb?.row === one) return verb;
  }
  return null;
}

function verbBefore(before: string): StatedRelation | null {
  const tail = before.slice(-40);
  const from = before.length - tail.length;
  const match = [...tail.matchAll(anyVerb)].at(-1);
  if (match === undefined) return null;
  const [verb] = match;
  const gap = tail.slice(match.index + verb.length);
  const found = rowOfVerb.get(verb);
  if (found === undefined || gap.length > longestGap || /[，,。；;：:、”“]/u.test(gap)) return null;
  if (denied.test(tail.slice(0, match.index)) || (described.test(gap) && found.relation !== "cites")) return null;
  return { row: found, side: "before", start: from + match.index, end: from + match.index + verb.length };
}

/** Ends of the titles of documents that are named without a number (the 15 kinds of the 《条例》 of 2012, plans, and rules of law). */
export const namedDocument =
  /(?:决定|决议|意见|通知|通报|公告|批复|纪要|方案|计划|规划|纲要|要点|安排|任务分工|办法|规定|细则|条例|规则|措施|政策|指引|指南|政府工作报告|(?:中华人民共和国|[省市]).{1,30}法)(?:[（(][^（）()]{1,16}[）)])?$/u;

/** Shorter titles stand for one that was named before: 《条例》, 《方案》. */
export const shortestTitle = 5;

/** Ends of titles of documents that set work: two notices that both name one belong together. Laws and yearly reports of governments are named by all. */
export const workingDocument = /(?:决定|意见|通知|通报|批复|函|方案|计划|规划|纲要|要点|分工|措施)(?:试行|暂行)?$/u;
