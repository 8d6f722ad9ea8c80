/** How the tests of the RTF reader read files. */
import { openContext, type Context, type ParseOptions } from "../../../src/model/context.ts";
import type { NoticeDocument } from "../../../src/model/document.ts";
import { readRtf } from "../../../src/read/rtf/document.ts";
import { checkDocument } from "../doc/reading.ts";

/** Reads bytes, or signs that are bytes; the document is null when nothing was readable. */
export async function tryRtf(file: Uint8Array | string, options: ParseOptions = {}): Promise<{ document: NoticeDocument | null; context: Context; codes: string[] }> {
  const bytes = typeof file === "string" ? Uint8Array.from(Buffer.from(file, "latin1")) : file;
  const context = openContext(options);
  const document = await readRtf({ name: "notice.rtf", bytes, uri: null, role: "notice", label: null }, 0, context);
  if (document !== null) checkDocument(document);
  return { document, context, codes: context.diagnostics.map(({ code }) => code) };
}

const head = String.raw`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fnil\fcharset2 Wingdings;}{\f2\froman\fcharset0 Times New Roman;}}`;

/** Reads a file of these signs behind a table of fonts; other characters than ASCII are written as `\u`. */
export async function readSigns(signs: string, options?: ParseOptions): Promise<{ document: NoticeDocument; context: Context; codes: readonly string[] }> {
  const escaped = signs.replace(/[^\0-\x7f]/gu, (character) => Array.from({ length: character.length }, (_, i) => `\\u${String((character.charCodeAt(i) << 16) >> 16)}?`).join(""));
  const { document, context, codes } = await tryRtf(`${head}\n${escaped}}`, options);
  if (document === null) throw new Error(`nothing read: ${codes.join(", ")}`);
  return { document, context, codes };
}
