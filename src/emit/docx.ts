/** The 台账 as a Word document: one table a notice, A4 across, its header on every page. The same results give the same bytes. */
import type { Language } from "../model/finding.ts";
import { ledgerOf, type Ledger } from "./ledger/ledger.ts";
import { ledgerHeaders, ledgerKeys, ledgerRows, ledgerWidths } from "./ledger/table.ts";
import { packageParts, paragraph, section, table } from "./docx/parts.ts";
import type { OutputOptions, Pieces, Results } from "./output.ts";
import { zipOf, type ZipEntry } from "./xlsx/zip.ts";

/** The headers as official papers have them: the table is pasted into letters, and read back by what its headers say. */
const headers = ["序号", "工作任务", "牵头单位", "配合单位", "责任单位", "完成时限", "来源", "待核"] as const;

/** Writes the document; its parts stand one behind the other, and results are written as they come. */
export function writeDocx(results: Results, { language }: Pick<OutputOptions, "language">): Pieces {
  const { before, documentHead, documentEnd } = packageParts;
  async function* body(): AsyncGenerator<string, void, undefined> {
    yield documentHead;
    let first = true;
    for await (const result of results) {
      yield partOf(ledgerOf(result, language), language, !first);
      first = false;
    }
    yield section + documentEnd;
  }
  async function* entries(): AsyncGenerator<ZipEntry, void, undefined> {
    yield* before.map(([name, text]) => ({ name, pieces: [text] }));
    yield await Promise.resolve({ name: "word/document.xml", pieces: body() });
  }
  return zipOf(entries());
}

function partOf(ledger: Ledger, language: Language, newPage: boolean): string {
  const { title, documentNumber, dateIssued, lines, remarks } = ledger;
  const zh = language === "zh";
  const rows = ledgerRows({ ...ledger, remarks: [] }, language, { alone: true }).map((row) => ledgerKeys.map((key) => String(row[key] ?? "")));
  const said = remarks.map(({ file, where, message }) => paragraph(`${[file, where].filter((part) => part !== "").join(" ")}${zh ? "：" : ": "}${message}`, "Note"));
  return [
    paragraph(title, "Title", newPage),
    ...(documentNumber === null ? [] : [paragraph(documentNumber, "Subtitle")]),
    ...(dateIssued === null ? [] : [paragraph(`${zh ? "成文日期：" : "Issued: "}${dateIssued}`, "Subtitle")]),
    lines.length === 0 ? paragraph(zh ? "没有读出任务。" : "No tasks were read.", "Note") : table(zh ? headers : ledgerHeaders(language), rows, ledgerWidths),
    ...(said.length === 0 ? [] : [paragraph(zh ? "另需核对" : "To check beside the tasks", "Note"), ...said]),
    paragraph("", "Note"),
  ].join("");
}
