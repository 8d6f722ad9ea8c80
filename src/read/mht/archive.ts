/** Reads a web archive (MHT) or a mail: the first page in it that says something, by the reader of pages. Files that a mail brings are read as those of a package. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { InputFile } from "../../model/reader.ts";
import { readPage } from "../html/page.ts";
import { readText } from "../text/text.ts";
import { messageOf } from "./parts.ts";
import { shownPart } from "./shown-part.ts";

/** Reads a web archive. Null when there is no page in it, or none that can be read; a diagnostic says so. */
export async function readArchive(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const { parts, cut } = messageOf(file.bytes);
  const page = shownPart(parts);
  if (cut) context.report("mht/cut");
  if (page === null) {
    context.report("mht/no-page");
    return null;
  }
  const inner: InputFile = { ...file, bytes: page.bytes(), uri: file.uri ?? page.location };
  const document = page.type === "text/plain" ? await readText(inner, source, context, page.charset) : await readPage(inner, source, context, page.charset);
  return document === null || page.location === null || !/^https?:/iu.test(page.location) ? document : { ...document, uri: page.location };
}
