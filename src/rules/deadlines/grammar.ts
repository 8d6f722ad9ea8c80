/** The rule rows compiled: which row reads the words at a place of folded text. */
import { beginsWord } from "./boundaries.ts";
import type { Claim } from "./claim.ts";
import { anyMoment, type Where } from "./period.ts";
import { firsts, momentFirst, phrasePieces, phrases, twoMoments, type PhraseRule } from "./phrases.ts";
import { cellPieces, spell } from "./pieces.ts";
import type { Groups } from "./shapes.ts";

/** A row and what it read. */
export interface PhraseClaim extends Claim {
  readonly rule: PhraseRule;
}

const noGroups: Groups = {};

interface Row {
  readonly rule: PhraseRule;
  readonly begins: RegExp;
  readonly needs: RegExp | null;
  readonly first: RegExp | null;
  readonly pattern: RegExp;
}

/** How far the words that a row needs may stand from its beginning. */
const reach = 40;

/** The rows for one kind of place, with the rows that can begin with a character kept once they were asked for. */
class Grammar {
  readonly rows: readonly Row[];
  readonly moment: RegExp;
  readonly twoMoments: RegExp;
  readonly #byCharacter = new Map<string, readonly Row[]>();

  constructor(where: Where) {
    const pieces = { ...phrasePieces, ...(where === "cell" ? cellPieces : {}), moment: anyMoment[where] };
    const standing = (pattern: string): RegExp => new RegExp(spell(pattern, pieces), "y");
    this.moment = new RegExp(`(?:自从|[从自])?(?:${anyMoment[where]})`, "y");
    this.twoMoments = standing(twoMoments);
    const looks = { event: standing(firsts.event), noSuch: standing(firsts.noSuch) };
    const needed = new Map(phrases.map(({ needs }) => [needs, needs === undefined ? null : new RegExp(needs)]));
    this.rows = phrases
      .filter((rule) => where === "cell" || rule.where === "anywhere")
      .map((rule) => ({
        rule,
        begins: new RegExp(rule.begins),
        needs: needed.get(rule.needs) ?? null,
        first: rule.first === undefined ? null : looks[rule.first],
        pattern: standing(rule.pattern),
      }));
  }

  rowsFor(character: string): readonly Row[] {
    const known = this.#byCharacter.get(character);
    if (known !== undefined) return known;
    const rows = this.rows.filter((row) => row.begins.test(character));
    this.#byCharacter.set(character, rows);
    return rows;
  }
}

const grammars: Readonly<Record<Where, Grammar>> = { cell: new Grammar("cell"), text: new Grammar("text") };

/** All readings that begin at a place, the longest first; of equal length in the order of the table. */
export function claimPhrases(text: string, at: number, where: Where): PhraseClaim[] {
  const claims: PhraseClaim[] = [];
  const grammar = grammars[where];
  const rows = grammar.rowsFor(text.charAt(at));
  if (rows.length === 0 || isRestOfNumber(text, at)) return claims;
  const ahead = text.slice(at, at + reach);
  let moment: boolean | null = null;
  let two: boolean | null = null;
  const seen = new Map<RegExp, boolean>();
  for (const { rule, needs, first, pattern } of rows) {
    if (needs !== null && !once(seen, needs, () => needs.test(ahead))) continue;
    if (first !== null && !once(seen, first, () => standsAt(first, text, at))) continue;
    if (momentFirst.has(rule.means)) {
      moment ??= standsAt(grammar.moment, text, at);
      if (!moment) continue;
    }
    if (rule.twice === true) {
      two ??= standsAt(grammar.twoMoments, text, at);
      if (!two) continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === "" || beginsWord(text, at + match[0].length - 1)) continue;
    claims.push({ rule, convention: rule.convention, start: at, end: at + match[0].length, words: match[0], groups: match.groups ?? noGroups });
  }
  return claims.length > 1 ? claims.sort((a, b) => b.end - a.end) : claims;
}

/** Asks a question once for all rows that ask it. */
function once(seen: Map<RegExp, boolean>, pattern: RegExp, ask: () => boolean): boolean {
  const known = seen.get(pattern);
  if (known !== undefined) return known;
  const answer = ask();
  seen.set(pattern, answer);
  return answer;
}

const unitOfTime = /[年月季日周旬天]/;
const endOfNumber = /[0-9A-Za-z〇○◯零一二三四五六七八九十百廿卅两几数多]/;

/** 月底 of 13月底, whose number no calendar has, is no time of its own. */
function isRestOfNumber(text: string, at: number): boolean {
  return at > 0 && unitOfTime.test(text.charAt(at)) && endOfNumber.test(text.charAt(at - 1));
}

function standsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Every row of phrases.ts that reads the whole words: more than one is a defect of the table. */
export function phrasesThatClaim(words: string): string[] {
  const whole: string[] = [];
  for (const { rule, pattern } of grammars.cell.rows) {
    pattern.lastIndex = 0;
    if (pattern.exec(words)?.[0] === words) whole.push(rule.id);
  }
  return whole;
}
