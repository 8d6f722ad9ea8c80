/** What a header says of the columns below it. */
import type { Role } from "../../model/draft.ts";
import type { Quote } from "../../model/quote.ts";
import type { ColumnKind } from "../../rules/columns.ts";
import type { GridCell } from "./grid.ts";

/** What the words of a header announce. */
export type Meaning = { readonly kind: ColumnKind } | { readonly kind: "units"; readonly role: Role };

/** The header of a table: its rows, and what each physical column is called. */
export interface Header {
  /** Half-open range of rows. */
  readonly rows: readonly [start: number, end: number];
  /** By column; null where nothing is printed above it. */
  readonly columns: readonly HeaderColumn[];
  /** Heads of what is said of each unit and of no task, in a table that was turned. */
  readonly aside?: readonly GridCell[];
}

export interface HeaderColumn {
  /** Header words from top to bottom, as printed, joined by “/”; null when blank. */
  readonly text: string | null;
  readonly meaning: Meaning | null;
  /** The lowest header cell above the column. */
  readonly cell: GridCell | null;
  /** The cell above that one. */
  readonly above?: GridCell;
  /** The year or month in the cells above that one: 2025年 over 上半年, 3月 over 上旬. */
  readonly within?: Quote;
  /** A unit heads it, and marks below say in which rows it acts. */
  readonly marks?: true;
  /** Who acts for that unit, and what that person is called. */
  readonly person?: { readonly header: string; readonly cell: GridCell };
}
