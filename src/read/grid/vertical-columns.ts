/** Words outside tables that are written from top to bottom: a column is known by its characters, drawn one under the other. */
import { cellCharacters } from "../../rules/vertical-forms.ts";
import type { Glyph } from "./ink.ts";
import { isChinese } from "./lines.ts";
import { median } from "./tiers.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** A column of words as the file draws it. */
export interface DrawnColumn {
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Size of its type, in points. */
  readonly size: number;
  /** Place among the columns of the page as they were drawn. */
  readonly nth: number;
}

/** The words of a page parted. */
export interface PartedWords {
  readonly columns: readonly DrawnColumn[];
  readonly rest: readonly Glyph[];
  /** The columns were put together from characters that the file draws across them. */
  readonly gathered: boolean;
}

/** Middles of neighbours differ by less than this many ems; those of digits that share a square by less than the second, those of turned letters, which stand on a base line, by less than the third. */
const [sameColumn, sameSquare, sameTurned] = [0.3, 0.42, 0.55];
/** The white between neighbours, in ems: characters nearly touch, or are spaced out as those of a title. */
const [overlap, widestGap] = [0.25, 1.3];
/** Fewer Chinese characters drawn one under the other prove no column. */
const fewest = 4;
/** Characters nearer than this, from one to the next in ems, are those of running text. */
const tight = 1.4;
/** A column with fewer different characters than this share of them is one of cells. */
const different = 0.5;

/** Parts what is written from top to bottom from the rest. A page without such columns is told by one look at each character. */
export function partColumns(glyphs: readonly Glyph[]): PartedWords {
  const drawn = looksOf(glyphs);
  if (drawn === "across") return { columns: [], rest: glyphs, gathered: false };
  const gathered = drawn === "scattered";
  const chains = chainsOf(gathered ? downTheColumns(glyphs) : glyphs);
  const proven = provenAmong(chains, gathered);
  if (!proven.includes(true)) return { columns: [], rest: glyphs, gathered: false };
  addShort(chains, proven);
  const columns = chains.filter((_, i) => proven[i] === true).map(columnFrom);
  const taken = new Set(columns.flatMap((column) => column.glyphs));
  return { columns, rest: glyphs.filter((glyph) => !taken.has(glyph)), gathered };
}

/** Most characters of a page stand this far from the one drawn before, in ems, where vertical text is drawn from column to column; so many at least do. */
const [nearest, farther] = [0.5, 4];
const fewestScattered = 24;

/** How a page is drawn: downwards when four characters follow each other so or the file says that its Chinese reads down; scattered when most characters stand apart. */
function looksOf(glyphs: readonly Glyph[]): "across" | "down" | "scattered" {
  let [down, apart, steps] = [0, 0, 0];
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    if (glyph.type.direction === 1 && isChinese(glyph.text)) return "down";
    if (glyph.text === " ") continue;
    if (before !== null) {
      const em = glyph.type.size;
      steps++;
      if (glyph.top - before.top < 0.5 * em || !isNext(before, glyph)) down = 0;
      else if (++down === fewest - 1) return "down";
      const gap = Math.max(glyph.left - before.right, before.left - glyph.right);
      if (gap > nearest * em && gap < farther * em && glyph.top === before.top) apart++;
    }
    before = glyph;
  }
  return apart >= fewestScattered && apart > 0.6 * steps ? "scattered" : "across";
}

/** Characters from the right, those below each other one after the other. */
function downTheColumns(glyphs: readonly Glyph[]): Glyph[] {
  const byRight = glyphs.filter(({ text }) => text !== " ").sort((a, b) => middleOf(b) - middleOf(a));
  const columns: Glyph[][] = [];
  for (const glyph of byRight) {
    const column = columns.at(-1);
    const last = column?.at(-1);
    if (column === undefined || last === undefined || middleOf(last) - middleOf(glyph) > sameColumn * glyph.type.size) columns.push([glyph]);
    else column.push(glyph);
  }
  return columns.flatMap((column) => column.sort((a, b) => a.top - b.top));
}

/** Characters drawn one under the other, in lists. */
function chainsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const chains: Glyph[][] = [];
  for (const glyph of glyphs) {
    if (glyph.text === " ") continue;
    const chain = chains.at(-1);
    if (chain !== undefined && goesOn(chain, glyph)) chain.push(glyph);
    else chains.push([glyph]);
  }
  return chains;
}

