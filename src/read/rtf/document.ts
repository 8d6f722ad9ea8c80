/** Reads RTF (version 1.9.1) as the parts of a Word package. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { InputFile } from "../../model/reader.ts";
import { readParts } from "../docx/read-parts.ts";
import { TreeFull } from "../docx/tree.ts";
import { controlTable } from "./controls.ts";
import { RtfReader } from "./reader.ts";

/** Reads an RTF file. Null when nothing in it is readable, and a diagnostic says why. */
export async function readRtf(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const reader = new RtfReader(file.bytes, context.limits, controlTable);
  try {
    const parts = reader.read();
    if (parts === null) {
      context.report("limit/depth", { params: { limit: String(context.limits.depth) } });
      return null;
    }
    if (!reader.balanced) context.report("rtf/unbalanced");
    if (reader.damaged > 0) context.report("rtf/charset-damaged", { params: { count: String(reader.damaged) } });
    return await readParts(parts, source, context);
  } catch (error) {
    if (!(error instanceof TreeFull)) throw error;
    context.report("limit/elements", { params: { limit: String(context.limits.elements) } });
    return null;
  }
}
