/** Whether the words of a bracket or clause allocate a task, told from citations, explanations and glosses. */
import { fold } from "../../text/fold.ts";
import { collectiveForm } from "./collectives.ts";
import { readFoldedHeader, shortLabels } from "./headers.ts";
import { looksLikeUnit, mayStandForUnit } from "./names.ts";
import { readVerb } from "./role-words.ts";
import { simplify } from "./traditional.ts";
import { citation, closingBrackets, openingBrackets } from "./words.ts";

/** How sure the words are an allocation: strong by a role word or label, weak for a bare list of unit-like names. */
export interface Allocation {
  readonly strength: "strong" | "weak";
}

const remark = /^(?:此件|以下简?称|以下统称|下称|简称|统称|含|包括|不含|即|如|例如|见|详见|参见|附件?|注[:：]|原|又称|电话|相关(?:附件|链接|文件|下载|阅读|解读|政策|文章)|原文|全文|正文|下载|点击|扫一扫|试行|暂行|征求意见稿|送审稿|草案)/u;
const label = /(?:^|[,;。、\s])?([\u4e00-\u9fff()]{2,16}):/gu;

/** Reads a bracket, with or without its outer brackets, or a clause. Null: it allocates nothing. */
export function recogniseAllocation(bracket: string): Allocation | null {
  const words = bare(simplify(fold(bracket).text));
  if (words.length < 2 || words.length > 400) return null;
  if (hasLabel(words)) return { strength: "strong" };
  if (remark.test(words)) return null;
  const pieces = joinTerritories(topLevelPieces(words));
  if (hasVerb(pieces)) return { strength: "strong" };
  return pieces.length > 0 && pieces.every(isUnit) && !citation.test(words) ? { strength: "weak" } : null;
}

function bare(text: string): string {
  let words = text.replace(/(?<![,;。])[,;。]+$/u, "");
  while (words.length > 2 && openingBrackets.includes(words.charAt(0)) && closingBrackets.includes(words.slice(-1)) && closes(words)) words = words.slice(1, -1);
  return words.replace(/(?<![,;。])[,;。]+$/u, "");
}

function closes(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (openingBrackets.includes(text.charAt(i))) depth++;
    else if (closingBrackets.includes(text.charAt(i))) depth--;
    if (depth === 0 && i < text.length - 1) return false;
  }
  return true;
}

function hasLabel(words: string): boolean {
  label.lastIndex = 0;
  for (let match = label.exec(words); match !== null; match = label.exec(words)) {
    const name = match[1] ?? "";
    if (readFoldedHeader(name) !== null || (match.index === 0 && shortLabels.has(name))) return true;
    for (let from = 1; from < name.length - 2; from++) if (readFoldedHeader(name.slice(from)) !== null) return true;
  }
  return false;
}

function topLevelPieces(words: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= words.length; i++) {
    const character = words.charAt(i);
    if (openingBrackets.includes(character) && character !== "") depth++;
    else if (closingBrackets.includes(character) && character !== "") depth--;
    if (i < words.length && (depth > 0 || !"、,;。|+&".includes(character))) continue;
    if (i > start) pieces.push(words.slice(start, i));
    start = i + 1;
  }
  return pieces;
}

/** 各市、州人民政府: words for territories before the one that ends the name are no names of their own. */
const openTerritories = /^各(?:省|市|州|盟|地|县|区|旗|乡|镇|街道|自治区|直辖市)(?:\([^()]{1,6}\))?$/u;

function joinTerritories(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before !== undefined && openTerritories.test(before.split("、")[0] ?? "") && /^(?:自治)?(?:省|市|州|盟|地|县|区|旗|乡|镇|街道|自治区|直辖市)/u.test(piece) && !/[局委办厅]$/u.test(before)) joined[joined.length - 1] = `${before}、${piece}`;
    else joined.push(piece);
  }
  return joined;
}

/** A role verb with units before it, in its own piece or in those before it. */
function hasVerb(pieces: readonly string[]): boolean {
  let unitsBefore = false;
  for (const piece of pieces) {
    const clause = piece.replace(/^(?:由|请|责成|和|及|与|以及)/u, "");
    const verb = readVerb(clause);
    if (verb !== null) {
      const units = clause.slice(0, verb.unitsEnd).replace(/等[^等]{0,8}$/u, "");
      if (units === "" ? unitsBefore : mayStandForUnit(units) || collectiveForm(units) !== null || (unitsBefore && verb.end === clause.length)) return true;
    }
    unitsBefore ||= mayStandForUnit(clause);
  }
  return false;
}

function isUnit(piece: string): boolean {
  const name = piece.replace(/^(?:和|及|与|以及)/u, "").replace(/等(?:有关|相关)?(?:部门|单位)?$/u, "");
  if (name.length < 3 && !looksLikeUnit(name)) return false;
  return looksLikeUnit(name) || (collectiveForm(name) !== null && mayStandForUnit(name) && name.length >= 3);
}
