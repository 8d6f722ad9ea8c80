/** A result of this program is no notice: it is named, and the command that takes it. */
import type { Context } from "../model/context.ts";
import { leadingText } from "./leading-text.ts";
import type { InputFile } from "../model/reader.ts";

/** Whether the bytes begin like a result or a record of a dataset that this program wrote, indented or not. */
export function isOwnResult(bytes: Uint8Array): boolean {
  return /^\s*\{\s*"schemaVersion":\s*"\d+\.\d+\.\d+",\s*"status":\s*"(?:success|partial|empty|failed)",\s*"parser":\s*\{\s*"name":\s*"fengong"|^\s*\{"id":"[^"]{1,200}","readings":\[\{"item":/u.test(leadingText(bytes).slice(0, 1024));
}

/** Reads nothing and says so. */
export function refuseOwnResult(_file: InputFile, _source: number, context: Context): Promise<null> {
  context.report("input/own-result");
  return Promise.resolve(null);
}
