/** Tables that are laid out otherwise than in rows under one header, as such tables: halves side by side, records as columns, one card a record, records in step. */
import type { NoticeDocument, Table } from "../../model/document.ts";
import { cutSteps } from "./steps.ts";
import { layGrid } from "./grid.ts";
import { turnCards } from "./cards.ts";
import { foldHalves } from "./halves.ts";
import { turnRecords } from "./turned.ts";

/** The table with its records in rows; the table itself where they are. */
export function reshape(document: NoticeDocument, table: Table): Table {
  if (table.columns < 2) return cutSteps(document, table);
  const grid = layGrid(document, table);
  return cutSteps(document, turnCards(table, grid) ?? turnRecords(table, grid) ?? foldHalves(table, grid) ?? table);
}
