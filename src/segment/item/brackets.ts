/** Brackets that allocate, told from citations, explanations, short names and aliases by their words and by where they stand. */
import { recogniseDocumentRule } from "../../rules/units/documents.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { readUnitHeader } from "../../rules/units/headers.ts";
import { wayOfWork } from "../../rules/units/words.ts";
import { findLimit } from "../../rules/deadlines/grammar.ts";
import { outerBrackets, type Bracket } from "../../text/brackets.ts";
import { folded } from "../../text/fold.ts";

/** What may stand behind an allocation bracket at the end of its sentence. */
const atEnd = /^(?:\s*[。；;，,])?[^\S\n]*(?:\n|$)/u;
const behindStop = /[。；;！]\s*$/u;
const beforeStop = /^\s*(?:[；;。]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)])/u;
/** Before a comma only where each of several clauses has its bracket, the last one at the end. */
const beforeComma = /^\s*[，,]/u;
/** A bracket behind a first sentence as short as this stands behind a heading: 消防安全。（县消防大队）开展…. */
const longestLead = 16;
/** Whom to ask: no allocation. */
const contact = /^\s*(?:联系|聯系|聯繫|咨询|電話|电话|邮箱|传真|报送)/u;
/** 监督电话：0000-1234567（县农业农村局）: whose number it is. */
const behindContact = /(?:电话|热线|传真|邮箱|网址|地址|微信|QQ)[:：]?\s?[\w@.\-—/、\s]{5,60}$/iu;
/** A bracket right behind the name of an office gives its other name: 市政务服务局（市行政审批局）. */
const behindOffice = /[局委办厅院]$/u;

/**
 * The brackets of a text that allocate it or a part of it. One with a role word or label may end any sentence or clause with a semicolon;
 * bare names of units stand at the end of a paragraph, or behind each of several clauses, or before a text that follows its heading.
 */
export function allocationBrackets(text: string): Bracket[] {
  const read = outerBrackets(text).flatMap((bracket) => {
    if (contact.test(bracket.inner) || readUnitHeader(bracket.inner) !== null || isRule(bracket.inner) || behindContact.test(text.slice(Math.max(0, bracket.start - 80), bracket.start))) return [];
    const reading = recogniseAllocation(bracket.inner) ?? recogniseAllocation(withoutRemarks(bracket.inner));
    return reading === null ? [] : [{ bracket, strong: reading.strength === "strong" }];
  });
  if (read.length === 0) return [];
  const stands = read.map(({ bracket: { start, end } }) => ({
    end: atEnd.test(text.slice(end, end + 4)),
    clause: beforeStop.test(text.slice(end, end + 4)),
    comma: beforeComma.test(text.slice(end, end + 4)),
    behind: behindStop.test(text.slice(Math.max(0, start - 4), start)),
    first: text.slice(0, start).trim() === "",
  }));
  const each = stands.length >= 2 && stands.at(-1)?.end === true && stands.every(({ end, clause, comma }) => end || clause || comma);
  const closing = stands.filter(({ end, clause }) => end || clause).length;
  return read.flatMap(({ bracket, strong }, index) => {
    const at = stands[index];
    if (at === undefined) return [];
    if (strong && each) return [bracket];
    if (strong) return at.end || at.clause || at.behind || at.first ? [bracket] : [];
    const alias = behindOffice.test(text.slice(0, bracket.start)) && !/[、，,；;]/u.test(bracket.inner);
    const heads = at.behind && index === 0 && bracket.start <= longestLead;
    const fits = at.end || at.first || heads || (at.clause && closing >= 2) || each;
    return fits && !alias ? [bracket] : [];
  });
}

/** The units of a bracket without the times and rules that stand among them: （县文旅局，5月底前）, （区财政局、区工信局，列首位的为牵头单位，下同）. */
function withoutRemarks(printed: string): string {
  const bracketed = outerBrackets(printed).reduceRight((words, { start, end, inner: rule }) => (recogniseDocumentRule(rule) === null ? words : words.slice(0, start) + words.slice(end)), printed);
  const [start, end] = recogniseDocumentRule(bracketed)?.range ?? [0, 0];
  const inner = (bracketed.slice(0, start) + bracketed.slice(end)).replace(/^[，,；;。\s]{1,3}|[，,；;。\s]{1,3}$/gu, "");
  if (inner !== printed && !speaksOfWork.test(inner) && recogniseAllocation(inner) !== null) return inner;
  const pieces = inner.split(/[，,；;。]/u);
  return pieces.length < 2 ? "" : pieces.filter((piece) => !remark.test(piece) && !wayOfWork.pattern.test(folded(piece)) && findLimit(folded(piece)) < 0).join("，");
}

/** 各项任务 before 列第一位的为牵头单位: what the rule is about, nobody who does it. */
const speaksOfWork = /^[^、，,；;]{0,8}(?:任务|工作|事项|项目|措施)$/u;

/** A rule for all tasks and nothing else: （各项任务列第一位的为牵头单位，其余为责任单位）. */
function isRule(inner: string): boolean {
  const rule = recogniseDocumentRule(inner);
  if (rule === null || rule.kind === "other") return false;
  const rest = (inner.slice(0, rule.range[0]) + inner.slice(rule.range[1])).replace(/[，,；;。\s]/gu, "");
  return rest === "" || speaksOfWork.test(rest);
}

const remark = /^\s*(?:随时|适时|实时|及时|同步)|^[\u4e00-\u9fff]{2,8}时(?:落实|完成|执行|同步)|^\s*(?:立即|即时|马上|限期|尽快)|\d{1,2}月|年底|年内|月底|季度|长期|持续|全年|每月|每年|\d{4}年|[列排](?:在?第?[一首]位?|首位|前)|^\s*(?:下|以下|后)同|^\s*以下|不再(?:单独)?列出|^\s*$/u;

/** Whether a paragraph is nothing but one bracket that allocates. */
export function isBracketAlone(text: string): boolean {
  const words = text.trim();
  const [bracket] = allocationBrackets(words);
  return bracket !== undefined && bracket.start === 0 && /^[。；;]?$/u.test(words.slice(bracket.end));
}
