/** A figure of lines and the characters in it to a grid. */
import type { Figure } from "./components.ts";
import { edgesOf } from "./edges.ts";
import type { Glyph } from "./ink.ts";
import { latticeOf, type Lattice } from "./lattice.ts";

/** The grid of a figure; null when its lines close fewer than two cells, "oversized" when it has more slots than are read. */
export function readFigure(figure: Figure, glyphs: readonly Glyph[], mostCells: number): Lattice | "oversized" | null {
  const edges = edgesOf(figure, glyphs);
  if (edges === null) return null;
  if ((edges.xs.length - 1) * (edges.ys.length - 1) > mostCells) return "oversized";
  const lattice = latticeOf(edges, glyphs);
  return lattice !== null && lattice.cells.length >= 2 ? lattice : null;
}
