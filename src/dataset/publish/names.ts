/** What notices and tasks are called in a version: for people who read of their changes. */
import { join } from "node:path";
import type { ParseResult } from "../../model/notice.ts";
import type { NoticeRecord } from "../edition.ts";
import { indexLines } from "../keep/ndjson.ts";
import type { Names } from "./sentences.ts";
import { versionFiles } from "../keep/version-files.ts";
import { folderOf } from "../keep/versions.ts";

/** The names in a result. */
export function namesIn({ notice, tasks }: Pick<ParseResult, "notice" | "tasks">): Names {
  return { title: notice.title, tasks: new Map(tasks.map(({ id, number, label, ordinal, text }) => [id, { number: number ?? label ?? String(ordinal), text }])) };
}

/** The names of some notices, those of the later version first; what is in neither has none. */
export async function loadNames(out: string, versions: readonly (string | null)[], notices: ReadonlySet<string>): Promise<ReadonlyMap<string, Names>> {
  const found = new Map<string, Names>();
  for (const version of versions) {
    if (version === null) continue;
    const index = await indexLines(join(folderOf(out, version), versionFiles.notices), "id");
    try {
      for (const id of notices) {
        const [record] = (await index.read(id)) as NoticeRecord[];
        if (record !== undefined) found.set(id, joined(found.get(id), namesIn(record.result)));
      }
    } finally {
      await index.close();
    }
  }
  return found;
}

function joined(newer: Names | undefined, older: Names): Names {
  return newer === undefined ? older : { title: newer.title ?? older.title, tasks: new Map([...older.tasks, ...newer.tasks]) };
}
