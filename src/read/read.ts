/** The first stage: bytes to a document, by the reader that knows them. */
import type { Context } from "../model/context.ts";
import type { NoticeDocument } from "../model/document.ts";
import type { Format, InputFile } from "../model/reader.ts";
import { formatOf, formats } from "./formats.ts";

/** A file that was read: its format, null when unknown, and its document, null when nothing is readable. */
export interface ReadFile {
  readonly format: Format | null;
  readonly document: NoticeDocument | null;
}

/** Reads a file by its content; null when nothing is readable, and a diagnostic says why. */
export async function read(file: InputFile, source: number, context: Context): Promise<ReadFile> {
  const { length } = file.bytes;
  if (length === 0) {
    context.report("input/empty");
    return { format: null, document: null };
  }
  if (length > context.limits.bytes) {
    context.report("limit/bytes", { params: { bytes: String(length), limit: String(context.limits.bytes) } });
    return { format: null, document: null };
  }
  const format = formatOf(file.bytes);
  if (format === null) {
    context.report("input/unknown-format");
    return { format, document: null };
  }
  if (format.read === null) {
    context.report("input/unsupported-format", { params: { format: format.title.zh } });
    return { format, document: null };
  }
  reportName(file.name, format, context);
  const document = await format.read(file, source, context);
  if (document?.pictures === undefined) return { format, document };
  const whole = await import("./picture/embedded.ts").then(({ readEmbedded }) => readEmbedded(document, context));
  return { format, document: whole.text === "" ? null : whole };
}

/** Says so when a file is named like another format. Unknown extensions claim nothing. */
function reportName(name: string, format: Format, context: Context): void {
  const extension = /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined || format.extensions.includes(extension)) return;
  const claimed = formats.some((other) => other.extensions.includes(extension));
  if (claimed) context.report("input/name-differs", { params: { extension, format: format.title.zh } });
}
