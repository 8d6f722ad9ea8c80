/** Findings as lines for people, in Chinese or English, safe to print on a terminal. */
import { styleText } from "node:util";
import { messageOf, placeWords, severities } from "../emit/report/wording.ts";
import type { Language } from "../model/finding.ts";
import type { Diagnostic } from "../model/notice.ts";
import { printable } from "../text/shown.ts";

/** Where and how a line is shown. Colour only on a terminal, and as NO_COLOR and FORCE_COLOR say. */
export interface Showing {
  readonly file: string;
  readonly language: Language;
  readonly stream: NodeJS.WritableStream;
}

/** A finding as one line: file, severity, code, place, sentence, printed words. */
export function describe(diagnostic: Diagnostic, { file, language, stream }: Showing): string {
  const { severity, code, place } = diagnostic;
  const label = styleText(severities[severity].colour, severities[severity][language], { stream });
  const where = placeWords(place, language);
  return `${printable(file)}: ${label} ${code}: ${printable(messageOf(diagnostic, language))}${where === "" ? "" : ` [${printable(where)}]`}`;
}

/** How many tasks or tables a file gave and how many findings of each severity, as one line. */
export function summarise(count: number, noun: "tasks" | "tables", diagnostics: readonly Diagnostic[], { file, language }: Showing): string {
  const things = { tasks: { zh: "项任务", en: "tasks" }, tables: { zh: "张表", en: "tables" } }[noun][language];
  const parts = [`${count} ${things}`];
  for (const severity of ["error", "warning", "info"] as const) {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    if (number > 0) parts.push(language === "zh" ? `${number} 条${severities[severity].zh}` : `${number} ${severities[severity].en}${number > 1 ? "s" : ""}`);
  }
  return `${printable(file)}: ${parts.join(language === "zh" ? "，" : ", ")}`;
}
