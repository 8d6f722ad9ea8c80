/** 发文字号: the numbers of official documents, read leniently (GB/T 9704-2012, 7.2.5). */
import { readingOf } from "./reading.ts";

/** A document number as printed, and its parts. */
export interface DocumentNumber {
  /** As printed, white space left out. */
  readonly text: string;
  /** 机关代字, for an order the words before 第. */
  readonly agencyCode: string;
  /** Null for orders (国令第706号). */
  readonly year: number | null;
  readonly serial: number;
  /** True when a lost bracket was supplied. */
  readonly repaired: boolean;
  /** Where it stands: half-open UTF-16 offsets in the text that was read. */
  readonly range: [start: number, end: number];
}

const han = "[\\u3400-\\u9fff]";
const year = "(?:19|20)\\d{2}";

/** Named pieces: a = 机关代字, y = year, s = serial, with one digit after the name for each form. */
const anyNumber = new RegExp(
  [
    `(?<a1>${han}{1,16})[〔﹝\\[【〈<{](?<y1>${year})[〕﹞\\]】〉>}]第?(?<s1>\\d{1,5})号`,
    `(?<a2>${han}{0,15}[发字函办政府秘令规电综委文通告厅请复议审])\\((?<y2>${year})\\)第?(?<s2>\\d{1,5})号`,
    `(?<a3>${han}{1,16})[〔﹝\\[【](?<y3>${year})(?<s3>\\d{1,4})号`,
    `(?<a4>${han}{1,16})(?<y4>${year})[〕﹞\\]】](?<s4>\\d{1,5})号`,
    `(?<a5>${han}{0,24}令)第(?<s5>\\d{1,5})号`,
    `(?<a6>${han}{1,20}公告)(?<y6>${year})年第(?<s6>\\d{1,5})号`,
  ].join("|"),
  "gu",
);

/** Words that may stand right before a number in a sentence and are no part of it. */
const lead =
  /(?:根据|按照|依据|依照|遵照|围绕|遵循|参照|参考|符合|对应|比照|学习|传达|宣传|实施|推进|做好|修改|修订|调整|补充|代替|替代|取代|违反|适用|严格|认真|深入|全面|进一步|切实|继续|针对|收到|下达|下发|制发|落实|贯彻|执行|印发|转发|批转|关于|详见|参见|结合|对照|文件|通知|以及|或者|废止|公布的?|发布的?|[和及与以的见由按据照是在]|原(?=.{2})|[日月年](?=.))/gu;

/** Every document number of a text, in order. */
export function findDocumentNumbers(text: string): DocumentNumber[] {
  if (!/[号號]/u.test(text)) return [];
  const folded = readingOf(text);
  return [...folded.text.matchAll(anyNumber)].flatMap((match) => {
    const parts = partsOf(match);
    const cut = parts.order ? leadOfOrder(parts.agencyCode) : leadOf(parts.agencyCode, /》\($/u.test(folded.text.slice(0, match.index)));
    const agencyCode = parts.agencyCode.slice(cut);
    if (agencyCode === "" || (!parts.order && agencyCode.length > 14)) return [];
    const start = folded.at(match.index + cut);
    const end = folded.at(match.index + match[0].length - 1) + 1;
    const { year, serial, repaired } = parts;
    return [{ text: squeeze(text.slice(start, end)), agencyCode, year, serial, repaired, range: [start, end] as [number, number] }];
  });
}

/** The document number when the text is one and nothing else, outer brackets apart: the whole run before the year is then 机关代字. */
export function readDocumentNumber(text: string): DocumentNumber | null {
  if (!/[号號]/u.test(text)) return null;
  const inner = text.trim().replace(/^[(（【]\s*/u, "").replace(/(?<=[号號])\s*[)）】]$/u, "");
  const whole = readingOf(inner).text;
  const match = [...whole.matchAll(anyNumber)][0];
  if (match === undefined || match[0].length !== whole.length) return null;
  const { agencyCode, year, serial, repaired } = partsOf(match);
  const start = text.indexOf(inner);
  return { text: squeeze(inner), agencyCode, year, serial, repaired, range: [start, start + inner.length] };
}

interface Parts {
  readonly agencyCode: string;
  readonly year: number | null;
  readonly serial: number;
  readonly repaired: boolean;
  readonly order: boolean;
}

function partsOf(match: RegExpExecArray): Parts {
  const groups = match.groups ?? {};
  const form = ["1", "2", "3", "4", "5", "6"].find((n) => groups[`s${n}`] !== undefined) ?? "1";
  const year = groups[`y${form}`];
  return {
    agencyCode: groups[`a${form}`] ?? "",
    year: year === undefined ? null : Number(year),
    serial: Number(groups[`s${form}`]),
    repaired: form === "3" || form === "4",
    order: form === "5",
  };
}

function squeeze(text: string): string {
  return text.replace(/\s/gu, "");
}

/** Two numbers as one: brackets of any kind are the same, white space does not count. */
export function sameNumber(a: string, b: string): boolean {
  return numberKey(a) === numberKey(b);
}

/** What equal numbers have in common: the text without white space, its brackets made one. */
export function numberKey(text: string): string {
  return readingOf(text).text.replace(/[〔﹝[【〈<{(〕﹞\]】〉>})]/gu, "|");
}

/** Places whose first character is such a word: 原平, 和县. In the bracket behind a title it is one of them. */
const places = ["原", "和"];

function leadOf(run: string, behindTitle: boolean): number {
  let cut = 0;
  for (const match of run.matchAll(lead)) {
    if (behindTitle && match.index === 0 && places.includes(match[0])) continue;
    const end = match.index + match[0].length;
    if (end < run.length - 1) cut = end;
  }
  return cut;
}

/** 中华人民共和国国务院令: an order is named from its state or its organ on. */
function leadOfOrder(run: string): number {
  const state = run.lastIndexOf("中华人民共和国");
  return state > 0 ? state : leadOf(run, false);
}
