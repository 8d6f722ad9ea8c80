/** The last touches on raw readings: printed words, hedges, doers, clauses, doubts about order. */
import type { Folded } from "../../text/fold.ts";
import { withGaps } from "./gaps.ts";
import type { RawReading } from "../../rules/deadlines/claim.ts";
import type { DeadlineReading } from "./reading.ts";

const hedge = /(?:力争|争取|力求|原则上|尽量)(?:[于在到至用]|要|各[^,。;]{0,4}|[^,。;]{0,4}[于在用])?$/;
const hedgeAfter = /^,?(?:力争|争取|力求)/;
const starts = /^(?:全部|全面|陆续|正式|集中|组织|完成)?(?:开工|动工|启动|开建|开始|破土)/;
const doer = /(?:政府|部门|单位|机关|机构|办公室|委员会|管委会|[局委办厅院科处室]|街道|乡镇|镇|县|市|区|企业|公司|集团)(?:等)?(?:要|应|应当|须|需|必须|务必)?(?:分别)?$/;
const clauseEnd = /[,。;、:]|$/;

const digit = /[0-9０-９]/;
/** Stands for a line feed that may not be dropped; no printed text holds it. */
export const barrier = "\u0001";

const spaceBeforeYear = /(?<=[0-9０-９])[ \u3000]{1,3}(?=(?:19|20)[0-9]{2} ?年)/g;

/** Keeps a line feed between digits, or a space before a year (表1 2021年), from joining two numbers when white space is dropped. The length stays the same. */
export function keepLinesApart(text: string): string {
  return keepLineFeeds(text).replace(spaceBeforeYear, (spaces) => barrier.repeat(spaces.length));
}

function keepLineFeeds(text: string): string {
  let kept = "";
  let from = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    if (!digit.test(text.charAt(at - 1)) || !digit.test(text.charAt(at + 1))) continue;
    kept += text.slice(from, at) + barrier;
    from = at + 1;
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** Readings with their printed words; several get the clause and the doer each governs. */
export function finish(read: readonly RawReading[], words: Folded, printed: string, issued: string | null): DeadlineReading[] {
  const readings = withGaps(read, words.text);
  const several = readings.length > 1;
  return readings.map((reading, index) => {
    const { from, to, ...fields } = withoutCarry(reading);
    const left = words.text.slice(Math.max(0, from - 12), from);
    const right = words.text.slice(to, to + 12);
    const warnings = new Set(fields.warnings);
    if (hedge.test(left) || (reading.kind === "by" && hedgeAfter.test(right))) warnings.add("hedged");
    if (isEarly(reading, issued)) warnings.add("due-before-issue");
    const range: [number, number] = [words.at(from), endAt(words, to, printed)];
    return {
      ...fields,
      text: printed.slice(...range),
      bound: reading.bound === "start" || ((reading.kind === "by" || reading.kind === "interval") && starts.test(right)) ? "start" : "finish",
      action: several ? clauseAfter(words.text, to, readings[index + 1]?.from ?? words.text.length) : null,
      appliesTo: several ? doerBefore(words.text, from, readings[index - 1]?.to ?? 0) : null,
      warnings: [...warnings],
      range,
    };
  });
}

function withoutCarry(reading: RawReading): Omit<RawReading, "carry"> {
  const { carry, ...fields } = reading;
  return carry === null ? fields : { ...fields };
}

/** The end of the last folded character in the printed text: white space behind it is not of the phrase. */
function endAt(words: Folded, to: number, printed: string): number {
  const last = words.at(to - 1);
  const code = printed.codePointAt(last) ?? 0;
  return last + (code > 0xffff ? 2 : 1);
}

/** Whether an inferred year puts the day before the date of issue. */
function isEarly({ due, kind, yearFrom }: RawReading, issued: string | null): boolean {
  return due !== null && issued !== null && due < issued && yearFrom !== "text" && (kind === "by" || kind === "interval");
}

function clauseAfter(text: string, to: number, until: number): string | null {
  const right = text.slice(to, Math.min(to + 60, until)).replace(/^,/, "");
  const clause = right.slice(0, clauseEnd.exec(right)?.index ?? right.length);
  return /^(?:[和及与、或者()]|以及|并且?)*$/.test(clause) ? null : clause;
}

/** The doer in front of the time, when the words there end like one: 市直部门 | 于 … . */
function doerBefore(text: string, from: number, after: number): string | null {
  const left = text.slice(Math.max(after, from - 40), from).replace(/(?:于|在)$/, "");
  const cut = Math.max(left.lastIndexOf("。"), left.lastIndexOf(";"), left.lastIndexOf(","), left.lastIndexOf(":")) + 1;
  const words = left.slice(cut).replace(/^(?:[一二三四五六七八九十]{1,2}是|[、,和及]{1,4})/, "");
  const plain = words.replace(/(?:要|应当?|须|需|必须|务必)?(?:分别)?$/, "");
  if (plain === "" || plain.length > 30) return null;
  return doer.test(words.replace(/\([^()]{0,12}\)$/, "")) || doer.test(words) || thing.test(plain) ? plain : null;
}

/** A thing that is to be done, as the subject before the time: 城区 | 2021年底前, 第二批 | 2018年6月底前. */
const thing = /^(?!.*(?:汛期|期间|坚持|实行|做到|建立|健全|调度|通报|考核|巡查|检查|督查|、$|完成|实现|推进|力争|确保|争取|原则|同时|分别|其中|此外|另外|全面|加快|进一步|最终|最迟|不晚|不迟|计划|预计|截[至止]|按|对|由|以|并|要|将|应|在|于|从|自|到|至|如|每|[0-9]))[一-龥“”、]{2,12}$/;
