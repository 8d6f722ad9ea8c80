/** Tables that are laid out otherwise than in rows under one header, as such tables: halves side by side, records as columns, one card a record, records in step. */
import type { NoticeDocument, Table } from "../../model/document.ts";
import { cutSteps } from "./steps.ts";
import { turnCards } from "./cards.ts";
import { foldHalves } from "./halves.ts";
import { turnRecords } from "./turned.ts";

/** The table with its records in rows; the table itself where they are. */
export function reshape(document: NoticeDocument, table: Table): Table {
  const turned = turnCards(document, table) ?? turnRecords(document, table) ?? table;
  return cutSteps(document, foldHalves(document, turned) ?? turned);
}
