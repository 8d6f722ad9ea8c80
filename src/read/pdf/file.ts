/** Reads a PDF: opens it, has its pages laid out, and composes the document. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { InputFile } from "../../model/reader.ts";
import { inTurns } from "../../model/steps.ts";
import { compose } from "../grid/compose.ts";
import { drawPages } from "../grid/drawing.ts";
import { reportTable } from "../grid/table-report.ts";
import { reportFilesInside } from "./files-inside.ts";
import { library, type LibraryDocument, type LibraryTask } from "./library.ts";
import { unknownCharacter } from "../../text/unknown.ts";
import { checkPacked } from "./packed.ts";
import { PageReader } from "./page-reader.ts";
import { ScannedPages } from "./scanned-pages.ts";

/** Reads a PDF file. Null result: nothing was readable, and a diagnostic says why. */
export async function readPdf(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const pdf = await library();
  const task = pdf.open(file.bytes);
  const scans = new ScannedPages(pdf, file.bytes, context);
  try {
    const document = await opened(task, context);
    if (document === null) return null;
    await reportPacked(file.bytes, context);
    await reportFilesInside(document, context);
    const reader = new PageReader({ pdf, document, scans }, source, context);
    const { tables, pages, ...written } = await inTurns(compose(await reader.read(), source, context.limits.cells, context.marks), context.rest);
    if (written.text.replaceAll(unknownCharacter, "").trim() === "") {
      if (!context.diagnostics.some(({ code, severity }) => /^(?:pdf|ocr)[/]/u.test(code) && severity === "error")) context.report("pdf/no-text");
      return null;
    }
    for (const table of tables) reportTable(table, source, context);
    const read: NoticeDocument = { source, ...written, meta: [], links: [], pages: document.numPages, charset: null, ...(scans.engine === null ? {} : { ocr: scans.engine }) };
    return context.pictures ? { ...read, drawing: drawPages(pages, reader.glyphs) } : read;
  } finally {
    await scans.close();
    await task.destroy();
  }
}

async function opened(task: LibraryTask, context: Context): Promise<LibraryDocument | null> {
  try {
    const document = await task.promise;
    if (document.numPages > 0) return document;
    context.report("pdf/no-pages");
  } catch (error) {
    const locked = error instanceof Error && error.name === "PasswordException";
    context.report(locked ? "pdf/encrypted" : "pdf/damaged");
  }
  return null;
}

/** Names no more objects than this. */
const mostNamed = 10;

async function reportPacked(bytes: Uint8Array, context: Context): Promise<void> {
  const { broken, altered } = await inTurns(checkPacked(bytes), context.rest);
  for (const [code, objects] of [["pdf/damaged-data", broken], ["pdf/altered-data", altered]] as const) {
    if (objects.length > 0) context.report(code, { params: { count: String(objects.length), objects: objects.slice(0, mostNamed).join(" ") } });
  }
}
