/** Pictures inside documents of other formats, as large as a page of text: with an engine their words are read as those of a scan, and follow the document. */
import type { Context } from "../../model/context.ts";
import type { Block, Cell, EmbeddedPicture, NoticeDocument } from "../../model/document.ts";
import type { Place } from "../../model/position.ts";
import { joinPictures } from "../join.ts";
import { readPdf } from "../pdf/file.ts";
import { pagesOf } from "./file.ts";
import { pageFile } from "./page-file.ts";

/** The document with the words of its pictures behind its own; pictures that give none are named as not read. */
export async function readEmbedded({ pictures = [], ...document }: NoticeDocument, context: Context): Promise<NoticeDocument> {
  const read: NoticeDocument[] = [];
  for (const picture of pictures) {
    const found = await readOne(picture, document.source, context);
    if (found === null) context.report("picture/not-read", { params: { count: "1" }, actual: picture.name, place: [picture.place] });
    else read.push(withPlace(found, picture.place));
  }
  return read.length === 0 ? document : joinPictures(document, read);
}

/** What a picture without words, or one that cannot be unpacked, would say of itself is said of it as a picture. */
const unsaid: ReadonlySet<string> = new Set(["pdf/no-text", "pdf/needs-ocr", "ocr/blank-page"]);

async function readOne({ name, bytes, place }: EmbeddedPicture, source: number, context: Context): Promise<NoticeDocument | null> {
  const pages = pagesOf(bytes).filter((page) => page !== null);
  if (pages.length === 0) return null;
  const own: Context = {
    ...context,
    report: (code, details = {}) => {
      if (!unsaid.has(code)) context.report(code, { ...details, place: [place] });
    },
  };
  return readPdf({ name, bytes: pageFile(pages), uri: null, role: "notice", label: null }, source, own);
}

/** All of it stands where the picture stands. */
function withPlace(document: NoticeDocument, place: Place): NoticeDocument {
  return { ...document, blocks: document.blocks.map((block) => placed(block, place)), fragments: document.fragments.map(({ span }) => ({ span, place })) };
}

function placed(block: Block, place: Place): Block {
  if (block.kind !== "table") return block;
  return { ...block, parts: [], place: [place], cells: block.cells.map((cell): Cell => ({ ...cell, blocks: cell.blocks.map((inner) => placed(inner, place)) })) };
}
