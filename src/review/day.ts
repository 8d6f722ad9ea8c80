/** A day as people write it into a cell. */

const day = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/u;

/** `2026-05-31`; undefined where the words are no day. */
export function dayOf(words: string): string | undefined {
  const [, year = "", month, date, otherMonth, otherDate] = day.exec(words) ?? [];
  return year === "" ? undefined : [year, (month ?? otherMonth ?? "").padStart(2, "0"), (date ?? otherDate ?? "").padStart(2, "0")].join("-");
}
