/** Tables without any line whose cells hold words: a line of heads, and lines below that leave the same white stripes between their columns. */
import { caption } from "../../rules/captions.ts";
import { isValue } from "../../rules/cell-values.ts";
import { isChinese, type Line } from "./lines.ts";
import { segmentsOf, wordsOf, type Segment, type TextColumn } from "./gutters.ts";
import { anchorsOf } from "./row-breaks.ts";
import type { RegionTable } from "./text-region.ts";
import type { Entry } from "./tiers.ts";

/** White stripes narrower than this, in ems, part no columns. */
const narrowest = 0.7;
const fewestColumns = 3;
/** So many lines below the heads prove their columns, and so many rows make a table. */
const fewestLines = 3;
const fewestRows = 3;
/** A gap higher than this, in sizes of the type, ends a table; so does one that is so many times as high as the highest before. */
const tallest = 2.2;
const [tall, higher] = [1.1, 1.45];
/** Longer heads are sentences. */
const longestHead = 14;

/** Where the lines end that look like a table from line `head` on, null when they do not. */
export function wordedFrom(lines: readonly Line[], head: number): number | null {
  const heads = lines[head];
  if (heads === undefined || !isHead(heads)) return null;
  const stripes = new Stripes(heads);
  let end = head + 1;
  let highest = 0;
  for (; end < lines.length; end++) {
    const [above, line] = [lines[end - 1], lines[end]];
    if (above === undefined || line === undefined || line.direction !== 0 || line.page !== heads.page || caption.pattern.test(line.text)) break;
    const gap = (line.top - above.bottom) / line.size;
    if (gap > tallest || (end - head > fewestLines && gap > tall && gap > higher * highest) || !stripes.add(line)) break;
    highest = Math.max(highest, gap);
  }
  return end - head > fewestLines ? end : null;
}

/** Whether a line heads columns: three short words or more, far apart, none a value or a label. */
function isHead(line: Line): boolean {
  if (line.direction !== 0 || !line.text.includes(" ")) return false;
  const words = loose(line).map(wordsOf);
  return words.length >= fewestColumns && words.every((word) => word.length <= longestHead && /\p{L}/u.test(word) && !/[，。；：、！？,;:!?]|.{5}\.$/u.test(word) && !isValue(word));
}

/** Parts a line at all gaps that may lie between two columns. */
function loose(line: Line): Segment[] {
  const parts: Segment["glyphs"][number][][] = [];
  for (const glyph of line.glyphs) {
    if (glyph.text === " ") continue;
    const last = parts.at(-1)?.at(-1);
    if (last === undefined || glyph.left - last.right > narrowest * glyph.type.size) parts.push([glyph]);
    else parts.at(-1)?.push(glyph);
  }
  return parts.map((glyphs) => ({ line, glyphs, left: glyphs[0]?.left ?? 0, right: glyphs.at(-1)?.right ?? 0 }));
}

/** Columns of the lines taken so far, and the white between them. */
class Stripes {
  readonly #heads: number;
  #columns: readonly TextColumn[];

  constructor(heads: Line) {
    this.#columns = loose(heads);
    this.#heads = this.#columns.length;
  }

  /** Takes a line in when it leaves as many columns as there are heads; else nothing changes. */
  add(line: Line): boolean {
    const columns: { left: number; right: number }[] = [];
    for (const { left, right } of [...this.#columns, ...loose(line)].sort((a, b) => a.left - b.left)) {
      const last = columns.at(-1);
      if (last !== undefined && left - last.right < narrowest * line.size) last.right = Math.max(last.right, right);
      else columns.push({ left, right });
    }
    if (columns.length < this.#heads) return false;
    this.#columns = columns;
    return true;
  }
}

/** Whether what was read of such lines is a table: a head over each column, rows that begin in the first, and values or sentences beside short words. */
export function isWorded({ tiers, columns, figure }: RegionTable, head: Line): boolean {
  const rows = figure.horizontal.filter(({ from, to }) => from <= figure.box[0] + 1 && to >= figure.box[2] - 1).length - 2;
  if (columns.length < fewestColumns || rows < fewestRows || segmentsOf(head, columns).length !== columns.length) return false;
  const entries = tiers.slice(1).flatMap((tier) => tier.entries);
  const single = entries.filter(({ c0, c1 }) => c1 === c0 + 1);
  if (single.length < 0.95 * entries.length) return false;
  const own = columns.map((_, column) => single.filter(({ c0 }) => c0 === column));
  const [first = []] = own;
  if (first.length < fewestRows || first.length > 1.5 * rows || !first.every(isShort)) return false;
  const anchors = anchorsOf(tiers.slice(1), columns.length);
  return anchors.size > 0 || own.slice(1).some((column) => column.length > rows && column.some((entry) => !isShort(entry)));
}

/** Whether words may be the name of a row. */
export function isShort({ words }: Entry): boolean {
  return words.length <= (isChinese(words) ? 8 : 18) && !/[，。；,;]$/u.test(words);
}