function goesOn(chain: readonly Glyph[], glyph: Glyph): boolean {
  const last = chain.at(-1);
  if (last === undefined) return false;
  return isNext(last, glyph) || isAbreast(chain, glyph) || isBelowPair(chain, glyph);
}

/** Whether a character stands right under another. */
function isNext(before: Glyph, after: Glyph): boolean {
  const em = Math.max(before.type.size, after.type.size);
  const gap = after.top - before.bottom;
  if (gap < -overlap * em || gap > widestGap * em || after.top - before.top < 0.1 * em || !isDownwards(before) || !isDownwards(after)) return false;
  const turned = before.type.direction === 1 || after.type.direction === 1;
  const within = turned ? sameTurned : isNarrow(before) || isNarrow(after) ? sameSquare : sameColumn;
  return Math.abs(middleOf(after) - middleOf(before)) < within * em && Math.min(before.type.size, after.type.size) > 0.7 * em;
}

function isNarrow({ text, left, right, type }: Glyph): boolean {
  return right - left < 0.7 * type.size && !isChinese(text);
}

function isDownwards({ type: { direction } }: Glyph): boolean {
  return direction <= 1;
}

/** Whether a digit stands beside another in the column above: 12 in one square. */
function isAbreast(chain: readonly Glyph[], glyph: Glyph): boolean {
  const [last, first] = [chain.at(-1), chain[0]];
  if (last === undefined || first === undefined || chain.length < 2 || last.type.direction !== 0 || isChinese(last.text) || isChinese(glyph.text)) return false;
  return isSquare(last, glyph) && glyph.right < first.right + 0.5 * glyph.type.size;
}

/** Whether a character stands under two digits that stand side by side. */
function isBelowPair(chain: readonly Glyph[], glyph: Glyph): boolean {
  const [one, two] = chain.slice(-2);
  if (one === undefined || two === undefined || Math.abs(one.top - two.top) > 0.1 * two.type.size) return false;
  return isNext({ ...two, left: one.left }, glyph);
}

/** Characters of a column, those that stand side by side in one square as one. */
export function squared(glyphs: readonly Glyph[]): Glyph[] {
  const squares: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = squares.at(-1);
    if (last !== undefined && isNarrow(glyph) && isNarrow({ ...last, right: last.left + (last.right - last.left) / last.text.length }) && isSquare(last, glyph)) squares[squares.length - 1] = { ...last, text: last.text + glyph.text, right: glyph.right };
    else squares.push(glyph);
  }
  return squares;
}

function isSquare(last: Glyph, glyph: Glyph): boolean {
  return last.type.direction === 0 && glyph.type.direction === 0 && Math.abs(glyph.top - last.top) < 0.1 * glyph.type.size && Math.abs(glyph.left - last.right) < 0.25 * glyph.type.size;
}

function middleOf({ left, right }: Glyph): number {
  return (left + right) / 2;
}

/** Which chains are columns of words: the file says so, or characters follow each other closely where no line runs across, or farther apart where nothing at all stands beside them. */
function provenAmong(chains: readonly (readonly Glyph[])[], closely: boolean): boolean[] {
  const spacing = chains.map(spacingOf);
  if (closely && !isCloser(chains)) return chains.map(() => false);
  if (spacing.every((space) => space === null)) return chains.map(() => false);
  const across = new Levels(chains.filter((_, i) => spacing[i] === null).flat());
  const all = new Levels(chains.flat());
  return chains.map((chain, i) => {
    const space = spacing[i] ?? null;
    return space === "stated" || (space !== null && !(space === "tight" ? across : all).standBeside(chain));
  });
}

/** Whether characters stand much closer to those below them than columns stand to each other. */
function isCloser(chains: readonly (readonly Glyph[])[]): boolean {
  const long = chains.filter(({ length }) => length >= fewest);
  const steps = long.flatMap((chain) => chain.slice(1).map((glyph, i) => glyph.top - (chain[i]?.top ?? 0)));
  const gaps = long.slice(1).map((chain, i) => Math.abs((long[i]?.[0]?.left ?? 0) - (chain[0]?.left ?? 0)));
  return long.length >= 2 && median(steps) < 0.8 * median(gaps);
}

