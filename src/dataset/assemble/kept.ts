/**
 * Which notices stay as they were: a source of theirs could not be read this time, for a reason that says nothing about the notice (a
 * limit of the machine, a file that cannot be opened, a folder that is empty for now). All sources of such a notice rest until each can
 * be read, so that no value changes for a cause that is none.
 */
import { diagnose } from "../../model/context.ts";
import { keptReading, type Issue, type LockedItem } from "../edition.ts";
import type { Grouping } from "./notice-lines.ts";
import type { Previous } from "./previous.ts";
import type { ReadingsStore, Wanted } from "../gather/readings-store.ts";

/** What stays. */
export interface Kept {
  /** Notices, each with what is to be said of the sources that could not be read. */
  readonly notices: ReadonlyMap<string, readonly Issue[]>;
  /** All sources of these notices, each with the version in which they were read. */
  readonly items: ReadonlyMap<string, string>;
}

/** What is known when the sources of this build have been read. */
export interface Tried {
  readonly previous: Previous | null;
  /** Notices of the version before with their sources. */
  readonly before: Grouping;
  readonly wanted: ReadonlyMap<string, Wanted>;
  readonly readings: ReadingsStore;
  /** Sources of the version before that are not there and were not taken away, each with the reason. */
  readonly absent: ReadonlyMap<string, string>;
}

/** Finds them. */
export function keptOf({ previous, before, ...tried }: Tried): Kept {
  const notices = new Map<string, readonly Issue[]>();
  const items = new Map<string, string>();
  if (previous === null) return { notices, items };
  const past = new Map(previous.lock.items.map((item) => [item.item, item]));
  const moved = movedOf(past, tried);
  for (const [notice, sources] of before) {
    const since = sources.map((item) => past.get(item)?.kept).find((version) => version !== undefined) ?? previous.version;
    const issues = sources.flatMap((item) => {
      const now = tried.wanted.get(item) ?? moved.get(item);
      const reason = now === undefined ? tried.absent.get(item) : tried.readings.passing(now);
      return reason == null ? [] : [issueOf({ notice, item, reason, version: since })];
    });
    if (issues.length === 0) continue;
    notices.set(notice, issues);
    for (const item of sources) for (const name of [item, moved.get(item)?.locked.item ?? item]) items.set(name, since);
  }
  return { notices, items };
}

function issueOf(params: { readonly notice: string; readonly item: string; readonly reason: string; readonly version: string }): Issue {
  return { ...diagnose(keptReading, { params }), notice: params.notice, item: params.item };
}

/** Sources that stand under another name now and could not be read there: from the name before, by their bytes. */
function movedOf(past: ReadonlyMap<string, LockedItem>, { wanted, readings }: Pick<Tried, "wanted" | "readings">): ReadonlyMap<string, Wanted> {
  const unread = new Map([...wanted.values()].filter((now) => !past.has(now.locked.item) && readings.passing(now) !== null).map((now) => [bytesOf(now.locked), now]));
  const gone = [...past.values()].filter(({ item }) => !wanted.has(item));
  return new Map(gone.flatMap((item) => {
    const sums = bytesOf(item);
    const now = sums === null ? undefined : unread.get(sums);
    return now === undefined ? [] : [[item.item, now] as const];
  }));
}

/** Null when a file of it could not be opened. */
function bytesOf({ files }: Pick<LockedItem, "files">): string | null {
  return files.some(({ sha256 }) => sha256 === null) ? null : files.map(({ sha256 }) => sha256).join(" ");
}
