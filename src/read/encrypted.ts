/** Office files behind a password ([MS-OFFCRYPTO] 2.3): an OLE file that holds the encrypted package. */
import type { Context } from "../model/context.ts";
import type { NoticeDocument } from "../model/document.ts";
import type { InputFile } from "../model/reader.ts";

/** Says that the file is protected; nothing of it can be read. */
export function refuseEncrypted(_file: InputFile, _source: number, context: Context): Promise<NoticeDocument | null> {
  context.report("input/encrypted");
  return Promise.resolve(null);
}
