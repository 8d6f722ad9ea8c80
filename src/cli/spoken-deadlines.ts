/** `fengong deadline`: how words of time are read, reason by reason. */
import { findDeadlines, parseDeadline, type DeadlineContext, type DeadlineReading } from "../deadlines.ts";
import { deadlineKinds, doubtWords, reasonWords } from "../model/doubts.ts";
import type { Language } from "../model/finding.ts";
import type { Exit } from "./exit-codes.ts";
import type { Surroundings } from "./options.ts";
import { reasonLines } from "./reasons.ts";
import { writeData } from "./run.ts";

interface Wanted {
  readonly context: DeadlineContext;
  readonly inText: boolean;
  readonly format: "text" | "json";
}

const words = {
  zh: { none: "没有时限", due: "最晚", start: "从", rrule: "重复", duration: "时长", year: "年份来自", alternative: "另一读法", doubt: "疑点" },
  en: { none: "no deadline", due: "due", start: "from", rrule: "recurs", duration: "lasts", year: "year from", alternative: "or", doubt: "doubt" },
} as const;

/** What settled a year that the words leave out; null where they have it. */
const yearWords: Readonly<Record<DeadlineReading["yearFrom"], Readonly<Record<Language, string>> | null>> = {
  text: null,
  none: null,
  title: { zh: "标题", en: "the title" },
  documentNumber: { zh: "发文字号", en: "the document number" },
  dateIssued: { zh: "成文日期", en: "the date of issue" },
  option: { zh: "给定的年份", en: "the year given" },
};

/** Prints the reading of each argument; in JSON an array of `{ words, deadlines }`. */
export async function printDeadlines(printed: readonly string[], { context, inText, format }: Wanted, surroundings: Surroundings): Promise<Exit> {
  const read = inText ? findDeadlines : parseDeadline;
  const readings = printed.map((one) => ({ words: one, deadlines: read(one, context) }));
  const text = format === "json" ? `${JSON.stringify(readings, null, 2)}\n` : readings.map(({ words: one, deadlines }) => spoken(one, deadlines, surroundings.language)).join("\n");
  await writeData(text, { streams: surroundings });
  return "ok";
}

function spoken(printed: string, deadlines: readonly DeadlineReading[], language: Language): string {
  const lines = deadlines.length === 0 ? [`  ${words[language].none}`] : deadlines.flatMap((deadline) => linesOf(deadline, language));
  return `${[printed, ...lines].join("\n")}\n`;
}

function linesOf(deadline: DeadlineReading, language: Language): string[] {
  const say = words[language];
  const zh = language === "zh";
  const facts = [
    zh ? deadlineKinds[deadline.kind] : deadline.kind,
    ...fact(say.start, deadline.start),
    ...fact(say.due, deadline.due),
    ...fact(say.rrule, deadline.rrule),
    ...fact(say.duration, deadline.duration),
    ...(deadline.start === null && deadline.due === null ? [] : fact(say.year, yearWords[deadline.yearFrom]?.[language] ?? null)),
  ];
  return [
    `  ${deadline.text}  ${facts.join("  ")}`,
    ...deadline.alternatives.map(({ due, rrule, reason }) => `    ${say.alternative} ${due ?? rrule ?? ""}  ${zh ? (reasonWords[reason] ?? reason) : reason}`),
    ...deadline.warnings.map((code) => `    ${say.doubt} ${code}${zh ? `  ${doubtWords[code] ?? ""}` : ""}`.trimEnd()),
    ...reasonLines(deadline.basis, language),
  ];
}

function fact(label: string, value: string | null): string[] {
  return value === null ? [] : [`${label} ${value}`];
}
