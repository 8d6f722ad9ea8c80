/** The rule rows compiled: which row reads the words at a place of folded text. */
import { moments, type MomentRule } from "../../rules/deadlines/moments.ts";
import { momentFirst, phrasePieces, phrases, type PhraseRule } from "../../rules/deadlines/phrases.ts";
import { spell } from "../../rules/deadlines/pieces.ts";

type Groups = Readonly<Record<string, string | undefined>>;

/** A row and what its pattern captured. */
export interface MomentClaim {
  readonly rule: MomentRule;
  readonly groups: Groups;
}

/** A row, the half-open range of folded text it read, and what its pattern captured. */
export interface PhraseClaim {
  readonly rule: PhraseRule;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly groups: Groups;
}

const noGroups: Groups = {};

/** Pattern of any moment, without its groups. */
const anyMoment = moments.map((rule) => withoutGroups(spell(rule.pattern))).join("|");

function withoutGroups(pattern: string): string {
  return pattern.replace(/\(\?<[a-zA-Z][a-zA-Z0-9]*>/g, "(?:").replace(/\\k<sep>/g, "[-./]");
}

const wholeMoments = moments.map((rule) => ({ rule, pattern: new RegExp(`^(?:${spell(rule.pattern)})$`) }));

/** The first row of moments.ts that reads the whole words; null when none does. */
export function claimMoment(words: string): MomentClaim | null {
  for (const { rule, pattern } of wholeMoments) {
    const match = pattern.exec(words);
    if (match !== null) return { rule, groups: match.groups ?? noGroups };
  }
  return null;
}

/** Every row of moments.ts that reads the whole words: more than one is a defect of the table. */
export function momentsThatClaim(words: string): string[] {
  return wholeMoments.filter(({ pattern }) => pattern.test(words)).map(({ rule }) => rule.id);
}

/** Splits the words of a list into its moments, in order. */
export const momentInList = new RegExp(anyMoment, "g");

const compiled = phrases.map((rule) => ({
  rule,
  begins: new RegExp(rule.begins),
  needs: rule.needs === undefined ? null : new RegExp(rule.needs),
  pattern: new RegExp(spell(rule.pattern, { ...phrasePieces, moment: anyMoment }), "y"),
}));

const aMoment = new RegExp(`[从自]?(?:${anyMoment})`, "y");
/** How far the words that a row needs may stand from its beginning. */
const reach = 40;

const byCharacter = new Map<string, typeof compiled>();

function rowsFor(character: string): typeof compiled {
  const known = byCharacter.get(character);
  if (known !== undefined) return known;
  const rows = compiled.filter((row) => row.begins.test(character));
  byCharacter.set(character, rows);
  return rows;
}

/** All readings that begin at a place, the longest first; of equal length in the order of the table. */
export function claimPhrases(text: string, at: number, where: "cell" | "text"): PhraseClaim[] {
  const claims: PhraseClaim[] = [];
  const rows = rowsFor(text.charAt(at));
  if (rows.length === 0) return claims;
  const ahead = text.slice(at, at + reach);
  let moment: boolean | null = null;
  for (const { rule, needs, pattern } of rows) {
    if ((where === "text" && rule.where === "cell") || needs?.test(ahead) === false) continue;
    if (momentFirst.has(rule.means)) {
      moment ??= standsAt(aMoment, text, at);
      if (!moment) continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === "") continue;
    claims.push({ rule, start: at, end: at + match[0].length, words: match[0], groups: match.groups ?? noGroups });
  }
  return claims.length > 1 ? claims.sort((a, b) => b.end - a.end) : claims;
}

function standsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Every row of phrases.ts that reads the whole words: more than one is a defect of the table. */
export function phrasesThatClaim(words: string): string[] {
  const whole: string[] = [];
  for (const { rule, pattern } of compiled) {
    pattern.lastIndex = 0;
    if (pattern.exec(words)?.[0] === words) whole.push(rule.id);
  }
  return whole;
}
