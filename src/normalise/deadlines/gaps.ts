/** Times of which a part is left open or unknown (2031年×月底前, （　）月底前, 6月__日前): what is printed beside the gap gives no day. */
import { blank, type RawReading } from "../../rules/deadlines/claim.ts";
import { unknownCharacter } from "../../text/unknown.ts";

/** Characters that stand for others: blanks to be filled in, unknown ones, characters of another script that a scan put in. */
const open = "[\\ufffd×✕xX某*?_□○◯△()+\\-—…\\u0001]";

/** What stands right before a reading whose first part is missing, by how the reading begins. */
const missingBefore = [
  { begins: /^月[底末初中上下内]/u, left: new RegExp(`(?:(?:^|[,;、年])[干千士土什斗]|[0-9]{0,3}(?:年度?|${open}))$`, "u"), allowed: /(?:^|[^×xX某*?_□○◯△)])(?:\(|[年月日前底末][-—]+)$/u },
  { begins: /^[0-9一二三四五六七八九十元第上下年]/u, left: /[0-9〇零一二三四五六七八九]{0,3}[\ufffd×✕xX某*?_□]{1,4}年$/u, allowed: null },
] as const;

/** What follows a reading whose next part is missing, by how the reading ends. */
const missingBehind = [
  { ends: /(?:年度?|季度?)$/u, right: new RegExp(`^(?:[0-9]{1,2}${open}{0,6}|第?${open}{0,6})(?:月(?![度均报嫂饼球光亮租])|[日号](?![均常报产活历程志记])|(?<=.)季)`, "u") },
  { ends: /月份?$/u, right: new RegExp(`^${open}{0,6}[日号](?![均常报产活历程志记])`, "u") },
] as const;

const unknownBefore = /[0-9]{0,3}\ufffd[年月日号季]?$/u;
const unknownBehind = /^\ufffd[前底末初中内上下]?/u;
const tail = /^[底末初中上下旬]{0,2}(?:之前|以前|前|内)?/u;
const reach = 12;

/** Readings beside a gap turned into words that no rule reads; none covers the words of another. */
export function withGaps(readings: readonly RawReading[], text: string): RawReading[] {
  const kept: RawReading[] = [];
  for (const reading of readings) {
    const whole = withGap(reading, text);
    const last = kept.at(-1);
    if (last === undefined || whole.from >= last.to) kept.push(whole);
    else if (whole.to > last.to) kept.push(blank("unrecognized", last.to, whole.to, []));
  }
  return kept;
}

function withGap(reading: RawReading, text: string): RawReading {
  const before = gapBefore(reading, text);
  const behind = gapBehind(reading, text);
  const [from, to] = [reading.from - before, reading.to + behind];
  return before + behind > 0 || text.slice(from, to).includes(unknownCharacter) ? blank("unrecognized", from, to, []) : reading;
}

/** Length of what stands before a reading and belongs to the same time. */
function gapBefore({ from, to }: RawReading, text: string): number {
  const left = text.slice(Math.max(0, from - reach), from);
  const words = text.slice(from, to);
  const found = missingBefore.find(({ begins, left: gap, allowed }) => begins.test(words) && gap.test(left) && allowed?.test(left) !== true);
  return (found?.left.exec(left) ?? unknownBefore.exec(left))?.[0].length ?? 0;
}

/** Length of what follows a reading and belongs to the same time. */
function gapBehind({ from, to }: RawReading, text: string): number {
  const right = text.slice(to, to + reach);
  const words = text.slice(from, to);
  const found = missingBehind.find(({ ends, right: gap }) => ends.test(words) && gap.test(right))?.right.exec(right)?.[0] ?? unknownBehind.exec(right)?.[0] ?? "";
  return found === "" ? 0 : found.length + (tail.exec(right.slice(found.length))?.[0].length ?? 0);
}