/** How the characters of a chain follow each other; null when they make no column of words. */
function spacingOf(chain: readonly Glyph[]): "stated" | "tight" | "wide" | null {
  const chinese = chain.filter(({ text }) => isChinese(text));
  if (chinese.some(({ type }) => type.direction === 1)) return "stated";
  const upright = chain.filter(({ type }) => type.direction === 0);
  if (chinese.length < fewest || chinese.length < 0.6 * upright.length) return null;
  const words = chain.map(({ text }) => text).join("");
  if (cellCharacters.pattern.test(words) || new Set(words).size <= different * words.length) return null;
  const step = median(upright.slice(1).map((glyph, i) => glyph.top - (upright[i]?.top ?? 0)));
  return step <= tight * (chain[0]?.type.size ?? 0) ? "tight" : "wide";
}

/** Short ends of columns: what is drawn next to a column, and begins near where it begins, at the distance of lines. */
function addShort(chains: readonly (readonly Glyph[])[], proven: boolean[]): void {
  for (const [i, chain] of chains.entries()) {
    if (proven[i] === true) continue;
    const [before, after] = [chains[i - 1], chains[i + 1]];
    const level = [before, after].some((other, k) => other !== undefined && proven[i - 1 + 2 * k] !== true && isLevel(other, chain));
    if (level) continue;
    if ((proven[i - 1] === true && isLineBeside(chain, before)) || (proven[i + 1] === true && isLineBeside(chain, after))) proven[i] = true;
  }
}

/** Whether two chains stand on one line of text. */
function isLevel(one: readonly Glyph[], other: readonly Glyph[]): boolean {
  return one.some((a) => other.some((b) => Math.abs(a.top - b.top) < 0.3 * b.type.size && Math.max(a.left, b.left) - Math.min(a.right, b.right) < 2 * b.type.size));
}

/** Lines of one text stand this far apart at most, in ems; the first of a paragraph begins lower by less than the second. */
const [farthest, indent] = [4, 2.6];

function isLineBeside(chain: readonly Glyph[], column: readonly Glyph[] | undefined): boolean {
  const [first, other] = [chain[0], column?.[0]];
  if (first === undefined || other === undefined) return false;
  const em = other.type.size;
  const across = Math.abs(middleOf(first) - middleOf(other));
  const under = isNext(column?.at(-1) ?? other, first);
  return under || (across > 0.9 * em && across < farthest * em && Math.abs(first.top - other.top) < indent * em && Math.abs(first.type.size - em) < 0.15 * em);
}

/** Characters by height, to tell whether a column stands beside lines that run across. */
class Levels {
  readonly #byHeight: ReadonlyMap<number, readonly Glyph[]>;

  constructor(glyphs: readonly Glyph[]) {
    this.#byHeight = Map.groupBy(glyphs, stepOf);
  }

  /** Whether beside nearly every character of a chain one of its size stands at the same height: the chain is a column of cells. */
  standBeside(chain: readonly Glyph[]): boolean {
    const own = new Set(chain);
    const beside = chain.filter((glyph) => [-1, 0, 1].some((step) => (this.#byHeight.get(stepOf(glyph) + step) ?? []).some((other) => !own.has(other) && isAtHeight(glyph, other))));
    return beside.length >= 0.7 * chain.length;
  }
}

/** Points in a step of height. */
const stepHeight = 8;

function stepOf({ top, bottom }: Glyph): number {
  return Math.round((top + bottom) / 2 / stepHeight);
}

function isAtHeight(a: Glyph, b: Glyph): boolean {
  return Math.abs(a.top + a.bottom - b.top - b.bottom) < 0.4 * a.type.size && Math.abs(a.type.size - b.type.size) < 0.2 * a.type.size;
}

function columnFrom(glyphs: readonly Glyph[], nth: number): DrawnColumn {
  return {
    glyphs,
    left: smallest(glyphs.map(({ left }) => left)),
    top: smallest(glyphs.map(({ top }) => top)),
    right: largest(glyphs.map(({ right }) => right)),
    bottom: largest(glyphs.map(({ bottom }) => bottom)),
    size: median(glyphs.map(({ type }) => type.size)),
    nth,
  };
}
