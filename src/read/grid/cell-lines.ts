/** The lines of text in the cells of grids on one page, each cell read once. */
import type { LatticeCell } from "./lattice.ts";
import { linesOf, type Line } from "./lines.ts";
import { standing } from "./standing.ts";

/** Reads cells when they are asked for. */
export class CellLines {
  /** Number of the page. */
  readonly page: number;
  readonly #lines = new Map<LatticeCell["glyphs"], readonly Line[]>();

  constructor(page: number) {
    this.page = page;
  }

  of({ glyphs }: LatticeCell): readonly Line[] {
    const known = this.#lines.get(glyphs);
    if (known !== undefined) return known;
    const lines = linesOf(standing(glyphs), this.page);
    this.#lines.set(glyphs, lines);
    return lines;
  }
}
