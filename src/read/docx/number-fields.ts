/**
 * Fields that number paragraphs: AUTONUM, AUTONUMLGL, AUTONUMOUT, LISTNUM (ISO/IEC 29500-1, 17.16.5.4 to 17.16.5.6, 17.16.5.36).
 * Word computes them when it shows the page and stores no result.
 */
import { numberFormat } from "../../rules/number-formats.ts";

/** Levels that Word tells apart. */
const levelCount = 9;

/** A format of each level, from the outermost: how the number is written, and what stands around it. */
type Levels = readonly (readonly [format: string, before: string, after: string])[];

const outline: Levels = [
  ["upperRoman", "", "."], ["upperLetter", "", "."], ["decimal", "", "."], ["lowerLetter", "", ")"], ["decimal", "(", ")"],
  ["lowerLetter", "(", ")"], ["lowerRoman", "(", ")"], ["lowerLetter", "(", ")"], ["lowerRoman", "(", ")"],
];
const list: Levels = [
  ["decimal", "", ")"], ["lowerLetter", "", ")"], ["lowerRoman", "", ")"], ["decimal", "(", ")"], ["lowerLetter", "(", ")"],
  ["lowerRoman", "(", ")"], ["decimal", "", "."], ["lowerLetter", "", "."], ["lowerRoman", "", "."],
];
/** The names of formats in the switch `\*`. */
const switches: Readonly<Record<string, string>> = {
  ARABIC: "decimal", ROMAN: "upperRoman", ALPHABETIC: "upperLetter", CHINESENUM1: "chineseCounting", CHINESENUM2: "chineseLegalSimplified", CHINESENUM3: "chineseCountingThousand",
};

const numberField = /^\s*(AUTONUM(?:LGL|OUT)?|LISTNUM)\b/iu;

/** Whether a field code numbers a paragraph. */
export function isNumberField(code: string): boolean {
  return numberField.test(code);
}

/** The counters of one story. */
export class NumberFields {
  readonly #counters = new Map<string, number[]>();

  /** What a field shows. `heading` is the outline level of its paragraph, outermost 0, null for body text. */
  next(code: string, heading: number | null): string {
    const kind = numberField.exec(code)?.[1]?.toUpperCase() ?? "";
    const name = kind === "LISTNUM" ? listName(code) : kind;
    const level = kind === "LISTNUM" ? levelOf(code) : Math.min(heading ?? 0, levelCount - 1);
    const counts = this.#counters.get(`${name}/${heading === null ? "body" : "heading"}`) ?? [];
    this.#counters.set(`${name}/${heading === null ? "body" : "heading"}`, counts);
    counts.length = Math.min(counts.length, level + 1);
    for (let upper = 0; upper < level; upper++) counts[upper] ??= 1;
    counts[level] = startOf(code) ?? (counts[level] ?? 0) + 1;
    return show(kind, name, counts, code);
  }
}

function show(kind: string, name: string, counts: readonly number[], code: string): string {
  const level = counts.length - 1;
  const value = counts[level] ?? 1;
  if (kind === "AUTONUMLGL" || name === "legaldefault") return counts.join(".") + (/\\e\b/iu.test(code) ? "" : separatorOf(code));
  if (kind === "AUTONUMOUT" || name === "outlinedefault") return around(outline[level], value);
  if (kind === "LISTNUM") return around(list[level], value);
  return write(formatOf(code), value) + separatorOf(code);
}

function around(level: Levels[number] | undefined, value: number): string {
  const [format, before, after] = level ?? ["decimal", "", "."];
  return before + write(format, value) + after;
}

function write(format: string, value: number): string {
  return numberFormat(format)?.write(value) ?? String(value);
}

function formatOf(code: string): string {
  const name = /\\\*\s*([A-Za-z\d]+)/u.exec(code)?.[1] ?? "ARABIC";
  const lower = name === name.toLowerCase() && /^(?:roman|alphabetic)$/u.test(name);
  const format = switches[name.toUpperCase()] ?? "decimal";
  return lower ? format.replace("upper", "lower") : format;
}

function separatorOf(code: string): string {
  return /\\s\s*"?([^\s"\\])/iu.exec(code.replace(/\\\*\s*\w+/gu, ""))?.[1] ?? ".";
}

function listName(code: string): string {
  return (/^\s*LISTNUM\s+"?([^\s"\\]+)/iu.exec(code)?.[1] ?? "numberdefault").toLowerCase();
}

function levelOf(code: string): number {
  const level = Number(/\\l\s*"?(\d)/iu.exec(code)?.[1] ?? "1");
  return Math.min(Math.max(level, 1), levelCount) - 1;
}

function startOf(code: string): number | null {
  if (!/^\s*LISTNUM\b/iu.test(code)) return null;
  const start = /\\s\s*"?(\d{1,4})/iu.exec(code)?.[1];
  return start === undefined ? null : Number(start);
}
