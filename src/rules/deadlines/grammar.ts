/** The rows of phrases.ts compiled: which row reads the words at a place of folded text. Where a row is worth a try is computed from its pattern. */
import { compiledWhenAsked } from "../../text/compiled.ts";
import { beginsWord } from "./boundaries.ts";
import type { Claim } from "./claim.ts";
import { quarterAlone } from "./guards.ts";
import { canBegin, type Head } from "./heads.ts";
import { anyMoment, type Where } from "./period.ts";
import { phrasePieces, phrases, type PhraseRule } from "./phrases.ts";
import { cellPieces, spell } from "./pieces.ts";
import { firstOfMoment, rowHeads } from "./row-heads.ts";

/** A row and what it read. */
export interface PhraseClaim extends Claim {
  readonly rule: PhraseRule;
}

/** A row with what is computed from its pattern. */
interface Known {
  readonly rule: PhraseRule;
  readonly head: Head;
  /** Classes of characters of which one each stands in every match: cheaper to look for than the pattern. */
  readonly needs: readonly Question[];
  /** Whether it begins with a moment, and with two: looked for once for all such rows, for their patterns are large. */
  readonly moments: 0 | 1 | 2;
}

interface Row extends Known {
  readonly pattern: () => RegExp;
}

/** A class of characters looked for once a place for all rows that need one of it. */
class Question {
  readonly #characters: RegExp;
  #ahead = "";
  #answer = false;

  constructor(characters: string) {
    this.#characters = new RegExp(classOf(characters));
  }

  isMetIn(ahead: string): boolean {
    if (ahead !== this.#ahead) {
      this.#ahead = ahead;
      this.#answer = this.#characters.test(ahead);
    }
    return this.#answer;
  }
}

/** How far the characters that a row needs may stand from its beginning. */
const reach = 40;
/** How many pairs of first characters are remembered. */
const mostPairs = 5000;
const zero = 0x30;
const isDigit = (code: number): boolean => code >= zero && code <= 0x39;
/** In heads, 0 stands for any digits. */
const oneDigit = (character: string): string => (isDigit(character.charCodeAt(0)) ? "0" : character);

