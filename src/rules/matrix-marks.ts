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
