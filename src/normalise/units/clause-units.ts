/** The units, times and unread words of one clause, its role verb left out. Folded text. */
import { doingWords, tradeWords } from "../../rules/sentence-subjects.ts";
import { readFoldedHeader } from "../../rules/units/headers.ts";
import { endsLikePlace } from "../../rules/units/endings.ts";
import { holdsVerb, isListed, looksLikeUnit, mayStandForUnit } from "../../rules/units/names.ts";
import { namesPerson } from "../../rules/units/persons.ts";
import { readVerb, type VerbReading } from "../../rules/units/role-words.ts";
import { findTime, findTimeBracket } from "../../rules/units/times.ts";
import { byDutyWords, neverInNames, type RoleClass } from "../../rules/units/verbs.ts";
import { afterthought, citation, contact, isBodyInRow, officeInCharge, openingBrackets, wayOfWork } from "../../rules/units/words.ts";
import { readOpen } from "./open.ts";
import type { Separator } from "./pieces.ts";
import { joinSharedNoun, joinSharedTail } from "./shared.ts";
import { splitNames } from "./split.ts";
import { classOf, type State, type Stretch } from "./state.ts";

/** Adds the units of a clause; -1 when its words were not understood. */
export function addUnits(state: State, item: Stretch & { before: Separator }, words: string, verb: VerbReading | null): number {
  if (words === "") return 0;
  const bracket = findTimeBracket(words);
  if (bracket !== null) return addTimed(state, item, words, bracket) ? words.length : -1;
  const time = findTime(words);
  if (time >= 0 && !looksLikeUnit(words)) {
    const units = words.slice(0, time);
    if (units !== "" && !mayStandForUnit(withoutOpenWords(units))) {
      if (units.length > 6) return unreadUnits(state, item, words.length);
      addTime(state, item.start, item.start + words.length, item.before);
      return 0;
    }
    if (units !== "") addNames(state, item, units);
    const rest = units === "" ? unitsBehindTime(words) : words.length;
    const doers = units === "" ? null : { start: item.start, end: item.start + units.replace(/[于在]$/u, "").length };
    addTime(state, item.start + time, item.start + rest + (rest === words.length && verb === null ? item.end - item.start - words.length : 0), item.before, doers);
    if (rest < words.length) addNames(state, { ...item, start: item.start + rest }, words.slice(rest));
    return words.length;
  }
  return addNames(state, item, words) ? words.length : -1;
}

/** 市财政局（6月底前）、各镇（9月底前）: a time in the bracket behind a name is for that unit alone. */
function addTimed(state: State, item: Stretch & { before: Separator }, words: string, { index = 0, 0: bracket }: RegExpMatchArray): boolean {
  const understood = addNames(state, item, words.slice(0, index));
  const unit = state.entries.at(-1) ?? null;
  const own = unit !== null && unit.start >= item.start ? unit : null;
  let start = item.start + index + 1;
  for (const part of bracket.slice(1, -1).split(",")) {
    const role = findTime(part) === 0 ? null : readVerb(part);
    if (findTime(part) === 0) addTime(state, start, start + part.length, item.before, own);
    else if (own !== null && role !== null) Object.assign(own, { role: role.role, roleWord: role.word, fixed: true });
    start += part.length + 1;
  }
  const behind = index + bracket.length + (/^[和及与](?=.{2})/u.exec(words.slice(index + bracket.length))?.[0].length ?? 0);
  return (behind >= words.length || addUnits(state, { ...item, start: item.start + behind, before: "mark" }, words.slice(behind), null) >= 0) && understood;
}

const timeThenUnit = /^[^前底末内]{2,14}(?:之前|以前|底前|年底|[前底末内])/u;

/** 2020年底前市发改委牵头: where the units begin behind the time. */
function unitsBehindTime(words: string): number {
  const end = timeThenUnit.exec(words)?.[0].length ?? words.length;
  return end < words.length && looksLikeUnit(words.slice(end)) ? end : words.length;
}

function unreadUnits(state: State, item: Stretch, length: number): number {
  state.unread.push({ start: item.start, end: item.start + length });
  return -1;
}

export function addTime(state: State, start: number, end: number, before: Separator, doers: Stretch | null = null): void {
  const last = state.times.at(-1);
  if (last !== undefined && before === "mark" && last.end === start - 1) last.end = end;
  else state.times.push({ start, end, of: state.batch ?? doers });
}

