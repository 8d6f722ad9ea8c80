/** Masks telephone and identity numbers in what is published: digits become `*`, lengths stay, so that places hold. */
import type { ParseResult } from "../../model/notice.ts";
import { personalNumbers } from "../../rules/personal.ts";

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

/** The same in a name of a file: a number stands there between the signs that part words of names. */
function findInName(name: string): FoundNumber[] {
  return findPersonal(name.replace(/[/_.-]/gu, " "));
}

/** The text with its numbers masked. */
export function maskText(text: string): string {
  return without(text, findPersonal(text));
}

/** The name with its numbers masked. */
export function maskName(name: string): string {
  return without(name, findInName(name));
}

function without(text: string, found: readonly FoundNumber[]): string {
  let masked = text;
  for (const { start, end } of found) {
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

/** Such numbers in anything that is published, names of files among it: where they stand. */
export function personalIn(value: unknown): Masked[] {
  const found: Masked[] = [];
  const adding = (find: typeof findPersonal) => (text: string, field: string) => {
    for (const { rule } of find(text)) found.push({ rule, field });
    return text;
  };
  mapped(value, "", adding(findPersonal), adding(findInName));
  return found;
}

/** Fields that are names of files: source-names.ts has masked them before anything was read, everywhere alike. */
const names = /^(?:item|name|file|chosen)$/u;
/** Fields that are ids, hashes, addresses or codes and never words. */
const exempt = /^(?:id|notice|task|uri|url|sha256|textSha256|key|code|agencyCode|firstSeen|lastSeen|version|previous|rrule|edtf|function|division)$/u;
/** Fields with nothing inside that is words. */
const closed = /^(?:place|documentNumber|indexNumber)$/u;
/** Where a name is words: of a unit, a person, a region. */
const wordy = /(?:^|\.)(?:lead|support|responsible|unit|units|people|jurisdiction)$/u;

type Replace = (text: string, field: string) => string;

/** A copy with every text replaced; `field` is the path of names that leads to it. Names of files go another way than words. */
function mapped(value: unknown, field: string, replace: Replace, name: Replace = (text) => text): unknown {
  if (typeof value === "string") return replace(value, field);
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, field, replace, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      const path = field === "" ? key : `${field}.${key}`;
      if (typeof inner === "string" && names.test(key) && !(key === "name" && wordy.test(field))) return [key, name(inner, path)];
      return [key, closed.test(key) || (typeof inner === "string" && exempt.test(key)) ? inner : mapped(inner, path, replace, name)];
    }),
  );
}
