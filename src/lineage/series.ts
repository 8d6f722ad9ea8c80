/** Notices of one office that come every year: the same title but for the year, or other words for the same paper. */
import { regionPrefix } from "../rules/units/regions.ts";
import { changing, isSameTopic, runsOf, topicOf } from "../rules/yearly-titles.ts";
import { titleKey } from "../text/title.ts";
import { addTo } from "./lists.ts";
import type { LinkedNotice } from "./notices.ts";

/** The same division, or where it is not known the same issuers. */
export function samePlace(a: LinkedNotice, b: LinkedNotice): boolean {
  return isOnePlace(a, b, ({ issuers }) => issuers.join("|"));
}

/** 县人民政府 without its name is that of any county. */
function isOnePlace(a: LinkedNotice, b: LinkedNotice, named: (notice: LinkedNotice) => string): boolean {
  if (a.place !== null && b.place !== null) return a.place === b.place;
  const name = named(a);
  return name !== "" && name === named(b) && regionPrefix(name) === null;
}

/** The first issuer; an office of a government speaks for it. */
function officeOf({ issuers }: LinkedNotice): string {
  return (issuers[0] ?? "").replace(/办公[厅室]$/u, "");
}

/** Notices of one place for different years. */
export function isSuccession(a: LinkedNotice, b: LinkedNotice): boolean {
  return samePlace(a, b) && isOfTwoYears(a, b);
}

/** Notices for two years that are known. */
function isOfTwoYears(a: LinkedNotice, b: LinkedNotice): boolean {
  return a.year !== null && b.year !== null && a.year !== b.year;
}

/** Which notices come every year. */
export interface Series {
  /** Whether two notices are of one series. */
  readonly same: (a: number, b: number) => boolean;
  /** Notices of other years that one is compared with, the nearest first. */
  readonly of: (notice: number) => readonly number[];
}

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
  const same = (a: number, b: number): boolean => {
    const [one, other] = [notices[a], notices[b]];
    return one !== undefined && other !== undefined && isOfTwoYears(one, other) && isOnePlace(one, other, officeOf) && isOneTitle(keys[a] ?? [], keys[b] ?? [], one, other);
  };
  const yearOf = (i: number): number => notices[i]?.year ?? 0;
  const apart = (a: number, b: number): number => Math.abs(yearOf(a) - yearOf(b));
  return {
    same,
    of: (a) => [...new Set((keys[a] ?? []).flatMap((key) => holders.get(key) ?? []))].filter((b) => same(a, b)).sort((x, y) => apart(a, x) - apart(a, y) || x - y).slice(0, mostOfSeries),
  };
}

/** The same title but for what changes, or one topic of one office. */
function isOneTitle(mine: readonly string[], others: readonly string[], a: LinkedNotice, b: LinkedNotice): boolean {
  if (mine[0] === others[0]) return true;
  return mine.slice(1).some((key) => others.includes(key)) && isSameTopic(topicOf(titleKey(a.title ?? "")), topicOf(titleKey(b.title ?? "")));
}

/** What two notices of one series have in common: first place and title, then office and topic. */
function keysOf(notice: LinkedNotice): string[] {
  const { title, place, issuers } = notice;
  if (title === null || (place === null && issuers.length === 0)) return [];
  const key = titleKey(title);
  const strict = `${place ?? issuers.join("|")} ${key.replace(changing, "#")}`;
  const office = officeOf(notice);
  if (office === "") return [strict];
  const topic = topicOf(key);
  const about = topic === "" ? (key.search(changing) < 0 ? [] : ["*"]) : [topic, ...runsOf(topic)];
  return [strict, ...about.map((one) => `${office}: ${one}`)];
}
