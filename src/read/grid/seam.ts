/** What goes on over a page end: the row, merged cells, labels. The lower border of a page proves nothing when it is drawn. */
import { chineseNumber } from "../../text/numerals.ts";
import { adds, awaitsMore, beginsNumbered, cannotBegin, isFigures, pauses } from "../../rules/continuations.ts";
import type { GrowingCell } from "./growing-cell.ts";
import { endsSentence, startsItem } from "./paragraphs.ts";
import type { Profile } from "./profile.ts";

/** What the seam between two pages joins. */
export interface Seam {
  /** The last row of the page goes on as the first row of the next. */
  readonly splitRow: boolean;
  /** By cell of the next page: the cell above that goes on in it; `repeated` when its label was printed again. */
  readonly continues: ReadonlyMap<GrowingCell, { readonly cell: GrowingCell; readonly repeated: boolean }>;
}

/** A column in which this share of the words end with a semicolon is written so. */
const usual = 0.3;
/** Columns whose words are this long on average, in characters, hold sentences. */
const sentence = 20;
/** A column with this share of words in its cells is seldom blank. */
const seldomBlank = 0.9;

/** A pair of cells above and below the seam in the same columns. */
interface Pair {
  readonly above: GrowingCell;
  readonly below: GrowingCell;
  readonly aboveText: string;
  readonly belowText: string;
}

/** Reads the seam between the cells that end a page and those of the next page's body. `wordsAfter` gives the first words of a column after the seam. */
export function readSeam(above: readonly GrowingCell[], body: readonly GrowingCell[], profile: Profile, wordsAfter: (column: number) => string): Seam {
  const below = body.filter(({ r0 }) => r0 === 0);
  const pairs = below.flatMap((cell): Pair[] => {
    const over = above.find(({ c0, c1 }) => c0 === cell.c0 && c1 === cell.c1) ?? above.find((wide) => isEmptyBelow(wide, cell, below, profile));
    return over === undefined ? [] : [{ above: over, below: cell, aboveText: over.words, belowText: cell.words }];
  });
  const reader = new SeamReader(pairs, profile, wordsAfter);
  const split = isSplit(pairs, below, above, profile) ? seamOf(reader.continuations(true), below) : null;
  return split ?? { splitRow: false, continues: reader.continuations(false) };
}

/** Whether a cell is one of several empty ones, equally high, below a label over several columns. */
function isEmptyBelow(wide: GrowingCell, cell: GrowingCell, below: readonly GrowingCell[], { label }: Profile): boolean {
  if (cell.c0 < wide.c0 || cell.c1 > wide.c1 || label[wide.c0] !== true) return false;
  const all = below.filter(({ c0, c1 }) => c0 < wide.c1 && c1 > wide.c0);
  return all.every((other) => other.words === "" && other.c0 >= wide.c0 && other.c1 <= wide.c1 && other.r1 === cell.r1);
}

/** A split row, if each of its cells has a piece above or is empty. */
function seamOf(continues: Seam["continues"], below: readonly GrowingCell[]): Seam | null {
  return below.every((cell) => continues.has(cell) || cell.words === "") ? { splitRow: true, continues } : null;
}

/** Whether the row itself is split. */
function isSplit(pairs: readonly Pair[], below: readonly GrowingCell[], above: readonly GrowingCell[], profile: Profile): boolean {
  const inRow = pairs.filter(({ above: { c0 } }) => profile.label[c0] !== true);
  if (inRow.length === 0 || below.every((cell) => cell.words === "")) return false;
  if (above.some(({ openBelow }) => openBelow)) return inRow.every(({ above: { openBelow } }) => openBelow);
  const number = pairs.find(({ above: { c0, c1 } }) => c0 === profile.serial && c1 === c0 + 1);
  if (number !== undefined) {
    if (number.belowText !== "") return number.aboveText === "" && inRow.some((pair) => isUnfinished(pair, profile));
    return !isNewRow(inRow, profile);
  }
  return isHalved(inRow, profile);
}

/** Without running numbers the cells must say that the row goes on, more of them and louder than say the contrary. */
function isHalved(pairs: readonly Pair[], profile: Profile): boolean {
  const weights = pairs.map((pair) => weightOf(pair, profile));
  const apart = weights.filter((weight) => weight < 0).length;
  const going = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  return weights.some((weight) => weight > 1) && !pairs.some((pair) => isFigured(pair) || isNextNumber(pair)) && going >= 2 * Math.max(1, apart);
}

/** How loud a pair says that its cell goes on (above 1), that its row may (1), or that both cells stand alone (-1). */
function weightOf(pair: Pair, profile: Profile): number {
  const { aboveText, belowText, above: { c0 } } = pair;
  if (aboveText === "" || belowText === "") return belowText === "" && aboveText !== "" && (profile.filled[c0] ?? 0) > seldomBlank ? 1 : 0;
  if (awaitsMore(aboveText) || cannotBegin(belowText)) return 3;
  return isUnfinished(pair, profile) ? 2 : -1;
}

/** Figures above figures are two amounts. */
function isFigured({ aboveText, belowText }: Pair): boolean {
  return isFigures(aboveText) && isFigures(belowText);
}

/** Without a number of its own, a new row shows by new units or times beside new words. */
function isNewRow(pairs: readonly Pair[], profile: Profile): boolean {
  const apart = pairs.filter((pair) => pair.aboveText !== "" && pair.belowText !== "" && pair.above.c0 !== profile.serial && !isUnfinished(pair, profile));
  return apart.some(({ above: { c0 } }) => profile.long[c0] === true) && apart.some(({ above: { c0 } }) => profile.long[c0] !== true);
}

