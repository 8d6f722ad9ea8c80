/** Which of two notices is the later or lower one. */
import type { DocumentRelation, Link } from "../model/link.ts";
import type { Level, LinkedNotice } from "./notices.ts";

const depth: Readonly<Record<Level, number | null>> = { national: 0, province: 1, city: 2, county: 3, town: 4, zone: null };

/** By date, then by year, then by who names whom, then by level. `swapped`: the second one is it. Null: nothing says so, and the order is that of the ids. */
export function directionOf(a: LinkedNotice, b: LinkedNotice, documents: DocumentRelation | null): { readonly direction: Link["direction"]; readonly swapped: boolean } {
  if (a.date !== null && b.date !== null && a.date !== b.date) return { direction: "later", swapped: b.date > a.date };
  if (a.year !== null && b.year !== null && a.year !== b.year) return { direction: "later", swapped: b.year > a.year };
  if (documents !== null && documents.through.length === 0 && documents.by !== null) return { direction: "later", swapped: documents.by === b.id };
  const [x, y] = [a.level === null ? null : depth[a.level], b.level === null ? null : depth[b.level]];
  if (x !== null && y !== null && x !== y) return { direction: "lower", swapped: y > x };
  return { direction: null, swapped: false };
}