/** What may stand before the moment that a row begins with, and what stands between its first two. */
const opening = /^(?:(?<lead>\(\?:[^(){}]*\)|\[[^\]]*\]|[^(){}[\]])\?)?\{moment:?\w*\}(?:(?<between>(?:(?!\{moment).)*)\{moment)?/;
const openings = phrases.map(({ pattern }) => opening.exec(pattern));
const leads = `(?:${[...new Set(openings.flatMap((found) => found?.groups?.["lead"] ?? []))].join("|")})?`;
const between = [...new Set(openings.flatMap((found) => found?.groups?.["between"] ?? []))].map(closed).join("|");

const questions = new Map<string, Question>();

const knownRows: readonly Known[] = phrases.map((rule, index) => {
  const head = rowHeads[index];
  if (head === undefined) throw new Error(`no head of ${rule.id}`);
  const found = openings[index];
  return { rule, head, needs: head.needs.map(questionOf), moments: found == null ? 0 : found.groups?.["between"] === undefined ? 1 : 2 };
});

function questionOf(characters: string): Question {
  const known = questions.get(characters) ?? new Question(characters);
  questions.set(characters, known);
  return known;
}

/** The rows for one kind of place. */
class Grammar {
  readonly rows: readonly Row[];
  readonly #firsts = new Uint8Array(0x10000);
  readonly #moments: readonly [() => RegExp, () => RegExp];
  readonly #byPair = new Map<number, readonly Row[]>();

  constructor(where: Where) {
    const pieces = { ...phrasePieces, ...(where === "cell" ? cellPieces : {}), moment: anyMoment[where] };
    const standing = (pattern: string): (() => RegExp) => compiledWhenAsked(() => spell(pattern, pieces), "y");
    this.rows = knownRows.flatMap((row) => (where === "cell" || row.rule.where === "anywhere" ? [{ ...row, pattern: standing(row.rule.pattern) }] : []));
    for (const character of this.rows.flatMap(({ head }) => [...(head.first ?? "")])) this.#firsts[character.charCodeAt(0)] = 1;
    this.#firsts.fill(this.#firsts[zero] ?? 0, zero, zero + 10);
    this.#moments = [standing(`${leads}{moment}`), standing(`${leads}{moment}(?:${between})${classOf(firstOfMoment.replace("0", "0123456789"))}`)];
  }

  /** The next place from which a row can begin, as far as its first character says; the length of the text when there is none. */
  nextFirst(text: string, from: number): number {
    let at = from;
    while (at < text.length && this.#firsts[text.charCodeAt(at)] === 0) at++;
    return at;
  }

  /** The rows that can begin with the characters at a place. Digits alone are a year or a day: 2020, 20201231. */
  rowsAt(text: string, at: number): readonly Row[] {
    const digits = isDigit(text.charCodeAt(at));
    let next = at + 1;
    while (digits && isDigit(text.charCodeAt(next))) next++;
    const mayEnd = !digits || next - at === 4 || next - at === 8;
    const [a, b] = [oneDigit(text.charAt(at)), oneDigit(text.charAt(next))];
    const pair = (a.charCodeAt(0) * 0x10000 + (b.charCodeAt(0) || 0)) * 2 + (mayEnd ? 1 : 0);
    const known = this.#byPair.get(pair);
    if (known !== undefined) return known;
    const rows = this.rows.filter(({ head }) => canBegin(head, a, b, mayEnd));
    if (this.#byPair.size >= mostPairs) this.#byPair.clear();
    this.#byPair.set(pair, rows);
    return rows;
  }

  /** Whether a moment, or a second one behind it, stands at a place, perhaps behind 从. */
  hasMoments(count: 1 | 2, text: string, at: number): boolean {
    const pattern = this.#moments[count - 1]?.();
    if (pattern === undefined) return false;
    pattern.lastIndex = at;
    return pattern.test(text);
  }
}

function classOf(characters: string): string {
  return `[${characters.replace(/[\\\]^-]/g, "\\$&")}]`;
}

/** A part of a pattern with the brackets closed that it leaves open. */
function closed(part: string): string {
  return part + ")".repeat(part.replace(/[^(]/g, "").length - part.replace(/[^)]/g, "").length);
}

const grammars: Readonly<Record<Where, Grammar>> = { cell: new Grammar("cell"), text: new Grammar("text") };

/** The next place of running text at which a row can begin; -1 when there is none. A number is read from its beginning or not at all. */
export function nextStart(text: string, from: number): number {
  const grammar = grammars.text;
  for (let at = grammar.nextFirst(text, from); at < text.length; at = grammar.nextFirst(text, at + 1)) {
    if (grammar.rowsAt(text, at).length > 0 && !isRestOfNumber(text, at) && !isNoQuarter(text, at)) return at;
  }
  return -1;
}

/** All readings that begin at a place, the longest first; of equal length in the order of the table. */
export function claimPhrases(text: string, at: number, where: Where): PhraseClaim[] {
  const claims: PhraseClaim[] = [];
  const grammar = grammars[where];
  const rows = grammar.rowsAt(text, at);
  if (rows.length === 0 || isRestOfTime(text, at)) return claims;
  const ahead = text.slice(at, at + reach);
  let most = 2;
  let least = 0;
  for (const { rule, needs, moments, pattern: compiled } of rows) {
    if (moments > most || !needs.every((need) => need.isMetIn(ahead))) continue;
    while (least < moments && most >= moments) {
      if (grammar.hasMoments(least === 0 ? 1 : 2, text, at)) least++;
      else most = least;
    }
    if (moments > most) continue;
    const pattern = compiled();
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === "" || beginsWord(text, at + match[0].length - 1)) continue;
    claims.push({ rule, convention: rule.convention, start: at, end: at + match[0].length, words: match[0], groups: match.groups ?? {} });
  }
  return claims.length > 1 ? claims.sort((a, b) => b.end - a.end) : claims;
}

/** Where a time begins by which something is due (火把节前), in words that need not be a deadline; -1 when there is none. */
export function findLimit(text: string): number {
  if (!text.includes("前")) return -1;
  for (let at = nextStart(text, 0); at >= 0; at = nextStart(text, at + 1)) {
    if (claimPhrases(text, at, "text").some(({ words }) => words.endsWith("前"))) return at;
  }
  return -1;
}

const unitOfTime = /[年月季日周旬天]/;
const endOfNumber = /[0-9A-Za-z〇○◯零一二三四五六七八九十百廿卅两几数多]/;
const digit = /[0-9]/;
const numeral = /[〇○◯零一二两三四五六七八九十廿卅元百]/;
const ordinalBehind = /[年度的./-]/;
const restOfNumeral = /[〇○◯零一二三四五六七八九十]/;

/** 月底 of 13月底, whose number no calendar has, is no time of its own. */
function isRestOfTime(text: string, at: number): boolean {
  return at > 0 && unitOfTime.test(text.charAt(at)) && endOfNumber.test(text.charAt(at - 1));
}

const quarterBefore = new RegExp(`${quarterAlone.left}$`);
const quarterBehind = new RegExp(`^${quarterAlone.right}`);

function isNoQuarter(text: string, at: number): boolean {
  return /[Qq]/.test(text.charAt(at)) && !(quarterBefore.test(text.slice(Math.max(0, at - 2), at)) && quarterBehind.test(text.slice(at, at + 5)));
}

/** 25 of 125日, 第53周 of 2021年第53周: what is not read as a whole is not read in parts. */
function isRestOfNumber(text: string, at: number): boolean {
  if (at === 0) return false;
  const [before, character] = [text.charAt(at - 1), text.charAt(at)];
  return (character === "第" && ordinalBehind.test(before)) || (digit.test(character) && digit.test(before)) || (numeral.test(character) && restOfNumeral.test(before));
}

/** Every row of phrases.ts that reads the whole words: more than one is a defect of the table. */
export function phrasesThatClaim(words: string): string[] {
  const whole: string[] = [];
  for (const { rule, pattern: compiled } of grammars.cell.rows) {
    const pattern = compiled();
    pattern.lastIndex = 0;
    if (pattern.exec(words)?.[0] === words) whole.push(rule.id);
  }
  return whole;
}
