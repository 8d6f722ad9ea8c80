/** Masks telephone and identity numbers in what is published: digits become `*`, lengths stay, so that places hold. */
import type { ParseResult } from "../model/notice.ts";
import { personalNumbers } from "../rules/personal.ts";

/** A number in a text. */
export interface FoundNumber {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** A number that was masked: what kind, and in which field. Never the number. */
export interface Masked {
  readonly rule: string;
  readonly field: string;
}

/** The numbers in a text, in order, none inside another. */
export function findPersonal(text: string): FoundNumber[] {
  if (!/[\d\uFF10-\uFF19]{4}/u.test(text)) return [];
  const narrow = text.replace(/[\uFF01-\uFF5E]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
  const found: FoundNumber[] = [];
  for (const { id, pattern, holds } of personalNumbers) {
    for (const match of narrow.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (holds === undefined || holds(match[0].replace(/[^\dXx]/gu, ""))) found.push({ rule: id, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text with its numbers masked. */
export function maskText(text: string): string {
  let masked = text;
  for (const { start, end } of findPersonal(text)) {
    const part = masked.slice(start, end).replace(/[\d\uFF10-\uFF19]|[XxＸｘ]$/gu, "*");
    masked = masked.slice(0, start) + part + masked.slice(end);
  }
  return masked;
}

/** The result without such numbers. */
export function maskPersonal(result: ParseResult): { readonly result: ParseResult; readonly masked: readonly Masked[] } {
  const masked: Masked[] = [];
  const clean = mapped(result, "", (text, field) => {
    for (const { rule } of findPersonal(text)) masked.push({ rule, field });
    return maskText(text);
  });
  return { result: clean as ParseResult, masked };
}

/** Such numbers in anything that is published: where they stand. */
export function personalIn(value: unknown): Masked[] {
  const found: Masked[] = [];
  mapped(value, "", (text, field) => {
    for (const { rule } of findPersonal(text)) found.push({ rule, field });
    return text;
  });
  return found;
}

/** Fields that are ids, hashes, paths, addresses or codes and never words. */
const exempt = /^(?:id|notice|task|item|name|file|uri|url|sha256|textSha256|key|code|agencyCode|firstSeen|lastSeen|version|previous|rrule|edtf|function|division)$/u;
/** Fields with nothing inside that is words. */
const closed = /^(?:place|documentNumber|indexNumber)$/u;
/** Where a name is words: of a unit, a person, a region. */
const wordy = /(?:^|\.)(?:lead|support|responsible|unit|units|people|jurisdiction)$/u;

/** A copy with every text replaced; `field` is the path of names that leads to it. */
function mapped(value: unknown, field: string, replace: (text: string, field: string) => string): unknown {
  if (typeof value === "string") return replace(value, field);
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, field, replace));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      const kept = closed.test(key) || (typeof inner === "string" && exempt.test(key) && !(key === "name" && wordy.test(field)));
      return [key, kept ? inner : mapped(inner, field === "" ? key : `${field}.${key}`, replace)];
    }),
  );
}
