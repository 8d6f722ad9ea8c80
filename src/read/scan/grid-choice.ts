/** The ruling lines of a page read in four ways: where all show one grid it is sure, else the most regular is taken and the doubt told. */
import { figuresOf } from "../grid/components.ts";
import type { Rule } from "../grid/ink.ts";
import type { Lattice } from "../grid/lattice.ts";
import { readFigure } from "../grid/read-figure.ts";
import { joinRules } from "../grid/rulings.ts";
import { rulingLines, type InkLine } from "./ruling-lines.ts";
import { darkerThan, darkerThanNear, inkBelow, type Ink } from "./threshold.ts";

/** Breaks of lines in points: those of print and those of bad copies. */
const [narrow, wide] = [0.7, 1.6];
/** How far the soft threshold goes from that of ink to paper. */
const softer = 0.4;
/** Half side of the square that a pixel is compared with, in points. */
const near = 3;

/** So many of the four ways are most. */
const most = 3;
/** More than any grid has. */
const manyFaults = 1_000_000;

/** The lines of a page and the grids that they make. */
export interface GridReading {
  readonly lines: readonly InkLine[];
  readonly lattices: readonly Lattice[];
  /** All ways of reading the lines made the same grids. */
  readonly sure: boolean;
}

/** Reads the grids of a page whose paper was taken out; `scale` pixels to a point. */
export function readGrids(grey: Uint8Array, width: number, height: number, scale: number, mostCells: number): GridReading {
  const shade = inkBelow(grey);
  const soft = darkerThan(grey, width, height, shade + softer * (255 - shade));
  const ways: readonly (readonly [ink: Ink, gap: number])[] = [
    [darkerThan(grey, width, height, shade), narrow],
    [soft, narrow],
    [soft, wide],
    [darkerThanNear(grey, width, height, Math.max(2, Math.round(near * scale))), narrow],
  ];
  const readings = ways.map(([ink, gap]) => readingOf(rulingLines(ink, scale, gap), mostCells));
  const signatures = readings.map(({ lattices }) => lattices.map(signatureOf).join("\n"));
  const sure = new Set(signatures).size === 1;
  const votes = signatures.map((one) => signatures.filter((other) => other === one).length);
  const order = readings.map((_, i) => i).sort((i, j) => faultsOf(readings[i]?.lattices, votes[i]) - faultsOf(readings[j]?.lattices, votes[j]) || (votes[j] ?? 0) - (votes[i] ?? 0) || i - j);
  const best = readings[order[0] ?? 0] ?? { lines: [], lattices: [] };
  return { ...best, sure };
}

function readingOf(lines: readonly InkLine[], mostCells: number): { readonly lines: readonly InkLine[]; readonly lattices: readonly Lattice[] } {
  return { lines, lattices: latticesOf(lines.flatMap(({ rules }) => rules), mostCells) };
}

function latticesOf(rules: readonly Rule[], mostCells: number): Lattice[] {
  return figuresOf(joinRules(rules)).flatMap((figure) => {
    if (figure.horizontal.length === 0 || figure.vertical.length === 0) return [];
    const lattice = readFigure(figure, [], mostCells);
    return lattice === null || lattice === "oversized" ? [] : [lattice];
  });
}

/** Which cells there are, wherever exactly they stand. */
function signatureOf({ cells }: Lattice): string {
  return cells.map(({ r0, r1, c0, c1 }) => `${r0}-${r1}:${c0}-${c1}`).sort().join(" ");
}

/** What is wrong with grids: regions that are no boxes, places without cells, lines that are missing. That there is no grid at all is believed where most ways say so, and never else. */
function faultsOf(lattices: readonly Lattice[] = [], votes = 0): number {
  if (lattices.length === 0) return votes >= most ? -1 : manyFaults;
  return lattices.reduce((sum, { irregular, missing, drawn }) => sum + 10 * irregular + missing.length + (drawn < 0.98 ? 1 : 0), 0);
}
