/** From a claimed phrase to the fields of a deadline. */
import type { Deadline, Notice } from "../../model/notice.ts";
import type { Base } from "./period.ts";

/** What the notice settles for deadlines that leave it out. */
export interface DeadlineContext {
  readonly workYear: Notice["workYear"];
  readonly dateIssued: string | null;
}

/** A deadline without origin and place, and the half-open range of UTF-16 offsets of its words in the text that was read. */
export interface DeadlineReading extends Omit<Deadline, "place" | "origin"> {
  range: [start: number, end: number];
}

/** A reading before its words are cut out: `from` and `to` are offsets in the folded text. */
export interface RawReading extends Omit<DeadlineReading, "range" | "text"> {
  from: number;
  to: number;
  /** Year and month (1–12) that a later expression of the sentence may take over. */
  carry: { year: number; month: number } | null;
}

/** A reading that says nothing yet. */
export function blank(kind: Deadline["kind"], from: number, to: number, basis: readonly (string | null)[]): RawReading {
  return {
    kind, start: null, due: null, precision: null, mod: null, edtf: null, rrule: null, duration: null, action: null, appliesTo: null,
    bound: "finish", anchor: null, ongoing: false, yearFrom: "none", alternatives: [],
    basis: [...new Set(basis.filter((id) => id !== null))], warnings: [], from, to, carry: null,
  };
}

/** The base of a whole text: work year, else year of issue. */
export function baseOf({ workYear, dateIssued }: DeadlineContext): Base {
  const year = workYear?.year ?? (dateIssued === null ? null : Number(dateIssued.slice(0, 4)));
  const basis = workYear?.basis ?? "dateIssued";
  const yearFrom = year === null ? "none" : basis === "datePublished" ? "dateIssued" : basis;
  return { year, thisYear: year, yearFrom, issued: dateIssued, month: null };
}
