/** Reads a web archive (MHT) or a mail: the first page in it that says something, by the reader of pages. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { InputFile } from "../../model/reader.ts";
import { readPage } from "../html/page.ts";
import { readText } from "../text/text.ts";
import { messageOf, type MimePart } from "./parts.ts";

/** Reads a web archive. Null when there is no page in it, or none that can be read; a diagnostic says so. */
export async function readArchive(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const { parts, cut } = messageOf(file.bytes);
  const shown = parts.filter(({ attached }) => attached === null);
  const page = shown.find((part) => isPage(part) && saysSomething(part)) ?? shown.find(isPage) ?? shown.find(({ type }) => type === "text/plain");
  if (cut) context.report("mht/cut");
  reportAttached(parts, source, context);
  if (page === undefined) {
    context.report("mht/no-page");
    return null;
  }
  const inner: InputFile = { ...file, bytes: page.bytes(), uri: file.uri ?? page.location };
  const document = page.type === "text/plain" ? await readText(inner, source, context, page.charset) : await readPage(inner, source, context, page.charset);
  return document === null || page.location === null || !/^https?:/iu.test(page.location) ? document : { ...document, uri: page.location };
}

function isPage({ type }: MimePart): boolean {
  return type === "text/html" || type === "application/xhtml+xml";
}

/** Frames hold their words in pages of their own; the one that only places them is passed over. */
function saysSomething(part: MimePart): boolean {
  const markup = Buffer.from(part.bytes()).toString("latin1");
  const body = markup.slice(Math.max(0, markup.search(/<\/head|<body\b|<frameset\b/iu)));
  return /[\w\x80-\xff]/u.test(body.replace(/<[^<>]*>/gu, ""));
}

/** Files that a mail brings are not read here. */
function reportAttached(parts: readonly MimePart[], source: number, context: Context): void {
  const names = parts.flatMap(({ attached }) => (attached === null ? [] : [attached]));
  if (names.length === 0) return;
  context.report("file/not-read", { params: { count: String(names.length) }, actual: names.join(" | ").slice(0, 1000), place: [{ source, kind: "element", path: "/", start: null, end: null }] });
}
