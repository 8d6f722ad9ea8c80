/**
 * Which notices of two versions are the same: by id, or, where the id is another now, by the source they were read from and the words
 * that both share: an error page, a log-in or another notice at a known path is never the same notice.
 */

/** A notice through two versions; null where it is not there. */
export interface Line {
  readonly before: string | null;
  readonly now: string | null;
}

/** Items by notice id, in one version. */
export type Grouping = ReadonlyMap<string, readonly string[]>;

/** Notices that may have become another by the source they were read from: from the id before to the one now. */
export function candidatesOf(before: Grouping, now: Grouping): ReadonlyMap<string, string> {
  const came = new Map([...now].filter(([id]) => !before.has(id)).flatMap(([id, items]) => items.map((item) => [item, id] as const)));
  const renamed = new Map<string, string>();
  for (const [id, items] of before) {
    if (now.has(id)) continue;
    const next = new Set(items.flatMap((item) => came.get(item) ?? []));
    const [only] = next;
    if (next.size === 1 && only !== undefined && ![...renamed.values()].includes(only)) renamed.set(id, only);
  }
  return renamed;
}

/** Lines sorted by the id that holds; `renamed` leads from ids before to those that they are now. */
export function linesOf(before: Grouping, now: Grouping, renamed: ReadonlyMap<string, string>): Line[] {
  const targets = new Map([...renamed].map(([id, to]) => [to, id]));
  const gone = [...before.keys()].filter((id) => !now.has(id) && !renamed.has(id)).map((id): Line => ({ before: id, now: null }));
  const here = [...now.keys()].map((id): Line => ({ before: before.has(id) ? id : (targets.get(id) ?? null), now: id }));
  return [...here, ...gone].sort((a, b) => ((a.now ?? a.before ?? "") < (b.now ?? b.before ?? "") ? -1 : 1));
}
