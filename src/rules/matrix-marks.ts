/** Marks in a table that has a column for each unit: √ in the row of a task, △ for a supporter; and the legends that tell what they mean. */
import type { Role } from "../model/draft.ts";

/** A cell that marks the unit at the head of its column. */
export const matrixMark = {
  id: "matrix-mark",
  /** On the whole cell. */
  pattern: /^(?:[√✓✔☑▲△●○◎◆◇■□★☆*#vV]|牵头|配合|主办|协办|主|协|牵|配|责任|参与)$/u,
  examples: ["√", "△", "牵头", "主"],
  not: ["市财政局", "√√", "主管", "1"],
} as const;

/** The head of units in rows of a matrix, alone or beside that of the tasks. On the folded words without spaces. */
export const unitCorner = {
  id: "unit-corner",
  pattern: /^(?:(?:[各县市区镇乡街]|成员|参与|责任|承担)?(?:单位|部门|科室|处室|股室|站所|街道|乡镇|镇街|镇村|村居|村|社区|学校|班组|车间|机构)(?:名称)?|村\(社区\)|(?:[乡镇]|乡镇)\(街道\)|县\(市、区\)|(?:单位|部门|科室|处室|股室)[/\\|、]?(?:工作|重点)?(?:任务|事项|工作|项目)|(?:工作|重点)?(?:任务|事项|工作|项目)[/\\|、]?(?:单位|部门|科室|处室|股室))$/u,
  examples: ["单位", "部门", "科室名称", "各单位", "单位/任务", "任务\\部门", "工作任务单位", "乡镇", "村(社区)", "镇(街道)"],
  not: ["姓名", "工作任务", "项目", "单位性质", "任务", "时间"],
} as const;

/** What heads a task among the columns of a matrix: counted, with its limit, or begun by a verb of work. On the folded head. */
export const taskOfMatrix = {
  id: "task-of-matrix",
  pattern: /^(?:\d{1,2}[.、．)]|[①-⑳]|任务[一二三四五六七八九十\d])|\((?:[^()]{0,8}[前底]|[^()]{0,4}(?:时限|完成)[^()]{0,12})\)$|^(?:清[除理淤运]|整[治改修合]|规范|更换|新建|改[造建]|修[订缮复剪]|建[成设立]|完[成善]|开展|组织|推[进行动广]|落实|制[定作订]|编[制印]|加强|提升|举办|排查|检[查修测]|培训|宣传|安装|维[修护]|补[齐充种]|优化|巡[查逻]|摸[排清]|拆[除迁]|治理|配[备套合]|做好|保障|打造|创[建作]|设[立置]|收[集缴]|发放|公示|办理|核[查实]|张贴|消[除杀]|疏[通浚导]|绿化|硬化|美化)/u,
  examples: ["1.清除主次干道小广告(5月10日前)", "整治背街小巷积水", "宣传栏换新(5月8日前)", "②入户宣传", "开展义诊"],
  not: ["党员", "职工食堂", "营业执照", "第一次会议", "签到表", "周一"],
} as const;

/** Heads of columns that are ticked off, of which none is work: papers handed in, questions with yes and no. */
const forms = /^(?:是否|有无|已|未)|(?:复印件|证明|执照|签到表|照片|材料|申请表|报告书?|总结|合同|会议|例会|培训班)$|^(?:周|星期)[一二三四五六日天]|^第.{1,3}[次期节]/u;

/** Whether a folded head is such a thing. */
export function isForm(head: string): boolean {
  return forms.test(head);
}

/** Whether the marks of a matrix tell roles: words of a role, or two marks. */
export function rolesByMarks(marks: readonly string[]): boolean {
  return marks.some((mark) => wordMarks.has(mark)) || new Set(marks).size === 2;
}

/** Words that make a mark say how things stand: √表示已完成. No unit acts where it stands. On printed text. */
export const stateLegend = {
  id: "state-legend",
  pattern: /[√✓✔☑▲△●○◎◆◇■□★☆*#vV][”"’」）)]?\s{0,2}(?:的|者)?(?:表示|代表|为|是|指|系|[—\-－:：=＝]{1,2})?\s{0,2}(?:已|完成|达标|合格|不合格|通过|有|是|参会|参加会议|到会|出席|缺席|在岗|值班|休息|正常|异常)/u,
  examples: ["“√”表示已完成", "√为达标", "注：★：到会", "√代表参会"],
  not: ["★表示牵头", "√为责任单位", "△参与", "●负责完成"],
} as const;

/** A mark that a name in a list of units carries: 市数据局▲, ★市财政局. On the text behind the name, and before it. */
export const roleMark = {
  id: "role-mark",
  behind: /^\s*[（(]?(?<mark>[√✓✔☑▲△●○◎◆◇■□★☆*#])/u,
  before: /(?<mark>[√✓✔☑▲△●○◎◆◇■□★☆*#])\s*$/u,
  examples: ["市数据局▲", "★市财政局", "市公安局（★）"],
  not: ["市财政局", "1", "—"],
} as const;

/** Marks that are words of a role themselves. */
const wordMarks: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["牵头", "lead"], ["主办", "lead"], ["主", "lead"], ["牵", "lead"], ["配合", "support"], ["协办", "support"], ["参与", "support"], ["协", "support"], ["配", "support"], ["责任", "responsible"],
]);

/** Words of a legend and the role that they give to a mark. First match wins. */
export const legendRoles: readonly { readonly id: string; readonly role: Role; readonly pattern: RegExp; readonly examples: readonly string[] }[] = [
  { id: "legend:lead", role: "lead", pattern: /^(?:总?牵头|主办|主责|第一责任|负总责)/u, examples: ["牵头单位", "主办", "主责部门"] },
  { id: "legend:support", role: "support", pattern: /^(?:配合|协办|协同|参与|参加|会办|协助)/u, examples: ["配合单位", "参与", "协办部门"] },
  { id: "legend:responsible", role: "responsible", pattern: /^(?:责任|承办|负责|落实)/u, examples: ["责任单位", "承办"] },
];

/** “★”为牵头单位, △表示配合, ●——主办, 牵头单位用▲标注. Groups: the mark, and the words of its role. */
export const legendEntries: readonly { readonly id: string; readonly pattern: RegExp; readonly examples: readonly string[]; readonly not: readonly string[] }[] = [
  {
    id: "legend:mark-first",
    pattern: /[“"'‘「（(]?(?<mark>[√✓✔☑▲△●○◎◆◇■□★☆*#])[”"'’」）)]?\s{0,2}(?:的|者)?(?:表示|代表|为|是|指|系|[—\-－:：=＝]{1,2})?\s{0,2}(?:该项(?:任务|工作)(?:的)?)?(?<role>[\u4e00-\u9fff]{2,6})/gu,
    examples: ["“★”为牵头单位", "△表示配合", "●——主办单位", "○：参与", "▲牵头"],
    not: ["★★★", "注：本表一式三份"],
  },
  {
    id: "legend:role-first",
    pattern: /(?<role>(?:牵头|主办|主责|配合|协办|参与|责任|承办)(?:单位|部门|科室)?)(?:用|以|标|为|记作|打)\s{0,2}[“"'‘「]?(?<mark>[√✓✔☑▲△●○◎◆◇■□★☆*#])/gu,
    examples: ["牵头单位用▲标注", "配合单位以“△”表示"],
    not: ["牵头单位用章"],
  },
];

/** A sentence of the body text that explains a mark; a bullet before a duty explains none. */
export const legendSentence = {
  id: "legend:sentence",
  pattern: /(?:标|标注|标有|带|注明|加|打|用|以)\s{0,2}[“"（(]?[▲△●○◎◆◇■□★☆*#]|[▲△●○◎◆◇■□★☆*#][”"）)]?\s{0,2}(?:号)?(?:的|者)?(?:表示|代表|为|是|指|系)/u,
  examples: ["清单中标★的为牵头科室", "带▲的为牵头单位", "（★为牵头单位，其余为配合单位）"],
  not: ["●负责编制实施方案", "★牵头单位：市财政局"],
} as const;

/** What the marks of a table mean by the words of a legend; empty for words that are none. */
export function readLegend(text: string): Map<string, Role> {
  const meanings = new Map<string, Role>();
  for (const { pattern } of legendEntries) {
    for (const { groups } of text.matchAll(pattern)) {
      const role = legendRoles.find((row) => row.pattern.test(groups?.["role"] ?? ""))?.role;
      const mark = groups?.["mark"];
      if (role !== undefined && mark !== undefined && !meanings.has(mark)) meanings.set(mark, role);
    }
  }
  return meanings;
}

/** Marks that set a name apart where a legend stands; * and # also point to remarks. */
const apart = /(?<=[\u4e00-\u9fff）)])\s*[（(]?([▲△●◎◆◇■□★☆])(?=[）)]?\s*(?:[、，,；;]|$))|(?<=^|[、，,；;]\s{0,2})([▲△●◎◆◇■□★☆])(?=\s*[\u4e00-\u9fff])/gu;

/** The marks that some, but not all, names of a list carry. */
export function marksApart(list: string): string[] {
  const marks = [...list.matchAll(apart)].map(([, behind, before]) => behind ?? before ?? "");
  return marks.length < list.split(/[、，,；;]/u).length ? marks : [];
}

/** The role of a mark by a legend, or by its own words; null where nothing tells. */
export function roleOfMark(mark: string, legend: ReadonlyMap<string, Role>): Role | null {
  return legend.get(mark) ?? wordMarks.get(mark) ?? null;
}

/** A list of units without the marks at its names: 县司法局★、县财政局. */
export function withoutMarks(list: string): string {
  return list.replace(/(?<=[\u4e00-\u9fff)）])\s?[（(]?[★☆▲△●○◎◆◇■□※][)）]?|[★☆▲△●○◎◆◇■□※]\s?(?=[\u4e00-\u9fff])/gu, "");
}
