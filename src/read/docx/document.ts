/** Reads a DOCX file: its container is opened, and its parts are read as those of any Word document. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { InputFile } from "../../model/reader.ts";
import { openContainer, type Container } from "../container.ts";
import { FlatContainer } from "./flat-package.ts";
import { Package } from "./package.ts";
import { readParts } from "./read-parts.ts";

/** Reads a DOCX file. Null when nothing in it is readable, and a diagnostic says why. */
export async function readDocx(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const container = await openContainer(file.bytes, context.limits);
  if ("code" in container) {
    context.report(container.code, { params: container.params });
    return null;
  }
  return readPackage(container, source, context);
}

/** Reads a Word document saved as one XML file (Flat OPC). Null when nothing in it is readable, and a diagnostic says why. */
export function readFlatDocx(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const container = new FlatContainer(file.bytes);
  const { charset, damaged } = container;
  if (damaged > 0) context.report("docx/charset-damaged", { params: { part: file.name, charset, count: String(damaged) } });
  return readPackage(container, source, context);
}

async function readPackage(container: Container, source: number, context: Context): Promise<NoticeDocument | null> {
  const opened = await Package.open(container, source, context);
  const parts = await opened.document();
  return parts === null ? null : readParts(parts, source, context);
}
