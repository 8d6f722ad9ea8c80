/**
 * Which printed column of a part is which column of the table. Conversions lose blank columns and shift headers from page
 * to page, so columns are told by what stands in them, in the order of the header words (皖政办秘〔2020〕66号 as raw text).
 */
import { looksLikeTime } from "../../rules/columns.ts";
import { readMarker } from "../../rules/markers.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { folded } from "../../text/fold.ts";
import { expectationOf, type Expectation } from "./header.ts";
import { stringsOf, type Part } from "./rows.ts";

/** A column of the joined table. */
export interface Slot {
  /** `group` holds the outer label of its rows, `inner` the one below it. */
  readonly kind: Expectation | "inner";
  /** Index of the header word above it. */
  readonly header: number;
  /** The header word names this column itself; others stand beside it unnamed. */
  readonly named: boolean;
}

/** The columns that header words let expect, unnamed columns for labels and running numbers among them. */
export function expectedSlots(headers: readonly string[]): Slot[] {
  const kinds = expectations(headers);
  const words = kinds.indexOf("words");
  const grouped = kinds.filter((kind) => kind === "group").length;
  return kinds.flatMap((kind, header): Slot[] => {
    const own: Slot = { kind: kind === "group" && kinds.indexOf("group") !== header ? "inner" : kind, header, named: true };
    const unnamed = (slot: Slot["kind"]): Slot => ({ kind: slot, header, named: false });
    if (kind === "group" && grouped === 1) return [own, unnamed("inner")];
    if (header !== words) return [own];
    const labels = grouped === 0 ? [unnamed("group"), unnamed("inner")] : [];
    return [...labels, ...(kinds.includes("number") ? [] : [unnamed("number")]), own];
  });
}

/** The columns named by the header words alone, for parts whose header stands right above its columns. */
export function namedSlots(headers: readonly string[]): Slot[] {
  return expectedSlots(headers).filter(({ named }) => named);
}

/** A task column left of other words groups them; the last one of its kind says what to do. */
function expectations(headers: readonly string[]): Expectation[] {
  const found = headers.map((header) => expectationOf(header) ?? "other");
  const lastWordy = found.findLastIndex((kind) => kind === "task" || kind === "words");
  return found.map((kind, i) => (kind === "task" ? (i < lastWordy ? "group" : "words") : kind));
}

/** Whether every part prints one header word above each of its columns. */
export function isPlain(parts: readonly Part[], text: string): boolean {
  return parts.every(({ header, width }) => header !== null && header.length === width && stringsOf(text, header).every((words) => folded(words) !== ""));
}

/** What stands in a printed column, each share from 0 to 1. */
interface Profile {
  readonly filled: boolean;
  readonly fit: Readonly<Record<Slot["kind"], number>>;
}

/** The slot of each printed column, null for blank columns. Null when the columns do not fit the slots. */
export function assignColumns(part: Part, slots: readonly Slot[], headers: readonly string[], text: string): (number | null)[] | null {
  const profiles = Array.from({ length: part.width }, (_, column) => profileOf(part, column, text));
  const printed = part.header === null || part.header.length !== part.width ? [] : stringsOf(text, part.header).map(folded);
  const score = (column: number, index: number): number => {
    const slot = slots[index];
    if (slot === undefined) return 0;
    const named = slot.named && printed[column] === folded(headers[slot.header] ?? "");
    return (profiles[column]?.fit[slot.kind] ?? 0) + (named ? 0.3 : 0);
  };
  return bestFit(profiles.map(({ filled }) => filled), slots.length, score);
}

/** The assignment of filled columns to ascending slots with the highest score. */
function bestFit(filled: readonly boolean[], slots: number, score: (column: number, slot: number) => number): (number | null)[] | null {
  type Best = { readonly score: number; readonly chosen: readonly (number | null)[] };
  let best: (Best | null)[] = Array.from({ length: slots + 1 }, () => ({ score: 0, chosen: [] }));
  for (const [column, isFilled] of filled.entries()) {
    if (!isFilled) {
      best = best.map((one) => one && { ...one, chosen: [...one.chosen, null] });
      continue;
    }
    const next: (Best | null)[] = [null];
    for (let used = 1; used <= slots; used++) {
      const before = best[used - 1] ?? null;
      const taken = before && { score: before.score + score(column, used - 1), chosen: [...before.chosen, used - 1] };
      const left = next[used - 1] ?? null;
      next.push(taken !== null && (left === null || taken.score > left.score) ? taken : left);
    }
    best = next;
  }
  return best[slots]?.chosen.slice() ?? null;
}

function profileOf(part: Part, column: number, text: string): Profile {
  const cells = part.rows.map((row) => folded(stringsOf(text, row)[column] ?? "")).filter((words) => words !== "");
  const share = (test: (words: string) => boolean): number => cells.filter(test).length / Math.max(cells.length, 1);
  const outer = share((words) => (rankIn(words) ?? 9) <= 1);
  const inner = share((words) => rankIn(words) === 2);
  const numbers = share((words) => /^\d{1,3}[.．、)]?$/u.test(words));
  const units = share((words) => words.length <= 120 && recogniseAllocation(words) !== null);
  const times = share(looksLikeTime);
  const long = cells.reduce((sum, words) => sum + Math.min(words.length / 30, 1), 0) / Math.max(cells.length, 1);
  return {
    filled: cells.length > 0,
    fit: {
      group: outer + inner * 0.3 + (1 - long) * 0.1,
      inner: inner + outer * 0.3,
      number: numbers + share((words) => /^\d{1,3}[(（]/u.test(words)) * 0.3,
      words: long * (1 - units * 0.5),
      units,
      time: times,
      other: 0.2,
    },
  };
}

/** Longer cells are no labels, whatever they begin with. */
const longestLabel = 90;

/** Rank of the outline marker that a label begins with, a running number before it aside. */
function rankIn(words: string): number | null {
  if (words.length > longestLabel) return null;
  return readMarker(words.replace(/^\d{1,3}(?=[(（])/u, ""))?.rank ?? null;
}
