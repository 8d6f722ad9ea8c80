/** The tasks of other notices that a task is linked with, each with its words. */
import { join } from "node:path";
import { wayOf, wayOrder, type Link, type Way } from "../../model/link.ts";
import type { Task } from "../../model/notice.ts";
import { codeOf } from "../../batch/system-code.ts";
import type { NoticeRecord } from "../edition.ts";
import { valuesIn } from "../keep/ndjson.ts";
import { versionFiles } from "../keep/version-files.ts";

/** A link as it is told of one of its tasks. */
export interface LinkTold {
  readonly way: Way;
  readonly link: Link;
  readonly other: { readonly notice: string; readonly documentNumber: string | null; readonly title: string | null; readonly number: string | null; readonly ordinal: number; readonly text: string };
  /** What the notices between are called, in the order of `documents.through`, where that names notices. */
  readonly between: readonly string[];
  /** The words of both with the equal ones in 【】; only of the field that holds them. */
  readonly own: string;
  readonly others: string;
}

/** All links of a task of a version, upward first. None where the version has no links. */
export async function linksOf(folder: string, own: Task, recordOf: (notice: string) => Promise<NoticeRecord | null>): Promise<LinkTold[]> {
  const found: LinkTold[] = [];
  const records = new Map<string, NoticeRecord | null>();
  const known = async (notice: string): Promise<NoticeRecord | null> => {
    if (!records.has(notice)) records.set(notice, await recordOf(notice));
    return records.get(notice) ?? null;
  };
  for await (const link of linksIn(folder)) {
    if (link.from !== own.id && link.to !== own.id) continue;
    const isFrom = link.from === own.id;
    const [notice, task] = isFrom ? [link.toNotice, link.to] : [link.fromNotice, link.from];
    const result = (await known(notice))?.result;
    const other = result?.tasks.find(({ id }) => id === task);
    if (result === undefined || other === undefined) continue;
    const { documentNumber, title } = result.notice;
    found.push({
      way: wayOf(link, isFrom ? "from" : "to"),
      link,
      other: { notice, documentNumber: documentNumber?.text ?? null, title, number: other.number ?? other.label, ordinal: other.ordinal, text: other.text },
      between: await Promise.all((link.documents?.relation === "indirect" ? link.documents.through : []).map(async (id) => nameOf((await known(id))?.result.notice, id))),
      own: marked(own, link.parts.map(({ from, to }) => (isFrom ? from : to))),
      others: marked(other, link.parts.map(({ from, to }) => (isFrom ? to : from))),
    });
  }
  return found.sort((a, b) => wayOrder.indexOf(a.way) - wayOrder.indexOf(b.way));
}

function nameOf(notice: NoticeRecord["result"]["notice"] | undefined, id: string): string {
  return notice?.documentNumber?.text ?? notice?.title ?? id;
}

async function* linksIn(folder: string): AsyncGenerator<Link, void, undefined> {
  try {
    yield* valuesIn<Link>(join(folder, versionFiles.links));
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

/** The text of the first field that holds equal words, these in 【】. */
function marked(task: Task, ranges: readonly Link["parts"][number]["from"][]): string {
  const field = ranges[0]?.field ?? "text";
  const text = field === "text" ? task.text : (task.columns[Number(field.slice("columns.".length))]?.text ?? "");
  let [shown, at] = ["", 0];
  for (const { start, end } of ranges.filter((range) => range.field === field).sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    shown += `${text.slice(at, from)}【${text.slice(from, end)}】`;
    at = end;
  }
  return (shown + text.slice(at)).replaceAll("】【", "");
}
