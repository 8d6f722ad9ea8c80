/**
 * Neighbouring cells of tables, as the ICDAR 2013 table competition counts them (Göbel, Hassan, Oro, Orsi: A methodology for evaluating
 * algorithms for table understanding in PDF documents, 2012): a relation is the words of a cell, the words of the nearest cell with words
 * to the right or below, and the direction. Blank cells are passed over. Words are compared without white space, in capitals, and with
 * every character that is no letter or digit as an underscore.
 */

/** A cell with half-open grid positions. */
export interface GridCell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly text: string;
}

/** How often each relation occurs in a table. */
export type Relations = ReadonlyMap<string, number>;

/** Relations of the answer that are right, of the answer in all, and of the truth in all. */
export interface Counts {
  readonly right: number;
  readonly given: number;
  readonly wanted: number;
}

/** The words of a cell as they are compared. */
export function comparable(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Cf}]+/gu, "").toUpperCase().replace(/[^\p{L}\p{N}]/gu, "_");
}

/** The relations of the cells of one table. Where cells overlap, the first keeps the slot. */
export function relationsOf(cells: readonly GridCell[]): Relations {
  const filled = cells.map((cell) => ({ ...cell, words: comparable(cell.text) })).filter(({ words }) => words !== "");
  const slots = slotsOf(filled);
  const [rows, columns] = [Math.max(0, ...filled.map(({ r1 }) => r1)), Math.max(0, ...filled.map(({ c1 }) => c1))];
  const relations = new Map<string, number>();
  for (const [i, { r0, r1, c0, c1, words }] of filled.entries()) {
    const right = new Set<number>();
    const below = new Set<number>();
    for (let row = r0; row < r1; row++) firstOther(slots, i, columns - c1, (step) => [row, c1 + step], right);
    for (let column = c0; column < c1; column++) firstOther(slots, i, rows - r1, (step) => [r1 + step, column], below);
    for (const other of right) count(relations, `${words}\t→\t${filled[other]?.words}`);
    for (const other of below) count(relations, `${words}\t↓\t${filled[other]?.words}`);
  }
  return relations;
}

function slotsOf(cells: readonly GridCell[]): Map<string, number> {
  const slots = new Map<string, number>();
  for (const [i, { r0, r1, c0, c1 }] of cells.entries()) {
    for (let row = r0; row < r1; row++) {
      for (let column = c0; column < c1; column++) if (!slots.has(`${row},${column}`)) slots.set(`${row},${column}`, i);
    }
  }
  return slots;
}

function firstOther(slots: ReadonlyMap<string, number>, self: number, steps: number, at: (step: number) => [number, number], found: Set<number>): void {
  for (let step = 0; step < steps; step++) {
    const other = slots.get(at(step).join(","));
    if (other === undefined) continue;
    if (other !== self) found.add(other);
    return;
  }
}

function count(relations: Map<string, number>, relation: string): void {
  relations.set(relation, (relations.get(relation) ?? 0) + 1);
}

/** How many relations there are. */
export function size(relations: Relations): number {
  return [...relations.values()].reduce((sum, times) => sum + times, 0);
}

/** How many relations two tables share. */
export function shared(one: Relations, other: Relations): number {
  return [...one].reduce((sum, [relation, times]) => sum + Math.min(times, other.get(relation) ?? 0), 0);
}

/** The relations of one table that the other lacks. */
export function lacking(one: Relations, other: Relations): string[] {
  return [...one].flatMap(([relation, times]) => Array.from({ length: Math.max(0, times - (other.get(relation) ?? 0)) }, () => relation));
}

/** Precision, recall and their harmonic mean; nothing wanted and nothing given is right. */
export function ratios({ right, given, wanted }: Counts): { readonly precision: number; readonly recall: number; readonly f: number } {
  const precision = given === 0 ? (wanted === 0 ? 1 : 0) : right / given;
  const recall = wanted === 0 ? 1 : right / wanted;
  return { precision, recall, f: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** The sum of several counts. */
export function total(counts: readonly Counts[]): Counts {
  return counts.reduce((sum, { right, given, wanted }) => ({ right: sum.right + right, given: sum.given + given, wanted: sum.wanted + wanted }), { right: 0, given: 0, wanted: 0 });
}
