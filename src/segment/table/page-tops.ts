/** Blank cells at the top of a page that were read as the rest of the cell above, in columns where nothing else shows that cells are merged. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import { placesOf } from "../../model/quote.ts";
import { cellsUsedAs, isFromPageBefore, isMerged, type Entry } from "./entries.ts";
import type { GridCell } from "./grid.ts";
import type { Layout } from "./layout.ts";

/** Says whose units or time may have been left blank. */
export function reportPageTops(entries: readonly Entry[], layout: Layout, document: NoticeDocument, context: Context): void {
  const merged = new Set(entries.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ column, cell }) => (isMerged(cell) ? [column] : [])))));
  const said = new Set<GridCell["cell"]>();
  for (const entry of entries) {
    for (const { column, cell, quote, ...slot } of [...cellsUsedAs(entry, layout, "units"), ...cellsUsedAs(entry, layout, "time")]) {
      if (!isFromPageBefore({ cell, quote, ...slot }, entry) || merged.has(column) || said.has(cell)) continue;
      said.add(cell);
      const place = placesOf(document, [...entry.text.spans, ...quote.spans]);
      const [top] = place;
      context.report("table/blank-at-page-top", { params: { page: top?.kind === "page" ? String(top.page) : "" }, actual: quote.text, place });
    }
  }
}
