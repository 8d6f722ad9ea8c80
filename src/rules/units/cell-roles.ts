/** Cells that name units in two roles: by a header of two roles (牵头单位（配合单位）, 牵头单位/配合单位), or by a note (括号内为配合单位). */
import type { Role } from "../../model/draft.ts";
import { folded } from "../../text/fold.ts";
import { personNames } from "../personal.ts";
import { mayStandForUnit } from "./names.ts";
import { readUnitHeader, shortLabels } from "./headers.ts";

/** A header of two roles; the second stands in brackets in the cells, or behind a sign that parts them. */
export interface PairedHeader {
  readonly by: "bracket" | "sign";
  readonly roles: readonly [Role, Role];
  /** What each is called. */
  readonly heads: readonly [string, string];
}

/** 牵头单位（配合单位）, 主办（协办）单位. On the folded header without spaces. Groups: what stands before, in and behind the bracket. */
export const bracketHeader = {
  id: "bracket-header",
  pattern: /^([\u4e00-\u9fff]{2,8})[(〔[]([\u4e00-\u9fff]{2,8})[)〕\]]([\u4e00-\u9fff]{0,4})$/u,
  examples: ["牵头单位(配合单位)", "主办(协办)单位", "责任部门(协同部门)", "责任单位(配合单位)", "牵头(配合)科室"],
  not: ["责任单位(牵头单位)", "牵头单位(部门)", "主办(牵头)单位", "责任单位(责任人)", "责任单位", "完成时限(配合单位)"],
} as const;

/** 牵头单位/配合单位, 牵头及配合单位. On the folded header without spaces. Groups: the two parts. */
export const signHeader = {
  id: "sign-header",
  pattern: /^([\u4e00-\u9fff]{2,8})[/、,;及和与]([\u4e00-\u9fff]{2,8})$/u,
  examples: ["牵头单位/配合单位", "牵头单位、配合单位", "主办单位及协办单位", "牵头及配合单位", "牵头/配合部门", "责任单位和协助单位"],
  not: ["责任单位/责任人", "牵头单位/主办单位", "责任单位、完成时限", "责任单位", "牵头/责任科室", "协办/承办单位"],
} as const;

const body = /(?:单位|部门|科室|处室|股室|部室|机构|站所|街道|乡镇)$/u;

/** The two roles of a header, one of them those who help; null for any other. */
export function pairedHeader(header: string): PairedHeader | null {
  const words = folded(header).replace(/\s+/gu, "");
  return pairIn(words) ?? (trailingRemark.test(words) ? pairIn(words.replace(trailingRemark, "")) : null);
}

/** A rule behind the words of a header: 牵头单位/配合单位（列第一位的为牵头单位）. */
const trailingRemark = /[(〔[][^()〔〕[\]]{1,40}[)〕\]]$/u;

function pairIn(words: string): PairedHeader | null {
  const bracketed = bracketHeader.pattern.exec(words);
  if (bracketed !== null) return pairOf("bracket", (bracketed[1] ?? "") + (bracketed[3] ?? ""), (bracketed[2] ?? "") + (bracketed[3] ?? ""));
  const [, one = "", other = ""] = signHeader.pattern.exec(words) ?? [];
  const bodyless = shortLabels.has(one) && body.test(other);
  return pairOf("sign", bodyless && !oneOfTwo.test(other) ? one + (body.exec(other)?.[0] ?? "") : one, other);
}

/** 协办/承办单位, 责任/配合部门: one list of all who have a part in it. */
const oneOfTwo = /^(?:责任|承办|落实)/u;

function pairOf(by: PairedHeader["by"], one: string, other: string): PairedHeader | null {
  const roles = [one, other].map((words) => readUnitHeader(words)?.role ?? null);
  const [first, second] = roles;
  if (first == null || second == null || roles.includes("people") || roles.includes("other")) return null;
  return roles.filter((role) => role === "support").length === 1 ? { by, roles: [first, second], heads: [one, other] } : null;
}

/** Whether words say that of several units the first leads: what parts them is their order. On printed text. */
export const firstOfSeveral = {
  id: "first-of-several",
  pattern: /(?:[排列居名]|位列|名列)[^。；;，,]{0,4}(?:第一|首)(?:位|个|名)?|第一(?:个|家|位)?(?:单位|部门|科室|处室)|首位/u,
  examples: ["排在第一位的为牵头单位", "列首位者牵头", "第一个单位为牵头单位", "首位部门牵头"],
  not: ["牵头单位/配合单位", "第一季度完成", "首批任务"],
} as const;

