/** Cells of a column that say what stands beside them: in what role the units act (牵头处室, 配合), or until when (完成时限). */
import type { Role } from "../../model/draft.ts";
import { columnKind } from "../../rules/columns.ts";
import { roleLabel } from "../../rules/units/headers.ts";
import type { GridCell } from "./grid.ts";
import type { Layout } from "./layout.ts";
import type { Row } from "./row.ts";

/** What a label announces. */
export type LabelMeaning = { readonly kind: "units"; readonly role: Role } | { readonly kind: "time" };

/** The label left of a cell, with what it announces. */
export interface RowLabel {
  readonly cell: GridCell;
  readonly meaning: LabelMeaning;
}

/** What folded words announce of the cell beside them; null for words that are no such label. */
export function labelMeaning(words: string): LabelMeaning | null {
  const role = roleLabel(words);
  if (role !== null) return { kind: "units", role };
  return columnKind(words) === "time" ? { kind: "time" } : null;
}

/** The label left of a cell in its row; null where no column of labels stands there. */
export function labelBeside({ column, row }: { readonly column: number; readonly row: Row }, layout: Layout): RowLabel | null {
  const cell = layout[column - 1]?.use.kind === "role" ? row.cells.find((one) => one.column === column - 1)?.cell : undefined;
  const meaning = cell === undefined ? null : labelMeaning(cell.words);
  return cell === undefined || meaning === null ? null : { cell, meaning };
}