/** Adds the names of a stretch: 等, 会同 and 和 inside it are read here. */
export function addNames(state: State, item: Stretch & { before: Separator }, words: string): boolean {
  const open = readOpen(words);
  if (open !== null) {
    state.openEnded = true;
    const before = open.start === 0 || addNames(state, item, words.slice(0, open.start));
    const rest = words.slice(open.rest);
    return rest === "" ? before : addNames(state, { ...item, start: item.start + open.rest, before: "comma" }, rest) && before;
  }
  const partners = partnersIn(words);
  if (partners !== null) {
    const [others, length] = partners;
    const before = addNames(state, item, words.slice(0, others));
    state.withOthers = true;
    const start = item.start + others + length;
    return others + length >= words.length ? before : addNames(state, { ...item, start, before: "comma" }, words.slice(others + length)) && before;
  }
  let understood = true;
  for (const part of splitNames(words)) understood = addName(state, item, words, part) && understood;
  return understood;
}

const askedIn = new RegExp(`商(?![${tradeWords}])|(?<=[厅局部])会(?=[省市县区州]|国家|有关)`, "u");

/** 甲局会同乙局, 甲局商乙局, 甲厅会乙厅: where the words for it stand and how long they are. */
function partnersIn(words: string): [start: number, length: number] | null {
  const others = words.indexOf("会同");
  if (others > 1) return [others, 2];
  const invited = words.indexOf("商请");
  if (invited > 1) return [invited, 2];
  const asked = askedIn.exec(words)?.index ?? 0;
  return asked > 2 && looksLikeUnit(words.slice(0, asked)) && looksLikeUnit(words.slice(asked + 1)) ? [asked, 1] : null;
}

function addName(state: State, item: Stretch & { before: Separator }, words: string, part: Stretch & { joined: boolean }): boolean {
  const start = item.start + part.start;
  const whole = words.slice(part.start, part.end);
  const own = roleInBracket(whole);
  const name = own === null ? whole : whole.slice(0, own.start);
  const end = start + withoutCitation(name).length;
  if (afterthought.test(name) || contact.number.test(name) || officeInCharge.pattern.test(name) || wayOfWork.pattern.test(name)) return true;
  if (part.start === 0 && item.before === "space" && isPerson(name)) {
    readPerson(state, start, item.start + part.end);
    return true;
  }
  const before = part.start === 0 ? item.before : "mark";
  if (joinSharedNoun(state, start, end, before)) return true;
  if (name.length < whole.length || end < start + name.length) state.byDuty ||= dutyBracket.test(whole);
  if (!isName(state, withoutCitation(name)) || (state.withOthers && !mayStandForUnit(name) && beforeAction(name) > 0)) {
    const partner = state.withOthers ? beforeAction(name) : 0;
    if (partner > 0) {
      state.entries.push({ start, end: start + partner, role: "support", roleWord: "会同", fixed: true, joined: part.joined, before, members: [] });
      state.inDuty = true;
      return true;
    }
    if (name.length > 0) state.unread.push({ start, end: item.start + part.end });
    return false;
  }
  const person = own === null ? personBehind(state, name) : 0;
  if (person > 0) {
    state.entries.push({ start, end: start + person, role: state.withOthers ? "support" : "answerable", roleWord: state.withOthers ? "会同" : null, fixed: state.withOthers, joined: part.joined, before, members: [] });
    readPerson(state, start + person, item.start + part.end);
    return true;
  }
  const fixed = own !== null || state.withOthers;
  const role = own?.role ?? (fixed ? "support" : "answerable");
  state.entries.push({ start, end, role, roleWord: own?.word ?? (fixed ? "会同" : null), fixed, joined: part.joined, before, members: [] });
  joinSharedTail(state, start, state.waiting);
  personInBracket(state, start, whole);
  return true;
}

/** 县住建局尤佳 in a column of units and persons: where the name of the person begins, 0 where there is none. */
function personBehind({ personsWord }: State, name: string): number {
  if (personsWord === null || mayStandForUnit(name)) return 0;
  for (let end = name.length - 2; end > 2 && name.length - end <= 4; end--) {
    const [unit, rest] = [name.slice(0, end), name.slice(end)];
    if (looksLikeUnit(unit) && /^[\u4e00-\u9fff]+$/u.test(rest) && !mayStandForUnit(rest) && readVerb(rest) === null) return end;
  }
  return 0;
}

/** 县发改局（责任人：王某）: a person whom a label announces in the bracket behind a unit. */
function personInBracket(state: State, start: number, whole: string): void {
  const found = /\((?<role>责任人|负责人|联系人|分管领导|牵头领导):(?<name>[^,;、()]{2,8})[^()]*\)$/u.exec(whole);
  const { role, name } = found?.groups ?? {};
  if (found === null || role === undefined || name === undefined) return announcedInBracket(state, start, whole);
  const from = start + found.index + 1 + role.length + 1;
  state.people.push({ start: from, end: from + name.length, role, unit: state.entries.at(-1) ?? null });
}

