/** What a caller gives and gets. */
import type { Deadline, Notice } from "../../model/notice.ts";
import { isoDate } from "../../text/calendar.ts";
import type { Base } from "../../rules/deadlines/shapes.ts";

/** What the notice settles for deadlines that leave it out. All of it may be unknown: then nothing is assumed. */
export interface DeadlineContext {
  /** The year of the work, and where it was found. */
  readonly workYear?: Notice["workYear"];
  /** 成文日期 as `YYYY-MM-DD`. */
  readonly dateIssued?: string | null;
  /** The year of the work as the caller knows it; `workYear` goes first. */
  readonly year?: number;
  /** Date of issue as the caller knows it; `dateIssued` goes first. */
  readonly issued?: string;
}

/** A deadline without origin and place, and the half-open range of UTF-16 offsets of its words in the text that was read. */
export interface DeadlineReading extends Omit<Deadline, "place" | "origin"> {
  range: [start: number, end: number];
}

/** The base of a whole text: work year, else year of issue. A date of issue that is no day of the calendar is left aside. */
export function baseOf({ workYear, dateIssued, year: option, issued: told }: DeadlineContext): Base {
  const issued = knownDay(dateIssued ?? told ?? null);
  const year = workYear?.year ?? option ?? (issued === null ? null : Number(issued.slice(0, 4)));
  const basis = workYear?.basis ?? (option === undefined ? "dateIssued" : "option");
  const yearFrom = year === null ? "none" : basis === "datePublished" ? "dateIssued" : basis;
  return { year, thisYear: year, yearFrom, issued, month: null };
}

function knownDay(iso: string | null): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso ?? "") ?? [];
  return isoDate(Number(year), Number(month), Number(day));
}
