/** Cells of a column that say what stands beside them: in what role the units act (牵头处室, 配合), or until when (完成时限). */
import type { GridCell } from "./grid.ts";
import { labelMeaning, type LabelMeaning } from "./label-meaning.ts";
import type { Layout } from "./layout.ts";
import type { Row } from "./row.ts";

/** The label left of a cell, with what it announces. */
export interface RowLabel {
  readonly cell: GridCell;
  readonly meaning: LabelMeaning;
}

/** The label left of a cell in its row; null where no column of labels stands there. */
export function labelBeside({ column, row }: { readonly column: number; readonly row: Row }, layout: Layout): RowLabel | null {
  const cell = layout[column - 1]?.use.kind === "role" ? row.cells.find((one) => one.column === column - 1)?.cell : undefined;
  const meaning = cell === undefined ? null : labelMeaning(cell.words);
  return cell === undefined || meaning === null ? null : { cell, meaning };
}
