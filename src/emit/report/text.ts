/** The report as plain text: what needs eyes first, with the printed words and a caret under them. */
import type { Language } from "../../model/finding.ts";
import type { OutputOptions, Pieces, Results } from "../output.ts";
import { gatherReport, levelOrder, levels, type Entry, type FileSummary, type ReportData } from "./entries.ts";
import { withCaret } from "./excerpt.ts";
import { alsoWords, fileWords, reportWords, totalWords } from "./summary.ts";
import { printable } from "../../text/shown.ts";

/** Writes the report when all results are there. */
export async function* writeReport(results: Results, { language }: Pick<OutputOptions, "language">): Pieces {
  const report = await gatherReport(results, language);
  yield `${linesOf(report, language).join("\n")}\n`;
}

function linesOf({ files, entries }: ReportData, language: Language): string[] {
  const sections = levelOrder.flatMap((level) => {
    const found = entries.filter((entry) => entry.level === level);
    return found.length === 0 ? [] : [`\n${levels[level][language]} ${files.reduce((sum, file) => sum + file.counts[level], 0)}`, ...found.map((entry) => entryLines(entry, language))];
  });
  return [totalWords({ files }, language), ...files.map((file) => fileLine(file, language)), ...sections];
}

function fileLine(file: FileSummary, language: Language): string {
  return `  ${printable(file.file)}  ${fileWords(file, language).join(language === "zh" ? "，" : ", ")}`;
}

function entryLines(entry: Entry, language: Language): string {
  const { level, file, where, task, code, message, excerpt } = entry;
  const head = [file, where, task === null ? "" : `${reportWords.task[language]} ${task}`, levels[level][language], code].filter((part) => part !== "").map(printable).join("  ");
  const lines = ["", head, `  ${printable(message)}`];
  if (excerpt !== null) {
    const [line, carets] = withCaret(excerpt);
    lines.push(`  │ ${line}`, `  │ ${carets}`);
  }
  const also = alsoWords(entry, language);
  if (also !== null) lines.push(`  ${printable(also)}`);
  return lines.join("\n");
}
