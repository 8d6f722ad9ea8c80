/** Cells written from top to bottom with upright characters, in columns from right to left: the file places each character by itself. */
import { levelForm } from "../../rules/vertical-forms.ts";
import type { Glyph } from "./ink.ts";
import { isChinese } from "./lines.ts";
import { partColumns, squared } from "./vertical-columns.ts";
import { fallen } from "./vertical-text.ts";

/** Characters whose middles are this near across, in ems, stand in one column; a step down is within these bounds. */
const sameColumn = 0.3;
const [leastStep, mostStep] = [0.8, 2.2];
/** This share of the steps that could go down a column do, as they were drawn. */
const downwards = 0.7;
/** Fewer characters prove nothing, and more columns are lines. */
const fewest = 4;
const mostColumns = 6;

/** The characters of a cell; where they were drawn column by column they are turned to read down. */
export function standing(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (glyphs.some(({ type }) => type.direction === 1)) return withTurned(glyphs);
  // Nearly all cells are told by their first two characters.
  if (glyphs.length < fewest || !isBelow(glyphs[0], glyphs[1])) return glyphs;
  const shown = glyphs.filter(({ text }) => text !== " ");
  if (shown.length < fewest || !shown.every(({ text, type }) => type.direction === 0 && (isChinese(text) || text.length === 1))) return glyphs;
  if (shown.filter(({ text }) => isChinese(text)).length < 0.8 * shown.length) return glyphs;
  const columns = columnsOf(shown);
  if ((columns < 2 && !shown.some(({ text }) => levelForm(text) !== text)) || columns > mostColumns) return glyphs;
  const steps = shown.slice(1).filter((glyph, i) => isBelow(shown[i], glyph)).length;
  return steps >= downwards * (shown.length - columns) && steps > 0 ? squared(shown).map(fallen) : glyphs;
}

/** Upright characters with turned letters and digits between them, all in columns, as one. */
function withTurned(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some(({ text, type }) => type.direction === 0 && isChinese(text))) return glyphs;
  return partColumns(glyphs).rest.every(({ text }) => text === " ") ? squared(glyphs).map(fallen) : glyphs;
}

function columnsOf(glyphs: readonly Glyph[]): number {
  const middles = glyphs.map(middleOf).sort((a, b) => a - b);
  const em = glyphs[0]?.type.size ?? 1;
  return middles.filter((middle, i) => i === 0 || middle - (middles[i - 1] ?? middle) > sameColumn * em).length;
}

function isBelow(before: Glyph | undefined, after: Glyph | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const em = after.type.size;
  const step = after.top - before.top;
  return Math.abs(middleOf(after) - middleOf(before)) < sameColumn * em && step >= leastStep * em && step <= mostStep * em;
}

const middleOf = ({ left, right }: Glyph): number => (left + right) / 2;
