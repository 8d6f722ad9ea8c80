/** The 台账 as Markdown (GitHub's tables), and the escapes that Markdown asks for. */
import { printable } from "../text/shown.ts";
import { ledgerOf, type Ledger } from "./ledger/ledger.ts";
import { ledgerHeaders, ledgerKeys, ledgerRows } from "./ledger/table.ts";
import type { OutputOptions, Pieces, Results } from "./output.ts";
import type { Language } from "../model/finding.ts";

/** Writes the ledger of each result as soon as it is there. */
export async function* writeMarkdown(results: Results, { language }: Pick<OutputOptions, "language">): Pieces {
  let first = true;
  for await (const result of results) {
    yield `${first ? "" : "\n"}${section(ledgerOf(result, language), language)}`;
    first = false;
  }
  if (first) yield language === "zh" ? "没有通知。\n" : "No notices.\n";
}

function section(ledger: Ledger, language: Language): string {
  const rows = ledgerRows(ledger, language, { alone: true }).map((row) => ledgerKeys.map((key) => markdownCell(String(row[key] ?? ""))));
  const about = [ledger.documentNumber, ledger.dateIssued, ...(ledger.title === ledger.files.join("、") ? [] : ledger.files)].filter((part) => part !== null).map(markdownText);
  const blocks = [`## ${markdownText(ledger.title)}`, about.join(" · "), rows.length === 0 ? (language === "zh" ? "没有任务。" : "No tasks.") : markdownTable(ledgerHeaders(language), rows)];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** A table; its cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${" --- |".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** Words as Markdown text on one line: nothing in them is markup. */
export function markdownText(words: string): string {
  return printable(words.replace(/\s+/gu, " ")).replace(/[\\`|<>[\]*_#~&]/gu, "\\$&").replace(/^(\d+)([.)])/u, "$1\\$2").replace(/^([-+=])/u, "\\$1");
}

/** Words of several lines as a cell of a table. */
function markdownCell(words: string): string {
  return words.split("\n").map(markdownText).join("<br>");
}
