/** The year that deadlines without a year take. */
import type { FrontMatter } from "../model/draft.ts";
import type { Notice } from "../model/notice.ts";
import { singleYear, yearRange } from "./title-years.ts";

interface Facts {
  /** A line at the head that names the year of the work. */
  readonly yearLine: string | null;
  /** The period of the whole action, as printed. */
  readonly period: string | null;
  readonly front: FrontMatter;
  readonly documentNumber: Notice["documentNumber"];
  readonly issued: string | null;
  /** Day of the meeting, of minutes. */
  readonly held: string | null;
  readonly published: string | null;
  readonly option: number | null;
}

/**
 * From the title, else the title of the plan or a line at the head, else number, date of issue, day of the meeting, period of the action, date of publication, and last the caller's option.
 * Under a range of years in the title the date of issue goes before the number.
 */
export function workYearOf({ front, yearLine, period, documentNumber, issued, held, published, option }: Facts): Notice["workYear"] {
  const title = front.title?.text ?? "";
  const enclosure = front.enclosure?.text ?? "";
  const number = { year: documentNumber?.year ?? null, basis: "documentNumber" } as const;
  const date = { year: yearOf(issued), basis: "dateIssued" } as const;
  const ranged = yearRange(title) !== null || yearRange(enclosure) !== null;
  const candidates = [
    { year: ranged ? null : singleYear(title), basis: "title" } as const,
    { year: ranged ? null : singleYear(enclosure), basis: "text" } as const,
    { year: singleYear(yearLine ?? ""), basis: "text" } as const,
    ...(ranged ? [date, number] : [number, date]),
    { year: yearOf(held), basis: "text" } as const,
    { year: singleYear(period ?? ""), basis: "text" } as const,
    { year: yearOf(published), basis: "datePublished" } as const,
    { year: option, basis: "option" } as const,
  ];
  for (const { year, basis } of candidates) if (year !== null) return { year, basis };
  return null;
}

function yearOf(iso: string | null): number | null {
  return iso === null ? null : Number(iso.slice(0, 4));
}