/** Roles that a note gives to parts of cells by where they stand. */
export interface CellRoles {
  readonly bracket: Role | null;
  readonly beforeSlash: Role | null;
  readonly behindSlash: Role | null;
}

/** A note or remark that says so. Groups: the place, and the words of the role. On folded text. */
export const cellRoleNote = {
  id: "note:roles-in-cells",
  pattern: /(?<place>括[号弧](?:内|里|中)|斜[杠线](?:之?前|左[边侧面]?)|[“"]?\/[”"]?(?:之?前|左[边侧面]?)|斜[杠线](?:之?后|右[边侧面]?)面?|[“"]?\/[”"]?(?:之?后|右[边侧面]?)面?)(?:的|者|所[列注]的?|单位|部门|科室){0,3}(?:均|都|一律)?(?:为|是|系|指|属|表示)(?<role>牵头|主办|主责|配合|协办|协同|协助|参与|责任|承办)/gu,
  examples: [
    { words: "注:牵头单位后括号内为配合单位。", place: "括号内", role: "配合" },
    { words: "括号里的单位均为协办单位", place: "括号里", role: "协办" },
    { words: "斜杠后为协办单位", place: "斜杠后", role: "协办" },
    { words: "“/”前为牵头单位", place: "“/”前", role: "牵头" },
    { words: "斜线后的部门是配合部门", place: "斜线后", role: "配合" },
  ],
  not: ["括号内为完成时限", "括号内数字为件数", "括号内不计入配合单位", "配合单位在括号内注明电话"],
} as const;

const roleOfWord: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["牵头", "lead"], ["主办", "lead"], ["主责", "lead"], ["配合", "support"], ["协办", "support"], ["协同", "support"], ["协助", "support"], ["参与", "support"], ["责任", "responsible"], ["承办", "responsible"],
]);

/** What notes say of brackets and slashes in the cells of units. */
export function readCellRoles(notes: readonly string[]): CellRoles {
  const found = notes.flatMap((note) => [...folded(note).matchAll(cellRoleNote.pattern)]).map(({ groups }) => ({ place: groups?.["place"] ?? "", role: roleOfWord.get(groups?.["role"] ?? "") ?? null }));
  const roleAt = (place: RegExp): Role | null => found.find((one) => place.test(one.place))?.role ?? null;
  return { bracket: roleAt(/^括/u), beforeSlash: roleAt(/[前左]/u), behindSlash: roleAt(/[后右]/u) };
}

/** A bracket that belongs to the name before it, and names nobody else: 各县（市、区）, 各村（社区）. On the text up to the bracket, and in it. */
export const bracketOfName = {
  id: "bracket-of-name",
  before: /(?:^|[、,，;；\s])(?:各|有关|相关|全[市县区])[^、,，;；]{0,8}$/u,
  inner: /^(?:[市区县州旗乡镇村]|街道|社区|园区|林场|农场|功能区|开发区|办事处|管委会|场|处|中心|单位|部门)(?:[、,，及和](?:[市区县州旗乡镇村]|街道|社区|园区|林场|农场|功能区|开发区|办事处|管委会|场|处|中心|单位|部门)){0,6}$/u,
  examples: [["各县", "市、区"], ["县民政局、各村", "社区"], ["各乡镇", "街道、园区"]],
  not: [["县民政局", "各乡镇"], ["县水利局", "县发改局、县住建局"], ["各镇", "县住建局"]],
} as const;

/** Words in the bracket of a cell that say something of the unit before it, and name no other. On the folded bracket. */
export const bracketOfRemark = {
  id: "bracket-of-remark",
  pattern: /^(?:(?:总?牵头|主办|主责|配合|协办|参与|责任|承办|负责|落实)(?:单位|部门)?|[^\u4e00-\u9fff]*|(?:原|挂牌|加挂|简称|即|含|下同|以下简称).*|.*(?:\d月|年底|季度|电话|日前).*)$/u,
  examples: ["牵头", "配合单位", "1", "6月底前", "原县农委", "挂牌县国资办"],
  not: ["县发改局", "县发改局、县住建局", "各乡镇", "综合科"],
} as const;

/** Whether a bracket of a cell whose brackets hold those of another role names some. */
export function namesOthers(before: string, inner: string): boolean {
  const own = bracketOfName.before.test(before) && bracketOfName.inner.test(inner.trim());
  return !own && !bracketOfRemark.pattern.test(folded(inner)) && !folded(inner).split(/[、,]/u).every(isPerson);
}

/** 张某某 behind the name of a unit: who answers there. */
function isPerson(name: string): boolean {
  return personNames.pattern.test(name) && !mayStandForUnit(name) && !/^[各省市县区镇乡村街]/u.test(name);
}