/** A number at the head of the row above and below: 1-2, 1-3. */
function isNextNumber({ above, aboveText, belowText }: Pair): boolean {
  return above.c0 === 0 && beginsNumbered(aboveText) && beginsNumbered(belowText);
}

/** Whether the words above break off in the middle and go on below. */
function isUnfinished(pair: Pair, profile: Profile): boolean {
  const { above, aboveText, belowText } = pair;
  if (aboveText === "" || belowText === "" || isFigured(pair)) return false;
  if (awaitsMore(aboveText) || cannotBegin(belowText)) return true;
  if (startsItem.test(belowText)) return false;
  if (pauses(aboveText)) return (profile.pausing[above.c0] ?? 0) < usual;
  return !endsSentence.test(aboveText) && !areWhole(pair, profile) && fillsRoom(pair, profile);
}

/** Short words above and below, each as long as words of this column are. */
function areWhole({ above, aboveText, belowText }: Pair, { typical }: Profile): boolean {
  const length = typical[above.c0] ?? 0;
  return length < sentence && aboveText.length >= 0.6 * length && belowText.length >= 0.6 * length;
}

/**
 * Whether the last line above leaves no room for another character. Word does not say how wide lines are: there a row without its number goes on,
 * where rows are hardly ever without one.
 */
function fillsRoom({ above, below }: Pair, { filled, serial }: Profile): boolean {
  if (above.pieces.length === 0) return (filled[serial] ?? 0) > seldomBlank;
  const piece = above.pieces.findLast(({ lines }) => lines.length > 0);
  const last = piece?.lines.at(-1);
  if (piece === undefined || last === undefined || below.pieces[0]?.lines[0] === undefined) return false;
  return piece.room.to - piece.room.from - (last.end - last.start) < 1.6 * last.size;
}

const hanNumber = /^[（(]?[一二三四五六七八九十]{1,3}[)）、]?$/u;

/** Decides cell by cell what goes on. */
class SeamReader {
  readonly #pairs: readonly Pair[];
  readonly #profile: Profile;
  readonly #wordsAfter: (column: number) => string;
  readonly #numberBelow: string | null;
  /** The row below is numbered 一 where the one above is numbered 1: a heading, whose blank cells are its own. */
  readonly #opensGroup: boolean;

  constructor(pairs: readonly Pair[], profile: Profile, wordsAfter: (column: number) => string) {
    this.#pairs = pairs;
    this.#profile = profile;
    this.#wordsAfter = wordsAfter;
    this.#numberBelow = pairs.find(({ above: { c0 } }) => c0 === profile.serial)?.belowText ?? null;
    this.#opensGroup = pairs.some(({ aboveText, belowText }) => /^\d{1,3}$/u.test(aboveText) && hanNumber.test(belowText));
  }

  continuations(splitRow: boolean): Seam["continues"] {
    const continues = new Map<GrowingCell, { cell: GrowingCell; repeated: boolean }>();
    for (const pair of this.#pairs) {
      const how = this.#howOf(pair, splitRow);
      if (how !== null) continues.set(pair.below, { cell: pair.above, repeated: how === "repeated" });
    }
    return continues;
  }

  #howOf(pair: Pair, splitRow: boolean): "goes-on" | "repeated" | null {
    const { above, below, aboveText, belowText } = pair;
    if (above.openBelow || this.#pairs.some((other) => other !== pair && other.above === above)) return "goes-on";
    if (this.#opensGroup && belowText === "") return null;
    if (this.#profile.label[above.c0] === true) return this.#labelGoesOn(pair);
    if (splitRow) return "goes-on";
    const long = this.#profile.long[above.c0] === true;
    if (long && this.#numberBelow === "" && isUnfinished(pair, this.#profile)) return "goes-on";
    if (belowText !== "" || aboveText === "") return null;
    if (above.c0 === this.#profile.serial || this.#numberBelow === "") return "goes-on";
    // A blank cell over several rows, or below one over several rows, is the rest of it.
    if (!long && (above.r1 - above.r0 > 1 || below.r1 - below.r0 > 1)) return "goes-on";
    // Where cells are hardly ever left blank, a blank one at the top of a page belongs to the cell above.
    return !long && (this.#profile.filled[above.c0] ?? 0) > seldomBlank ? "goes-on" : null;
  }

  #labelGoesOn({ above, aboveText, belowText }: Pair): "goes-on" | "repeated" | null {
    if (aboveText !== "" && aboveText === belowText) return "repeated";
    if (this.#pairs.some((other) => other.above.c0 < above.c0 && startsLabel(other))) return null;
    if (belowText === "") return leavesNumber(aboveText, this.#wordsAfter(above.c0)) ? null : "goes-on";
    if (awaitsMore(aboveText) || cannotBegin(belowText) || adds(belowText)) return "goes-on";
    const numbered = (this.#profile.marked[above.c0] ?? 0) >= 0.6 && startsItem.test(aboveText);
    return numbered && !startsItem.test(belowText) && !/[。；：)）]$/u.test(aboveText) ? "goes-on" : null;
  }
}

/** A new label below ends all merged cells to its right. */
function startsLabel({ aboveText, belowText }: Pair): boolean {
  return belowText !== "" && belowText !== aboveText && startsItem.test(belowText);
}

/** Whether the numbering of the labels skips one, which is then the empty cell's own. */
function leavesNumber(above: string, next: string): boolean {
  const [before, after] = [ordinalOf(above), ordinalOf(next)];
  return before !== null && after !== null && after === before + 2;
}

function ordinalOf(label: string): number | null {
  const digits = /^第?[(（]?([一二三四五六七八九十]{1,3})[)）、章节]/u.exec(label)?.[1];
  return digits === undefined ? null : chineseNumber(digits);
}
