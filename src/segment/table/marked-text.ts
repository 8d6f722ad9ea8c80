/** Marks of a list that stand before the words of each row, one a row: （一）…, then （二）… in the next; （1）, ①. */
import { linesIn, partOf } from "../../model/quote.ts";
import { readMarker, type Marker } from "../../rules/markers.ts";
import type { Item } from "./frame.ts";

/** Marks that no number of a row looks like. */
const marks: ReadonlySet<string> = new Set(["han-bracket", "digit-bracket", "digit-half-bracket", "circled"]);

/** The items without these marks, which are their labels, where the marks count all of them on, in each group from the first again; the items as they are where they do not. */
export function takeMarks(items: readonly Item[]): readonly Item[] {
  const found = items.map(markOf);
  const counted = found.every((mark, i) => mark !== null && (mark.value === 1 || mark.value === (found[i - 1]?.value ?? 0) + 1));
  if (!counted || new Set(found.map((mark) => mark?.rule)).size !== 1 || !found.some((mark) => mark !== null && mark.value > 1)) return items;
  return items.map((item, i) => withLabel(item, found[i] ?? null));
}

/** The mark before the words of an item, where no other line of it has one of its kind: several count its points. */
function markOf({ entry, words }: Item): Marker | null {
  if (entry.rows.length === 0 || words.marker !== null) return null;
  const [first, ...others] = linesIn(words.text);
  const mark = first === undefined ? null : readMarker(first.text);
  if (mark === null || !marks.has(mark.rule) || mark.end >= words.text.text.length) return null;
  return others.some(({ text }) => readMarker(text)?.rule === mark.rule) ? null : mark;
}

function withLabel(item: Item, mark: Marker | null): Item {
  const { text } = item.words;
  const start = mark === null ? 0 : text.text.indexOf(mark.text);
  if (mark === null || start < 0) return item;
  const end = start + mark.end;
  return { ...item, label: mark.text, words: { number: null, marker: partOf(text, start, start + mark.text.length), text: partOf(text, end, text.text.length) } };
}
