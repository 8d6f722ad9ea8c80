/** Dates for formats that have dates of their own. */

/** Midnight UTC of a `YYYY-MM-DD`. */
export function dateOf(iso: string): Date {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}
