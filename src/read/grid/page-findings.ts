/** What laying out a page found, whatever format it came from. */
import type { Context } from "../../model/context.ts";
import type { Box, Place } from "../../model/position.ts";
import type { PageLayout } from "./page.ts";
import { rounded } from "./write.ts";

/** Reports struck words, charts, and what was too much of a page; `manyRules` says that there were more lines than were kept. */
export function reportLayout({ number, asides, charts, crowded, oversized, unsureOrder }: PageLayout, source: number, context: Context, manyRules = false): void {
  const page = String(number);
  const placeOf = (box: Box): Place => ({ source, kind: "page", page: number, bbox: rounded(box) });
  const struck = asides.flatMap(({ line, rule }) => (rule === "page:struck" ? [line] : []));
  if (struck.length > 0) {
    const count = struck.reduce((sum, { text }) => sum + text.length, 0);
    const place = struck.map(({ left, top, right, bottom }) => placeOf([Math.max(left, 0), Math.max(top, 0), Math.max(right, 0), Math.max(bottom, 0)]));
    context.report("pdf/struck-text", { params: { page, count: String(count) }, actual: struck.map(({ text }) => text).join(" "), place });
  }
  if (manyRules || crowded) context.report("pdf/too-many-lines", { params: { page } });
  if (unsureOrder) context.report("pdf/column-order", { params: { page } });
  if (charts.length > 0) context.report("table/chart", { params: { page, count: String(charts.length) }, place: charts.map(placeOf) });
  if (oversized) context.report("limit/cells", { params: { limit: String(context.limits.cells) } });
}
