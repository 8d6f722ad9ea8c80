/** The forms in which links are written. A new one is a row here. */
import { csvOf } from "../emit/csv.ts";
import type { Pieces } from "../emit/output.ts";
import { linkRow, linksTable } from "../emit/link-table.ts";
import { workbookOf } from "../emit/xlsx.ts";
import type { Language } from "../model/finding.ts";
import type { FlatRow, FlatTable } from "../model/flat.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { comparisonsOf } from "./answers.ts";
import type { Lineage } from "./links.ts";
import { comparisonMarkdown } from "./markdown.ts";
import { nameOf } from "../emit/link-words.ts";
import { answerRows, answersTable } from "./answers-table.ts";
import { comparisonLines, legend } from "./text.ts";

/** What a caller may choose. */
export interface LinkOutputOptions {
  readonly language: Language;
  readonly headers: Language | null;
  readonly table: "links" | "answers";
  readonly pretty: boolean;
  readonly escapeFormulas: boolean;
}

export type LinkFormat = "text" | "json" | "ndjson" | "csv" | "csv-excel" | "xlsx" | "markdown";

interface LinkOutput {
  readonly id: LinkFormat;
  readonly title: { readonly zh: string; readonly en: string };
  readonly extension: string;
  readonly binary: boolean;
  readonly write: (lineage: Lineage, options: LinkOutputOptions) => Pieces | Generator<string, void, undefined>;
}

export const linkOutputs: readonly LinkOutput[] = [
  { id: "text", title: { zh: "逐项对照，在终端上看", en: "item beside item, for a terminal" }, extension: "txt", binary: false, write: writeText },
  { id: "json", title: { zh: "通知、关系和全部链接，一份 JSON", en: "notices, relations and all links as one JSON document" }, extension: "json", binary: false, write: writeJson },
  { id: "ndjson", title: { zh: "每条链接一行 JSON", en: "one link a line of JSON" }, extension: "ndjson", binary: false, write: writeLines },
  { id: "csv", title: { zh: "CSV，一张表（--table answers 或 links）", en: "CSV of one table (--table answers or links)" }, extension: "csv", binary: false, write: (lineage, options) => writeCsv(lineage, options, false) },
  { id: "csv-excel", title: { zh: "供 Excel 打开的 CSV", en: "CSV for Excel" }, extension: "", binary: false, write: (lineage, options) => writeCsv(lineage, options, true) },
  { id: "xlsx", title: { zh: "Excel 工作簿：逐项对照、相同文字", en: "Excel workbook: answers, links" }, extension: "xlsx", binary: true, write: writeWorkbook },
  { id: "markdown", title: { zh: "Markdown 表格", en: "Markdown tables" }, extension: "md", binary: false, write: writeMarkdown },
];

function* writeText(lineage: Lineage, { language }: LinkOutputOptions): Generator<string, void, undefined> {
  const named = namesIn(lineage);
  const comparisons = comparisonsOf(lineage);
  if (comparisons.length === 0) yield nothingWords(lineage, language);
  for (const [i, one] of comparisons.entries()) yield `${i === 0 ? `${legend(language)}\n\n` : "\n\n"}${comparisonLines(one, named, language).join("\n")}\n`;
}

function* writeMarkdown(lineage: Lineage, { language }: LinkOutputOptions): Generator<string, void, undefined> {
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

function* writeJson({ notices, links, relations, findings }: Lineage, { pretty }: LinkOutputOptions): Generator<string, void, undefined> {
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

function* writeLines({ links }: Lineage): Generator<string, void, undefined> {
  for (const link of links()) yield `${JSON.stringify(link)}\n`;
}

function writeCsv(lineage: Lineage, { headers, escapeFormulas, table }: LinkOutputOptions, excel: boolean): Pieces {
  return csvOf(table === "links" ? linkSheet(lineage) : answerSheet(lineage), { headers, escapeFormulas, excel });
}

function writeWorkbook(lineage: Lineage, { headers }: LinkOutputOptions): Pieces {
  return workbookOf([answerSheet(lineage), linkSheet(lineage)], { headers: headers ?? "zh" });
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
