/** Notices of one office that come every year: the same title but for the year, or other words for the same paper. */
import { changing, topicOf } from "../rules/yearly-titles.ts";
import { titleKey } from "../text/title.ts";
import { addTo } from "./lists.ts";
import type { LinkedNotice } from "./notices.ts";

/** The same division, or where it is not known the same issuers. */
export function samePlace(a: LinkedNotice, b: LinkedNotice): boolean {
  if (a.place !== null && b.place !== null) return a.place === b.place;
  return a.issuers.length > 0 && a.issuers.join("|") === b.issuers.join("|");
}

/** Notices of one place for different years. */
export function isSuccession(a: LinkedNotice, b: LinkedNotice): boolean {
  return samePlace(a, b) && a.year !== null && b.year !== null && a.year !== b.year;
}

/** Which notices come every year. */
export interface Series {
  /** Whether two notices are of one series. */
  readonly same: (a: number, b: number) => boolean;
  /** Notices of other years that one is compared with, the nearest first. */
  readonly of: (notice: number) => readonly number[];
}

/** So many characters in a row say the same topic. */
const leastOfTopic = 4;

/** So many of a series are read closely beside one, the nearest years first. */
const mostOfSeries = 20;

/** Finds series by titles and givers. */
export function findSeries(notices: readonly LinkedNotice[]): Series {
  const keys = notices.map(keysOf);
  const holders = new Map<string, number[]>();
  keys.forEach((own, i) => {
    for (const key of own) {
      addTo(holders, key, i);
    }
  });
  const same = (a: number, b: number): boolean => notices[a]?.year !== notices[b]?.year && keys[a]?.some((key) => keys[b]?.includes(key)) === true;
  const yearOf = (i: number): number => notices[i]?.year ?? 0;
  const apart = (a: number, b: number): number => Math.abs(yearOf(a) - yearOf(b));
  return {
    same,
    of: (a) => [...new Set((keys[a] ?? []).flatMap((key) => holders.get(key) ?? []))].filter((b) => notices[a]?.year !== notices[b]?.year).sort((x, y) => apart(a, x) - apart(a, y) || x - y).slice(0, mostOfSeries),
  };
}

/** What two notices of one series have in common: place and title, or office and topic. */
function keysOf({ title, place, issuers }: LinkedNotice): string[] {
  if (title === null || (place === null && issuers.length === 0)) return [];
  const key = titleKey(title);
  const strict = `${place ?? issuers.join("|")} ${key.replace(changing, "#")}`;
  const [office] = issuers;
  if (office === undefined) return [strict];
  const topic = topicOf(key);
  const about = topic === "" ? (key.search(changing) < 0 ? [] : ["*"]) : [topic, ...runsOf(topic)];
  return [strict, ...about.map((one) => `${office.replace(/办公[厅室]$/u, "")}: ${one}`)];
}

function runsOf(topic: string): string[] {
  return Array.from({ length: Math.max(0, topic.length - leastOfTopic + 1) }, (_, i) => topic.slice(i, i + leastOfTopic));
}
