/** A cell of a table while the parts of the table are joined. */
import type { Line } from "./lines.ts";
import type { PageTable } from "./page-table.ts";
import type { Room } from "./paragraphs.ts";

/** A cell that may still grow. */
export interface GrowingCell {
  r0: number;
  r1: number;
  /** Its words without blanks, for comparing. */
  words: string;
  readonly c0: number;
  readonly c1: number;
  /** `apart`: what stands before it in the cell has ended. */
  readonly pieces: { readonly lines: readonly Line[]; readonly room: Room; readonly apart: boolean }[];
  readonly nested: PageTable[];
  openBelow: boolean;
}
