/**
 * Puts words back that a conversion ran together in one cell: a running number in a heading or text, a heading in the text,
 * two headings in one cell, two rows in one. Only what markers, numbers in sequence or equal counts prove is moved.
 */
import { readMarker } from "../../rules/markers.ts";
import type { Joined, SlotRow } from "./joined.ts";
import { partOfWords, stringOf, type Words } from "./lines.ts";
import type { Cell } from "./rows.ts";

/** Longest printed heading that is taken out of a text. */
const longestHeading = 60;

/** How far a running number may jump: numbers get lost in conversions. */
const longestJump = 9;

/** The rows of a table with run-together cells taken apart. */
export function unflatten(joined: Joined, text: string): SlotRow[] {
  const at = (kind: string): number => joined.slots.findIndex((slot) => slot.kind === kind);
  const slots = { group: at("group"), inner: at("inner"), number: at("number"), words: joined.slots.findLastIndex((slot) => slot.kind === "words"), units: at("units") };
  const outermost = /(?:^|\s)[一二三四五六七八九十]{1,3}、/u;
  const ranked = joined.rows.some(({ cells }) => [cells[slots.group], cells[slots.inner]].some((cell) => isFilled(cell) && cell.some((words) => outermost.test(stringOf(text, words)))));
  const worker = new Unflattener(text, slots, ranked);
  return joined.rows.flatMap((row) => worker.take(row));
}

interface Slots {
  readonly group: number;
  readonly inner: number;
  readonly number: number;
  readonly words: number;
  readonly units: number;
}

class Unflattener {
  readonly #text: string;
  readonly #slots: Slots;
  /** Some label of the table is of the outermost rank, so that lower ones are inner labels. */
  readonly #ranked: boolean;
  #last = 0;

  constructor(text: string, slots: Slots, ranked: boolean) {
    this.#text = text;
    this.#slots = slots;
    this.#ranked = ranked;
  }

  take(row: SlotRow): SlotRow[] {
    const { group, inner, number, words } = this.#slots;
    this.#partLabels(row);
    if (inner >= 0 && words >= 0) this.#liftHeading(row, words, inner);
    if (number >= 0) {
      for (const slot of [number, inner, group, words]) if (slot >= 0) this.#liftNumber(row, slot, number);
    }
    if (words >= 0) this.#partNumbered(row, words);
    return this.#partRows(row);
  }

  #string(words: Words): string {
    return stringOf(this.#text, words);
  }

  #part(words: Words, start: number, end: number): Words {
    return partOfWords(this.#text, words, start, end);
  }

