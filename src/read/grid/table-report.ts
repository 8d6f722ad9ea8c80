/** What is said of a table that was put together from the ink of pages. */
import type { Context } from "../../model/context.ts";
import type { Place } from "../../model/position.ts";
import type { JoinedTable } from "./join.ts";
import { rounded } from "./write.ts";

/** Reports what a person should see of a table of pages: doubt about its grid, cells that hold too much, parts that do not join. */
export function reportTable(table: JoinedTable, source: number, context: Context): void {
  const { irregular, unjoined, full, method, parts, doubtful, crowded, confidence } = table;
  const placeOf = ({ page, bbox }: JoinedTable["crowded"][number]): Place => ({ source, kind: "page", page, bbox });
  const place = parts.map(placeOf);
  const page = String(parts[0]?.page ?? 0);
  if (irregular > 0) context.report("table/irregular-cell", { params: { count: String(irregular) }, place });
  if (full) context.report("table/full", { params: { page, limit: String(context.limits.cells) }, place });
  else if (unjoined) context.report("table/unjoined-part", { params: { page }, place });
  if (method === "unruled" || method === "part-ruled") context.report("table/unruled", { params: { page }, place });
  if (doubtful) context.report("table/doubtful-grid", { params: { page, confidence: confidence.toFixed(2) }, place });
  if (crowded.length === 0) return;
  const cells = crowded.map(({ page: number, bbox }) => placeOf({ page: number, bbox: rounded(bbox) }));
  context.report("table/crowded-cell", { params: { count: String(crowded.length) }, place: cells });
}
