/** From pieces to entries: each unit with the role its words give it. */
import type { Role } from "../../model/draft.ts";
import { personRole, readFoldedHeader } from "../../rules/units/headers.ts";
import { recogniseDocumentRule } from "../../rules/units/documents.ts";
import { isListed, looksLikeUnit, mayStandForUnit } from "../../rules/units/names.ts";
import { areDoers, doingWords } from "../../rules/sentence-subjects.ts";
import { readVerb, type VerbReading } from "../../rules/units/role-words.ts";
import { regionPrefix } from "../../rules/units/regions.ts";
import { findTime } from "../../rules/units/times.ts";
import { clauseOpeners, roleOpeners, takenAlong } from "../../rules/units/verbs.ts";
import { bullet, closingBrackets, openingBrackets } from "../../rules/units/words.ts";
import type { Characters } from "./characters.ts";
import { addNames, addTime, addUnits, withoutOpenWords } from "./clause-units.ts";
import { cutPieces, type Item, type Separator } from "./pieces.ts";
import { classOf, type Collected, type State, type Stretch } from "./state.ts";
import { closeWaiting, settleOthers, settleWaiting } from "./waiting.ts";

const longestClause = 200;
/** Reads all pieces of a list from left to right. */
export function collectEntries(characters: Characters, role: Role | null, header: string | null): Collected {
  const [from, to] = withoutWrapping(characters);
  const state: State = {
    characters,
    entries: [],
    people: [],
    times: [],
    unread: [],
    openEnded: false,
    byDuty: false,
    standing: role === null || role === "people" ? "answerable" : classOf[role],
    standingWord: role === "other" ? header : null,
    batch: null,
    announced: role !== null,
    label: "units",
    labelWord: "",
    personsWord: header !== null && /责任人|负责人|联系人|领导/u.test(header) ? personRole(header) : null,
    waiting: 0,
    withOthers: false,
    inDuty: false,
    lastVerb: null,
  };
  const rule = ruleStretch(characters, from, to);
  for (const item of cutPieces(characters, from, to)) {
    if (rule !== null && item.start >= rule.start && item.end <= rule.end) continue;
    if (item.kind === "label") readLabel(state, item);
    else readPiece(state, rule !== null && item.start < rule.start && item.end > rule.start ? { ...item, end: rule.start } : item);
  }
  settleWaiting(state);
  return state;
}

/** A document rule inside the bracket (…负责，列第一位者为牵头单位，下同) is no part of the list. */
function ruleStretch({ text }: Characters, from: number, to: number): Stretch | null {
  const rule = text.length > 6 ? recogniseDocumentRule(text.slice(from, to)) : null;
  if (rule === null || rule.kind === "other") return null;
  const [start, end] = [from + rule.range[0], from + rule.range[1]];
  const bracketed = start > from && openingBrackets.includes(text.charAt(start - 1)) && end < to && closingBrackets.includes(text.charAt(end));
  return bracketed ? { start: start - 1, end: end + 1 } : { start, end };
}

function withoutWrapping({ text, closing }: Characters): [number, number] {
  let from = 0;
  let to = text.length;
  for (;;) {
    if (to > from && /[,;。、:]/u.test(text.charAt(to - 1))) to--;
    else if (to > from + 2 && closing(from) === to - 1 && openingBrackets.includes(text.charAt(from))) [from, to] = [from + 1, to - 1];
    else if (from === 0 && to > 1 && openingBrackets.includes(text.charAt(0)) && closing(0) < 0) from++;
    else if (to > from && closingBrackets.includes(text.charAt(to - 1)) && !hasOpening(from, to - 1, closing)) to--;
    else return [from, to];
  }
}

function hasOpening(from: number, close: number, closing: (offset: number) => number): boolean {
  for (let offset = close - 1; offset >= from && offset > close - 80; offset--) if (closing(offset) === close) return true;
  return false;
}

function readLabel(state: State, item: Extract<Item, { kind: "label" }>): void {
  settleWaiting(state);
  if (item.role === "none") {
    state.batch = { start: item.start, end: item.end - 1 };
    state.inDuty = false;
    return;
  }
  state.batch = null;
  state.inDuty = false;
  state.withOthers = false;
  state.label = item.role === "people" || item.role === "foreign" ? item.role : "units";
  state.labelWord = state.characters.printed(item.start, item.end).replace(/[:：【】[\]〔〕]/gu, "");
  if (item.role === "foreign") {
    if (item.basis === "label:unknown") state.unread.push({ start: item.start, end: item.end });
  } else if (item.role !== "people") {
    state.standing = classOf[item.role];
    state.standingWord = state.labelWord;
    state.announced = true;
  }
}

const labelBefore = /^(?:总?牵头|责任|主要责任|配合|参与|主办|协办|承办|主责)(?:责任)?(?:单位|部门|科室|处室)(?=[\u4e00-\u9fff]{3})/u;

/** 配合单位市财政局: a label whose colon is missing. */
function withoutLabel(state: State, piece: Extract<Item, { kind: "piece" }>): Extract<Item, { kind: "piece" }> {
  const words = state.characters.text.slice(piece.start, Math.min(piece.end, piece.start + 40));
  const label = labelBefore.exec(words)?.[0] ?? "";
  const header = label === "" || !looksLikeUnit(words.slice(label.length)) ? null : readFoldedHeader(label);
  if (header === null) return piece;
  readLabel(state, { kind: "label", role: header.role, start: piece.start, end: piece.start + label.length, basis: header.basis });
  return { ...piece, start: piece.start + label.length };
}

