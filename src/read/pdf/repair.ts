/** Repairs of what a page draws: radicals, ligatures, symbols, doubled and unseen characters, Chinese bytes in Western fonts. */
import { unifyRadicals } from "../../rules/radicals.ts";
import { unknownCharacter } from "../../text/unknown.ts";
import type { DrawnGlyph } from "./string.ts";
import { readSymbols } from "./symbols.ts";
import { decodeWestern } from "./western.ts";

/** What is left after repair, and what was left out. */
export interface Repaired {
  readonly glyphs: DrawnGlyph[];
  /** Characters that nobody sees, for one reason or another, and that double none that is seen. */
  readonly hidden: readonly DrawnGlyph[];
  /** Characters of which a Western font hid the Chinese bytes. */
  readonly decoded: number;
}

/** Repairs the characters of one page, in the order they were drawn. */
export function repair(drawn: readonly DrawnGlyph[]): Repaired {
  const all = drawn.some(({ unseen }) => unseen !== null);
  const seen = all ? drawn.filter(({ unseen }) => unseen === null) : drawn;
  readSymbols(seen);
  const { glyphs, decoded } = decodeWestern(seen);
  for (const glyph of glyphs) glyph.text = normalise(glyph.text);
  const single = withoutDoubles(glyphs);
  const shown = withoutCovered(single);
  const beneath = single.length === shown.length ? [] : without(single, shown);
  return { glyphs: shown, hidden: all ? [...unseenAlone(drawn, single), ...beneath] : beneath, decoded };
}

function without(all: readonly DrawnGlyph[], kept: readonly DrawnGlyph[]): DrawnGlyph[] {
  const set = new Set(kept);
  return all.filter((glyph) => !set.has(glyph));
}

/** Unseen characters where none of the same form is seen: a white outline under black type is no word of its own. */
function unseenAlone(drawn: readonly DrawnGlyph[], seen: readonly DrawnGlyph[]): DrawnGlyph[] {
  const places = new Set(seen.flatMap(placesAround));
  return drawn.filter((glyph) => {
    if (glyph.unseen === null) return false;
    glyph.text = normalise(glyph.text);
    return glyph.text.trim() !== "" && !places.has(placeOf(glyph));
  });
}

const placeStep = 4;

function placeOf({ text, left, top }: DrawnGlyph, x = 0, y = 0): string {
  return `${text}${Math.round(left / placeStep) + x},${Math.round(top / placeStep) + y}`;
}

function placesAround(glyph: DrawnGlyph): string[] {
  return [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => placeOf(glyph, x, y)));
}

/** Blanks of all kinds become one, ligatures of Latin type (ﬁ, ﬀ) their letters; soft hyphens, joiners and control characters go. */
function normalise(text: string): string {
  if (text.length === 1) {
    const code = text.charCodeAt(0);
    if ((code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0x3100) || (code > 0xff00 && code < 0xffe0)) return text;
  }
  if (/^\s+$/u.test(text)) return " ";
  if (text === "\0") return unknownCharacter;
  return unifyRadicals(text.replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize("NFKC")).replace(/[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, ""));
}

/** How many earlier characters of the same form are looked at for a double; it is drawn soon after the first. */
const doublesLookedAt = 16;

/** Bold type is sometimes drawn twice, a little apart: the second is no character of its own. */
function withoutDoubles(glyphs: readonly DrawnGlyph[]): DrawnGlyph[] {
  const kept: DrawnGlyph[] = [];
  const alike = new Alike();
  for (const glyph of glyphs) {
    if (glyph.text === "") continue;
    if (glyph.text !== " ") {
      const first = alike.doubled(glyph, kept);
      if (first !== null) {
        if (!first.type.invisible && !glyph.type.invisible) first.bold = true;
        continue;
      }
    }
    kept.push(glyph);
  }
  return kept;
}

/** Characters of the same form among those kept so far, each with the one before it: chains of indices. */
class Alike {
  readonly #last = new Map<string | number, number>();
  readonly #before: number[] = [];

  /** The character that one doubles; without one it becomes the last of its form. */
  doubled(glyph: DrawnGlyph, kept: readonly DrawnGlyph[]): DrawnGlyph | null {
    const form = glyph.text.length === 1 ? glyph.text.charCodeAt(0) : glyph.text;
    const last = this.#last.get(form) ?? -1;
    const first = last === -1 ? null : this.#firstOf(glyph, last, kept);
    if (first !== null) return first;
    this.#last.set(form, kept.length);
    while (this.#before.length < kept.length) this.#before.push(-1);
    this.#before.push(last);
    return null;
  }

  /**
   * The character before one that stands where it does: nearer than half a width of the letter along the line, and a quarter of its size across; letters side
   * by side are a whole width apart.
   */
  #firstOf({ left, top, right, bottom, type: { size, direction } }: DrawnGlyph, last: number, kept: readonly DrawnGlyph[]): DrawnGlyph | null {
    const near = Math.max(0.5 * size, 1);
    const upright = direction % 2 === 1;
    const deep = upright ? Math.min(near, bottom - top) : near;
    const wide = upright ? near : Math.min(near, right - left);
    let at = last;
    for (let looked = 0; at >= 0 && looked < doublesLookedAt; looked++) {
      const other = kept[at];
      if (other !== undefined && Math.abs(top + bottom - other.top - other.bottom) < deep && Math.abs(left + right - other.left - other.right) < wide) return other;
      at = this.#before[at] ?? -1;
    }
    return null;
  }
}

/** A string of invisible text is left out when this share of it lies under other text. */
const covered = 1 / 3;

/** The invisible text of a scan counts where nothing else stands: no visible text, no text drawn after it. */
function withoutCovered(glyphs: DrawnGlyph[]): DrawnGlyph[] {
  if (!glyphs.some(({ type }) => type.invisible)) return glyphs;
  const visible = new Set<number>();
  const last = new Map<number, number>();
  for (const glyph of glyphs) {
    if (glyph.text === " ") continue;
    for (const cell of cellsOf(glyph)) {
      if (!glyph.type.invisible) visible.add(cell);
      last.set(cell, Math.max(last.get(cell) ?? 0, glyph.type.run));
    }
  }
  const runs = new Map<number, { all: number; under: number }>();
  for (const glyph of glyphs) {
    if (!glyph.type.invisible || glyph.text === " ") continue;
    const run = runs.get(glyph.type.run) ?? { all: 0, under: 0 };
    runs.set(glyph.type.run, run);
    run.all++;
    const middle = cellAt((glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2);
    if (visible.has(middle) || (last.get(middle) ?? 0) > glyph.type.run) run.under++;
  }
  return glyphs.filter(({ type: { invisible, run } }) => {
    const { all, under } = runs.get(run) ?? { all: 1, under: 0 };
    return !invisible || under < covered * all;
  });
}

/** Squares of 4 points. */
function cellAt(x: number, y: number): number {
  return Math.floor(x / 4) * 65_536 + Math.floor(y / 4);
}

function cellsOf({ left, top, right, bottom }: DrawnGlyph): number[] {
  const cells: number[] = [];
  const inset = 1;
  for (let x = left + inset; x <= right - inset; x += 2) for (let y = top + inset; y <= bottom - inset; y += 2) cells.push(cellAt(x, y));
  return cells;
}
