/** Whether what stands at a known path is still the same notice, when its id is another: by the words that are its own. */
import { idnorm } from "../../normalise/identity.ts";
import type { ParseResult } from "../../model/notice.ts";
import { bagOf, likenessOf, sizeOf } from "./word-bags.ts";

/** How alike the words of both must be, of 1. */
const alike = { usual: 0.5, small: 0.7, renumbered: 0.9 } as const;

/** Fewer pairs of characters than these are a small notice: a few common words weigh much in it. */
const small = 60;

/** Words that all titles share, on the folded title. */
const titleFrame = /关于(?:印发|转发|做好)?|的通知$/gu;

/**
 * Whether two results are of one notice: of the same bytes, or of mostly the same tasks; where one of them has no task, of mostly the same
 * title and body. Two that print different numbers must say nearly the same, units among it, and of the same year where titles name it.
 */
export function isSameNotice(a: ParseResult, b: ParseResult): boolean {
  if (filesOf(a) === filesOf(b)) return true;
  const renumbered = numberOf(a) !== null && numberOf(b) !== null && numberOf(a) !== numberOf(b);
  if (renumbered && isOfOtherYear(a, b)) return false;
  const wordsOf = a.tasks.length > 0 && b.tasks.length > 0 ? (one: ParseResult) => taskWords(one, renumbered) : pageWords;
  const [one, other] = [bagOf(idnorm(wordsOf(a))), bagOf(idnorm(wordsOf(b)))];
  const usual = Math.min(sizeOf(one), sizeOf(other)) < small ? alike.small : alike.usual;
  return likenessOf(one, other) >= (renumbered ? alike.renumbered : usual);
}

function filesOf({ sources }: ParseResult): string {
  return sources.map(({ sha256 }) => sha256).join(" ");
}

function numberOf({ notice: { documentNumber } }: ParseResult): string | null {
  return documentNumber === null ? null : [idnorm(documentNumber.agencyCode), documentNumber.year, documentNumber.serial].join("-");
}

function isOfOtherYear(a: ParseResult, b: ParseResult): boolean {
  const [one, other] = [a.notice.workYear, b.notice.workYear];
  return one?.basis === "title" && other?.basis === "title" && one.year !== other.year;
}

function taskWords({ tasks }: ParseResult, withUnits: boolean): string {
  return tasks.flatMap(({ heading, text, assignment }) => [heading ?? "", text, withUnits ? (assignment.text ?? "") : ""]).join("");
}

/** Title and body without what all notices of an agency share: its name, its addressees, the form of titles. */
function pageWords(result: ParseResult): string {
  const { title, issuers, addressees, sections } = result.notice;
  const subject = issuers.reduce((words, issuer) => words.replaceAll(idnorm(issuer), ""), idnorm(title ?? "")).replace(titleFrame, "");
  const frame = new Set([...issuers, ...addressees].map(idnorm));
  const body = sections.flatMap(({ path, text }) => [path.at(-1) ?? "", text]).filter((words) => !frame.has(idnorm(words)));
  return [subject, taskWords(result, false), ...body].join("");
}
