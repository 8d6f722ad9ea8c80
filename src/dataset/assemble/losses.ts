/** What was lost though its source still stands: the page may be an error, a log-in, another notice, or half of the notice. */
import { diagnose } from "../../model/context.ts";
import type { Change, Issue, NoticeRecord } from "../edition.ts";
import { lostNotice, lostSource, shrunkNotice } from "../edition.ts";
import type { NoticeValues } from "../fields.ts";

/** A notice shrinks when more than this share of its tasks goes at once. */
const most = 0.5;

/** The losses of one notice against the last successful version; `there` holds the sources of today by name, `said` those that still say it. */
export function lossesOf(before: NoticeRecord | null, now: NoticeValues | null, changes: readonly Change[], there: ReadonlyMap<string, unknown>, said: readonly string[]): Issue[] {
  if (before === null) return [];
  const items = before.readings.map(({ item }) => item).filter((item) => there.has(item));
  if (now === null) return items.map((item) => ({ ...diagnose(lostNotice, { params: { notice: before.id, item } }), notice: before.id, item }));
  const silent = items.filter((item) => !said.includes(item)).map((item): Issue => ({ ...diagnose(lostSource, { params: { notice: before.id, item } }), notice: now.id, item }));
  const gone = changes.filter(({ op, task, causes }) => op === "DEL" && task !== null && causes.includes("source")).length;
  const all = before.result.tasks.length;
  if (all < 2 || gone <= all * most || items.length === 0) return silent;
  return [...silent, { ...diagnose(shrunkNotice, { params: { notice: before.id, gone: String(gone), of: String(all) } }), notice: now.id, item: items[0] ?? null }];
}
