/** Strings that lie over one another on a line: each is read as a whole, never letter by letter in turn. */
import type { Glyph } from "./ink.ts";
import { addAll } from "../../model/add-all.ts";

/** Neighbours of two strings that share more than this of the narrower one lie over one another. */
const share = 0.3;

/** The characters of a line from left to right, those of strings that lie over one another string after string. */
export function untangle(row: readonly Glyph[]): readonly Glyph[] {
  const tangled = tangledRuns(row);
  if (tangled === null) return row;
  const runs = Map.groupBy(row, ({ type }) => type.run);
  const order: Glyph[] = [];
  for (const glyph of row) {
    const { run } = glyph.type;
    if (!tangled.has(run)) order.push(glyph);
    else if (runs.has(run)) addAll(order, runs.get(run) ?? []);
    if (tangled.has(run)) runs.delete(run);
  }
  return order;
}

/** The strings that lie over others; null without any, as nearly always. */
function tangledRuns(row: readonly Glyph[]): ReadonlySet<number | null> | null {
  let tangled: Set<number | null> | null = null;
  let before: Glyph | undefined;
  for (const glyph of row) {
    if (glyph.text === " ") continue;
    if (before !== undefined && before.type.run !== glyph.type.run && overlap(before, glyph)) {
      for (const { type } of [before, glyph]) if (type.run !== null) (tangled ??= new Set()).add(type.run);
    }
    before = glyph;
  }
  return tangled;
}

function overlap(before: Glyph, after: Glyph): boolean {
  const shared = Math.min(before.right, after.right) - after.left;
  return shared > share * Math.min(before.right - before.left, after.right - after.left);
}