function readPiece(state: State, printed: Extract<Item, { kind: "piece" }>): void {
  const { text } = state.characters;
  const item = withoutLabel(state, printed);
  if (state.label === "people") {
    state.people.push({ start: item.start, end: item.end, role: state.labelWord, unit: null });
    return;
  }
  const time = findTime(text.slice(item.start, Math.min(item.end, item.start + longestClause)));
  if (state.label === "foreign") {
    if (time >= 0) addTime(state, item.start, item.end, item.before);
    else state.unread.push({ start: item.start, end: item.end });
    return;
  }
  if (item.before === "semicolon" || item.before === "stop") {
    settleWaiting(state);
    state.withOthers = false;
    state.inDuty = false;
  }
  if (item.before === "comma" && (state.lastVerb !== null || state.inDuty)) settleOthers(state);
  if (item.before === "colon") state.inDuty = true;
  const start = skipOpeners(state, item.start, item.end);
  const clause = text.slice(start, Math.min(item.end, start + longestClause));
  readClause(state, { ...item, start }, clause, item.end > start + longestClause);
}

function readClause(state: State, item: Stretch & { before: Separator }, clause: string, cut: boolean): void {
  const verb = cut ? null : (readVerb(withoutBrackets(clause)) ?? (state.inDuty || (state.lastVerb !== null && item.before !== "mark") ? readDoer(clause) : null));
  const units = verb === null ? clause : clause.slice(0, verb.unitsEnd);
  if (state.inDuty && staysInDuty(item.before, units, verb)) return;
  state.inDuty = false;
  if (cut) {
    state.unread.push({ start: item.start, end: item.end });
    return;
  }
  const unitsEnd = addUnits(state, item, units, verb);
  if (verb === null) return;
  state.byDuty ||= verb.byDuty;
  closeWaiting(state, verb);
  if (verb.end < clause.length) {
    if (verb.basis === "tail:by-duty" || unitsEnd < 0) state.unread.push({ start: item.start + verb.end, end: item.end });
    else readDutyTail(state, item, clause.slice(verb.end), verb.end);
  }
}

const longestDoer = 20;

/** Among duties a whole name before what it does begins another one: 甲局负责指导，|市财政局|做好资金保障. A listed name (省安委会办) is no doer and verb. */
function readDoer(clause: string): VerbReading | null {
  if (isListed(clause)) return null;
  for (let end = 3; end < Math.min(clause.length, longestDoer); end++) {
    const name = clause.slice(0, end);
    const ofClass = /^(?:各|有关|相关)/u.test(name) && mayStandForUnit(name);
    if (!ofClass && ((regionPrefix(name) === null && !isListed(name)) || !looksLikeUnit(name))) continue;
    const rest = clause.slice(end);
    const doing = doingWords.find(({ pattern }) => pattern.test(rest));
    if (doing !== undefined && areDoers(name)) return { unitsEnd: end, role: doing.role === "support" || doing.role === "lead" ? doing.role : "answerable", word: rest.slice(0, 2), byDuty: false, end, basis: doing.id };
  }
  return null;
}

/** The clause with the words in brackets blanked: a verb in there is not the verb of the clause. Same length. */
function withoutBrackets(clause: string): string {
  if (!clause.includes("(")) return clause;
  let depth = 0;
  return Array.from(clause, (character) => {
    if (character === ")") depth = Math.max(0, depth - 1);
    const blank = depth > 0;
    if (character === "(") depth++;
    return blank ? "·".repeat(character.length) : character;
  }).join("");
}

/** Words behind a verb are the duty; a time among them goes to the deadline grammar. */
function readDutyTail(state: State, item: Stretch, tail: string, offset: number): void {
  if (tail.startsWith("会同") && tail.length > 3) {
    state.withOthers = true;
    addNames(state, { start: item.start + offset + 2, end: item.end, before: "comma" }, tail.slice(2));
    return;
  }
  const next = readVerb(withoutBrackets(tail));
  if (next !== null && next.unitsEnd > 2 && regionPrefix(tail) !== null && looksLikeUnit(tail.slice(0, next.unitsEnd))) {
    readClause(state, { start: item.start + offset, end: item.end, before: "comma" }, tail, false);
    return;
  }
  const time = findTime(tail);
  if (time >= 0) state.times.push({ start: item.start + offset + time, end: item.end, of: state.batch });
  state.inDuty = true;
}

function staysInDuty(before: Separator, units: string, verb: VerbReading | null): boolean {
  if (before === "mark") return true;
  if (verb !== null) return units !== "" && !mayStandForUnit(withoutOpenWords(units));
  return !looksLikeUnit(withoutOpenWords(units)) && findTime(units) < 0;
}

function skipOpeners(state: State, from: number, to: number): number {
  const { text } = state.characters;
  let start = from;
  for (;;) {
    const opener = roleOpeners.find(({ words }) => words.some((word) => text.startsWith(word, start)));
    if (opener !== undefined) {
      start += opener.words.find((word) => text.startsWith(word, start))?.length ?? 0;
      if (opener.role === "support") state.withOthers = true;
      else state.announced = true;
      continue;
    }
    if (takenAlong.pattern.test(text.slice(start, start + 6))) {
      start += takenAlong.length;
      state.withOthers = true;
      continue;
    }
    const skipped = clauseOpeners.find((word) => text.startsWith(word, start) && !/^和(?:平|县|静|田|林|龙|顺|硕|布)/u.test(text.slice(start, start + 2)));
    const number = bullet.exec(text.slice(start, start + 1))?.[0] ?? /^(?:\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳])(?=\D)/u.exec(text.slice(start, start + 5))?.[0];
    const length = skipped?.length ?? number?.length ?? 0;
    if (length === 0 || start + length >= to) return start;
    start += length;
  }
}
