/** The writers of links, in one form each. */
import { csvOf } from "../emit/csv.ts";
import { linkRow, linksTable } from "../emit/link-table.ts";
import { nameOf } from "../emit/link-words.ts";
import type { Pieces } from "../emit/output.ts";
import { workbookOf } from "../emit/xlsx.ts";
import type { Language } from "../model/finding.ts";
import type { FlatRow, FlatTable } from "../model/flat.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { answerRows, answersTable } from "./answers-table.ts";
import { comparisonsOf } from "./answers.ts";
import type { Lineage } from "./links.ts";
import { comparisonMarkdown } from "./markdown.ts";
import type { LinkOutputOptions } from "./output.ts";
import { comparisonLines, legend } from "./text.ts";

export function* writeText(lineage: Lineage, { language }: LinkOutputOptions): Generator<string, void, undefined> {
  const named = namesIn(lineage);
  const comparisons = comparisonsOf(lineage);
  if (comparisons.length === 0) yield nothingWords(lineage, language);
  for (const [i, one] of comparisons.entries()) yield `${i === 0 ? `${legend(language)}\n\n` : "\n\n"}${comparisonLines(one, named, language).join("\n")}\n`;
}

export function* writeMarkdown(lineage: Lineage, { language }: LinkOutputOptions): Generator<string, void, undefined> {
  const named = namesIn(lineage);
  const comparisons = comparisonsOf(lineage);
  if (comparisons.length === 0) yield nothingWords(lineage, language);
  for (const [i, one] of comparisons.entries()) yield `${i === 0 ? "" : "\n"}${comparisonMarkdown(one, named, language)}`;
}

/** Why there is nothing to lay side by side. */
function nothingWords({ notices }: Lineage, language: Language): string {
  const [only] = notices;
  const zh = language === "zh";
  if (only === undefined) return zh ? "没有读得出的通知。\n" : "No notice could be read.\n";
  if (notices.length === 1) return zh ? `只有一份通知：${nameOf(only)}（${only.sources.join("、")}）。\n` : `There is only one notice: ${nameOf(only)} (${only.sources.join(", ")}).\n`;
  return zh ? "这些通知之间未见相同文字，也未见引用。\n" : "These notices have no equal words and do not name each other.\n";
}

function namesIn({ notices }: Lineage): (id: string) => string {
  const names = new Map(notices.map((notice) => [notice.id, nameOf(notice)]));
  return (id) => names.get(id) ?? id;
}

export function* writeJson({ notices, links, relations, findings }: Lineage, { pretty }: LinkOutputOptions): Generator<string, void, undefined> {
  const document = {
    schemaVersion,
    parser: { name: "fengong", version: parserVersion },
    notices: notices.map(({ id, documentNumber, title, issuers, date, year, level, sources, tasks }) => ({ id, documentNumber, title, issuers, dateIssued: date, year, level, sources, tasks: tasks.length })),
    relations: relations.map(({ by, of, relation }) => ({ from: notices[by]?.id, to: notices[of]?.id, ...relation })),
    links: [...links()],
    diagnostics: findings,
  };
  yield `${pretty ? JSON.stringify(document, null, 2) : JSON.stringify(document)}\n`;
}

export function* writeLines({ links }: Lineage): Generator<string, void, undefined> {
  for (const link of links()) yield `${JSON.stringify(link)}\n`;
}

export function writeCsv(lineage: Lineage, { headers, escapeFormulas, table }: LinkOutputOptions, excel: boolean): Pieces {
  return csvOf(table === "links" ? linkSheet(lineage) : answerSheet(lineage), { headers, escapeFormulas, excel });
}

export function writeWorkbook(lineage: Lineage, { headers }: LinkOutputOptions): Pieces {
  const links = [...lineage.links()];
  const once = { ...lineage, links: () => links };
  return workbookOf([answerSheet(once), linkSheet(once)], { headers: headers ?? "zh" });
}

function linkSheet({ links }: Lineage): { readonly table: FlatTable; readonly rows: Iterable<readonly FlatRow[]> } {
  return { table: linksTable, rows: (function* () {
    let position = 0;
    for (const link of links()) yield [linkRow(link, ++position)];
  })() };
}

function answerSheet(lineage: Lineage): { readonly table: FlatTable; readonly rows: Iterable<readonly FlatRow[]> } {
  return { table: answersTable, rows: (function* () {
    let position = 0;
    for (const one of comparisonsOf(lineage)) for (const row of answerRows(one)) yield [{ position: ++position, ...row }];
  })() };
}
