/** The doers of the sentences of a task, where nothing is printed that allocates it. */
import type { AllocationDraft, Role } from "../model/draft.ts";
import { linesIn, partOf, type Quote } from "../model/quote.ts";
import { areDoers, beforeDoer, doingWords, joining, mayDo, nextDoer, ownDuty } from "../rules/sentence-subjects.ts";
import { isListed } from "../rules/units/names.ts";
import { readingOf } from "../text/reading.ts";

/** Doers stand within so many characters of the beginning of their clause. */
const reach = 160;
/** Longest list of those who join in. */
const longestJoin = 160;

/** Who becomes a member of a group has nothing to do by that. */
const appoints = /(?:任|为|担任|兼任)(?:[^，,。；;]{0,6})?(?:组长|成员|总指挥|召集人)/u;

/** A doer, or several, as half-open offsets in the text as it was read. */
interface Found {
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

/** Units named as doers at the beginning of sentences and clauses, each once. Their words stay part of the text. */
export function subjectsIn(text: Quote): AllocationDraft[] {
  const seen = new Set<string>();
  return linesIn(text).flatMap((line) => {
    const words = readingOf(line.text);
    if (appoints.test(words.text)) return [];
    return withListsBefore(clauseStarts(words.text), words.text)
      .flatMap(({ role, start, end }): AllocationDraft[] => {
        const name = words.text.slice(start, end);
        if (seen.has(name)) return [];
        seen.add(name);
        return [{ quote: partOf(line, words.at(start), words.at(end - 1) + 1), role, header: null, origin: "subject" }];
      });
  });
}

/** 甲局、乙局，各县政府要…: a clause that is nothing but doers does what the next clause says. */
function withListsBefore(starts: readonly number[], text: string): Found[] {
  let waiting: Omit<Found, "role">[] = [];
  return starts.flatMap((start) => {
    const found = doersAt(text, start);
    const [first] = found;
    const role = first === undefined ? dutyBehind(text.slice(start, start + 8)) : first.start === start ? first.role : null;
    const before = role === null ? [] : waiting.map((one) => ({ ...one, role }));
    const end = clauseEnd(text.slice(0, start + reach), start);
    const alone = first === undefined && end - start >= 3 && text.charAt(end) === "," && areDoers(text.slice(start, end));
    waiting = alone ? [...waiting, { start, end }] : [];
    return [...before, ...found];
  });
}

/** 区税务局，负责…: what the doers of the clause before are by the words that this one begins with; null where it tells no duty. */
function dutyBehind(words: string): Role | null {
  return ownDuty.test(words) ? (doingWords.find(({ pattern }) => pattern.test(words))?.role ?? null) : null;
}

/** Offsets at which clauses begin, brackets and quotations left out. */
function clauseStarts(text: string): number[] {
  const starts = [0];
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/[,:。;!([〔【《“)\]〕】》”]/gu)) {
    if ("([〔【《“".includes(mark)) depth++;
    else if (")]〕】》”".includes(mark)) depth = Math.max(0, depth - 1);
    else if ("。;!".includes(mark)) {
      depth = 0;
      starts.push(index + 1);
    } else if (depth === 0) starts.push(index + 1);
  }
  return starts;
}

function doersAt(text: string, at: number): Found[] {
  const window = text.slice(at, at + reach);
  if (joining.test(window)) return joinedAt(window, at);
  const from = beforeDoer.exec(window)?.[0].length ?? 0;
  const stop = clauseEnd(window, from);
  for (let end = from + 2; end <= stop; end++) {
    if (!mayDo(window.charAt(end)) || !mayEnd.test(window.charAt(end - 1))) continue;
    const rest = window.slice(end);
    const word = doingWords.find(({ pattern }) => pattern.test(rest));
    if (word === undefined || !areDoers(window.slice(from, end)) || nameGoesOn(window, from, end)) continue;
    return [{ role: word.role, start: at + from, end: at + end }, ...joinedAt(rest, at + end), ...nextAt(text, at + end, word.pattern.exec(rest)?.[0] ?? "")];
  }
  return [];
}

/** 县民政局牵头、县财政局配合: the doer behind a duty that is all its own doer does here. */
function nextAt(text: string, at: number, duty: string): Found[] {
  const start = at + duty.length;
  return nextDoer.test(text.slice(at, start + 2)) ? doersAt(text, start + 1) : [];
}

/** 县委|宣传部要…: a name that goes on with a word that looks like a verb. */
function nameGoesOn(window: string, from: number, end: number): boolean {
  const rest = window.slice(end + tailOf(window, end).length);
  const ends = /^[、和及与]/u.test(rest) || doingWords.some(({ pattern }) => pattern.test(rest));
  return ends && longerName(window, from, end);
}

/** Whether the words up to `end` and those right behind them are a name too: 县公安局|交警大队. */
function longerName(window: string, from: number, end: number): boolean {
  const tail = tailOf(window, end);
  return tail !== "" && areDoers(window.slice(from, end + tail.length));
}

function tailOf(window: string, end: number): string {
  return /^[\u4e00-\u9fff]{1,4}?[部局办组队室科站所会院处厅委](?![门托任派])/u.exec(window.slice(end))?.[0] ?? "";
}

/** The last character of a name of a unit, territory or class of them. */
const mayEnd = /[局委办厅部院处科室会社心司署组队所站行府关构门位区县市旗镇乡村街道地级校园企班股馆台网协联团营)]/u;

function clauseEnd(window: string, from: number): number {
  let depth = 0;
  for (let i = from; i < window.length; i++) {
    const character = window.charAt(i);
    if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (depth <= 0 && /[,;。:!?“《]/u.test(character)) return i;
  }
  return window.length;
}

/** 会同有关部门制定: those whom the doer takes along. */
function joinedAt(rest: string, at: number): Found[] {
  const from = joining.exec(rest)?.[0].length;
  if (from === undefined) return [];
  const window = rest.slice(0, from + longestJoin);
  const stop = clauseEnd(window, from);
  for (let end = from + 2; end <= stop; end++) {
    if (!mayEnd.test(window.charAt(end - 1)) || !areDoers(window.slice(from, end)) || nameGoesOn(window, from, end)) continue;
    const after = window.slice(end);
    const known = !/^(?:[、和及与等]|以及)/u.test(after) && isListed(window.slice(from, end).split(/[、和及与]/u).at(-1) ?? "") && !longerName(window, from, end);
    if (end === stop || known || doingWords.some(({ pattern }) => pattern.test(after))) return [{ role: "support", start: at + from, end: at + end }];
  }
  return [];
}
