/** Where a table found by its words ends: at the line that closes it, before a wide gap, and before the signature of the notice. */
import type { Box } from "../../model/position.ts";
import { dateLine, organ } from "../../rules/metadata/wording.ts";
import { folded } from "../../text/fold.ts";
import { segmentsOf, wordsOf, type Segment } from "./gutters.ts";
import type { Line } from "./lines.ts";
import type { PageItem } from "./page.ts";
import { together, wholeLines } from "./rule-stacks.ts";

/** The line on top of a table stands this near its head, in ems. */
const nearHead = 3;
/** Gaps so many times as wide as the widest between the lines of a table end it before a line that is no full row. */
const farWider = 3;
/** The same before a line that is only an organ or only a date. */
const wider = 1.5;
/** Lines nearer than this, in ems, may be wrapped words of one cell. */
const wrapped = 0.9;
/** So many lines name those who issue a notice together, at most. */
const mostIssuers = 6;

/** What is known of a table while its lines are gathered. */
export class TableEnd {
  readonly #header: readonly Segment[];
  readonly #middle: number;
  /** Ends of the line on top of the table. */
  #ends: readonly [number, number] | null = null;
  /** Depths of the lines on the page that end where the one on top does. */
  #across: readonly number[] = [];
  #above: Line | null = null;
  /** From line to line, in points. */
  #widest = 0;
  #pitches = 0;

  constructor(header: readonly Segment[]) {
    this.#header = header;
    this.#middle = ((header[0]?.left ?? 0) + (header.at(-1)?.right ?? 0)) / 2;
  }

  /** Goes on at the top of a page, below the head of the table if the page repeats it. `rules` are the lines drawn on it. */
  page(rules: readonly Box[], head: Line | null): void {
    const whole = wholeLines(rules.filter(([, top, , bottom]) => top === bottom).map(([from, at, to]) => ({ at, from, to })));
    if (head !== null) {
      const top = whole.findLast(({ at, from, to }) => at < head.depth && head.top - at < nearHead * head.size && from <= head.left + together && to >= head.right - together);
      this.#ends = top === undefined ? null : [top.from, top.to];
    }
    const [left, right] = this.#ends ?? [NaN, NaN];
    this.#across = whole.filter(({ from, to }) => Math.abs(from - left) <= together && Math.abs(to - right) <= together).map(({ at }) => at);
    this.#above = head;
  }

  /** Takes a line as one of the table's. */
  take(line: Line): void {
    if (this.#above !== null) {
      this.#widest = Math.max(this.#widest, line.top - this.#above.top);
      this.#pitches++;
    }
    this.#above = line;
  }

  /** Whether the table ends before item `i` of a page, a line. */
  isBefore(items: readonly PageItem[], i: number): boolean {
    const line = lineAt(items, i);
    if (line === null) return false;
    const segments = segmentsOf(line);
    if (segments.length > 1 && segments.length * 2 >= this.#header.length && !isOrgans(segments)) return false;
    return this.#isClosed(line) || this.#isFar(line, farWider) || this.#isSignature(items, i);
  }

  /** Whether the last of the lines across the table stands between this line and the one above. */
  #isClosed(line: Line): boolean {
    const last = this.#across.at(-1);
    return last !== undefined && this.#above !== null && this.#pitches > 0 && last > this.#above.depth && last < line.depth;
  }

  #isFar(line: Line, times: number): boolean {
    return this.#above !== null && this.#pitches >= 2 && line.top - this.#above.top > times * this.#widest;
  }

  /** Whether those who issue the notice and its date, or one of them behind a gap, stand here. */
  #isSignature(items: readonly PageItem[], i: number): boolean {
    const line = lineAt(items, i);
    if (line === null || (this.#above !== null && line.top - this.#above.bottom < wrapped * line.size)) return false;
    let end = i;
    while (end - i < mostIssuers && isOrgans(segmentsAt(items, end))) end++;
    const dated = isDate(segmentsAt(items, end));
    const far = this.#isFar(line, wider);
    const right = (line.left + line.right) / 2 > this.#middle;
    if (dated && end > i) return (far || right) && overlaps(line, lineAt(items, end));
    return (dated || (end > i && right)) && far && !isRow(segmentsAt(items, Math.max(end, i + 1)));
  }
}

function lineAt(items: readonly PageItem[], i: number): Line | null {
  const item = items[i];
  return item?.kind === "line" && item.line.direction === 0 ? item.line : null;
}

function segmentsAt(items: readonly PageItem[], i: number): readonly Segment[] {
  const line = lineAt(items, i);
  return line === null ? [] : segmentsOf(line);
}

function isRow(segments: readonly Segment[]): boolean {
  return segments.length > 1;
}

function isOrgans(segments: readonly Segment[]): boolean {
  return segments.length > 0 && segments.every((segment) => /^[\u4e00-\u9fff()]{3,30}$/u.test(textOf(segment)) && organ.pattern.test(textOf(segment)));
}

function isDate(segments: readonly Segment[]): boolean {
  return segments.length > 0 && dateLine.pattern.test(segments.map(textOf).join(""));
}

function textOf(segment: Segment): string {
  return folded(wordsOf(segment)).replace(/\s+/gu, "");
}

function overlaps(line: Line, other: Line | null): boolean {
  return other !== null && line.left < other.right && other.left < line.right;
}