/** 市发改委（主任陆禾） where the column announces persons too (牵头单位及负责人). */
function announcedInBracket(state: State, start: number, whole: string): void {
  const open = whole.lastIndexOf("(");
  if (state.personsWord === null || open < 2 || !whole.endsWith(")") || !isPersonsBracket(whole.slice(open + 1, -1))) return;
  state.people.push({ start: start + open + 1, end: start + whole.length - 1, role: state.personsWord, unit: state.entries.at(-1) ?? null });
}

function isPerson(name: string): boolean {
  return /^(?![省市县镇乡州旗])[\u4e00-\u9fff]{2,4}$/u.test(name) && !mayStandForUnit(name) && !isBodyInRow(name);
}

/** 县住建局 张三: a person where the column announces persons too (责任单位及责任人), else words that nothing explains. */
function readPerson(state: State, start: number, end: number): void {
  if (state.personsWord === null) state.unread.push({ start, end });
  else state.people.push({ start, end, role: state.personsWord, unit: state.entries.at(-1) ?? null });
}

const dutyBracket = /\((?:按照?|依)[^()]{0,6}(?:分工|职责|职能)[^()]{0,6}\)$/u;

/** 会同市市场监管局制定方案: where the action behind a partner begins, 0 when there is none. */
function beforeAction(words: string): number {
  const action = neverInNames.exec(words)?.index ?? 0;
  if (action > 2 && looksLikeUnit(words.slice(0, action))) return action;
  for (let end = words.length - 2; end > 2; end--) if (isListed(words.slice(0, end)) && doingWords.some(({ pattern }) => pattern.test(words.slice(end)))) return end;
  return 0;
}

/** In a bracket or clause only names that look like units count; a column or label vouches for unusual ones. */
function isName(state: State, name: string): boolean {
  if (name.length < 2 || name.length > 60 || openingBrackets.includes(name.charAt(0)) || holdsVerb(name) || /^各(?:项(?!目)|[条种])(?!.*(?:单位|部门)$)|\d{5,}|[?？!！=]/u.test(name)) return false;
  if (mayStandForUnit(name)) return true;
  return state.announced ? name.length <= 30 && !/^\d+$/u.test(name) : name.length <= 8 && (endsLikePlace(name) || state.entries.length > 0 || name.length <= 4);
}

/** 市城管局（牵头）, 市公安局（负责治安）: a role of its own in the bracket behind a name. */
function roleInBracket(name: string): { start: number; role: RoleClass; word: string } | null {
  const open = name.lastIndexOf("(");
  if (open < 2 || !name.endsWith(")")) return null;
  const words = name.slice(open + 1, -1);
  const header = readFoldedHeader(words);
  if (header !== null && header.role !== "people") return { start: open, role: classOf[header.role], word: words };
  const verb = readVerb(words);
  return verb === null || verb.basis === byDutyWords.id || verb.unitsEnd > 0 ? null : { start: open, role: verb.role, word: verb.word };
}

/** 县财政局①, 县财政局[2]: the number of a note behind the name of a department. Folded, ① is 1. */
const noteNumber = /(?<=[局委办厅院部会处科室府])(?:[1-9]\d?|\[\d{1,2}\]|\(注\d{0,2}\)|注\d{1,2})$/u;

function withoutCitation(printed: string): string {
  const name = printed.replace(contact.tail, "").replace(/(?<=[^()])\([★☆●○◆◇▲△■□※*]\)$/u, "").replace(/(?<![★☆●○◆◇▲△■□※*])[★☆●○◆◇▲△■□※*]+$/u, "").replace(noteNumber, "");
  const pair = ["()", "[]", "〔〕", "【】"].find((marks) => name.endsWith(marks.charAt(1)));
  const open = pair === undefined ? -1 : name.lastIndexOf(pair.charAt(0));
  if (open <= 1) return name;
  const inner = name.slice(open + 1, -1);
  return citation.test(name.slice(open + 1)) || contact.bracket.test(inner) || isPersonsBracket(inner) ? name.slice(0, open) : name;
}

/** 李四, 李四、王五, 李四局长: nobody but persons, whom no label announces. */
function isPersonsBracket(words: string): boolean {
  const isOther = (word: string): boolean => mayStandForUnit(word) || endsLikePlace(word) || readFoldedHeader(word) !== null || readVerb(word) !== null;
  return words.split(/[、,]/u).every((word) => namesPerson(word) && !isOther(word));
}

/** The words before 等. */
export function withoutOpenWords(units: string): string {
  const open = units.lastIndexOf("等");
  return open > 1 ? units.slice(0, open) : units;
}
