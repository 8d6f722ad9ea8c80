/** Reads a binary Word document ([MS-DOC], .doc and .wps) as the parts of a Word package. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { InputFile } from "../../model/reader.ts";
import { readStream } from "../compound-file.ts";
import { readParts } from "../docx/read-parts.ts";
import { TreeFull } from "../docx/tree.ts";
import { Bytes, Damage } from "./bytes.ts";
import { readFib, refusal } from "./fib.ts";
import { BinaryParts } from "./parts.ts";

/** Reads a .doc file. Null when nothing in it is readable, and a diagnostic says why. */
export async function readDoc(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const main = readStream(file.bytes, "WordDocument");
  const stream = new Bytes(main?.bytes ?? new Uint8Array());
  const refused = refusal(stream);
  if (refused !== null) {
    context.report(refused, refused === "doc/damaged" ? { params: { reason: "FIB" } } : {});
    return null;
  }
  try {
    const fib = readFib(stream);
    const table = readStream(file.bytes, fib.tableName);
    if (table === null) throw new Damage(fib.tableName);
    const data = readStream(file.bytes, "Data");
    const cut = [["WordDocument", main], [fib.tableName, table], ["Data", data]] as const;
    for (const [part, read] of cut) if (read?.whole === false) context.report("doc/damaged-part", { params: { part } });
    const summary = readStream(file.bytes, "\u0005SummaryInformation");
    const streams = { main: stream, table: new Bytes(table.bytes), data: new Bytes(data?.bytes ?? new Uint8Array()), summary: summary === null ? null : new Bytes(summary.bytes) };
    const parts = new BinaryParts(fib, streams, file.bytes.length, context);
    return await readParts(parts.read(), source, context);
  } catch (error) {
    if (error instanceof Damage) context.report("doc/damaged", { params: { reason: error.message } });
    else if (error instanceof TreeFull) context.report("limit/elements", { params: { limit: String(context.limits.elements) } });
    else throw error;
    return null;
  }
}