  /** “（一）…。 五、…” in one label cell, or an inner label in the column of the outer ones. */
  #partLabels({ cells }: SlotRow): void {
    const { group, inner } = this.#slots;
    for (const slot of [group, inner]) {
      const cell = cells[slot];
      const words = cell?.[0];
      const other = slot === group ? inner : group;
      if (cell?.length !== 1 || words === undefined || other < 0 || isFilled(cells[other])) continue;
      const [outer, lower] = this.#cutLabels(words);
      if (outer !== null && lower !== null) {
        cells[group] = [outer];
        cells[inner] = [lower];
      } else if (slot === group && this.#ranked && this.#rank(words) === 2) {
        cells[inner] = cell;
        cells[group] = [];
      }
    }
  }

  #cutLabels(words: Words): [outer: Words | null, lower: Words | null] {
    const string = this.#string(words);
    const cut = [...string.matchAll(/\s+/gu)].find(({ index, 0: gap }) => (readMarker(string.slice(index + gap.length))?.rank ?? 9) <= 2)?.index ?? 0;
    const pieces = cut === 0 ? [] : [this.#part(words, 0, cut), this.#part(words, cut, string.length)];
    return [pieces.find((piece) => this.#rank(piece) <= 1) ?? null, pieces.find((piece) => this.#rank(piece) === 2) ?? null];
  }

  #rank(words: Words): number {
    return readMarker(this.#string(words).replace(/^\d{1,3}\s*(?=[(（])/u, ""))?.rank ?? 9;
  }

  /** A heading as first paragraph of the text. */
  #liftHeading({ cells }: SlotRow, from: number, to: number): void {
    const [first, ...rest] = cells[from] ?? [];
    if (first === undefined || rest.length === 0 || isFilled(cells[to]) || this.#rank(first) !== 2) return;
    if (this.#string(first).length > longestHeading) return;
    cells[to] = [first];
    cells[from] = rest;
  }

  /** A running number at the start or end of a cell that holds no other. */
  #liftNumber({ cells }: SlotRow, from: number, to: number): void {
    const cell = cells[from] ?? [];
    if (from === to) {
      const printed = /^\d{1,3}/u.exec(cell.map((words) => this.#string(words)).join(""));
      if (printed !== null) this.#last = Number(printed[0]);
      return;
    }
    const first = cell[0];
    const end = cell.at(-1);
    if (first === undefined || end === undefined || isFilled(cells[to]) || this.#startsOf(cell).length > 1) return;
    const before = this.#leading(this.#string(first));
    const behind = /(?:^|[\s。；.;！）)])(\d{1,3})$/u.exec(this.#string(end));
    if (before !== null) {
      cells[to] = [this.#part(first, 0, before.digits)];
      const rest = this.#part(first, before.length, Infinity);
      cells[from] = [...(rest.length > 0 ? [rest] : []), ...cell.slice(1)];
      this.#last = before.value;
    } else if (behind?.[1] !== undefined && this.#follows(Number(behind[1]))) {
      const cut = this.#string(end).length - behind[1].length;
      cells[to] = [this.#part(end, cut, Infinity)];
      const rest = this.#part(end, 0, cut);
      cells[from] = [...cell.slice(0, -1), ...(rest.length > 0 ? [rest] : [])];
      this.#last = Number(behind[1]);
    }
  }

  #follows(value: number): boolean {
    return value > this.#last && value <= this.#last + longestJump;
  }

  #leading(string: string): { digits: number; length: number; value: number } | null {
    const match = /^(\d{1,3})(?:[.．、]\s*(?!\d)|\s+(?![个项家万亿次类批倍年月日%％])|(?=[(（][一二三四五六七八九十]+[)）])|$)/u.exec(string);
    const digits = match?.[1];
    if (match === null || digits === undefined || !this.#follows(Number(digits))) return null;
    return { digits: digits.length, length: match[0].length, value: Number(digits) };
  }

  /** Where numbered tasks begin in a text, numbers before or behind the words. */
  #startsOf(cell: Cell): number[] {
    return cell.flatMap((words) => [...this.#numbersIn(this.#string(words))].map(({ value }) => value));
  }

  /** Running numbers that stand alone at the start, behind a sentence or at the end, in sequence. */
  *#numbersIn(string: string): Generator<{ readonly value: number; readonly start: number; readonly end: number }> {
    let last = this.#last;
    for (const match of string.matchAll(/(?:^|(?<=[。；;！]\s{0,3}))(\d{1,3})(?=\s|$|[.．、](?!\d))/gu)) {
      const value = Number(match[1]);
      if (value <= last || value > last + longestJump) continue;
      last = value;
      yield { value, start: match.index, end: match.index + match[0].length };
    }
  }

  /** Several numbered tasks in one paragraph become paragraphs, each with its number as printed. */
  #partNumbered({ cells }: SlotRow, slot: number): void {
    const cell = cells[slot] ?? [];
    const parted = cell.flatMap((words): Words[] => {
      const string = this.#string(words);
      const numbers = [...this.#numbersIn(string)];
      if (numbers.length === 0) return [words];
      this.#last = numbers.at(-1)?.value ?? this.#last;
      if (numbers.length === 1) return [words];
      const behind = (numbers[0]?.start ?? 0) > 0;
      const cuts = [0, ...numbers.map(({ start, end }) => (behind ? end : start)), string.length];
      return cuts.slice(1).map((cut, i) => this.#part(words, cuts[i] ?? 0, cut)).filter((part) => part.length > 0);
    });
    cells[slot] = parted;
  }

  /** A text of several sentences set apart and as many unit lists in one cell: rows that ran together. */
  #partRows(row: SlotRow): SlotRow[] {
    const { words, units, number } = this.#slots;
    const text = row.cells[words];
    const list = row.cells[units];
    if (text?.length !== 1 || list?.length !== 1 || text[0] === undefined || list[0] === undefined || isFilled(row.cells[number])) return [row];
    const sentences = this.#chunks(text[0], /(?<=[。；])[ \t\u3000]+(?=[\u4e00-\u9fff“《])/gu);
    const lists = this.#chunks(list[0], /(?<=[\u4e00-\u9fff）)])[ \t\u3000]+(?=[\u4e00-\u9fff])/gu);
    if (sentences.length < 2 || sentences.length !== lists.length) return [row];
    return sentences.map((sentence, i): SlotRow => {
      const cells = row.cells.map((cell, slot) => (slot === words ? [sentence] : slot === units ? [lists[i] ?? []] : i === 0 || cell === null ? cell : []));
      const above = row.above.map((_, slot) => i > 0 && slot !== words && slot !== units && isFilled(row.cells[slot]));
      return { ...row, cells, above };
    });
  }

  #chunks(words: Words, gap: RegExp): Words[] {
    const string = this.#string(words);
    const cuts = [0, ...[...string.matchAll(gap)].map(({ index }) => index), string.length];
    return cuts.slice(1).map((cut, i) => this.#part(words, cuts[i] ?? 0, cut)).filter((part) => part.length > 0);
  }
}

/** Whether a cell holds words. */
export function isFilled(cell: Cell | null | undefined): cell is Cell {
  return cell !== null && cell !== undefined && cell.length > 0;
}
