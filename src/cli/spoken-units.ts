/** `fengong unit`: how words of units are read, reason by reason. */
import type { Language } from "../model/finding.ts";
import { parseAssignment, type AssignmentContext, type AssignmentReading, type ListedUnit } from "../units.ts";
import type { Exit } from "./exit-codes.ts";
import type { Surroundings } from "./options.ts";
import { reasonLines } from "./reasons.ts";
import { writeData } from "./run.ts";

interface Wanted {
  readonly context: AssignmentContext;
  readonly format: "text" | "json";
}

const words = {
  zh: { lead: "牵头", support: "配合", responsible: "责任", none: "没有单位", person: "人员", openEnded: "等：还有没列出的单位", byDuty: "按职责分工", time: "这是时间，不是单位", unread: "没有读懂", parted: "原文没有分隔，已分开" },
  en: { lead: "lead", support: "support", responsible: "responsible", none: "no unit", person: "person", openEnded: "等: there are more units than are listed", byDuty: "each by its own duties (按职责分工)", time: "a time and no unit", unread: "not read", parted: "printed without a separator and parted" },
} as const;

/** Prints the reading of each argument; in JSON an array of `{ words, assignment }`. */
export async function printUnits(printed: readonly string[], { context, format }: Wanted, surroundings: Surroundings): Promise<Exit> {
  const readings = printed.map((one) => ({ words: one, assignment: parseAssignment(one, context) }));
  const text = format === "json" ? `${JSON.stringify(readings, null, 2)}\n` : readings.map(({ words: one, assignment }) => spoken(one, assignment, surroundings.language)).join("\n");
  await writeData(text, { streams: surroundings });
  return "ok";
}

function spoken(printed: string, { lead, support, responsible, others, people, openEnded, byDuty, times, unread, missingSeparators }: AssignmentReading, language: Language): string {
  const say = words[language];
  const units = [
    ...lead.flatMap((unit) => linesOf(say.lead, unit, language)),
    ...support.flatMap((unit) => linesOf(say.support, unit, language)),
    ...responsible.flatMap((unit) => linesOf(say.responsible, unit, language)),
    ...others.flatMap(({ unit, role }) => linesOf(role, unit, language)),
    ...people.map(({ name }) => `  ${say.person}  ${name}`),
  ];
  const remarks = [
    ...(openEnded ? [say.openEnded] : []),
    ...(byDuty ? [say.byDuty] : []),
    ...times.map(([start, end]) => `${say.time}  ${printed.slice(start, end)}`),
    ...unread.map(({ text }) => `${say.unread}  ${text}`),
    ...missingSeparators.map((names) => `${say.parted}  ${names.join(" | ")}`),
  ];
  return `${[printed, ...(units.length === 0 ? [`  ${say.none}`] : units), ...remarks.map((remark) => `  ${remark}`)].join("\n")}\n`;
}

function linesOf(role: string, { text, name, kind, function: field, division, basis }: ListedUnit, language: Language): string[] {
  const facts = [text, ...(name === text ? [] : [`→ ${name}`]), kind, ...(field === null ? [] : [field]), ...(division === null ? [] : [division])];
  return [`  ${role}  ${facts.join("  ")}`, ...reasonLines(basis, language)];
}
