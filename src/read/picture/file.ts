/** Reads files that are pictures: photographs and scans as JPEG, PNG and TIFF. Each picture is a page. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { InputFile } from "../../model/reader.ts";
import { readPdf } from "../pdf/file.ts";
import { jpegPage } from "./jpeg.ts";
import { pageFile, type PicturePage } from "./page-file.ts";
import { pngPage } from "./png.ts";
import { tiffPages } from "./tiff.ts";

/** Reads a picture. Null result: nothing was readable, and a diagnostic says why. */
export async function readPicture(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const all = pagesOf(file.bytes);
  const pages = all.filter((page) => page !== null);
  if (pages.length < all.length || pages.length === 0) context.report("picture/unreadable", { params: { count: String(Math.max(1, all.length - pages.length)) } });
  return pages.length === 0 ? null : readPdf({ ...file, bytes: pageFile(pages) }, source, context);
}

/** The pages of a picture, null for each that cannot be unpacked; none for what is no picture. */
export function pagesOf(bytes: Uint8Array): (PicturePage | null)[] {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return [jpegPage(bytes)];
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return [pngPage(bytes)];
  return (bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d) ? tiffPages(bytes) : [];
}
