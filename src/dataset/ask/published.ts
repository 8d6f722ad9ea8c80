/** The results that a dataset publishes. */
import { join } from "node:path";
import { codeOf } from "../../batch/system-code.ts";
import type { ParseResult } from "../../model/notice.ts";
import { DamagedDataset } from "../keep/damage.ts";
import type { NoticeRecord } from "../edition.ts";
import { valuesIn } from "../keep/ndjson.ts";
import { versionFiles } from "../keep/version-files.ts";
import { folderOf, loadVersions } from "../keep/versions.ts";

/** Those of its last successful version, corrections applied, by id; none where there is no version. Throws {@link DamagedDataset}. */
export async function publishedResults(out: string): Promise<ParseResult[]> {
  const { versions, damage } = await loadVersions(out);
  if (versions === null) throw new DamagedDataset(damage);
  const results: ParseResult[] = [];
  if (versions.lastSuccessful === null) return results;
  try {
    for await (const { result } of valuesIn<NoticeRecord>(join(folderOf(out, versions.lastSuccessful), versionFiles.notices))) results.push(result);
  } catch (error) {
    throw codeOf(error) === "ENOENT" ? new DamagedDataset(`${versionFiles.notices} (ENOENT)`) : error;
  }
  return results;
}
