/** What was lost though its source still stands: the page may be an error, a log-in, another notice, or half of the notice. */
import { diagnose } from "../model/context.ts";
import type { Change, Issue, NoticeRecord } from "./edition.ts";
import { lostNotice, shrunkNotice } from "./edition.ts";
import type { NoticeValues } from "./fields.ts";

/** A notice shrinks when more than this share of its tasks goes at once. */
const most = 0.5;

/** The losses of one notice against the last successful version; `there` holds the sources of today by name. */
export function lossesOf(before: NoticeRecord | null, now: NoticeValues | null, changes: readonly Change[], there: ReadonlyMap<string, unknown>): Issue[] {
  if (before === null) return [];
  const items = before.readings.map(({ item }) => item).filter((item) => there.has(item));
  if (now === null) return items.map((item) => ({ ...diagnose(lostNotice, { params: { notice: before.id, item } }), notice: before.id, item }));
  const gone = changes.filter(({ op, task, causes }) => op === "DEL" && task !== null && causes.includes("source")).length;
  const all = before.result.tasks.length;
  if (all < 2 || gone <= all * most || items.length === 0) return [];
  return [{ ...diagnose(shrunkNotice, { params: { notice: before.id, gone: String(gone), of: String(all) } }), notice: now.id, item: items[0] ?? null }];
}
